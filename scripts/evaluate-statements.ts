/**
 * `npm run evaluate:statements [COUNT] [FIRST SEED]`: how well random written statements are judged. Consistent
 * documents must give no error and no warning; in each a figure is then moved, and must be found. Prints both rates
 * by phrasing; with `--wrong`, every false alarm and every miss; with `--alarms`, only the first.
 */

import { toTraditional } from '../server/src/features/traditional.ts';
import type { CheckedFinding } from '../server/src/rules/checker.ts';
import { PlanDocument } from '../server/src/workspace/document.ts';
import { Random } from '../test/kit/random.ts';
import { moveOne, randomDocument, textOf } from '../test/kit/random-statements.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const count = Number(words[0] ?? 200);
const first = Number(words[1] ?? 1);
const showWrong = process.argv.includes('--wrong');
/** Only what is said of consistent documents, which takes a tenth of the time. */
const alarmsOnly = process.argv.includes('--alarms');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const convert = (text: string): string => toTraditional(text).replaceAll('裡', '里');

interface Row {
  statements: number;
  alarms: number;
  moved: number;
  missed: number;
  soft: number;
}

const rows = new Map<string, Row>();
const rowOf = (name: string): Row => {
  let row = rows.get(name);
  if (!row) {
    row = { statements: 0, alarms: 0, moved: 0, missed: 0, soft: 0 };
    rows.set(name, row);
  }
  return row;
};
const alarmsByRule = new Map<string, number>();

interface Checked {
  readonly findings: readonly CheckedFinding[];
  readonly lineOf: (line: CheckedFinding['line']) => number;
}

function check(text: string, isPlan: boolean): Checked {
  const document = PlanDocument.open('test', text, { prose: !isPlan });
  return {
    findings: document.findings(),
    lineOf: (line) => document.tree.lines.indexOf(line),
  };
}

for (let seed = first; seed < first + count; seed++) {
  const random = new Random(seed);
  const drawn = randomDocument(random);
  const consistent = textOf(drawn, convert);
  const isPlan = drawn.form === 'plan';
  for (const { phrasing } of drawn.written) rowOf(phrasing).statements++;
  const { findings, lineOf } = check(consistent.text, isPlan);
  for (const finding of findings) {
    if (finding.tier === 'hint') continue;
    const owner = consistent.statementOf[lineOf(finding.line)];
    alarmsByRule.set(finding.rule, (alarmsByRule.get(finding.rule) ?? 0) + 1);
    if (/^(?:arithmetic|composition|doubling|part)/.test(finding.rule))
      rowOf(owner?.phrasing ?? '-').alarms++;
    if (showWrong && !only)
      console.log(
        `ALARM ${seed} ${finding.rule} ${owner?.phrasing}\n  ${finding.line.text}\n  ${finding.message.zh}`,
      );
  }
  for (const one of alarmsOnly ? [] : drawn.written) {
    if (only && !one.phrasing.startsWith(only)) continue;
    const moved = moveOne(one, random);
    if (!moved) continue;
    // A statement is held against the rest of its document; a shorter one is read faster.
    const few = {
      ...drawn,
      written: drawn.written.filter((other) => other === one || random.below(8) === 0),
    };
    const { text, places } = textOf(few, convert, moved);
    const at = places.get(moved.figure)!;
    const result = check(text, isPlan);
    const named = result.findings.filter(
      ({ rule, line, start, end, related = [] }) =>
        /^(?:arithmetic|composition|doubling|part)/.test(rule) &&
        [{ line, start, end }, ...related].some(
          (place) =>
            result.lineOf(place.line) === at.line && place.start <= at.start && at.end <= place.end,
        ),
    );
    const row = rowOf(one.phrasing);
    row.moved++;
    const strong = named.some(
      ({ tier }) => tier === 'error' || (tier === 'warning' && one.reach === 'sentences'),
    );
    if (!strong && named.some(({ tier }) => tier === 'warning')) row.soft++;
    else if (!strong) row.missed++;
    if (!strong && showWrong) {
      console.log(
        `MISS ${seed} ${one.phrasing}: ${named.map(({ tier, rule }) => `${tier} ${rule}`)}`,
      );
      for (const line of text
        .split('\n')
        .filter((_, index) => one.lines.length > 0 && Math.abs(index - at.line) < one.lines.length))
        if (line) console.log(`  ${line}`);
    }
  }
}

console.log('phrasing\tstatements\tfalse alarms\tmoved\tonly warned\tmissed');
for (const [name, { statements, alarms, moved, missed, soft }] of [...rows].sort())
  console.log(`${name}\t${statements}\t${alarms}\t${moved}\t${soft}\t${missed}`);
console.log([...alarmsByRule].map(([rule, times]) => `${rule} ${times}`).join('\n'));
