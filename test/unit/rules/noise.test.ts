/**
 * The measure of a check is its noise. Over reports that were reviewed before they were published,
 * whatever is found has been read and found right, and is recorded here by the hash of its place and
 * text. Over drafts that were never finished, every blank must be found.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PlanModel } from '../../../server/src/model/model.ts';
import { type CheckedFinding, Checker } from '../../../server/src/rules/checker.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { corpus, dataIsAbsent, seeds, type TextFile } from '../../kit/data.ts';

interface Found {
  readonly name: string;
  readonly finding: CheckedFinding;
  readonly tree: PlanTree;
}

function check({ name, text }: TextFile): Found[] {
  const tree = PlanTree.parse(text);
  const checker = new Checker(PlanModel.of(tree));
  expect(checker.internal).toEqual([]);
  return checker.findings().map((finding) => ({ name, finding, tree }));
}

/** Marks of Markdown are not the reports' own; `markdown-bold` has its examples. */
const withoutBold = (text: string): string => text.replaceAll('**', '');
/** One draft is annotated throughout, as 鎮(zhèn). */
const withoutPinyin = (text: string): string =>
  text.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, '');

function fingerprint({ name, finding }: Found): string {
  const { line, start, end, rule } = finding;
  const hash = createHash('sha256').update(`${name}\n${line.text}\n${start}-${end}`);
  return `${rule} ${hash.digest('hex').slice(0, 12)}`;
}

/** What was found in the reports, read, and found right. */
const foundRight: Readonly<Record<'error' | 'warning', readonly string[]>> = {
  error: [
    'per-mille d67ab99787de',
    'unpaired-mark 7348810770a5',
    'unpaired-mark 808694143ade',
    'unpaired-mark df19dc589adf',
    'unpaired-mark e9a6b9f1f9ef',
    'unpaired-mark f4a78c4ddad8',
  ],
  warning: [
    // 810 over 680 is 19.1 %, printed as 20 %.
    'arithmetic-base dd0c8f3f6404',
    'arabic-with-magnitude 00844af3dbf9',
    'arabic-with-magnitude 0579c46e43be',
    'arabic-with-magnitude 68e884fae236',
    'arabic-with-magnitude eeac3981e8bd',
    'arabic-with-magnitude ef63bc601fa8',
    'broken-paragraph 0e4514e52619',
    'broken-paragraph 26068f265fe2',
    'broken-paragraph 49868ecc8d44',
    'broken-paragraph 635551ba72ba',
    'broken-paragraph ac4b9e048c5d',
    'half-width-punctuation 01a45ecd53f7',
    'half-width-punctuation 29dbdc64e044',
    'half-width-punctuation 303145b5c46c',
    'half-width-punctuation 465b947068bb',
    'half-width-punctuation 49e5df17b055',
    'half-width-punctuation 86d5a8f5b44f',
    'half-width-punctuation d470fd458de9',
    'half-width-punctuation eb9313dfe0af',
    'half-width-punctuation f92a28c2a3b5',
    'half-width-punctuation fd49f8f011f5',
    'heading-sequence 1e344c563f6c',
    'heading-sequence 8319582ca509',
    'lower-bound-twice e6f01d6e3aab',
    'obsolete-term 6ace6ca01b8d',
    'obsolete-term c00ed228bab0',
    'points-of-quantity 683f8fc0c2d5',
    'range-percent-dropped 7a750b657be2',
    'rate-over-hundred 3e0b5f4585e8',
    'rate-over-hundred fdf1d12b8b4e',
  ],
};

