/** Web pages, Markdown, plain text and what Word puts on the clipboard, as lines of a plan. */
import { describe, expect, test } from 'vitest';
import { type ImportFormat, importDocument } from '../../../server/src/importer/importer.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

async function check(
  source: string,
  expected: string,
  {
    format = 'html',
    whole = true,
    leftOut,
  }: { format?: ImportFormat; whole?: boolean; leftOut?: string } = {},
): Promise<void> {
  const imported = await importDocument(source, format, { whole });
  expect(imported.plan).toBe(expected);
  expect(imported.leftOut?.zh).toBe(leftOut);
}

describe('the title', () => {
  test.each([
    ['青禾镇2026年工作计划', '计划：青禾镇2026年工作计划\n期间：2026年\n'],
    [
      '青禾镇“十四五”发展规划（2021—2025年）',
      '规划：青禾镇“十四五”发展规划（2021—2025年）\n期间：2021—2025年\n',
    ],
    ['青禾镇第十五个五年规划纲要', '规划：青禾镇第十五个五年规划纲要\n期间：2026—2030年\n'],
    ['关于2025年计划执行情况的报告', '报告：关于2025年计划执行情况的报告\n期间：2025年\n'],
    ['二〇二六年工作总结', '总结：二〇二六年工作总结\n期间：2026年\n'],
    ['湖嵐鎮工作計畫', '計劃：湖嵐鎮工作計畫\n'],
    ['Riverside Work Plan 2026', 'annual plan: Riverside Work Plan 2026\nperiod: 2026\n'],
  ])('%s', (title, header) => check(`<h1>${title}</h1><h2>A</h2><p>B</p>`, `${header}\n# A\nB\n`));

  test('is the line above everything else in a text, and who wrote it and when stand below', () =>
    check(
      '青禾镇2026年工作计划\n青禾镇人民政府\n（2026年1月8日）\n\n稳住面积。\n',
      '计划：青禾镇2026年工作计划\n期间：2026年\n编制单位：青禾镇人民政府\n日期：2026年1月8日\n\n稳住面积。\n',
      { format: 'txt' },
    ));

  test('is none of what is put into a plan', () =>
    check('<p>2026年工作计划</p><p>稳住面积。</p>', '2026年工作计划\n\n稳住面积。\n', {
      whole: false,
    }));

  test('is no sentence that speaks of a plan', () =>
    check(
      '各位代表，现在报告工作计划。\n稳住面积。',
      '各位代表，现在报告工作计划。\n\n稳住面积。\n',
      {
        format: 'txt',
      },
    ));
});

describe('headings', () => {
  test('keep the numbers that they have', () =>
    check(
      '<h2>一、农业</h2><p>甲。</p><h3>（一）种植</h3><p>乙。</p><h2>二、工业</h2>',
      '一、农业\n甲。\n\n（一）种植\n乙。\n\n二、工业\n',
    ));

  test('have # where they have none, from the highest level that there is', () =>
    check('<h2>农业</h2><h4>种植</h4><h2>工业</h2>', '# 农业\n\n## 种植\n\n# 工业\n'));

  test('in English lose the numbers that they will get again', () =>
    check(
      '<h1>1. Money</h1><h2>1.1 Roads</h2><h1>2. Parks</h1>',
      '# Money\n\n## Roads\n\n# Parks\n',
    ));
});

describe('tables', () => {
  test('with merged cells, two rows of heads, a caption, the unit and a note', () =>
    check(
      `<p align=center><b>表1　主要指标</b></p><p>单位：万元</p>
       <table><tr><td rowspan=2>类别</td><td rowspan=2>指标</td><td colspan=2>2025年</td></tr>
       <tr><td>目标</td><td>完成</td></tr>
       <tr><td rowspan=2>经济</td><td>税收<br>收入</td><td>380</td><td>400</td></tr>
       <tr><td>投资|总额</td><td colspan=2>500</td></tr></table><p>备注：含非税。</p>`,
      `表 主要指标
| 类别 | 指标 | 2025年目标 | 2025年完成 |
| --- | --- | --- | --- |
| 经济 | 税收收入 | 380 | 400 |
| 经济 | 投资\\|总额 | 500 |  |
注：单位：万元
注：备注：含非税。
`,
      { leftOut: '没有导入：表的编号1处。' },
    ));

  test('that only lay out a page are its text', () =>
    check(
      '<table><tr><td><h2>一、农业</h2><p>甲。</p></td><td><table><tr><td>乙</td></tr></table></td></tr></table>',
      '一、农业\n甲。\n\n乙\n',
    ));

  test('that a spreadsheet copies as text', () =>
    check(
      '指标\t2025年\n税收（万元）\t380\n',
      '表\n| 指标 | 2025年 |\n| --- | --- |\n| 税收（万元） | 380 |\n',
      {
        format: 'txt',
      },
    ));
});

describe('lists', () => {
  test('with signs and with numbers', () =>
    check(
      '<p>要求：</p><ul><li>甲；</li><li><p>乙。</p></li></ul><ol start=3><li>丙</li><li>丁<ol><li>戊</li></ol></li></ol>',
      '要求：\n- 甲；\n- 乙。\n\n3.丙\n4.丁\n（1）戊\n',
    ));
});

