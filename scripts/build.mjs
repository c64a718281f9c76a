// Bundles everything that is shipped into dist/: `node scripts/build.mjs [--dev]`.
//
// With --dev the bundles are readable and have source maps. An entry whose source is not there yet is left out.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));
const isDevelopment = process.argv.includes('--dev');

/** Leaves out what is loaded at run time from a bundle of its own, which is named for each source. */
const bundlesApart = (apart) => ({
  name: 'bundles-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\.ts$/ }, ({ kind, path: source }) => {
      const bundle = kind === 'dynamic-import' ? apart[path.basename(source)] : undefined;
      return bundle ? { path: bundle, external: true } : undefined;
    });
  },
});

/**
 * Server and command line are one bundle, so that the engine is shipped once; what only one of them needs is loaded when
 * it is started. Their entries are files of their own, since the compile cache works for what is loaded after it has been
 * switched on. And what makes and reads Word files and the like is large, and few sessions need it.
 */
const apartForNode = bundlesApart({
  'main.node.ts': './server.node.cjs',
  'programs.node.ts': './planwright.cjs',
  'docx.ts': './report.docx.js',
  'xlsx.ts': './report.xlsx.js',
  'xml.ts': './report.stratml.js',
  'pages.ts': './import.pages.js',
  'word.ts': './import.word.js',
});

/**
 * The library of workbooks packs large parts in workers of its own. Node knows none by that name, and a worker need not
 * have any. Since what it packs is packed once more, it need not be made small.
 */
const packedAtOnce = {
  name: 'packed-at-once',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]zip[\\/]zipToArrayBuffer\.js$/ }, () => ({
      contents: `import { zipSync } from 'fflate';
        export default async (files) => zipSync(files, { level: 0 }).buffer;`,
      resolveDir: repositoryFolder,
    }));
  },
};

/**
 * Of the library that unpacks Word files only this much is asked for, and one that unpacks is there already; and of the
 * names for characters XML knows five, not all two thousand of HTML.
 */
const smallWordReader = {
  name: 'small-word-reader',
  setup(bundler) {
    bundler.onResolve({ filter: /^jszip$/ }, () => ({ path: 'jszip', namespace: 'small' }));
    bundler.onLoad({ filter: /.*/, namespace: 'small' }, () => ({
      contents: `import { unzipSync } from 'fflate';
        export async function loadAsync(packed) {
          const files = unzipSync(new Uint8Array(packed));
          const file = (name) => (Object.hasOwn(files, name) ? { async: async () => files[name] } : null);
          return { file };
        }`,
      resolveDir: repositoryFolder,
    }));
    bundler.onLoad({ filter: /[\\/]xmldom[\\/]lib[\\/]entities\.js$/ }, () => ({
      contents: `exports.XML_ENTITIES = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };
        exports.HTML_ENTITIES = exports.XML_ENTITIES;`,
    }));
  },
};

/** Web pages and Markdown have the same names for characters: one table is enough. */
const oneTableOfNames = {
  name: 'one-table-of-names',
  setup(bundler) {
    bundler.onResolve({ filter: /^entities$/ }, ({ kind }) =>
      bundler.resolve('entities/decode', {
        kind,
        resolveDir: path.join(repositoryFolder, 'node_modules', 'parse5'),
      }),
    );
  },
};

/** What makes and reads files of one format each, with what it exports. */
const formats = [
  { source: 'report/docx/docx.ts', output: 'report.docx.js', exported: 'docxOf' },
  {
    source: 'report/xlsx/xlsx.ts',
    output: 'report.xlsx.js',
    exported: 'xlsxOf',
    plugins: [packedAtOnce],
  },
  { source: 'report/stratml/xml.ts', output: 'report.stratml.js', exported: 'xmlOf' },
  {
    source: 'importer/pages.ts',
    output: 'import.pages.js',
    exported: 'blocksOfPage',
    plugins: [oneTableOfNames],
  },
  {
    source: 'importer/word.ts',
    output: 'import.word.js',
    exported: 'htmlOfWord',
    plugins: [smallWordReader],
  },
];

/** What a bundle is called among the worker's own names. */
const globalName = ({ exported }) => `planwright_${exported}`;

