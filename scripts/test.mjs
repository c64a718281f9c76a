// npm test: everything, and one last line that counts it.
//
//   npm test                      unit, protocol and bundle tests, then the editor tests in a real VS Code
//   npm test -- test/unit/model   only these, and no editor tests; the words go to vitest as they are

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureReady, repositoryFolder } from './bootstrap.mjs';

await ensureReady({ build: true });

const resultsFolder = path.join(repositoryFolder, 'test-results');

/** Runs a script with this Node, passes its output on, and answers with it and with the exit status. */
function runNode(programArguments) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, programArguments, {
      cwd: repositoryFolder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** Unit, protocol and bundle tests. A file that cannot even be loaded counts as one failed test. */
async function runVitest(words) {
  const resultsFile = path.join(resultsFolder, 'vitest.json');
  rmSync(resultsFile, { force: true });
  const { status } = await runNode([
    path.join(repositoryFolder, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultsFile}`,
    ...words,
  ]);
  const counts = countVitest(resultsFile);
  // Errors outside of all tests are in the exit status alone.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

function countVitest(resultsFile) {
  let results;
  try {
    results = JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const notLoaded = results.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + notLoaded.length,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** Tests in a real VS Code; the run says how many passed in a line of its own. */
async function runEditorTests() {
  const { status, output } = await runNode([path.join('test', 'editor', 'run.mjs')]);
  const said = [...output.matchAll(/^editor: (\d+) passed, (\d+) failed/gm)].at(-1);
  const counts = { passed: Number(said?.[1] ?? 0), failed: Number(said?.[2] ?? 0), skipped: 0 };
  if ((status !== 0 || !said) && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** Installs what the editor tests run in, where it is not there, while the others run. What goes wrong they will tell. */
async function prepareEditor() {
  const { wantsDesktop } = await import('./vscode-server/choose.mjs');
  if (wantsDesktop()) return;
  await runNode([path.join('scripts', 'vscode-server', 'install.mjs')]);
}

mkdirSync(resultsFolder, { recursive: true });
const words = process.argv.slice(2);
const withEditor = words.length === 0;
const [vitestCounts] = await Promise.all([
  runVitest(words),
  withEditor ? prepareEditor() : undefined,
]);
const runs = [vitestCounts];
if (withEditor) runs.push(await runEditorTests());

const total = (name) => runs.reduce((sum, counts) => sum + counts[name], 0);
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') > 0 ? 1 : 0;
