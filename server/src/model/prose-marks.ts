/** Marks in a text that are no part of what it says, and the places of claims that were read without them. */

import type { Draft } from './claims.ts';
import type { Claim } from './types.ts';

/**
 * `業(yè)`, a reading in Latin letters behind a character, which some web pages leave in their texts,
 * and `[^9]`, the mark of a footnote.
 */
const mark = /(?<=[\u3400-\u9fffI])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]|\[\^\d{1,3}\]/g;
const hasMark = /[(（][a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[)）]|\[\^\d/;

/** Without one of these characters a text has no such mark. */
export const signsOfMarks = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ[';

/** The text without such marks, and the place in the printed text of each of its letters. */
export function withoutMarks(text: string): { plain: string; placeOf: number[] } | undefined {
  if (!hasMark.test(text)) return undefined;
  const placeOf: number[] = [];
  let plain = '';
  let from = 0;
  const take = (to: number): void => {
    for (let at = from; at < to; at++) placeOf.push(at);
    plain += text.slice(from, to);
  };
  for (const found of text.matchAll(mark)) {
    take(found.index);
    from = found.index + found[0].length;
  }
  take(text.length);
  placeOf.push(text.length);
  return { plain, placeOf };
}

/** Adds to all places of a claim. */
export function shift(draft: Draft, by: number): void {
  draft.start += by;
  draft.end += by;
  draft.numberStart += by;
  draft.numberEnd += by;
  draft.unitStart += by;
  draft.unitEnd += by;
  if (draft.fromStart !== undefined) draft.fromStart += by;
  if (draft.fromEnd !== undefined) draft.fromEnd += by;
  const { nameSpan, change } = draft;
  if (nameSpan) draft.nameSpan = { start: nameSpan.start + by, end: nameSpan.end + by };
  if (change) {
    draft.change = {
      ...change,
      start: change.start + by,
      end: change.end + by,
      numberStart: change.numberStart + by,
      numberEnd: change.numberEnd + by,
    };
  }
}

/** Puts a claim's places, which count in the text that was read, to where they stand in the line. */
export function moved(draft: Draft, place: (at: number, isEnd: boolean) => number): Claim {
  draft.start = place(draft.start, false);
  draft.end = place(draft.end, true);
  draft.numberStart = place(draft.numberStart, false);
  draft.numberEnd = place(draft.numberEnd, true);
  draft.unitStart = place(draft.unitStart, false);
  draft.unitEnd = place(draft.unitEnd, true);
  if (draft.fromStart !== undefined) draft.fromStart = place(draft.fromStart, false);
  if (draft.fromEnd !== undefined) draft.fromEnd = place(draft.fromEnd, true);
  if (draft.nameSpan)
    draft.nameSpan = {
      start: place(draft.nameSpan.start, false),
      end: place(draft.nameSpan.end, true),
    };
  if (draft.change) {
    const { start, end, numberStart, numberEnd } = draft.change;
    draft.change = {
      ...draft.change,
      start: place(start, false),
      end: place(end, true),
      numberStart: place(numberStart, false),
      numberEnd: place(numberEnd, true),
    };
  }
  return draft;
}
