// Makes the pictures of the documents from the real program: `node scripts/screenshots.mjs`.

import { cp } from 'node:fs/promises';
import path from 'node:path';
import { chooseEditor } from './vscode-server/choose.mjs';
import { PlainError, repositoryFolder } from './vscode-server/install.mjs';
import { requireBuiltExtension, runSuite } from './vscode-server/run-suite.mjs';

/** The windows that the pictures are taken of, each with the language it speaks. */
const windows = { pictures: 'zh-cn', 'pictures-english': 'en' };

async function copySamples(folder) {
  const samples = path.join(folder, 'samples');
  await cp(path.join(repositoryFolder, 'samples'), samples, { recursive: true });
  return samples;
}

async function main() {
  requireBuiltExtension();
  const { executable } = await chooseEditor();
  let failed = 0;
  for (const [name, locale] of Object.entries(windows)) {
    const { failures } = await runSuite({
      executable,
      entryPoint: path.join(repositoryFolder, 'test', 'editor', 'pictures', 'index.ts'),
      name,
      makeWorkspace: copySamples,
      screenshotsFolder: path.join(repositoryFolder, 'docs', 'images'),
      // The pictures are looked at on fine screens, and scaled down on others.
      windowArguments: [
        '--window-size=1280,800',
        '--force-device-scale-factor=1.5',
        `--locale=${locale}`,
      ],
    });
    failed += failures.length;
  }
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
