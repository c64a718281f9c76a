// npm run package: the extension as one file, dist/planwright-VERSION.vsix.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/**
 * The licences that NOTICE names go beside the bundles, as they ask: in one file, where a text that many have in common
 * stands once.
 */
function writeLicences() {
  const names = [...readFileSync(inRepository('NOTICE'), 'utf8').matchAll(/^- (\S+):/gm)];
  const packagesByText = new Map();
  for (const [, name] of names) {
    const texts = licencesIn(inRepository('node_modules', ...name.split('/')));
    if (texts.length === 0) throw new Error(`${name} has no licence file.`);
    for (const text of texts) packagesByText.set(text, [...(packagesByText.get(text) ?? []), name]);
  }
  const parts = [...packagesByText].map(
    ([text, packages]) => `${packages.join('\n')}\n\n${text}\n`,
  );
  writeFileSync(inRepository('dist', 'licenses.txt'), parts.join(`\n${'='.repeat(80)}\n\n`));
}

function licencesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => /^(?:licen[cs]e|third_party)/i.test(name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory()
        ? readdirSync(file).map((name) => readFileSync(path.join(file, name), 'utf8').trim())
        : [readFileSync(file, 'utf8').trim()];
    });
}

// What an older build has left would be packed as well.
rmSync(inRepository('dist'), { recursive: true, force: true });
runNode(inRepository('scripts', 'build.mjs'));
writeLicences();
const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
const target = inRepository('dist', `planwright-${version}.vsix`);
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
