// Bundles everything that is shipped into dist/: `node scripts/build.mjs [--dev]`.
//
// With --dev the bundles are readable and have source maps. An entry whose source is not there yet is left out.

import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));
const isDevelopment = process.argv.includes('--dev');

/**
 * `planwright lsp` starts the server's own bundle: the command line does not carry the protocol, which is the
 * largest part of a start, nor does the server carry the command line.
 */
const serverApart = {
  name: 'server-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\/main\.node\.ts$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './server.node.cjs', external: true },
    );
  },
};

const forNode = { platform: 'node', format: 'cjs', target: 'node22' };
const forBrowser = { platform: 'browser', target: 'es2023' };

const bundles = [
  { source: 'server/src/main.node.ts', output: 'server.node.cjs', ...forNode },
  {
    source: 'server/src/main.browser.ts',
    output: 'server.browser.js',
    ...forBrowser,
    format: 'iife',
  },
  {
    source: 'server/src/cli/main.ts',
    output: 'cli.cjs',
    ...forNode,
    plugins: [serverApart],
    banner: { js: '#!/usr/bin/env node' },
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
    logLevel: 'warning',
    ...options,
  });
  return `dist/${output} ${Math.ceil(statSync(outfile).size / 1024)} kB`;
}

try {
  const present = bundles.filter(({ source }) => existsSync(path.join(repositoryFolder, source)));
  console.log((await Promise.all(present.map(bundle))).join('\n'));
} catch {
  // esbuild has said what is wrong, and where.
  process.exitCode = 1;
}
