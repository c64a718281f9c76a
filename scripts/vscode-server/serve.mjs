// Starts VS Code's own server on the loopback interface and makes the addresses that open it.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PlainError, serverEnvironment, serverNode } from './install.mjs';

const host = '127.0.0.1';
const startLimitMs = 60_000;

function tryPort(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(port, host, () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
}

/** A port that nothing listens on just now. */
export const freePort = () => tryPort(0);

/** Whether nothing listens on the port just now. */
export const isFree = (port) =>
  tryPort(port).then(
    () => true,
    () => false,
  );

/**
 * Starts the server and waits until it answers. `forTests` lets a test driver in and turns the extension
 * gallery off, since tests ask nothing of other machines. *
 * @param {{ serverMain: string, serverDataFolder: string, logsFolder?: string, port?: number, forTests?: boolean }} options
 * @returns {Promise<{ port: number, connectionToken: string, stop: () => Promise<void>, exited: Promise<number | null> }>}
 * @throws {PlainError} when the server ends or stays silent
 */
export async function startVsCodeServer({
  serverMain,
  serverDataFolder,
  logsFolder = serverDataFolder,
  port,
  forTests = false,
}) {
  const chosenPort = port ?? (await freePort());
  const connectionToken = randomBytes(16).toString('hex');
  const machineSettingsFolder = path.join(serverDataFolder, 'data', 'Machine');
  await mkdir(machineSettingsFolder, { recursive: true });
  await writeFile(
    path.join(machineSettingsFolder, 'settings.json'),
    JSON.stringify({
      'chat.disableAIFeatures': true,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    }),
  );
  await mkdir(logsFolder, { recursive: true });
  const logFile = path.join(logsFolder, 'server.log');
  const child = spawn(
    serverNode(),
    [
      serverMain,
      '--host',
      host,
      '--port',
      String(chosenPort),
      // Loopback is open to everyone on this machine, and to every page in the browser: the token is not.
      '--connection-token',
      connectionToken,
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
      '--server-data-dir',
      serverDataFolder,
      ...(forTests ? ['--enable-smoke-test-driver', '--disable-experiments'] : []),
    ],
    {
      env: { ...serverEnvironment(), ...(forTests ? { EXTENSIONS_GALLERY: '{}' } : {}) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  let ended = false;
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', (code) => resolve(code));
  }).finally(() => {
    ended = true;
    log.end();
  });

  const deadline = Date.now() + startLimitMs;
  while (!(await answers(chosenPort))) {
    if (ended) {
      throw new PlainError(`VS Code's server ended before it answered; see ${logFile}.`);
    }
    if (Date.now() > deadline) {
      child.kill();
      throw new PlainError(
        `VS Code's server did not answer on ${host}:${chosenPort} within ${startLimitMs / 1000} s; see ${logFile}.`,
      );
    }
    await delay(100);
  }
  return {
    port: chosenPort,
    connectionToken,
    exited,
    stop: async () => {
      if (!ended) child.kill('SIGTERM');
      await exited;
    },
  };
}

async function answers(port) {
  try {
    const response = await fetch(`http://${host}:${port}/version`);
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Makes the server of that data folder load an extension from where it is, as if it had been installed. Only a server
 * for tests takes the folder of an extension with the address.
 */
export async function linkExtension({ serverDataFolder, extensionFolder, identifier }) {
  const extensionsFolder = path.join(serverDataFolder, 'extensions');
  await mkdir(extensionsFolder, { recursive: true });
  const link = path.join(extensionsFolder, identifier);
  await rm(link, { force: true, recursive: true });
  await symlink(extensionFolder, link, 'junction');
  // The server makes this list from the folders where it does not find it.
  await rm(path.join(extensionsFolder, 'extensions.json'), { force: true });
}

/**
 * The address that opens a folder or a `.code-workspace` file, and a file in it. A server for tests also loads the
 * extensions.
 *
 * @param {{ server: { port: number, connectionToken: string }, open?: string, openFile?: string,
 *   extensionDevelopmentPaths?: string[], extensionTestsPath?: string }} options
 */
export function workbenchAddress({
  server,
  open,
  openFile,
  extensionDevelopmentPaths = [],
  extensionTestsPath,
}) {
  const { port, connectionToken } = server;
  const remote = (file) => `vscode-remote://${host}:${port}${encodeURI(toPosix(file))}`;
  const payload = extensionDevelopmentPaths.map((folder) => [
    'extensionDevelopmentPath',
    remote(folder),
  ]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  payload.push(['skipWelcome', 'true']);
  const address = new URL(`http://${host}:${port}/`);
  address.searchParams.set('tkn', connectionToken);
  if (open) {
    address.searchParams.set(
      open.endsWith('.code-workspace') ? 'workspace' : 'folder',
      toPosix(open),
    );
  }
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** `C:\a` is `/C:/a` in the server's addresses. */
function toPosix(file) {
  const absolute = path.resolve(file).split(path.sep).join('/');
  return absolute.startsWith('/') ? absolute : `/${absolute}`;
}

/**
 * Stands a short address for a long one, which terminals would break. Its path is a secret, as the long one has the token.
 *
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function shortAddressFor(longAddress) {
  const secretPath = `/${randomBytes(4).toString('hex')}`;
  const server = http.createServer((request, response) => {
    if (request.url === secretPath) response.writeHead(302, { location: longAddress }).end();
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, host, resolve));
  return {
    address: `http://${host}:${server.address().port}${secretPath}`,
    stop: () => server.close(),
  };
}

/**
 * Serves the files of this machine under a secret address, for as long as the tests take.
 *
 * @returns {Promise<{ addressOf: (file: string) => string, stop: () => void }>}
 */
export async function serveFiles() {
  const secretPath = `/${randomBytes(16).toString('hex')}`;
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, `http://${host}`);
    if (!pathname.startsWith(`${secretPath}/`)) {
      response.writeHead(404).end();
      return;
    }
    const file = decodeURIComponent(pathname.slice(secretPath.length));
    const content = await readFile(fromPosix(file)).catch(() => undefined);
    const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
    // The web worker is of another origin than this address.
    response.writeHead(content ? 200 : 404, {
      'content-type': type,
      'access-control-allow-origin': '*',
    });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, host, resolve));
  const base = `http://${host}:${server.address().port}${secretPath}`;
  return {
    addressOf: (file) => `${base}${encodeURI(toPosix(file))}`,
    stop: () => server.close(),
  };
}

/** Scripts and style sheets are refused without their type. */
const contentTypes = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const fromPosix = (file) => (process.platform === 'win32' ? file.slice(1) : file);
