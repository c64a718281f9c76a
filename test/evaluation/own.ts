/**
 * Texts of our own with all that they claim: a budget, a communiqué, a review, plans of a county, a township and a
 * village, in Chinese and in English. What is expected was written down before the engine read them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExpectedClaim, readInOrder } from './expected.ts';

export interface OwnText {
  readonly name: string;
  readonly text: string;
  readonly table: string;
}

export function ownTexts(language: 'chinese' | 'english'): OwnText[] {
  const folder = join(import.meta.dirname, 'texts', language);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.tsv'))
    .sort()
    .map((name) => ({ name, text: read(name), table: read(name.replace(/\.\w+$/, '.tsv')) }));
}

export const expectedOfOwn = ({ name, text, table }: OwnText): ExpectedClaim[] =>
  readInOrder(name, text, table);
