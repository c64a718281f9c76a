/**
 * Real reports instead of generated ones: how long it takes to check every Markdown file of the
 * corpus as prose, beside the time that turning the same files into tokens takes. Prints one line of
 * JSON, or a sentence on standard error where there is no corpus.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passOverCharacters } from './measure.ts';
import { ours } from './ours.ts';
import { type Summary, summarizeFromCold } from './statistics.ts';

export interface CorpusFigures {
  readonly files: number;
  readonly characters: number;
  readonly findings: number;
  readonly characterPass: Summary;
  readonly tokenise: Summary;
  readonly check: Summary;
}

const folder = join(process.env.PLANWRIGHT_DATA ?? join('..', 'shared'), 'corpus');
const rounds = process.argv[2] === 'quick' ? 4 : 12;

function readCorpus(): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

async function measureCorpus(texts: readonly string[]): Promise<CorpusFigures> {
  const characterPass: number[] = [];
  const tokenise: number[] = [];
  const check: number[] = [];
  let findings = 0;
  for (let round = 0; round < rounds; round++) {
    characterPass.push(await timeAll(texts, passOverCharacters));
    tokenise.push(await timeAll(texts, ours.tokenise));
    findings = 0;
    check.push(
      await timeAll(texts, async (text) => {
        findings += await ours.check(text);
      }),
    );
  }
  return {
    files: texts.length,
    characters: texts.reduce((total, text) => total + text.length, 0),
    findings,
    characterPass: summarizeFromCold(characterPass),
    tokenise: summarizeFromCold(tokenise),
    check: summarizeFromCold(check),
  };
}

async function timeAll(texts: readonly string[], run: (text: string) => unknown): Promise<number> {
  const start = performance.now();
  for (const text of texts) {
    await run(text);
  }
  return performance.now() - start;
}

async function main(): Promise<void> {
  const texts = readCorpus();
  if (texts.length === 0) {
    process.stderr.write(`No Markdown files in ${folder}: the corpus is left out.\n`);
    return;
  }
  process.stdout.write(`${JSON.stringify(await measureCorpus(texts))}\n`);
}

main();
