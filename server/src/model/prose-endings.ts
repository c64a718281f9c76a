/** What ends between the stretches of a text, and what a figure may no longer be joined to. */
import type { ModifierKind } from '../syntax/tree.ts';

// What a mark between two stretches ends or begins: a bit for each.
export const endOfSentence = 1;
export const endOfPart = 2;
export const endOfPeriod = 4;
export const endOfClause = 8;
export const opening = 16;
export const closing = 32;
export const lead = 64;
export const colon = 128;
export const endings = new Uint8Array(0x10000);
for (const [marks, bits] of [
  ['。', endOfSentence | endOfPeriod | endOfClause],
  ['！!？?', endOfSentence | endOfClause],
  ['；;', endOfPart | endOfPeriod | endOfClause],
  ['，,', endOfPeriod | endOfClause | lead],
  ['：:', endOfClause | lead | colon],
  ['（(', endOfClause | opening],
  ['）)', endOfClause | closing],
] as const) {
  for (const mark of marks) endings[mark.charCodeAt(0)] = bits;
}

/** Words before a figure with which something else begins. */
export const endsRun: ReadonlySet<ModifierKind> = new Set([
  'up',
  'down',
  'to',
  'from',
  'base',
  'flow',
  'share',
  'average',
  'total',
]);