describe.skipIf(dataIsAbsent)('over reviewed reports', () => {
  const texts = corpus.map(({ name, text }) => ({ name, text: withoutBold(text) }));
  const found = texts.flatMap(check);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);

  test.each(['error', 'warning'] as const)('every %s has been read and found right', (tier) => {
    const ours = found.filter(({ finding }) => finding.tier === tier);
    expect(ours.map(fingerprint).sort()).toEqual([...foundRight[tier]].sort());
  });

  test('years and programmes stand within the years of each report', () => {
    const dated = texts.flatMap(({ name, text }) => {
      const year = Number(/(\d{4})\.md$/.exec(name)?.[1]);
      return check({ name, text: `报告：工作报告\n期间：${year - 1}—${year}年\n\n${text}` });
    });
    const more = dated.filter(({ finding }) => finding.tier !== 'hint').map(fingerprint);
    const right = new Set([...foundRight.error, ...foundRight.warning]);
    expect(more.filter((finding) => !right.has(finding))).toEqual([]);
  });

  test('hints are few', () => {
    const counts = new Map<string, number>();
    for (const { finding } of found) {
      const name = `${finding.tier} ${finding.rule}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const rows = [...counts].sort().map(([name, count]) => {
      const each = (count * 10_000) / characters;
      expect(each, name).toBeLessThan(0.1);
      return `${name}: ${count}, ${each.toFixed(3)} per 10,000 characters`;
    });
    console.info(`${texts.length} reports, ${characters} characters\n${rows.join('\n')}`);
  });
});

describe.skipIf(dataIsAbsent)('over unfinished drafts', () => {
  const texts = seeds.map(({ name, text }) => ({ name, text: withoutPinyin(text) }));
  const found = texts.flatMap(check);

  /** Places of a rule's findings, and of a pattern in the texts, as `name:line:character`. */
  const placesOf = (rule: string): string[] =>
    found
      .filter(({ finding }) => finding.rule === rule)
      .map(
        ({ name, finding, tree }) => `${name}:${tree.lines.indexOf(finding.line)}:${finding.start}`,
      );
  const occurrencesOf = (pattern: RegExp): string[] =>
    texts.flatMap(({ name, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          [...line.matchAll(pattern)].map((match) => `${name}:${index}:${match.index}`),
        ),
    );

  test('every mask of x is found, and nothing else', () => {
    const masks = occurrencesOf(/(?<![a-zA-Z])x+(?:\.\d)?(?![a-zA-Z])/g);
    expect(masks).toHaveLength(47);
    expect(placesOf('placeholder-x')).toEqual(masks);
  });

  test('every blank and masked word is found, and nothing else', () => {
    const blanks = occurrencesOf(/200[_*]|_{2,}|\*{2,}/g);
    expect(blanks).toHaveLength(28);
    expect(placesOf('placeholder-underscore')).toEqual(blanks);
  });

  test('every dropped number is found, and nothing else', () => {
    const dropped = occurrencesOf(/達億元|增長%|達多萬元|率達(?=,)|共補助人|達萬元/g);
    expect(dropped).toHaveLength(6);
    expect(placesOf('missing-number')).toEqual(dropped);
    expect(placesOf('month-missing')).toEqual(occurrencesOf(/預計到月底/g));
    expect(placesOf('unit-missing')).toEqual(occurrencesOf(/2400萬/g));
  });

  test('of the rest, each was read and found right', () => {
    const told = ['placeholder-x', 'placeholder-underscore', 'missing-number'];
    const rest = found.filter(({ finding }) => !told.includes(finding.rule));
    const counts: Record<string, number> = {};
    for (const { finding } of rest) counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
    expect(counts).toEqual({
      'arithmetic-loose': 3,
      'arithmetic-residual': 1,
      'arithmetic-sentence': 2,
      'ascii-dash': 6,
      'broken-paragraph': 3,
      'colon-for-semicolon': 2,
      'converted-word': 8,
      'currency-name': 2,
      'half-width-punctuation': 5,
      'heading-level-skip': 2,
      'heading-punctuation': 6,
      'heading-space': 1,
      'heading-sequence': 2,
      'indicator-alias': 1,
      'lower-bound-twice': 1,
      'measure-word': 1,
      'measure-word-mixed': 1,
      'mixed-magnitude': 1,
      mojibake: 8,
      'month-missing': 1,
      'obsolete-term': 6,
      'ordinal-mark': 1,
      'page-residue': 11,
      'place-leftover': 1,
      'share-over-hundred': 1,
      'stale-topic': 6,
      'truncated-paragraph': 1,
      'unit-missing': 1,
      'unpaired-mark': 9,
      'year-copied': 2,
      'yishi-sequence': 1,
    });
  });
});
