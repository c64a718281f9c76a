/**
 * npm run bench [-- --quick] [-- --no-langium]
 *
 * Bundles the benchmark and runs it with the project's own Node. Langium is a dependency of this
 * folder alone and is installed here when it is first needed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const benchFolder = dirname(fileURLToPath(import.meta.url));
const rootFolder = dirname(benchFolder);
const options = process.argv.slice(2);
const unknown = options.filter((option) => !['--quick', '--no-langium'].includes(option));

if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(' ')}. There are --quick and --no-langium.`);
  process.exit(2);
}
if (!options.includes('--no-langium') && !installLangium()) {
  console.error('Langium could not be installed: the run goes on without it.');
  options.push('--no-langium');
}
await bundle(!options.includes('--no-langium'));
const { status } = spawnSync(findNode(), [join('.cache', 'bench', 'main.cjs'), ...options], {
  cwd: rootFolder,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;

function installLangium() {
  if (existsSync(join(benchFolder, 'node_modules', 'langium'))) {
    return true;
  }
  console.error('Installing Langium for the comparison…');
  const installed = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: benchFolder,
    stdio: ['ignore', process.stderr, process.stderr],
    // npm is a script on Windows, which only a shell runs.
    shell: process.platform === 'win32',
  });
  return installed.status === 0;
}

/** One file for each process, so that none loads what another needs. */
async function bundle(withLangium) {
  const entries = {
    main: 'main.ts',
    corpus: 'corpus.ts',
    'empty-server': 'empty-server.ts',
    'measure-ours': 'measure-ours.ts',
    ...(withLangium && {
      'measure-langium': 'langium/measure-langium.ts',
      'langium-server': 'langium/server.ts',
    }),
  };
  await build({
    absWorkingDir: benchFolder,
    entryPoints: entries,
    outdir: join(rootFolder, '.cache', 'bench'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    loader: { '.langium': 'text' },
    logLevel: 'warning',
  });
}

/** The Node of the lock file, so that figures of different machines come from one engine. */
function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(rootFolder, 'node_modules', 'node', 'bin', file);
  return existsSync(pinned) ? pinned : process.execPath;
}
