// Bundles everything that is shipped into dist/: `node scripts/build.mjs [--dev]`.
//
// With --dev the bundles are readable and have source maps. An entry whose source is not there yet is left out.

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));
const isDevelopment = process.argv.includes('--dev');

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

/** Of what package.json says, the programs tell the version; the rest is 30 kB. */
const onlyVersion = {
  name: 'only-version',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]package\.json$/ }, ({ path: file }) => {
      const { version } = JSON.parse(readFileSync(file, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/**
 * Only clients ask the protocol's library for the names of new pipes, and only some servers for where npm keeps its
 * packages. Node's cryptography and processes would be loaded for that at each start.
 */
const onlyServing = {
  name: 'only-serving',
  setup(bundler) {
    bundler.onResolve({ filter: /^crypto$/ }, ({ importer }) =>
      /[\\/]vscode-jsonrpc[\\/]/.test(importer)
        ? { path: 'crypto', namespace: 'unused' }
        : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: '' }));
    bundler.onLoad(
      { filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ },
      () => ({
        contents: '',
      }),
    );
  },
};

const forNode = {
  platform: 'node',
  format: 'cjs',
  target: 'node22',
};
const forBrowser = { platform: 'browser', target: 'es2023' };
/** In Node, and in a worker as long as nothing of Node is asked for. Some libraries have a part for either. */
const forBoth = { platform: 'node', target: ['node22', 'es2023'], conditions: ['browser'] };

/**
 * What is loaded at run time, by `import()`, from a bundle of its own, with what it exports. Each is a script, one for
 * Node and for the worker.
 *
 * Server and command line are one bundle, so that the engine is shipped once: in Node, in the worker, and for both
 * programs. Their entries are files of their own, since Node's compile cache works for what is loaded after it has been
 * switched on. And what makes and reads Word files and the like is large, and few sessions need it.
 */
const apart = [
  {
    source: 'server/src/programs.ts',
    output: 'planwright.js',
    exported: ['startServer', 'startWorker', 'startExport', 'startCommandLine'],
    ...forBoth,
    plugins: [onlyVersion, onlyServing],
  },
  { source: 'server/src/report/docx/docx.ts', output: 'report.docx.js', exported: ['docxOf'] },
  {
    source: 'server/src/report/xlsx/xlsx.ts',
    output: 'report.xlsx.js',
    exported: ['xlsxOf'],
    plugins: [packedAtOnce],
  },
  { source: 'server/src/report/stratml/xml.ts', output: 'report.stratml.js', exported: ['xmlOf'] },
  {
    source: 'server/src/importer/pages.ts',
    output: 'import.pages.js',
    exported: ['blocksOfPage'],
    plugins: [oneTableOfNames],
  },
  {
    source: 'server/src/importer/word.ts',
    output: 'import.word.js',
    exported: ['htmlOfWord'],
    plugins: [smallWordReader],
  },
];

/** What a bundle is called among a worker's own names. */
const globalName = ({ output }) => path.basename(output, '.js').replace('.', '_');

/**
 * Leaves out of a bundle what is apart from it. Node requires it, which is quicker than its loader of modules. In a
 * worker it is loaded as the worker itself is: by its whole address, since the worker has none that others could be
 * found from. The client tells that of the first as the worker's name, and the others lie beside it; VS Code puts names
 * of its own in front.
 */
const bundledApart = {
  name: 'bundled-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\.ts$/ }, ({ kind, path: source, resolveDir }) => {
      const file = path.relative(repositoryFolder, path.join(resolveDir, source));
      const found = apart.find((one) => one.source === file.replaceAll('\\', '/'));
      const isOwn = bundler.initialOptions.entryPoints.includes(found?.source);
      return kind === 'dynamic-import' && found && !isOwn
        ? { path: found.output, namespace: 'apart', pluginData: found }
        : undefined;
    });
    bundler.onLoad({ filter: /.*/, namespace: 'apart' }, ({ pluginData: found }) => ({
      contents: `const isWorker = typeof importScripts === 'function';
        if (isWorker) {
          importScripts(self.name.split(' -> ').at(-1).replace('${apart[0].output}', '${found.output}'));
        }
        export const { ${found.exported.join(', ')} } =
          isWorker ? self.${globalName(found)} : require('./${found.output}');`,
    }));
    bundler.onResolve({ filter: /\.js$/, namespace: 'apart' }, ({ path: output }) => ({
      path: output,
      external: true,
    }));
  },
};

/** Its entry for Node loads its parts at run time, which a bundle cannot. */
const alias = { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' };

/** The first thing that the command line does: an older Node gets a sentence, not a stack trace. */
const refuseOldNode = `(v => {
  if (v[0] > 22 || (v[0] === 22 && v[1] >= 12)) return;
  console.error('Planwright needs Node 22.12 or newer; this is ' + process.version + '.');
  process.exit(2);
})(process.versions.node.split('.').map(Number));`;

const bundles = [
  {
    source: 'server/src/main.node.ts',
    output: 'server.node.cjs',
    ...forNode,
  },
  {
    source: 'server/src/export.node.ts',
    output: 'export.cjs',
    ...forNode,
  },
  {
    source: 'server/src/main.browser.ts',
    output: 'server.browser.js',
    ...forBrowser,
    format: 'iife',
    plugins: [bundledApart],
  },
  {
    source: 'server/src/cli.node.ts',
    output: 'cli.cjs',
    ...forNode,
    banner: { js: `#!/usr/bin/env node\n${refuseOldNode}` },
  },
  ...apart.map(({ exported, plugins = [], ...options }) => ({
    ...forBrowser,
    ...options,
    format: 'iife',
    plugins: [bundledApart, ...plugins],
    globalName: globalName(options),
    footer: { js: `if (typeof module === 'object') module.exports = ${globalName(options)};` },
  })),
  {
    source: 'client/src/extension.ts',
    output: 'client.cjs',
    ...forBoth,
    format: 'cjs',
    external: ['vscode'],
  },
  { source: 'client/src/preview/webview.ts', output: 'preview.js', ...forBrowser, format: 'iife' },
  { source: 'client/src/preview/preview.css', output: 'preview.css', ...forBrowser },
];

/** Makes a bundle, and answers with what went into it. */
async function bundle({ source, output, ...options }) {
  const outfile = path.join(repositoryFolder, 'dist', output);
  const { metafile } = await build({
    absWorkingDir: repositoryFolder,
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: !isDevelopment,
    sourcemap: isDevelopment,
    // Escaped, each Chinese character would take twice the room.
    charset: 'utf8',
    alias,
    metafile: true,
    logLevel: 'warning',
    ...options,
  });
  console.log(`dist/${output} ${Math.ceil(statSync(outfile).size / 1024)} kB`);
  return [output, metafile];
}

try {
  // Node takes what is here for scripts, as the worker does, and not for modules.
  mkdirSync(path.join(repositoryFolder, 'dist'), { recursive: true });
  writeFileSync(path.join(repositoryFolder, 'dist', 'package.json'), '{ "type": "commonjs" }\n');
  const present = bundles.filter(({ source }) => existsSync(path.join(repositoryFolder, source)));
  const made = await Promise.all(present.map(bundle));
  // For the tests, which say what must not be in which bundle.
  const contents = JSON.stringify(Object.fromEntries(made));
  writeFileSync(path.join(repositoryFolder, 'dist', 'contents.json'), contents);
} catch {
  // esbuild has said what is wrong, and where.
  process.exitCode = 1;
}
