/** Word files, as lines of a plan. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../server/src/importer/importer.ts';
import { counted, numbering, paragraph, wordFile } from './word-file.ts';

async function check(file: Uint8Array, expected: string, leftOut?: string): Promise<void> {
  const imported = await importDocument(file, 'docx');
  expect(imported.plan).toBe(expected);
  expect(imported.leftOut?.zh).toBe(leftOut);
}

const chinese = numbering(
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
);

describe('numbers that Word counts', () => {
  test('are written out, level by level, and begin again', () =>
    check(
      wordFile(
        [
          paragraph('农业', counted(1, 0)),
          paragraph('种植', counted(1, 1)),
          paragraph('养殖', counted(1, 1)),
          paragraph('生猪', counted(1, 2)),
          paragraph('工业', counted(1, 0)),
          paragraph('园区', counted(1, 1)),
          paragraph('附录', counted(2, 0)),
        ].join(''),
        { numbering: chinese },
      ),
      '一、农业\n\n（一）种植\n\n（二）养殖\n\n1.生猪\n\n二、工业\n\n（一）园区\n\n一、附录\n',
    ));

  test('come from the style of a heading too', () =>
    check(
      wordFile(
        `${paragraph('农业', '<w:pStyle w:val="1"/>')}${paragraph('稳住面积。')}${paragraph('工业', '<w:pStyle w:val="1"/>')}`,
        {
          numbering: chinese,
          styles: `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr>${counted(1, 0)}<w:outlineLvl w:val="0"/></w:pPr></w:style>`,
        },
      ),
      '一、农业\n稳住面积。\n\n二、工业\n',
    ));

  test.each([
    ['decimal', '%1.%2', '1.1 甲'],
    ['upperRoman', '%2）', 'I）甲'],
    ['lowerLetter', '%2)', 'a) 甲'],
    ['decimalEnclosedCircle', '%2', '① 甲'],
    ['ideographTraditional', '%2、', '甲、甲'],
    ['chineseLegalSimplified', '%2、', '壹、甲'],
    ['decimalFullWidth', '%2．', '１．甲'],
    ['none', '', '甲'],
  ])('%s %s', (format, text, expected) =>
    check(
      wordFile(paragraph('甲', counted(1, 1)), {
        numbering: numbering(['decimal', '%1'], [format, text]),
      }),
      `${expected}\n`,
    ),
  );

  test('signs in front make a list', () =>
    check(
      wordFile(
        `${paragraph('要求：')}${paragraph('甲；', counted(1, 0))}${paragraph('乙。', counted(1, 0))}`,
        {
          numbering: numbering(['bullet', '\uf0b7']),
        },
      ),
      '要求：\n- 甲；\n- 乙。\n',
    ));
});

test('a title in the middle of the page, in two lines', () =>
  check(
    wordFile(
      `${paragraph('青禾镇国民经济和社会发展', '<w:jc w:val="center"/>')}${paragraph('第十四个五年规划纲要', '<w:jc w:val="center"/>')}${paragraph('全镇上下团结一心。')}`,
    ),
    '规划：青禾镇国民经济和社会发展第十四个五年规划纲要\n期间：2021—2025年\n\n全镇上下团结一心。\n',
  ));

test('changes are taken as accepted', () =>
  check(
    wordFile(
      '<w:p><w:r><w:t>税收</w:t></w:r><w:del w:id="1"><w:r><w:delText>300</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>380</w:t></w:r></w:ins><w:r><w:t>万元。</w:t></w:r></w:p>',
    ),
    '税收380万元。\n',
    '没有导入：标为删除的文字1处。',
  ));

test('a footnote stands below its paragraph', () =>
  check(
    wordFile(
      '<w:p><w:r><w:t>税收380万元</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>',
      {
        footnotes:
          '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 含非税收入。</w:t></w:r></w:p></w:footnote>',
      },
    ),
    '税收380万元。\n注：含非税收入。\n',
  ));

test('the words of a text box stand below its paragraph, once', () => {
  const box = `<w:txbxContent>${paragraph('框里的话。')}${paragraph('第二句。')}</w:txbxContent>`;
  return check(
    wordFile(
      `<w:p><w:r><w:t>外面的话。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('后面的话。')}`,
    ),
    '外面的话。\n\n框里的话。\n\n第二句。\n\n后面的话。\n',
  );
});

test('tables with merged cells', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  return check(
    wordFile(
      `${paragraph('表1 主要指标', '<w:jc w:val="center"/>')}<w:tbl><w:tblPr/>${row(cell('类别'), cell('指标'), cell('2025年'))}${row(cell('经济', '<w:vMerge w:val="restart"/>'), cell('税收（万元）'), cell('380'))}${row(cell('', '<w:vMerge/>'), cell('投资（万元）'), cell('500'))}</w:tbl>${paragraph('注：含非税。')}`,
    ),
    '表 主要指标\n| 类别 | 指标 | 2025年 |\n| --- | --- | --- |\n| 经济 | 税收（万元） | 380 |\n| 经济 | 投资（万元） | 500 |\n注：含非税。\n',
    '没有导入：表的编号1处。',
  );
});

test('a table of contents that Word has made is left out', () =>
  check(
    wordFile(`${paragraph('一、农业\t3', '<w:pStyle w:val="T"/>')}${paragraph('甲。')}`, {
      styles: '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>',
    }),
    '甲。\n',
    '没有导入：目录的行1处。',
  ));

describe('what is no Word file is told so in one sentence', () => {
  const damaged = wordFile(paragraph('甲。'));
  test.each([
    ['nothing', new Uint8Array()],
    ['half a file', damaged.slice(0, damaged.length / 2)],
    ['another archive', zipSync({ 'a.txt': strToU8('甲') })],
    ['broken XML', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') })],
    ['an older file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['bytes changed', damaged.map((byte, at) => (at > 40 && at % 7 === 0 ? byte ^ 0xff : byte))],
  ])('%s', async (_, bytes) => {
    await expect(importDocument(bytes, 'docx')).rejects.toMatchObject({
      name: 'ImportProblem',
      said: { zh: expect.stringMatching(/^[^\n]+。$/), en: expect.stringMatching(/^[^\n]+\.$/) },
    });
  });
});
