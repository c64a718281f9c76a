/** The pages say what is true: their links lead somewhere, their examples are read, and nothing is forgotten. */
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { read, repositoryFiles, repositoryFolder } from './repository.ts';

const pages = repositoryFiles.filter((name) => name.endsWith('.md'));
const samples = repositoryFiles.filter((name) => name.endsWith('.plan'));

/** Lines of a plan that are not understood, each with its number. */
function problemsIn(text: string): string[] {
  return [...PlanTree.parse(text).lines].flatMap((line, index) =>
    line.kind === line.statement.kind
      ? line.problems.map(({ id }) => `${index + 1}: ${line.text} (${id})`)
      : [],
  );
}

describe('examples', () => {
  test.each(samples)('%s is understood', (name) => {
    expect(problemsIn(read(name))).toEqual([]);
  });

  test.each(pages)('the plans in %s are understood', (name) => {
    const blocks = [...read(name).matchAll(/^```plan\n([\s\S]*?)^```/gm)];
    expect(blocks.flatMap(([, text]) => problemsIn(text))).toEqual([]);
  });
});

describe('links', () => {
  test.each(pages)('%s leads where it says', (name) => {
    const broken = linksIn(read(name)).filter((link) => !leadsSomewhere(link, name));
    expect(broken).toEqual([]);
  });
});

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

function linksIn(markdown: string): string[] {
  const links = [...withoutCode(markdown).matchAll(/\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g)];
  return links.map(([, target]) => target).filter((target) => !/^(?:https?|mailto):/.test(target));
}

function leadsSomewhere(link: string, page: string): boolean {
  const [target, anchor] = link.split('#').map(decodeURIComponent);
  const file = target === '' ? page : path.posix.join(path.posix.dirname(page), target);
  const exists = repositoryFiles.some(
    (name) => name === file || name.startsWith(`${file.replace(/\/$/, '')}/`),
  );
  return exists && (anchor === undefined || anchorsIn(read(file)).includes(anchor));
}

/** The names of a page's headings, as code hosts make them. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.*)$/gm)].map(
    ([, title]) =>
      title
        .trim()
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Mark}\p{Number}\s_-]/gu, '')
        .replaceAll(' ', '-'),
  );
}

describe('dependencies', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json'));
  const names = Object.keys({ ...dependencies, ...devDependencies });

  test('docs/dependencies.md has a line for each, and for no others', () => {
    const told = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(told.sort()).toEqual(names.sort());
  });

  test('each is pinned to one version', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  test('NOTICE names every package that the bundles contain, and no others', async () => {
    const named = [...read('NOTICE').matchAll(/^- (\S+):/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...(await bundledPackages())].sort());
  });
});

/** The packages inside the bundles, by what esbuild would put there. */
async function bundledPackages(): Promise<Set<string>> {
  const entryPoints = [
    'server/src/programs.ts',
    'client/src/extension.ts',
    'client/src/preview/webview.ts',
  ];
  const names = new Set<string>();
  await addPackages(names, {
    entryPoints,
    // As the browser's bundles are made; Node's libraries have an entry for it as well.
    conditions: ['browser'],
    platform: 'node',
  });
  // The same bundles for both.
  await addPackages(names, { entryPoints: importers, platform: 'browser' });
  return names;
}

const importers = ['server/src/importer/pages.ts', 'server/src/importer/word.ts'];

async function addPackages(names: Set<string>, options: BuildOptions): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: repositoryFolder,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', ...builtinModules, ...importers.map((name) => `./${path.basename(name)}`)],
    logLevel: 'silent',
    ...options,
  });
  if (!metafile) throw new Error('esbuild tells nothing of its bundles');
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found && bytesInOutput > 0) names.add(found[1]);
    }
  }
}
