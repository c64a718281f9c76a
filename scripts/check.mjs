// npm run check: form, types, and whether the generated files are fresh. All three run, whatever the first one finds.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureReady, repositoryFolder } from './bootstrap.mjs';

await ensureReady({ build: false });

const packages = path.join(repositoryFolder, 'node_modules');
const checks = [
  { name: 'form', run: [path.join(packages, '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  { name: 'types', run: [path.join(packages, 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'] },
  { name: 'generated files', run: [path.join('scripts', 'generate.ts'), '--check'] },
];

const failed = checks.filter(({ run }) => {
  const { status } = spawnSync(process.execPath, run, { cwd: repositoryFolder, stdio: 'inherit' });
  return status !== 0;
});
if (failed.length === 0) {
  console.log('Form, types and generated files are in order.');
} else {
  console.error(`Not in order: ${failed.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
}
