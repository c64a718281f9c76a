// Starts VS Code's own server on the loopback interface and makes the addresses that open it.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PlainError, serverEnvironment, serverNode } from './install.mjs';

const host = '127.0.0.1';
const startLimitMs = 60_000;

/** A port that nothing listens on just now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server and waits until it answers. `forTests` lets a test driver in and turns the extension
 * gallery off, since tests ask nothing of other machines.
 *
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
    JSON.stringify({ 'chat.disableAIFeatures': true }),
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
 * The address that opens a folder or a `.code-workspace` file with the given extensions loaded.
 *
 * @param {{ server: { port: number, connectionToken: string }, open?: string,
 *   extensionDevelopmentPaths: string[], extensionTestsPath?: string }} options
 */
export function workbenchAddress({ server, open, extensionDevelopmentPaths, extensionTestsPath }) {
  const { port, connectionToken } = server;
  const remote = (file) => `vscode-remote://${host}:${port}${encodeURI(toPosix(file))}`;
  const payload = extensionDevelopmentPaths.map((folder) => [
    'extensionDevelopmentPath',
    remote(folder),
  ]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);
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
