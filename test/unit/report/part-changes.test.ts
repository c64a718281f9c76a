/** What a preview is sent leads from any state of a report to any other, and is no more than what has changed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, movesOf, type Piece } from '../../../client/src/preview/part-list.ts';
import type { PlanModel } from '../../../server/src/model/model.ts';
import { reportOf } from '../../../server/src/report/build.ts';
import { htmlParts, type Part, type PartList } from '../../../server/src/report/html.ts';
import {
  changesBetween,
  noParts,
  type PartChanges,
} from '../../../server/src/report/part-changes.ts';
import type { ReportOptions } from '../../../server/src/report/tree.ts';
import { Random } from '../../kit/random.ts';
import { freshReport, modelOf } from './fixtures.ts';

/** A page that keeps the HTML of each piece. */
function follow(pieces: Piece<string>[], changes: PartChanges): void {
  applyChanges(pieces, changes, (_removed, inserted) => inserted.map(({ html }) => html));
}

function piecesOf({ parts, lines }: PartList): Piece<string>[] {
  return parts.map(({ html }, index) => ({ line: lines[index], content: html }));
}

function check(states: readonly PartList[]): void {
  const pieces: Piece<string>[] = [];
  let before = noParts;
  for (const state of states) {
    follow(pieces, changesBetween(before, state));
    expect(pieces).toEqual(piecesOf(state));
    before = state;
  }
}

function edit(model: PlanModel, line: number, removed: number, text: string): void {
  const [start, end] = [0, removed].map((character) => ({ line, character }));
  model.update(model.tree.edit({ range: { start, end }, text }));
}

const plan = `规划：柳浦镇规划
期间：2021—2025年
编制单位：柳浦镇人民政府

# 目标
目标 总产值：达3亿元
目标 税收收入：达380万元

# 措施
修路。
- 一
- 二

表 指标
`;

describe('changes', () => {
  test('lead from any list to any other', () => {
    const pool: readonly Part[] = Array.from({ length: 12 }, (_, index) => ({ html: `${index}` }));
    const list = fc
      .uniqueArray(fc.tuple(fc.constantFrom(...pool), fc.nat(40)), { selector: ([part]) => part })
      .map(
        (rows): PartList => ({
          parts: rows.map(([part]) => part),
          lines: rows.map(([, line]) => line),
        }),
      );
    fc.assert(fc.property(fc.array(list, { maxLength: 5 }), (states) => check(states)));
  });

  test('of a document that stayed are none', () => {
    const model = modelOf(plan);
    const [one, other] = [htmlParts(reportOf(model)), htmlParts(reportOf(model))];
    expect(changesBetween(one, other)).toEqual({ changes: [], shifts: [] });
  });

  test('of one paragraph are that paragraph', () => {
    const model = modelOf(plan);
    const before = htmlParts(reportOf(model));
    edit(model, 9, 2, '修桥');
    const after = htmlParts(reportOf(model));
    expect(changesBetween(before, after)).toEqual({
      changes: [
        { at: 4, removed: 1, inserted: [{ html: '<p data-line="0">修桥。</p>\n', line: 9 }] },
      ],
      shifts: [],
    });
    check([before, after, before]);
  });

  test('of lines that only moved are a shift', () => {
    const model = modelOf(plan);
    const before = htmlParts(reportOf(model));
    edit(model, 3, 0, '\n// 待核\n');
    const after = htmlParts(reportOf(model));
    expect(changesBetween(before, after)).toEqual({ changes: [], shifts: [{ from: 1, by: 2 }] });
    check([before, after]);
  });

  test('tell where lines have moved to', () => {
    const [a, b, c, d, e]: readonly Part[] = Array.from('abcde', (html) => ({ html }));
    // What is put together behind the text comes from a line above.
    const before = { parts: [a, b, c, d], lines: [0, 5, 9, 2] };
    const after = { parts: [a, e, b, c, d], lines: [0, 4, 6, 12, 2] };
    const pieces = piecesOf(before);
    const changes = changesBetween(before, after);
    follow(pieces, changes);
    expect(movesOf(pieces, changes.shifts)).toEqual([
      { from: 5, by: 1 },
      { from: 9, by: 3 },
    ]);
  });

  test('show where inside a block a line has moved', () => {
    const model = modelOf(plan);
    const before = htmlParts(reportOf(model));
    edit(model, 11, 0, '// 待核\n');
    const after = htmlParts(reportOf(model));
    const { changes } = changesBetween(before, after);
    expect(changes.map(({ inserted }) => inserted.map(({ html }) => html))).toEqual([
      ['<ul>\n<li data-line="0">一</li>\n<li data-line="2">二</li>\n</ul>\n'],
    ]);
    check([before, after]);
  });

  test('lead through edits of a long document to what a fresh one shows', () => {
    const random = new Random(5);
    for (const options of readings) {
      const text = Array.from({ length: 1100 }, () => random.pick(rows)).join('\n');
      const model = modelOf(`${header}${text}`);
      const pieces: Piece<string>[] = [];
      let before = noParts;
      for (let round = 0; round < 20; round++) {
        // The lines are kept in chunks of 512, and what goes on over their ends is what may go wrong.
        const chunk = random.pick([512, 1024]);
        const line = random.below(3) === 0 ? random.below(1100) : chunk - 12 + random.below(24);
        const inserted = Array.from({ length: random.below(3) }, () =>
          random.pick([...rows, ...tables]),
        );
        edit(model, line, random.below(3), inserted.map((row) => `${row}\n`).join(''));
        const after = htmlParts(reportOf(model, options));
        follow(pieces, changesBetween(before, after));
        const fresh = piecesOf(htmlParts(freshReport(model.tree.text(), options)));
        if (JSON.stringify(pieces) !== JSON.stringify(fresh)) expect(pieces).toEqual(fresh);
        before = after;
      }
    }
  });
});

const header = '规划：柳浦镇规划\n期间：2021—2025年\n\n';

const rows = [
  '',
  '',
  '// 待核',
  '修路。',
  '修桥，总产值达到{总产值@2025}。',
  '- 一',
  '- 二，{总产值@2025}',
  '# 甲',
  '## 乙',
  '# 丙',
  '一是修渠。',
  '举措 种树',
  '责任：农业办',
  '时限：2023年',
  '目标 总产值：达3亿元',
  '目标 税收：2023年2亿元，2025年达3亿元',
  '目标 总产值：2024年达2.5亿元',
  '实绩 总产值：2021年1.8亿元',
  '指标 总产值（亿元）',
  '2020年：2亿元',
  '表 丁',
  '| 指标 | 2025年 |',
  '| 总产值（亿元） | 3.1 |',
  '注：己',
];

/** Of these there are few, since each shows all that the document says. */
const tables = ['表 指标', '图 总产值'];

const readings: readonly ReportOptions[] = [
  {},
  { targets: 'table' },
  { targetsIn: { 甲: 'list', 乙: 'table' }, annexes: ['indicators', 'owners', 'deadlines'] },
];
