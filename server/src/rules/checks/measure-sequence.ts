/** Lines that begin 一是, 三是: the count over several lines misses one. */
import { type Ordinal, ordinalsIn, recount, spell } from '../counting.ts';
import type { DocumentRule, Report } from '../rule.ts';

const rule: DocumentRule = {
  name: 'measure-sequence',
  tier: 'warning',
  scope: 'document',
  kinds: ['heading', 'measure'],
  title: { zh: '逐行的“一是、二是”数错了', en: 'A count of 一是, 二是 over several lines' },
  description: {
    zh: '以“一是”“二是”“三是”开头的各行漏了一个或重了一个。遇到标题重新数起；重新从“一是”开始的不算错。',
    en: 'Lines that begin with 一是, 二是, 三是 miss a number or repeat one. The count begins anew at every heading; a count that begins again with 一是 is no mistake.',
  },
  examples: {
    wrong: [
      '一是修路。\n二是通水。\n⟦四是⟧建园。',
      '一是修路。\n⟦一是⟧通水。\n二是建园。',
      '# 任务\n⟦二是⟧通水。',
    ],
    right: [
      '一是修路。\n责任：项目办\n二是通水。\n\n一是建园。\n二是种树。',
      '一是修路；二是通水。\n三是建园。',
      '# 农业\n一是修路。\n# 工业\n一是通水。',
    ],
  },
  check(lines, _model, report) {
    let heads: Ordinal[] = [];
    for (const line of lines) {
      const { statement } = line;
      if (line.kind === 'heading') {
        checkCount(heads, report);
        heads = [];
      }
      if (line.kind !== 'measure' || statement.kind !== 'measure') continue;
      const { marker, ordinal: value } = statement;
      if (value !== undefined) heads.push({ line, start: marker.start, end: marker.end, value });
    }
    checkCount(heads, report);
  },
};

/** The counting words at the heads of lines between two headings. */
function checkCount(heads: readonly Ordinal[], report: Report): void {
  let last = 0;
  /** What the line before itself counted to: 一是…；二是… */
  let reached = 0;
  for (const [index, { line, value }] of heads.entries()) {
    const begins = value === 1 && (last !== 1 || reached > 1);
    if (value !== last + 1 && value !== reached + 1 && !begins) tell(heads, index, report);
    last = value;
    reached = ordinalsIn(line).at(-1)?.value ?? value;
  }
}

function tell(heads: readonly Ordinal[], index: number, report: Report): void {
  const { line, start, end, value } = heads[index];
  const before: Ordinal | undefined = heads[index - 1];
  const expected = (before?.value ?? 0) + 1;
  const typed = spell(value);
  report({
    line,
    start,
    end,
    message: before
      ? {
          zh: `上一行数到“${spell(before.value)}”，这一行应为“${spell(expected)}”，却是“${typed}”。`,
          en: `The line before had come to “${spell(before.value)}”, so this should be “${spell(expected)}”, not “${typed}”.`,
        }
      : {
          zh: `这里从“${typed}”数起，前面没有“一是”。`,
          en: `The count begins with “${typed}”; there is no “一是” (first) before it.`,
        },
    ...(before
      ? {
          related: [
            {
              line: before.line,
              start: before.start,
              end: before.end,
              message: { zh: '上一项', en: 'The item before it' },
            },
          ],
        }
      : {}),
    fixes: [recount(heads, index, expected)],
  });
}

export default rule;
