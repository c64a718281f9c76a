/** What a reader may choose: how targets stand in the text, and what is put behind the document. */
import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../server/src/report/build.ts';
import { htmlBody } from '../../../server/src/report/html.ts';
import { markdownOf } from '../../../server/src/report/markdown.ts';
import type { ReportOptions } from '../../../server/src/report/tree.ts';
import { allAnnexes, freshReport, modelOf } from './fixtures.ts';

const plan = `计划：甲
期间：2025年

# 农业
目标 公路：达到10公里
目标 植树：200棵以上

## 畜牧
目标 生猪：5万头

# 工业
目标 项目：3个
`;

function markdown(text: string, options: ReportOptions): string {
  return markdownOf(freshReport(text, options));
}

describe('targets', () => {
  test('as sentences, which is usual', () => {
    expect(markdown(plan, {})).toContain('公路达到10公里；植树200棵以上。');
    expect(markdown(plan, { targets: 'sentences' })).toBe(markdown(plan, {}));
  });

  test('as a list', () => {
    const options = { targets: 'list' } as const;
    expect(markdown(plan, options)).toContain('- 公路达到10公里；\n- 植树200棵以上。\n');
    expect(htmlBody(freshReport(plan, options))).toContain(
      '<ul class="statements">\n<li class="target" data-line="4">公路达到10公里；</li>\n<li class="target" data-line="5">植树200棵以上。</li>\n</ul>\n',
    );
  });

  test('as a table of just these', () => {
    expect(markdown(plan, { targets: 'table' })).toContain(
      '| 指标 | 2025年 |\n| --- | --- |\n| 公路（公里） | 10 |\n| 植树（棵） | ＞200 |\n',
    );
  });

  test('in one section and those inside it', () => {
    const told = markdown(plan, { targetsIn: { 农业: 'list' } });
    expect(told).toContain('- 公路达到10公里；');
    expect(told).toContain('- 生猪5万头。');
    expect(told).toContain('\n\n项目3个。');
    const inner = markdown(plan, { targets: 'table', targetsIn: { 畜牧: 'sentences' } });
    expect(inner).toContain('\n\n生猪5万头。');
    expect(inner).toContain('| 项目（个） | 3 |');
  });
});

const measures = `计划：甲
期间：2025年

举措 修路
责任：城建办、财政所
时限：2025年底前
资金：3万元

举措 植树
责任：农业办
时限：2025年6月底

举措 清渠
责任：财政所
时限：常年

举措 议事
`;

describe('annexes', () => {
  test('the measures by owner', () => {
    expect(markdown(measures, { annexes: ['owners'] })).toContain(
      `## 附件　举措责任分工表

| 责任 | 举措 | 时限 | 资金 |
| --- | --- | --- | --- |
| 城建办 | 修路 | 2025年底前 | 3万元 |
| 财政所 | 修路 | 2025年底前 | 3万元 |
| 财政所 | 清渠 | 常年 | — |
| 农业办 | 植树 | 2025年6月底 | — |
| 未明确 | 议事 | — | — |
`,
    );
  });

  test('the measures by deadline', () => {
    expect(markdown(measures, { annexes: ['indicators', 'deadlines'] })).toContain(
      `## 附件2　举措时间进度表

| 时限 | 举措 | 责任 | 资金 |
| --- | --- | --- | --- |
| 2025年6月底 | 植树 | 农业办 | — |
| 2025年底前 | 修路 | 城建办、财政所 | 3万元 |
| 常年 | 清渠 | 财政所 | — |
| 未明确 | 议事 | — | — |
`,
    );
  });

  test('all indicators, with what they mean and where they come from', () => {
    const text = `${plan}指标 公路（公里）\n口径：村道以上\n来源：交通所\n`;
    expect(markdown(text, { annexes: ['indicators'] })).toContain(
      `## 附件　指标汇总表

| 指标 | 2025年 | 口径 | 来源 |
| --- | --- | --- | --- |
| 公路（公里） | 10 | 村道以上 | 交通所 |
| 植树（棵） | ＞200 | — | — |
`,
    );
  });

  test('in English', () => {
    const english = 'plan: A\n\nmeasure Plant trees\nowner: Parks Committee\ndue: end of May\n';
    expect(markdown(english, { annexes: ['owners'] })).toContain(
      `## Attachment Measures by owner

| Owner | Measure | Due |
| --- | --- | --- |
| Parks Committee | Plant trees | end of May |
`,
    );
  });

  test('are listed below the body, and counted where there are several', () => {
    expect(markdown(plan, { annexes: ['indicators'] })).toContain(
      '\n\n附件：指标汇总表\n\n## 附件　指',
    );
    expect(markdown(plan, { annexes: ['indicators', 'evaluation'] })).toMatch(
      /\n\n附件：1\.指标汇总表\n\n2\\\.目标完成情况表\n\n## 附件1　指标汇总表\n/,
    );
    expect(markdown('plan: A', { annexes: ['owners', 'deadlines'] })).toContain(
      'Attachments: 1. Measures by owner',
    );
  });

  test('begin on a page of their own', () => {
    expect(htmlBody(freshReport(measures, { annexes: ['owners'] }))).toContain(
      '<div class="annex" data-line="17"><p class="annex-label">附件</p><h2>举措责任分工表</h2></div>\n<table data-line="17">',
    );
  });

  test('where there is nothing to show, say so', () => {
    for (const text of ['', '正文。']) {
      const told = markdown(text, allAnnexes);
      expect(told).toContain('还没有可以汇入本表的指标');
      expect(told).toContain('附件4');
    }
  });

  test('keep their blocks while nothing that they are made of changes', () => {
    const model = modelOf(`${measures}\n\n正文。\n尾。`);
    const keys = (): number[] => blocksOf(model, allAnnexes).map(({ key }) => key);
    const before = keys();
    expect(keys()).toEqual(before);
    const [start, end] = [0, 1].map((character) => ({ line: 18, character }));
    model.update(model.tree.edit({ range: { start, end }, text: '新' }));
    const changed = keys().filter((key) => !before.includes(key));
    expect(changed).toHaveLength(1);
  });
});
