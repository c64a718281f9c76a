/** What Word, WPS, spreadsheets and web pages put on the clipboard, put into a plan. */
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../server/src/importer/importer.ts';
import { pastedLines } from '../../../server/src/importer/paste.ts';
import { PlanTree, type Position } from '../../../server/src/syntax/document.ts';

interface Pasted {
  /** The document afterwards. */
  readonly text: string;
  readonly preferred: boolean;
  readonly leftOut?: string;
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before[before.length - 1].length };
}

/** Puts it where `$0` is, or where a selection begins and ends with it; undefined where the words alone are as good. */
async function paste(
  document: string,
  html: string,
  plain = html.replace(/<[^>]*>|&[a-z]+;/g, ''),
): Promise<Pasted | undefined> {
  const start = document.indexOf('$0');
  const text = document.replaceAll('$0', '');
  const last = document.lastIndexOf('$0');
  const end = last > start ? last - 2 : start;
  const range = { start: positionOf(text, start), end: positionOf(text, end) };
  const lines = await pastedLines({ html, plain }, { tree: PlanTree.parse(text), range });
  return (
    lines && {
      text: text.slice(0, start) + lines.text + text.slice(end),
      preferred: lines.preferred,
      ...(lines.leftOut ? { leftOut: lines.leftOut.zh } : {}),
    }
  );
}

async function check(
  document: string,
  html: string,
  expected: string,
  { plain, preferred = true, leftOut }: Partial<Pasted> & { plain?: string } = {},
): Promise<void> {
  expect(await paste(document, html, plain)).toEqual({
    text: expected,
    preferred,
    ...(leftOut ? { leftOut } : {}),
  });
}

const plan = '规划：甲镇规划\n期间：2021—2025年\n\n# 农业\n稳住面积。\n';

