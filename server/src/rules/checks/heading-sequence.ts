/** 五、 twice, or 三、 behind 一、: typed heading numbers that do not follow each other. */
import { numberedAs } from '../../model/numbering.ts';
import type { HeadingStatement, Line } from '../../syntax/tree.ts';
import { beginsBold, headingOn, mayBeBoldHeading } from '../bold.ts';
import type { DocumentRule, Edit, Fix, Report } from '../rule.ts';
import { anyPair, either, isHeading } from '../signals.ts';

interface TypedHeading {
  readonly line: Line;
  readonly statement: HeadingStatement;
  readonly ordinal: number;
  /** Numbers of the lines since the heading before that only look like decimals. */
  readonly passed: ReadonlySet<number>;
}

/** 13.21世纪: an item of a list whose text begins with a figure looks like a decimal. */
const itemBeforeFigure = /^[ \t\u3000]{0,4}([0-9]{1,3})[.．][0-9]/;

/** 注：1. … before a line 2. …: the notes of a table go on counting. */
const itemOfNote =
  /^[ \t\u3000]{0,4}(?:注|附注|备注|備註|说明|說明|notes?)[ ]?[：:][ ]?([0-9])[.．、]/i;

const digitBeforePoint = anyPair('0123456789', '.．');

function typedHeadings(lines: Iterable<Line>): TypedHeading[] {
  const headings: TypedHeading[] = [];
  let passed = new Set<number>();
  for (const line of lines) {
    if (line.kind === 'prose' || line.kind === 'note') {
      const item = itemBeforeFigure.exec(line.text) ?? itemOfNote.exec(line.text);
      if (item) passed.add(Number(item[1]));
    }
    const statement = headingOn(line);
    if (statement?.ordinal === undefined) continue;
    const { ordinal } = statement;
    headings.push({ line, statement, ordinal, passed });
    passed = new Set();
  }
  return headings;
}

function renumber({ line, statement }: TypedHeading, ordinal: number): Edit {
  const { start, end } = statement.marker;
  return { line, start, end, newText: numberedAs(statement.marker.text, ordinal) };
}

/** Headings that go on counting from a wrong one: they move with it. */
function followers(headings: readonly TypedHeading[], index: number): TypedHeading[] {
  const { statement, ordinal } = headings[index];
  const found: TypedHeading[] = [];
  let last = ordinal;
  for (const heading of headings.slice(index + 1)) {
    if (heading.statement.level < statement.level) break;
    if (heading.statement.level > statement.level) continue;
    if (heading.ordinal !== last + 1) break;
    found.push(heading);
    last = heading.ordinal;
  }
  return found;
}

function tell(
  headings: readonly TypedHeading[],
  index: number,
  before: TypedHeading | undefined,
  expected: number,
  report: Report,
): void {
  const heading = headings[index];
  const { line, statement } = heading;
  const { marker } = statement;
  const right = numberedAs(marker.text, expected);
  const behind = followers(headings, index);
  const fix: Fix = {
    title:
      behind.length > 0
        ? {
            zh: `改为“${right}”，后面的${behind.length}个序号顺延`,
            en: `Change to “${right}” and renumber the ${behind.length} behind it`,
          }
        : { zh: `改为“${right}”`, en: `Change to “${right}”` },
    edits: [heading, ...behind].map((next, place) => renumber(next, expected + place)),
  };
  report({
    line,
    start: marker.start,
    end: marker.end,
    message: before
      ? {
          zh: `上一个同级标题是“${before.statement.marker.text}”，这里应为“${right}”，却是“${marker.text}”。`,
          en: `The heading before it is “${before.statement.marker.text}”, so this should be “${right}”, not “${marker.text}”.`,
        }
      : {
          zh: `这一级标题从“${marker.text}”开始，应为“${right}”。`,
          en: `The first heading of this level is “${marker.text}” and should be “${right}”.`,
        },
    ...(before
      ? {
          related: [
            {
              line: before.line,
              start: before.statement.marker.start,
              end: before.statement.marker.end,
              message: { zh: '上一个同级标题', en: 'The heading before it' },
            },
          ],
        }
      : {}),
    fixes: [fix],
  });
}

const rule: DocumentRule = {
  name: 'heading-sequence',
  tier: 'warning',
  scope: 'document',
  kinds: ['heading', 'prose', 'note'],
  waitsFor: either(isHeading, beginsBold, digitBeforePoint),
  reads: (line) =>
    line.kind === 'heading' ||
    mayBeBoldHeading(line) ||
    itemBeforeFigure.test(line.text) ||
    itemOfNote.test(line.text),
  title: { zh: '标题序号不连续', en: 'Heading numbers out of order' },
  description: {
    zh: '手写的标题序号重复、跳号，或者一级标题下面不从一开始。重新从“一”编起的（如另一部分、附件）不算错。用“#”写的标题自动编号，不会出这种错。',
    en: 'Typed heading numbers repeat or skip, or do not begin with one. A count that begins again at one, as in a new part or an annex, is no mistake. Headings written with “#” are numbered for you.',
  },
  basis: 'GB/T 9704-2012, 7.3.3',
  examples: {
    wrong: [
      '一、工作回顾\n二、主要任务\n⟦二、⟧保障措施\n三、组织实施',
      '一、农业\n（一）种植\n⟦（三）⟧养殖',
      '一、农业\n⟦（二）⟧养殖',
    ],
    right: [
      '一、回顾\n（一）农业\n（二）工业\n二、任务\n（一）农业',
      '一、回顾\n二、体会\n今年的任务\n一、农业\n二、工业',
      '（一）农业\n1.种植\n2.养殖\n（二）工业\n3.园区\n4.招商',
      '| 指标 | 2025年 |\n| --- | --- |\n| 产量（吨） | 500 |\n\n注：1.产量为快报数。\n2.产值按现价计算。',
      '# 农业\n# 工业',
      '**一、回顾**\n二、任务\n**三、保障**',
      '1.五位一体\n2.两横三纵\n3.21世纪海上丝绸之路\n4.三网融合',
    ],
  },
  check(lines, _model, report) {
    const headings = typedHeadings(lines);
    /** The last number of each level under the current parent, and anywhere. */
    const siblings: (TypedHeading | undefined)[] = [];
    const running: (TypedHeading | undefined)[] = [];
    for (const [index, heading] of headings.entries()) {
      const { ordinal, passed } = heading;
      const { level } = heading.statement;
      const before = siblings[level];
      let expected = (before?.ordinal ?? 0) + 1;
      while (passed.has(expected)) expected++;
      const restarts = ordinal === 1 && before?.ordinal !== 1;
      // Some count a lower level on through the whole document.
      const runsOn = !before && ordinal === (running[level]?.ordinal ?? 0) + 1;
      if (ordinal !== expected && !restarts && !runsOn)
        tell(headings, index, before, expected, report);
      siblings.length = level + 1;
      siblings[level] = heading;
      running[level] = heading;
    }
  },
};

export default rule;
