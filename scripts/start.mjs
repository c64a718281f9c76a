// `npm start`: opens VS Code on the samples with the extension loaded; `npm start -- WORD …` is the command line.
//
// VS Code is the `code` on the PATH, or a desktop VS Code that can be downloaded. Where there is neither, or with
// `--web`, VS Code's own server shows it in the browser, on this machine only.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const usage = `npm start                      open VS Code on samples/ with the extension loaded
npm start -- --web [--port N]  the same in the browser, served on this machine
npm start -- WORD …            the command line, such as: npm start -- check samples`;

const repositoryFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const samplesFolder = path.join(repositoryFolder, 'samples');
const firstSample = path.join(samplesFolder, '青禾镇十四五规划.plan');
const usualPort = 7420;

/** Installs and builds what is missing. What needs installed packages is imported only after this. */
async function prepare() {
  const bootstrap = new URL('bootstrap.mjs', import.meta.url);
  if (!existsSync(bootstrap)) return;
  const { ensureReady } = await import(bootstrap.href);
  await ensureReady({ build: true });
}

/** Runs a program with this terminal, and answers with its exit code. */
function runHere(command, commandArguments, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, { stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** The `code` on the PATH. The one in a terminal of remote VS Code cannot load an extension from a folder. */
function findCode() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

function windowArguments(profileFolder) {
  const isRoot = process.getuid?.() === 0;
  return [
    '--new-window',
    `--extensionDevelopmentPath=${repositoryFolder}`,
    ...(profileFolder
      ? [
          `--user-data-dir=${path.join(profileFolder, 'user-data')}`,
          `--extensions-dir=${path.join(profileFolder, 'extensions')}`,
          '--disable-workspace-trust',
          '--skip-release-notes',
        ]
      : []),
    // VS Code refuses to run as root without these.
    ...(isRoot ? ['--no-sandbox'] : []),
    samplesFolder,
    firstSample,
  ];
}

/** @returns whether a desktop window has been opened */
async function openDesktop() {
  const { downloadDesktop, hasDisplay } = await import('./vscode-server/choose.mjs');
  if (!hasDisplay()) {
    console.log('There is no display here for desktop VS Code.');
    return false;
  }
  const profileFolder = path.join(repositoryFolder, '.cache', 'vscode-desktop-profile');
  const code = findCode();
  if (code) {
    // As root, VS Code wants a profile that is named; anyone else keeps their own.
    const isRoot = process.getuid?.() === 0;
    const exitCode = await runHere(
      process.platform === 'win32' ? `"${code}"` : code,
      windowArguments(isRoot ? profileFolder : undefined),
      { shell: process.platform === 'win32' },
    );
    if (exitCode === 0) {
      console.log('VS Code has been opened on samples/.');
      return true;
    }
    console.log(`${code} ended with exit code ${exitCode}.`);
  }
  const desktop = await downloadDesktop();
  if (!desktop) return false;
  spawn(desktop, windowArguments(profileFolder), { detached: true, stdio: 'ignore' }).unref();
  console.log('VS Code has been opened on samples/.');
  return true;
}

async function serveInBrowser(port) {
  const { installVsCodeServer } = await import('./vscode-server/install.mjs');
  const { isFree, linkExtension, shortAddressFor, startVsCodeServer, workbenchAddress } =
    await import('./vscode-server/serve.mjs');
  const serverMain = await installVsCodeServer();
  const serverDataFolder = path.join(repositoryFolder, '.cache', 'vscode-server', 'data');
  await linkExtension({
    serverDataFolder,
    extensionFolder: repositoryFolder,
    identifier: 'planwright.planwright',
  });
  const server = await startVsCodeServer({
    serverMain,
    serverDataFolder,
    // The browser keeps settings by address: the same port keeps them.
    port: port ?? ((await isFree(usualPort)) ? usualPort : undefined),
  });
  const short = await shortAddressFor(
    workbenchAddress({
      server,
      open: samplesFolder,
      openFile: firstSample,
    }),
  );
  console.log(`\nVS Code with Planwright is at\n\n  ${short.address}\n\nCtrl+C ends it.`);
  const stop = () => void server.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await server.exited;
  short.stop();
}

function readPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port needs a number from 1 to 65535, not "${text}".`);
  }
  return port;
}

async function main(words) {
  if (words[0] === '--help') {
    console.log(usage);
    return 0;
  }
  const isCommandLine = words.length > 0 && !words[0].startsWith('--');
  await prepare();
  if (isCommandLine) {
    return runHere(process.execPath, [path.join(repositoryFolder, 'dist', 'cli.cjs'), ...words]);
  }
  let inBrowser = false;
  let port;
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === '--web') inBrowser = true;
    else if (words[index] === '--port') port = readPort(words[++index]);
    else throw new Error(`"${words[index]}" is not known.\n\n${usage}`);
  }
  if (inBrowser || !(await openDesktop())) await serveInBrowser(port);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // Everything that goes wrong on the way has a sentence of its own.
  console.error(error.message);
  process.exitCode = 1;
}
