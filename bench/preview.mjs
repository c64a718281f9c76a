/**
 * How long the preview beside a plan takes to show a keystroke, in a real VS Code with the built extension:
 * `node bench/preview.mjs [LINES …] [pages|continuous]`, after `npm run build`. Prose, targets and headings all over the
 * document are typed into and mended again, in both views; the times are taken inside the extension and inside the page.
 * VS Code tells extensions of diagnostics up to 50 ms after it has them, and underlines them in its own window.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseEditor } from '../scripts/vscode-server/choose.mjs';
import { requireBuiltExtension, runSuite } from '../scripts/vscode-server/run-suite.mjs';

const wanted = process.argv.slice(2);
const lengths = wanted.some((one) => Number(one) > 0) ? wanted : [1000, 10_000, ...wanted];

requireBuiltExtension();
const { kind, executable } = await chooseEditor();
console.log(`The preview in VS Code (${kind}), in milliseconds.`);
const { failures } = await runSuite({
  executable,
  entryPoint: fileURLToPath(new URL('preview-window.ts', import.meta.url)),
  name: ['preview', ...lengths].join('-'),
  makeWorkspace: async (folder) => {
    const plans = path.join(folder, 'plans');
    await mkdir(plans);
    return plans;
  },
  screenshotsFolder: path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'test-results'),
});
process.exitCode = failures.length === 0 ? 0 : 1;
