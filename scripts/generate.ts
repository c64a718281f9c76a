/**
 * Makes the files that are made from tables: `npm run generate`. With `--check` nothing is written, and the exit
 * status is 1 when one of them is not what it would be made.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeGrammar } from './generate/grammar.ts';
import { pinyinModule } from './generate/pinyin.ts';
import { type RuleFile, rulePage, rulesIndex, rulesOverview } from './generate/rules.ts';
import { settingsFiles } from './generate/settings.ts';

const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));

/** Folders in which every file is generated: what is no longer made there goes. */
const generatedFolders = ['docs/rules'];

/** Every generated file of the project with what belongs in it, by its place in the repository. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const rules = await readRules();
  return new Map([
    ['syntaxes/plan.tmLanguage.json', `${JSON.stringify(makeGrammar(), undefined, 2)}\n`],
    ['server/src/features/completion/pinyin-rows.ts', pinyinModule()],
    ['server/src/rules/index.ts', rulesIndex(rules)],
    ['docs/rules/README.md', rulesOverview(rules)],
    ...rules.map(({ rule }): [string, string] => [`docs/rules/${rule.name}.md`, rulePage(rule)]),
    ...settingsFiles(
      rules.map(({ rule }) => rule),
      (name) => readFileSync(path.join(repositoryFolder, name), 'utf8'),
    ),
  ]);
}

/** The checks, in the order of their names. */
async function readRules(): Promise<readonly RuleFile[]> {
  const folder = path.join(repositoryFolder, 'server', 'src', 'rules', 'checks');
  const fileNames = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.basename(name, '.ts'))
    .sort();
  return Promise.all(
    fileNames.map(async (fileName) => {
      const file = pathToFileURL(path.join(folder, `${fileName}.ts`)).href;
      const { default: rule } = await import(file);
      if (rule?.name !== fileName)
        throw new Error(`checks/${fileName}.ts exports no check of that name`);
      return { fileName, rule };
    }),
  );
}

/** The generated files whose text is not what it would be made now, and those that would not be made at all. */
export async function staleFiles(): Promise<readonly string[]> {
  const files = await generatedFiles();
  const stale = [...files.keys()].filter((name) => {
    const file = path.join(repositoryFolder, name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== files.get(name);
  });
  const left = generatedFolders
    .filter((folder) => existsSync(path.join(repositoryFolder, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(repositoryFolder, folder)).map((name) => `${folder}/${name}`),
    )
    .filter((name) => !files.has(name));
  return [...stale, ...left];
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
    const text = files.get(name);
    if (text === undefined) {
      rmSync(file);
    } else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    console.log(text === undefined ? `${name} removed` : name);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