describe('what Word puts on the clipboard', () => {
  const page = (body: string) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

  test('lists that it has counted, broken lines and empty paragraphs', () =>
    check(
      page(`<p class=MsoNormal align=center style='text-align:center'><b><span lang=EN-US style='font-size:22.0pt'>2026</span><span
style='font-size:22.0pt'>年工作计划<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='mso-fareast-font-family:黑体'><span style='mso-list:Ignore'>一、<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span style='font-family:黑体'>农业生产</span></p>
<p class=MsoNormal style='text-indent:32.0pt'>粮食面积稳定在<span lang=EN-US>5000</span>亩，比上
年增加<span lang=EN-US>120</span>亩。<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US
style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>修水渠；</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>建仓库。</p>`),
      `计划：2026年工作计划
期间：2026年

一、农业生产
粮食面积稳定在5000亩，比上年增加120亩。
- 修水渠；
- 建仓库。
`,
    ));

  test('tracked changes and footnotes', () =>
    check(
      page(`<p class=MsoNormal>税收<del cite="mailto:a"><span>300</span></del><ins cite="mailto:a">380</ins>万元<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>。</p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a>含非税收入。</p></div></div>`),
      '税收380万元。\n注：含非税收入。\n',
      { leftOut: '没有导入：标为删除的文字1处。' },
    ));
});

describe('what nobody wrote', () => {
  test.each([
    ['readings', '全鎮(zhèn)工業(yè)增加值', '全鎮工業增加值\n', '没有导入：拼音注音2处。'],
    ['page numbers', '甲。\n— 3 —\n第 4 页 共 9 页\n乙。', '甲。\n\n乙。\n', '没有导入：页码2处。'],
    [
      'invisible characters',
      '青\u200b禾\u00ad镇\ue5e5。',
      '青禾镇。\n',
      '没有导入：看不见的字符3处。',
    ],
    [
      'contents',
      '目　录\n一、农业……………3\n二、工业.........12\n甲。',
      '甲。\n',
      '没有导入：目录的行3处。',
    ],
    [
      'spaces inside Chinese',
      '全镇   工作    2025 年，GDP  增长。',
      '全镇工作 2025 年，GDP 增长。\n',
      undefined,
    ],
  ])('%s', (_, source, expected, leftOut) =>
    check(source, expected, { format: 'txt', ...(leftOut ? { leftOut } : {}) }),
  );

  test('scripts, styles, pictures and hidden parts of a page', () =>
    check(
      '<style>p{}</style><script>alert(1)</script><nav>首页 简介</nav><p>甲<img src="a.png">。</p><p style="display:none">乙</p>',
      '甲。\n',
      { leftOut: '没有导入：隐藏的内容和脚本2处、图片1处。' },
    ));
});

describe('sentences that begin like a statement', () => {
  test.each([
    '目标：到2025年达到3亿元。',
    '指标 好于预期。',
    '图 略',
    '引用 群众的话。',
    '# 号段',
    '| 竖线',
    '// 斜线',
    '规划：一张蓝图。',
  ])('%s', async (sentence) => {
    const { plan } = await importDocument(`<p>各位代表：</p><p>${sentence}</p>`, 'html');
    for (const line of PlanTree.parse(plan).lines) expect(['prose', 'blank']).toContain(line.kind);
    expect(plan.replaceAll('\\', '')).toContain(sentence);
  });

  test('and those that are statements as they stand stay', () =>
    check('一是抓粮食。\n责任：农办\n二是抓水利。\n', '一是抓粮食。\n责任：农办\n二是抓水利。\n', {
      format: 'txt',
    }));

  test('a plan that is there as text is left alone', () => {
    const plan = '规划：甲镇规划\n期间：2021—2025年\n\n指标 税收（万元）\n2020年：300万元\n';
    return check(plan, plan, { format: 'txt' });
  });
});

describe('Markdown', () => {
  test('headings, lists, tables, and no mark-up left', () =>
    check(
      '# 甲镇2026年工作计划\n\n## 一、农业\n\n面积**稳定**。\n第二段。\n\n- 甲；\n- 乙。\n\n**主要指标**\n\n| 指标 | 2026年 |\n| --- | --- |\n| 税收 | 60.6\\* |\n',
      '计划：甲镇2026年工作计划\n期间：2026年\n\n一、农业\n面积稳定。\n\n第二段。\n- 甲；\n- 乙。\n\n表 主要指标\n| 指标 | 2026年 |\n| --- | --- |\n| 税收 | 60.6* |\n',
      { format: 'md' },
    ));
});

describe('hostile input', () => {
  test.each([
    ['elements inside each other', `${'<div>'.repeat(3_000)}甲${'</div>'.repeat(3_000)}`],
    ['tables inside each other', `${'<table><tr><td>'.repeat(2_000)}甲`],
    ['lists inside each other', `${'<ul><li>'.repeat(2_000)}甲`],
    [
      'a table of a million columns',
      '<table><tr><td colspan=1000000 rowspan=1000000>甲<td>乙<tr><td>丙</table>',
    ],
    [
      'an item that is its own footnote',
      '<li id=fn1><a href="#fn1">甲</a>乙</li><p><a href="#fn1">1</a></p>',
    ],
    ['lone surrogates', '<p>甲\ud800</p>'],
    ['nothing closed', '<table><tr><p>甲<h1><ul>乙'],
  ])('%s', async (_, html) => {
    const { plan } = await importDocument(html, 'html');
    expect(PlanTree.parse(plan).text()).toBe(plan);
  });

  test.each([
    ['larger than any plan', ' '.repeat(20_000_001)],
    ['inside itself thousands of times', '<b>'.repeat(100_000)],
  ])('what is %s is refused in a sentence', async (_, html) => {
    await expect(importDocument(html, 'html')).rejects.toMatchObject({
      said: { zh: expect.stringMatching(/。$/) },
    });
  });

  test('nothing at all', () => check('', ''));
});
