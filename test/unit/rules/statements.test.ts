/**
 * Random documents of written statements, in many phrasings, of which the generator knows that they hold together:
 * nothing may be found in them. Then one figure of a statement is moved further than any rounding reaches, and must be
 * found, with the figure among the places. `npm run evaluate:statements` does the same at length, and counts.
 */
import { describe, expect, test } from 'vitest';
import { toTraditional } from '../../../server/src/features/traditional.ts';
import { PlanDocument } from '../../../server/src/workspace/document.ts';
import { Random } from '../../kit/random.ts';
import {
  moveOne,
  type RandomDocument,
  randomDocument,
  textOf,
  type Written,
} from '../../kit/random-statements.ts';

const documents = 60;
const arithmetic = /^(?:arithmetic|composition|doubling|part-above)/;

/** Of our own sentences only words that characters alone get right, but for those of length. */
const convert = (text: string): string => toTraditional(text).replaceAll('裡', '里');

function read({ form }: RandomDocument, text: string): PlanDocument {
  return PlanDocument.open(form === 'plan' ? 'test.plan' : 'test.md', text, {
    prose: form !== 'plan',
  });
}

/** Two sentences may count two things by one name; and the first word of an English name may be a keyword. */
const uncertain = /^one figure told twice$/;
const unread = /Share of days/;

const isTold = (one: Written, text: string): boolean =>
  !uncertain.test(one.phrasing) && !unread.test(text);

describe('random statements', () => {
  const drawn = Array.from({ length: documents }, (_, seed) => {
    const random = new Random(seed + 1);
    return { random, document: randomDocument(random, 20) };
  });

  test('what holds together is left alone', () => {
    for (const { document } of drawn) {
      const { text } = textOf(document, convert);
      const found = read(document, text)
        .findings()
        .filter(({ tier }) => tier !== 'hint');
      expect(
        found.map(({ line, message }) => `${line.text}\n${message.zh}`),
        text,
      ).toEqual([]);
    }
  });

  test('a figure that is moved is found', () => {
    for (const { document, random } of drawn) {
      for (const one of document.written) {
        const moved = moveOne(one, random);
        if (!moved) continue;
        const { text, places } = textOf({ ...document, written: [one] }, convert, moved);
        if (!isTold(one, text)) continue;
        const at = places.get(moved.figure)!;
        const result = read(document, text);
        const tiers = result
          .findings()
          .filter(
            ({ rule, line, start, end, related = [] }) =>
              arithmetic.test(rule) &&
              [{ line, start, end }, ...related].some(
                (place) =>
                  result.tree.lines.indexOf(place.line) === at.line &&
                  place.start <= at.start &&
                  at.end <= place.end,
              ),
          )
          .map(({ tier }) => tier);
        // Between sentences a disagreement is recognised rather than declared.
        const right = one.reach === 'sentences' ? /error|warning/ : /error/;
        expect(tiers.join(), `${one.phrasing}\n${text}`).toMatch(right);
      }
    }
  });
});
