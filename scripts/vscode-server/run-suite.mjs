// Builds a suite for the extension host and runs it in a window of VS Code.

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { startControl } from './control.mjs';
import { PlainError, repositoryFolder } from './install.mjs';
import { freePort } from './serve.mjs';

const builtFiles = ['client.cjs', 'server.node.cjs', 'preview.js', 'preview.css'];

/** @throws {PlainError} when the extension has not been built */
export function requireBuiltExtension() {
  const missing = builtFiles.find((file) => !existsSync(path.join(repositoryFolder, 'dist', file)));
  if (missing) throw new PlainError(`dist/${missing} is missing: run "npm run build" first.`);
}

/** Bundles a suite, TypeScript with a `run` export, into one file that the extension host can load. */
async function buildSuite(entryPoint, outside) {
  const outfile = path.join(repositoryFolder, 'dist', 'test', 'editor', `${outside.suite}.cjs`);
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'neutral',
    format: 'cjs',
    target: 'es2023',
    external: ['vscode'],
    define: { outside: JSON.stringify(outside) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Opens a window and runs a suite in it.
 *
 * @param {{ executable: string, entryPoint: string, name: string, makeWorkspace: (folder: string) => Promise<string>,
 *   screenshotsFolder: string, windowArguments?: string[], told?: Record<string, unknown> }} options `makeWorkspace`
 *   fills a temporary folder and answers with what to open in it; `name` is told to the suite, as is `told`, and names
 *   the folder of the logs
 * @returns {Promise<import('./control.mjs').Results>}
 * @throws {PlainError} when the window ends without results
 */
export async function runSuite({
  executable,
  entryPoint,
  name,
  makeWorkspace,
  screenshotsFolder,
  windowArguments = [],
  told = {},
}) {
  const temporaryFolder = await mkdtemp(path.join(os.tmpdir(), 'planwright-suite-'));
  const logsFolder = path.join(repositoryFolder, 'test-results', 'editor-logs', name);
  const debuggingPort = await freePort();
  const control = await startControl({ debuggingPort, screenshotsFolder, print: console.log });
  try {
    await rm(logsFolder, { recursive: true, force: true });
    await mkdir(logsFolder, { recursive: true });
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: repositoryFolder,
      extensionTestsPath: await buildSuite(entryPoint, {
        suite: name,
        controlAddress: control.address,
        ...told,
      }),
      launchArgs: [
        await makeWorkspace(temporaryFolder),
        `--user-data-dir=${path.join(temporaryFolder, 'user-data')}`,
        `--extensions-dir=${path.join(temporaryFolder, 'extensions')}`,
        `--remote-debugging-port=${debuggingPort}`,
        `--logsPath=${logsFolder}`,
        ...windowArguments,
      ],
    }).catch((error) => {
      // Failed tests are told by the results; without results, the window itself failed.
      if (!(error instanceof TestRunFailedError)) throw error;
    });
    const results = control.results();
    if (!results) {
      throw new PlainError(
        `The suite "${name}" ended before its tests did; the logs are in ${logsFolder}.`,
      );
    }
    return results;
  } finally {
    await control.stop();
    await rm(temporaryFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
