/** After edits the report is what it would be if the text had been opened like that, and what did not change is not made again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanModel } from '../../../server/src/model/model.ts';
import { blocksOf, reportOf } from '../../../server/src/report/build.ts';
import { htmlBody, htmlOfBlock } from '../../../server/src/report/html.ts';
import type { Block } from '../../../server/src/report/tree.ts';
import { freshReport, html, modelOf, samples } from './fixtures.ts';

function edit(
  model: PlanModel,
  from: readonly [number, number],
  to: readonly [number, number],
  text: string,
): void {
  const [start, end] = [from, to].map(([line, character]) => ({ line, character }));
  model.update(model.tree.edit({ range: { start, end }, text }));
}

/** Comparing the blocks themselves would walk through the whole document when they differ. */
function keys(blocks: readonly Block[]): number[] {
  return blocks.map(({ key }) => key);
}

const plan = `规划：柳浦镇规划
期间：2021—2025年

# 目标
总产值为{总产值@2025}。

指标 总产值（亿元）
2020年：2亿元

目标 总产值：达3亿元

# 措施
修路。

表 指标
`;

describe('blocks', () => {
  test('that read as before are the same objects with the same keys', () => {
    const model = modelOf(plan);
    const before = blocksOf(model);
    expect(keys(blocksOf(model))).toEqual(keys(before));
    edit(model, [12, 0], [12, 1], '大修');
    const after = blocksOf(model);
    const fresh = after.filter((block) => !before.includes(block));
    expect(fresh.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(keys(after).filter((key) => !keys(before).includes(key))).toEqual(keys(fresh));
  });

  test('keep their object when lines come above them, and tell their new line', () => {
    const model = modelOf(plan);
    const before = blocksOf(model);
    edit(model, [2, 0], [2, 0], '\n新的一段。\n');
    const report = reportOf(model);
    expect(keys(report.blocks.slice(1))).toEqual(keys(before));
    expect(htmlBody(report)).toContain('<p data-line="14">修路。</p>');
    expect(htmlBody(report)).toBe(html(model.tree.text()));
  });

  test('are made again where a figure that they show changes', () => {
    const model = modelOf(plan);
    htmlBody(reportOf(model));
    edit(model, [9, 8], [9, 9], '4');
    const body = htmlBody(reportOf(model));
    expect(body).toContain('总产值为<span class="figure" title="总产值 2025年">4亿元</span>');
    expect(body).toBe(html(model.tree.text()));
  });

  test('are numbered anew when a heading goes', () => {
    const model = modelOf(plan);
    reportOf(model);
    edit(model, [3, 0], [4, 0], '');
    expect(htmlBody(reportOf(model))).toContain('<span class="number">一、</span>措施');
  });

  test('follow the script of the document', () => {
    const model = modelOf(plan);
    reportOf(model);
    edit(model, [0, 0], [0, 2], 'plan');
    const body = htmlBody(reportOf(model));
    expect(body).toContain('<th scope="col">Indicator</th>');
    expect(body).toBe(html(model.tree.text()));
  });

  test('together are the body', () => {
    const report = freshReport(plan);
    const blocks = report.blocks.map((block) => htmlOfBlock(block, report)).join('');
    expect(htmlBody(report)).toBe(`<h1 data-line="0">柳浦镇规划</h1>\n${blocks}`);
  });
});

const pieces = [
  '甲',
  '3',
  '\n',
  '\n\n',
  ' ',
  '：',
  '。',
  '{总产值@2025}',
  '# 乙\n',
  '目标 总产值：达3亿元\n',
  '\n指标 丙（个）\n2020年：5个\n',
  '责任：丁\n',
  '表 戊\n',
  '| 指标 | 2025年 |\n',
  '| 总产值（亿元） | 3.1 |\n',
  '注：己\n',
  '// 庚\n',
  '- 辛\n',
  '图 总产值\n',
  '别名：总产出\n',
  '规划：',
  'plan: ',
];

const edits = fc.array(
  fc.record({
    line: fc.nat(200),
    character: fc.nat(12),
    lines: fc.nat(2),
    width: fc.nat(6),
    text: fc.oneof(fc.constantFrom(...pieces), fc.constant('')),
  }),
  { minLength: 1, maxLength: 12 },
);

test('edits lead to the same report as a fresh start', () => {
  const texts = [plan, ...samples.map(({ text }) => text)];
  fc.assert(
    fc.property(fc.constantFrom(...texts), edits, (text, changes) => {
      const model = modelOf(text);
      htmlBody(reportOf(model));
      for (const { line, character, lines, width, text: inserted } of changes) {
        const at = line % model.tree.lines.length;
        edit(model, [at, character], [at + lines, character + (lines === 0 ? width : 0)], inserted);
        const body = htmlBody(reportOf(model));
        if (body !== html(model.tree.text())) {
          expect(body).toBe(html(model.tree.text()));
        }
      }
    }),
    { numRuns: 60 },
  );
});