/** As Word writes it: every paragraph a class, every run a span, and what it needs to read it again. */
const wordPage = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- @font-face {font-family:仿宋_GB2312;} p.MsoNormal {mso-style-parent:"";} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const row = (...cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** As a spreadsheet writes it. */
const cells = (...rows: readonly string[]) =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body>
<table border=0 cellpadding=0><col width=72><!--StartFragment-->${rows.join('')}<!--EndFragment--></table></body></html>`;

const table = cells(row('指标', '2025年'), row('税收收入（万元）', '380'));
const tableLines = '表\n| 指标 | 2025年 |\n| --- | --- |\n| 税收收入（万元） | 380 |';

describe('from Word', () => {
  test('headings with the numbers that it counts, and a list', () =>
    check(
      `${plan}\n$0`,
      wordPage(`<h2 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>二、<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>工业<span lang=EN-US><o:p></o:p></span></h2>
<p class=MsoNormal style='text-indent:32.0pt'>规模以上工业增加值达<span lang=EN-US>1.2</span>亿元。</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>l<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>建仓库。</p>`),
      `${plan}\n二、工业\n规模以上工业增加值达1.2亿元。\n- 建仓库。`,
      { plain: '二、  工业\r\n规模以上工业增加值达1.2亿元。\r\nl  建仓库。\r\n' },
    ));

  test('a paragraph whose number Word counts keeps it', () =>
    check(
      '$0\n乙。\n',
      wordPage(`<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span
style='font:7.0pt'>&nbsp;</span></span><![endif]>抓粮食</p>`),
      '（一）抓粮食\n乙。\n',
    ));

  test('paragraphs alone are as good as their words', async () => {
    const html = wordPage('<p class=MsoNormal>甲。<o:p></o:p></p><p class=MsoNormal>乙。</p>');
    expect(await paste(`${plan}\n$0`, html, '甲。\r\n乙。\r\n')).toBeUndefined();
  });

  test('a whole document into an empty one has its header', () =>
    check(
      '$0\n',
      wordPage(`<p class=MsoTitle align=center>甲镇“十四五”发展规划</p><p class=MsoNormal>甲镇人民政府</p>
<h1>一、农业</h1><p class=MsoNormal>稳住面积。</p>`),
      '规划：甲镇“十四五”发展规划\n期间：2021—2025年\n编制单位：甲镇人民政府\n\n一、农业\n稳住面积。\n',
    ));

  test('in place of everything that is selected as well', () =>
    check(
      '$0旧文。\n再说。\n$0',
      '<h1>甲镇2026年工作计划</h1><p>甲。</p>',
      '计划：甲镇2026年工作计划\n期间：2026年\n\n甲。',
    ));
});

describe('from WPS', () => {
  test('titles are paragraphs with an outline, and tables stand in frames', () =>
    check(
      `${plan}\n$0`,
      `<html><head><meta name="ProgId" content="Word.Document"/><meta name="Generator" content="Microsoft Word 14"/></head>
<body><!--StartFragment--><p style="mso-outline-level:1;"><b><font face="黑体">二、</font></b><b>工业</b></p>
<table class="MsoNormalTable" border="1"><tbody>${row('<p class="MsoNormal"><span>项目</span></p>', '<p class="MsoNormal"><span>投资（万元）</span></p>')}${row('<p><span>仓库</span></p>', '<p><span>300</span></p>')}</tbody></table><!--EndFragment--></body></html>`,
      `${plan}\n二、工业\n\n表\n| 项目 | 投资（万元） |\n| --- | --- |\n| 仓库 | 300 |`,
    ));
});

describe('from a spreadsheet', () => {
  test('cells become a table', () => check(`${plan}\n$0`, table, `${plan}\n${tableLines}`));

  test('below the rows of a table they are more rows', () =>
    check(
      '表 甲\n| 指标 | 2025年 |\n| --- | --- |\n| 税收 | 3 |\n$0\n注：乙。\n',
      cells(row('投资', '4|5'), row('人口', '6')),
      '表 甲\n| 指标 | 2025年 |\n| --- | --- |\n| 税收 | 3 |\n| 投资 | 4\\|5 |\n| 人口 | 6 |\n注：乙。\n',
    ));

  test('one cell, or one column, is as good as its words', async () => {
    expect(await paste(`${plan}\n$0`, cells(row('380')))).toBeUndefined();
    expect(await paste(`${plan}\n$0`, cells(row('380'), row('400')))).toBeUndefined();
  });
});

describe('from a web page', () => {
  test('headings and lists, and what is no text is said', () =>
    check(
      `${plan}$0`,
      '<meta charset="utf-8"><h3>二、工业</h3><p>甲<img src="a.png" width="300">。</p><ul><li>乙；</li><li>丙。</li></ul>',
      `${plan}\n二、工业\n甲。\n- 乙；\n- 丙。`,
      { leftOut: '没有导入：图片1处。' },
    ));

  test('words with a colour are words', async () => {
    const html = '<span style="color: rgb(51, 51, 51);">全年税收收入</span><b>380万元</b>';
    expect(await paste(`${plan}\n$0`, html)).toBeUndefined();
  });

  test.each([
    ['words', '<button>乙和丙</button>'],
    ['a figure', '<select><option>380.5</option></select>'],
  ])('what would lose %s is offered and not chosen', (_, lost) =>
    check('$0', `<h2>农业</h2><p>甲。</p>${lost}`, '# 农业\n甲。', { preferred: false }),
  );

  test('numbers that the plan will count itself are none that are lost', () =>
    check('$0', '<h2>10.1 Money</h2><p>Ready.</p>', '# Money\nReady.', {
      plain: '10.1 Money\n\nReady.',
    }));

  test('page numbers and readings are left out, and said', () =>
    check('$0', '<h2>全鎮(zhèn)農業</h2><p>甲。</p><p>— 3 —</p>', '# 全鎮農業\n甲。', {
      leftOut: '没有导入：拼音注音1处、页码1处。',
    }));
});

describe('where it is put', () => {
  test.each([
    ['below a sentence', '甲。\n$0', `甲。\n\n${tableLines}`],
    ['above one', '$0\n甲。', `${tableLines}\n\n甲。`],
    ['in front of one', '甲。\n\n$0乙。', `甲。\n\n${tableLines}\n\n乙。`],
    ['between two', '甲。\n$0\n乙。', `甲。\n\n${tableLines}\n\n乙。`],
    ['between empty lines', '甲。\n\n$0\n\n乙。', `甲。\n\n${tableLines}\n\n乙。`],
    ['in place of lines', '甲。\n$0乙。\n丙。\n$0丁。', `甲。\n\n${tableLines}\n\n丁。`],
    ['below a heading', '# 农业\n$0', `# 农业\n\n${tableLines}`],
  ])('%s', (_, document, expected) => check(document, table, expected));

  test('items go on with a list', () =>
    check(
      '- 甲；\n$0\n- 丁。',
      '<ul><li>乙；</li><li>丙；</li></ul>',
      '- 甲；\n- 乙；\n- 丙；\n- 丁。',
    ));

  test('a sentence stands right below its heading', () =>
    check('# 农业\n$0', '<p>甲：</p><ul><li>乙。</li></ul>', '# 农业\n甲：\n- 乙。'));
});

test('a plan stays as it is, whatever colours it has', async () => {
  const html =
    '<pre><span style="color:blue">指标</span> 税收（万元）\n2020年：300万元\n目标 税收：380万元\n</pre>';
  expect(await paste('$0', html)).toBeUndefined();
});

test('a sentence that begins like a statement stays a sentence', () =>
  check(
    `${plan}\n$0`,
    '<h2>二、目标</h2><p>目标：到2025年达3亿元。</p><p>图 略</p>',
    `${plan}\n二、目标\n\\目标：到2025年达3亿元。\n\n\\图 略`,
  ));

describe('what is long', () => {
  const paragraphs = Array.from({ length: 4_000 }, (_, at) => `<p>目标：${at}亿元。</p>`).join('');

  test('is read in parts, with pauses in between', async () => {
    let pauses = 0;
    const { plan: lines } = await importDocument(
      `${paragraphs}<h1>甲</h1>`,
      'html',
      undefined,
      async () => {
        pauses += 1;
      },
    );
    expect(pauses).toBeGreaterThan(1);
    expect(lines.match(/^\\目标：/gm)).toHaveLength(4_000);
  });

  test('is not read to its end where nobody wants it any more', async () => {
    const stopped = new Error('stopped');
    const pause = async () => {
      throw stopped;
    };
    const gap = {
      tree: PlanTree.parse(''),
      range: { start: positionOf('', 0), end: positionOf('', 0) },
    };
    await expect(pastedLines({ html: paragraphs, plain: '' }, gap, pause)).rejects.toBe(stopped);
  });
});
