// Puts VS Code's own server, as the npm package code-server ships it, into a cache folder of the checkout.
//
// The package's own install script expects a global installation and builds more than the server needs, so
// scripts stay off for it, and the two folders with run-time dependencies are then installed one by one. Each
// finished step leaves a stamp: an interrupted installation goes on where it stopped.

import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const codeServerVersion = '4.139.1';

export const repositoryFolder = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
);
const defaultCacheFolder = path.join(repositoryFolder, '.cache', 'vscode-server');
const debianPackagesFile = fileURLToPath(new URL('debian-packages.txt', import.meta.url));

/** An error whose message is one sentence for whoever typed the command; no stack is shown for it. */
export class PlainError extends Error {}

/**
 * The Node that the server is installed and run with. Its native modules are built for Node 24, which the
 * checkout has as a development dependency; without it, the Node that runs this script must do.
 */
export function serverNode() {
  const executableName = process.platform === 'win32' ? 'node.exe' : 'node';
  const fromLockFile = path.join(repositoryFolder, 'node_modules', 'node', 'bin', executableName);
  return existsSync(fromLockFile) ? fromLockFile : process.execPath;
}

/** The environment with that Node first on the PATH, so that npm and node-gyp use it too. */
export function serverEnvironment() {
  const environment = { ...process.env };
  const pathName = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  environment[pathName] = [path.dirname(serverNode()), environment[pathName]]
    .filter(Boolean)
    .join(path.delimiter);
  // A parent npm passes its own settings on as npm_config_*; these two would change what is installed here.
  delete environment.npm_config_ignore_scripts;
  delete environment.npm_config_omit;
  return environment;
}

async function requireNode24() {
  const { stdout } = await run(serverNode(), ['--version'], repositoryFolder, undefined);
  const major = Number(/^v(\d+)\./.exec(stdout.trim())?.[1]);
  if (major !== 24) {
    throw new PlainError(
      `VS Code's server needs Node 24, and ${serverNode()} is ${stdout.trim()}: run "npm install" in ${repositoryFolder} first.`,
    );
  }
}

/** Runs a command to its end; its output goes to the log file, and is returned. */
function run(command, commandArguments, folder, logFile) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: folder,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    });
    const log = logFile ? createWriteStream(logFile, { flags: 'a' }) : undefined;
    log?.write(`\n$ ${command} ${commandArguments.join(' ')}   (in ${folder})\n`);
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      log?.write(chunk);
    });
    child.stderr.on('data', (chunk) => log?.write(chunk));
    child.on('error', (error) =>
      reject(new PlainError(`${command} could not be started: ${error.message}.`)),
    );
    child.on('close', (code) => {
      log?.end();
      resolve({ code, stdout });
    });
  });
}

async function npmInstall({ folder, npmArguments, what, stampFile, logFile, print }) {
  const stamp = `${codeServerVersion} ${process.platform}-${process.arch}`;
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;
  print(`Installing ${what} …`);
  const started = Date.now();
  const common = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=warn'];
  const { code } = await run('npm', ['install', ...npmArguments, ...common], folder, logFile);
  if (code !== 0) {
    const packages = (await readFile(debianPackagesFile, 'utf8')).trim().split(/\s+/).join(' ');
    throw new PlainError(
      `npm could not install ${what} (exit code ${code}; see ${logFile}); on Debian and Ubuntu it needs the packages: ${packages}.`,
    );
  }
  await writeFile(stampFile, stamp);
  print(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * Installs the server where it is not there yet.
 *
 * @param {{ cacheFolder?: string, print?: (line: string) => void }} [options]
 * @returns {Promise<string>} the file that starts the server, for Node
 * @throws {PlainError} with one sentence that says what is missing
 */
export async function installVsCodeServer({
  cacheFolder = defaultCacheFolder,
  print = console.log,
} = {}) {
  const packageFolder = path.join(cacheFolder, 'node_modules', 'code-server');
  const serverFolder = path.join(packageFolder, 'lib', 'vscode');
  const serverMain = path.join(serverFolder, 'out', 'server-main.js');
  const finalStamp = path.join(cacheFolder, 'extensions.stamp');
  const wanted = `${codeServerVersion} ${process.platform}-${process.arch}`;
  const isFinished =
    existsSync(serverMain) &&
    existsSync(finalStamp) &&
    (await readFile(finalStamp, 'utf8')) === wanted;
  if (isFinished) return serverMain;

  await requireNode24();
  print(`VS Code's server goes into ${cacheFolder}; this takes a few minutes, once.`);
  await mkdir(cacheFolder, { recursive: true });
  const topStamp = path.join(cacheFolder, 'package.stamp');
  const haveThisVersion =
    existsSync(topStamp) && (await readFile(topStamp, 'utf8')) === wanted && existsSync(serverMain);
  if (!haveThisVersion) {
    // npm would throw away what is nested in the package when it replaces it, so the stamps go first.
    for (const name of ['package.stamp', 'server.stamp', 'extensions.stamp']) {
      await rm(path.join(cacheFolder, name), { force: true });
    }
    await writeFile(
      path.join(cacheFolder, 'package.json'),
      `${JSON.stringify({ private: true, dependencies: { 'code-server': codeServerVersion } }, undefined, 2)}\n`,
    );
  }
  const logFile = path.join(cacheFolder, 'install.log');
  await npmInstall({
    folder: cacheFolder,
    npmArguments: ['--ignore-scripts'],
    what: `code-server ${codeServerVersion}`,
    stampFile: topStamp,
    logFile,
    print,
  });
  await npmInstall({
    folder: serverFolder,
    npmArguments: ['--omit=dev'],
    what: "the server's own dependencies",
    stampFile: path.join(cacheFolder, 'server.stamp'),
    logFile,
    print,
  });
  await npmInstall({
    folder: path.join(serverFolder, 'extensions'),
    npmArguments: ['--omit=dev'],
    what: "the built-in extensions' dependencies",
    stampFile: finalStamp,
    logFile,
    print,
  });
  return serverMain;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(await installVsCodeServer());
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
