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
  error: [],
  warning: ['heading-sequence 1e344c563f6c', 'heading-sequence 8319582ca509'],
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
    expect(more.sort()).toEqual([...foundRight.error, ...foundRight.warning].sort());
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
    expect(rest.map(({ finding }) => finding.rule).sort()).toEqual([
      'heading-level-skip',
      'heading-level-skip',
      'heading-sequence',
      'heading-sequence',
      'month-missing',
      'unit-missing',
      'yishi-sequence',
    ]);
  });
});
