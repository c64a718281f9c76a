// Builds a suite for the extension host and runs it in a window of VS Code.

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { startControl } from './control.mjs';
import { PlainError, repositoryFolder } from './install.mjs';
import { freePort } from './serve.mjs';

const builtFiles = ['client.node.cjs', 'server.node.cjs', 'preview.js', 'preview.css'];

/** @throws {PlainError} when the extension has not been built */
export function requireBuiltExtension() {
  const missing = builtFiles.find((file) => !existsSync(path.join(repositoryFolder, 'dist', file)));
  if (missing) throw new PlainError(`dist/${missing} is missing: run "npm run build" first.`);
}

/** Bundles a suite, TypeScript with a `run` export, into one file that the extension host can load. */
export async function buildSuite(entryPoint) {
  const outfile = path.join(
    repositoryFolder,
    'dist',
    'test',
    'editor',
    `${path.basename(path.dirname(entryPoint))}.cjs`,
  );
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Opens a window and runs a suite in it.
 *
 * @param {{ executable: string, suiteFile: string, name: string, makeWorkspace: (folder: string) => Promise<string>,
 *   screenshotsFolder: string, windowArguments?: string[] }} options `makeWorkspace` fills a temporary folder and
 *   answers with what to open in it; `name` is told to the suite, and names the folder of the logs
 * @returns {Promise<{ passed: number, failures: string[] }>}
 * @throws {PlainError} when the window ends without results
 */
export async function runSuite({
  executable,
  suiteFile,
  name,
  makeWorkspace,
  screenshotsFolder,
  windowArguments = [],
}) {
  const temporaryFolder = await mkdtemp(path.join(os.tmpdir(), 'planwright-suite-'));
  const resultsFile = path.join(temporaryFolder, 'results.json');
  const logsFolder = path.join(repositoryFolder, 'test-results', 'editor-logs', name);
  const debuggingPort = await freePort();
  const control = await startControl({ debuggingPort, screenshotsFolder, print: console.log });
  try {
    await rm(logsFolder, { recursive: true, force: true });
    await mkdir(logsFolder, { recursive: true });
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: repositoryFolder,
      extensionTestsPath: suiteFile,
      launchArgs: [
        await makeWorkspace(temporaryFolder),
        `--user-data-dir=${path.join(temporaryFolder, 'user-data')}`,
        `--extensions-dir=${path.join(temporaryFolder, 'extensions')}`,
        `--remote-debugging-port=${debuggingPort}`,
        `--logsPath=${logsFolder}`,
        ...windowArguments,
      ],
      extensionTestsEnv: {
        PLANWRIGHT_SUITE: name,
        PLANWRIGHT_CONTROL: control.address,
        PLANWRIGHT_RESULTS: resultsFile,
      },
    }).catch((error) => {
      // Failed tests are told by the results; without results, the window itself failed.
      if (!(error instanceof TestRunFailedError)) throw error;
    });
    if (!existsSync(resultsFile)) {
      throw new PlainError(
        `The suite "${name}" ended before its tests did; the logs are in ${logsFolder}.`,
      );
    }
    return JSON.parse(await readFile(resultsFile, 'utf8'));
  } finally {
    await control.stop();
    await rm(temporaryFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
