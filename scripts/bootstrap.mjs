// Makes a checkout ready: installs what is missing, goes on with the Node of the lock file where the one that
// runs is too old, and builds what is stale. Plain JavaScript that Node 16 can read, for it runs before anything else,
// and so it imports nothing but Node's own modules.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));

const inRepository = (...parts) => path.join(repositoryFolder, ...parts);

/**
 * Installs, and builds if asked to. Where the running Node is too old, the same command is run again by the lock
 * file's Node, and this process ends with its exit status: whoever awaits this goes on in a Node that is new enough.
 * What cannot be done is said in one sentence, and the process ends with status 1.
 *
 * @param {{ build: boolean }} options
 */
export async function ensureReady({ build }) {
  if (!isInstalled()) install();
  if (!isNewEnough(process.versions.node)) await runAgainWithOwnNode();
  if (build && isStale()) runBuild();
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * True where node_modules holds what the lock file asks for, by npm's own list of what it installed. Times of files
 * would not do: a checkout of another branch changes them without any need to install.
 */
export function isInstalled(folder = repositoryFolder) {
  const installedFile = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = readJson(installedFile).packages;
  const wanted = readJson(path.join(folder, 'package-lock.json')).packages;
  return Object.keys(wanted).every((place) => {
    if (place === '') return true;
    // Optional packages are for other machines as well, and not all of them are here.
    if (!installed[place]) return Boolean(wanted[place].optional || wanted[place].devOptional);
    return installed[place].version === wanted[place].version;
  });
}

function install() {
  console.error('Installing the packages of package-lock.json …');
  const result = runNpm(['ci', '--no-audit', '--no-fund', '--no-update-notifier'], 2);
  if (result.error) fail(`npm could not be started (${result.error.message}): install it first.`);
  if (result.status !== 0) {
    fail('The packages could not be installed; what npm says above tells why.');
  }
}

/** npm starts its scripts with the place of its own program, which is there even when no npm is on the PATH. */
function runNpm(npmArguments, standardOutput) {
  const options = { cwd: repositoryFolder, stdio: ['ignore', standardOutput, 2] };
  const npmProgram = process.env.npm_execpath;
  if (npmProgram && /npm-cli\.c?js$/.test(npmProgram)) {
    return spawnSync(process.execPath, [npmProgram, ...npmArguments], options);
  }
  // npm is a .cmd file on Windows, which only a shell can start.
  return spawnSync('npm', npmArguments, { ...options, shell: process.platform === 'win32' });
}

/** Whether a version of Node is one that package.json's `engines` allows. */
export function isNewEnough(version) {
  const oldest = oldestNode().split('.').map(Number);
  const given = version.split('.').map(Number);
  for (let index = 0; index < oldest.length; index++) {
    if (given[index] !== oldest[index]) return given[index] > oldest[index];
  }
  return true;
}

function oldestNode() {
  return readJson(inRepository('package.json')).engines.node.replace(/^>=/, '');
}

async function runAgainWithOwnNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const ownNode = inRepository('node_modules', 'node', 'bin', program);
  const version = existsSync(ownNode) ? versionOf(ownNode) : undefined;
  if (!version || !isNewEnough(version)) {
    fail(
      `Planwright needs Node ${oldestNode()} or newer; this is ${process.versions.node}, and node_modules has no newer one for this machine: install a newer Node.`,
    );
  }
  // Programs that are started later find the same Node.
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  const searchPath = [path.dirname(ownNode), process.env[pathName]].filter(Boolean);
  const child = spawn(ownNode, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [pathName]: searchPath.join(path.delimiter) },
  });
  // Ctrl+C reaches the child by itself; this process only waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code === null ? 1 : code));
  });
  process.exit(status);
}

function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

const bundled = [
  'client/src',
  'server/src',
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
];

/** True where dist/ is missing, or something that it is made from is newer. */
function isStale() {
  if (!existsSync(inRepository('dist'))) return true;
  const built = readdirSync(inRepository('dist'))
    .filter((name) => /\.(?:cjs|js|css)$/.test(name))
    .map((name) => statSync(inRepository('dist', name)).mtimeMs);
  if (built.length === 0) return true;
  return newestTime(bundled.map((name) => inRepository(name))) > Math.min(...built);
}

/** When the newest of these was changed. Folders count too: theirs tells of a file that was removed. */
function newestTime(places) {
  let newest = 0;
  for (const place of places) {
    const status = statSync(place);
    newest = Math.max(newest, status.mtimeMs);
    if (status.isDirectory()) {
      const inside = readdirSync(place).map((name) => path.join(place, name));
      newest = Math.max(newest, newestTime(inside));
    }
  }
  return newest;
}

function runBuild() {
  // The build's report goes to standard error: standard output belongs to what is run afterwards.
  const { status } = spawnSync(process.execPath, [inRepository('scripts', 'build.mjs')], {
    cwd: repositoryFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) fail('The build failed; what it says above tells where.');
}
