// npm run package: the extension as one file, dist/planwright-VERSION.vsix.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { ensureReady, repositoryFolder } from './bootstrap.mjs';

/** What a user should have to download at most. */
const sizeLimit = 1.5 * 1024 * 1024;

await ensureReady({ build: false });

const inRepository = (...parts) => path.join(repositoryFolder, ...parts);

function runNode(...programArguments) {
  const { status } = spawnSync(process.execPath, programArguments, {
    cwd: repositoryFolder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

/** The licences that NOTICE names go beside the bundles, as they ask. */
function copyLicences() {
  const target = inRepository('dist', 'licenses');
  rmSync(target, { recursive: true, force: true });
  const names = [...readFileSync(inRepository('NOTICE'), 'utf8').matchAll(/^- (\S+):/gm)];
  for (const [, name] of names) {
    const folder = inRepository('node_modules', ...name.split('/'));
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|third_party)/i.test(file));
    if (files.length === 0) throw new Error(`${name} has no licence file.`);
    mkdirSync(path.join(target, name), { recursive: true });
    for (const file of files) {
      cpSync(path.join(folder, file), path.join(target, name, file), { recursive: true });
    }
  }
}

runNode(inRepository('scripts', 'build.mjs'));
copyLicences();
const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
const target = inRepository('dist', `planwright-${version}.vsix`);
if (existsSync(target)) rmSync(target);
runNode(
  inRepository('node_modules', '@vscode', 'vsce', 'vsce'),
  'package',
  // Everything is in the bundles.
  '--no-dependencies',
  '--allow-missing-repository',
  // The pages' links lead to files of the repository, which has no public address of its own.
  '--no-rewrite-relative-links',
  '--out',
  target,
);
const size = statSync(target).size;
console.log(`${path.relative(repositoryFolder, target)}: ${Math.round(size / 1024)} kB`);
if (size >= sizeLimit) {
  console.error(`It must stay under ${sizeLimit / 1024} kB.`);
  process.exitCode = 1;
}
