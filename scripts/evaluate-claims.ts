/**
 * `npm run evaluate`: how well claims are read from real texts. Prints recall, precision and the
 * accuracy of each field, for the five seed documents and for the figures of reports that were
 * annotated by hand, and for texts of our own; with `--wrong`, every miss and every difference.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Comparison,
  claimsOf,
  compare,
  fields,
  isRight,
  levelOf,
  type PlacedClaim,
} from '../test/evaluation/compare.ts';
import { type ExpectedClaim, readExpected } from '../test/evaluation/expected.ts';
import { expectedOfOwn, ownTexts } from '../test/evaluation/own.ts';
import { expectedOfSeeds } from '../test/evaluation/seeds.ts';
import { absentMessage, corpus, dataFile, dataIsAbsent, seeds } from '../test/kit/data.ts';

const folder = join(import.meta.dirname, '..', 'test', 'evaluation');
const showWrong = process.argv.includes('--wrong');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);

interface Text {
  readonly name: string;
  readonly text: string;
}

/** One table: everything of these texts that was expected, and of what was claimed what was not. */
function evaluate(
  title: string,
  expected: readonly ExpectedClaim[],
  texts: readonly Text[],
  isComplete: boolean,
): void {
  const comparisons: Comparison[] = [];
  // What a careful reader may claim or leave counts neither way.
  let optional = 0;
  const unexpected: { text: Text; claim: PlacedClaim }[] = [];
  let claimed = 0;
  for (const text of texts) {
    const claims = claimsOf(text);
    const here = compare(
      expected.filter(({ file }) => file === text.name),
      claims,
    );
    comparisons.push(...here.filter(({ expected: { role } }) => role !== 'optional'));
    optional += here.filter(({ expected: { role }, found }) => role === 'optional' && found).length;
    claimed += claims.length;
    const known = new Set(here.map(({ found }) => found));
    for (const claim of claims) if (!known.has(claim)) unexpected.push({ text, claim });
  }
  const found = comparisons.filter((comparison) => comparison.found);
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5)} %  (${part} of ${whole})`;
  console.log(`\n${title}`);
  console.log(`  recall      ${share(found.length, comparisons.length)}`);
  if (isComplete)
    console.log(
      `  precision   ${share(claimed - optional - unexpected.length, claimed - optional)}`,
    );
  for (const field of fields) {
    if (field === 'period' && !found.some(({ expected: { period } }) => period)) continue;
    const right = found.filter(({ wrong }) => !wrong.includes(field));
    console.log(`  ${field.padEnd(11)} ${share(right.length, found.length)}`);
  }
  console.log(
    `  name exact  ${share(found.filter(({ exactName }) => exactName).length, found.length)}`,
  );
  const allRight = found.filter(isRight);
  console.log(`  all at once ${share(allRight.length, comparisons.length)}`);
  if (showWrong) printDifferences(comparisons, isComplete ? unexpected : [], texts);
}

function printDifferences(
  comparisons: readonly Comparison[],
  unexpected: readonly { text: Text; claim: PlacedClaim }[],
  texts: readonly Text[],
): void {
  const around = (name: string, start: number, end = start): string => {
    const text = texts.find((candidate) => candidate.name === name)?.text ?? '';
    return `${text.slice(Math.max(0, start - 30), start)}【${text.slice(start, end)}】${text.slice(end, end + 16)}`.replace(
      /\n/g,
      '⏎',
    );
  };
  for (const { expected, found, wrong, exactName } of comparisons) {
    if (found && wrong.length === 0 && exactName) continue;
    console.log(
      `\n${found ? (wrong.length ? `≠ ${wrong.join(' ')}` : '≈ name') : '✗ missing'}  ${expected.file} ${around(expected.file, expected.start)}`,
    );
    console.log(
      `   want ${expected.indicator} | ${expected.role} ${expected.comparator} ${expected.value} ${expected.unit} ${JSON.stringify(expected.change ?? '')} ${expected.flags}`,
    );
    if (found) {
      const { claim } = found;
      const flags = ['average', 'total', 'share', 'rank', 'completion'].filter(
        (flag) => claim[flag as 'average'],
      );
      console.log(
        `   have ${claim.indicator} | ${claim.role} ${claim.comparator ?? ''} ${levelOf(claim)} ${claim.unit} ${claim.change ? JSON.stringify({ kind: claim.change.kind, value: claim.change.value, unit: claim.change.unit }) : ''} ${flags}`,
      );
    }
  }
  for (const { text, claim } of unexpected) {
    const { start, end } = claim.figures[0];
    console.log(
      `\n+ ${text.name.slice(0, 10)} ${around(text.name, start, end)}  → ${claim.claim.indicator}`,
    );
  }
}

for (const language of ['chinese', 'english'] as const) {
  if (only && only !== language) continue;
  const texts = ownTexts(language);
  evaluate(`Texts of our own, ${language}`, texts.flatMap(expectedOfOwn), texts, true);
}
if (dataIsAbsent) {
  console.log(absentMessage);
} else {
  const adjudicated = readFileSync(join(folder, 'seeds-adjudicated.tsv'), 'utf8');
  const { expected, lost } = expectedOfSeeds(
    dataFile('domain/seeds-claims.tsv'),
    adjudicated,
    seeds,
  );
  if (!only || only === 'seeds') {
    for (const row of lost) console.log(`not found in its text: ${row}`);
    evaluate('Five seed documents', expected, seeds, true);
  }
  for (const half of ['tuning', 'held-back'] as const) {
    if (only && only !== half) continue;
    let gold: ExpectedClaim[] = [];
    try {
      gold = readExpected(readFileSync(join(folder, `reports-${half}.tsv`), 'utf8'));
    } catch {
      continue;
    }
    const names = new Set(gold.map(({ file }) => file));
    evaluate(
      `Reports, ${half} half`,
      gold,
      corpus.filter(({ name }) => names.has(name)),
      false,
    );
  }
}
