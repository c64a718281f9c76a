/**
 * Makes the files that are made from tables: `npm run generate`. With `--check` nothing is written, and the exit
 * status is 1 when one of them is not what it would be made.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeGrammar } from './generate/grammar.ts';

const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));

/** Every generated file of the project with what belongs in it, by its place in the repository. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['syntaxes/plan.tmLanguage.json', `${JSON.stringify(makeGrammar(), undefined, 2)}\n`],
  ]);
}

/** The generated files whose text is not what it would be made now. */
export async function staleFiles(): Promise<readonly string[]> {
  const files = await generatedFiles();
  return [...files.keys()].filter((name) => {
    const file = path.join(repositoryFolder, name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== files.get(name);
  });
}

async function main(words: readonly string[]): Promise<void> {
  const stale = await staleFiles();
  if (words.includes('--check')) {
    for (const name of stale) console.error(`${name} is stale: npm run generate`);
    if (stale.length > 0) process.exitCode = 1;
    return;
  }
  const files = await generatedFiles();
  for (const name of stale) {
    const file = path.join(repositoryFolder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, files.get(name) ?? '');
    console.log(name);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