/**
 * In a worker a bundle is loaded as the worker itself is: by its whole address, since the worker has none that others
 * could be found from. The client tells that of the first as the worker's name, and the others lie beside it; VS Code
 * puts names of its own in front.
 */
const apartForBrowser = {
  name: 'bundles-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\.ts$/ }, ({ kind, path: source }) => {
      const format = formats.find((one) => path.basename(source) === path.basename(one.source));
      return kind === 'dynamic-import' && format
        ? { path: format.output, namespace: 'apart', pluginData: format }
        : undefined;
    });
    bundler.onLoad({ filter: /.*/, namespace: 'apart' }, ({ pluginData: format }) => ({
      contents: `importScripts(self.name.split(' -> ').at(-1).replace('${formats[0].output}', '${format.output}'));
        export const ${format.exported} = self.${globalName(format)}.${format.exported};`,
    }));
  },
};

/** Its entry for Node loads its parts at run time, which a bundle cannot. */
const alias = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };

const forNode = {
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  plugins: [apartForNode],
  // A bundle is loaded by `require`, which is quicker than to start Node's loader of modules.
  supported: { 'dynamic-import': false },
};
const forBrowser = { platform: 'browser', target: 'es2023' };

/** The first thing that the command line does: an older Node gets a sentence, not a stack trace. */
const refuseOldNode = `(v => {
  if (v[0] > 22 || (v[0] === 22 && v[1] >= 12)) return;
  console.error('Planwright needs Node 22.12 or newer; this is ' + process.version + '.');
  process.exit(2);
})(process.versions.node.split('.').map(Number));`;

const bundles = [
  { source: 'server/src/main.node.ts', output: 'server.node.cjs', ...forNode },
  { source: 'server/src/programs.node.ts', output: 'planwright.cjs', ...forNode },
  {
    source: 'server/src/main.browser.ts',
    output: 'server.browser.js',
    ...forBrowser,
    format: 'iife',
    plugins: [apartForBrowser],
  },
  // One for Node and for the worker, which loads it as a script.
  ...formats.map((format) => ({
    source: `server/src/${format.source}`,
    output: format.output,
    ...forBrowser,
    format: 'iife',
    plugins: format.plugins,
    globalName: globalName(format),
    footer: { js: `if (typeof module === 'object') module.exports = ${globalName(format)};` },
  })),
  {
    source: 'server/src/cli.node.ts',
    output: 'cli.cjs',
    ...forNode,
    banner: { js: `#!/usr/bin/env node\n${refuseOldNode}` },
  },
  {
    source: 'client/src/extension.ts',
    output: 'client.node.cjs',
    ...forNode,
    external: ['vscode'],
  },
  {
    source: 'client/src/extension.browser.ts',
    output: 'client.browser.cjs',
    ...forBrowser,
    format: 'cjs',
    external: ['vscode'],
  },
  { source: 'client/src/preview/webview.ts', output: 'preview.js', ...forBrowser, format: 'iife' },
  { source: 'client/src/preview/preview.css', output: 'preview.css', ...forBrowser },
];

async function bundle({ source, output, ...options }) {
  const outfile = path.join(repositoryFolder, 'dist', output);
  await build({
    absWorkingDir: repositoryFolder,
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: !isDevelopment,
    sourcemap: isDevelopment,
    // Escaped, each Chinese character would take twice the room.
    charset: 'utf8',
    alias,
    logLevel: 'warning',
    ...options,
  });
  return `dist/${output} ${Math.ceil(statSync(outfile).size / 1024)} kB`;
}

try {
  // Node takes what is here for scripts, as the worker does, and not for modules.
  mkdirSync(path.join(repositoryFolder, 'dist'), { recursive: true });
  writeFileSync(path.join(repositoryFolder, 'dist', 'package.json'), '{ "type": "commonjs" }\n');
  const present = bundles.filter(({ source }) => existsSync(path.join(repositoryFolder, source)));
  console.log((await Promise.all(present.map(bundle))).join('\n'));
} catch {
  // esbuild has said what is wrong, and where.
  process.exitCode = 1;
}
