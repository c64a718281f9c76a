/** Where the tests find the texts that they read: the samples, and data that may not be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const data = process.env.PLANWRIGHT_DATA ?? join(root, '..', 'shared');

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

function filesIn(folder: string, ending: string): TextFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

export const samples: readonly TextFile[] = filesIn(join(root, 'samples'), '.plan');
/** Five real documents; empty where the data is absent. */
export const seeds: readonly TextFile[] = filesIn(join(data, 'domain', 'seeds'), '.txt');
/** Sixty real reports; empty where the data is absent. */
export const corpus: readonly TextFile[] = filesIn(join(data, 'corpus'), '.md');
export const dataIsAbsent = seeds.length === 0;
export const absentMessage = 'the real documents are not here (set PLANWRIGHT_DATA)';
export const dataFile = (path: string): string => readFileSync(join(data, path), 'utf8');
