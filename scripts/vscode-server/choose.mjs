// Decides which VS Code the tests and the pictures run in.

import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { PlainError, repositoryFolder } from './install.mjs';
import { launcherFile } from './launcher.mjs';

const downloadTimeoutMs = 5_000;

/** A desktop program needs a display; Windows and macOS have one. */
export function hasDisplay() {
  return (
    process.platform !== 'linux' ||
    Boolean(process.env.DISPLAY) ||
    Boolean(process.env.WAYLAND_DISPLAY)
  );
}

/** Whether the tests would rather run in desktop VS Code. */
export function wantsDesktop(wish = process.env.PLANWRIGHT_EDITOR || 'auto') {
  return wish === 'desktop' || (wish === 'auto' && hasDisplay());
}

/**
 * Desktop VS Code, downloaded into the cache folder of the checkout where it is not there yet.
 *
 * @returns {Promise<string | undefined>} the program, or undefined where it cannot be downloaded
 */
export async function downloadDesktop(print = console.log) {
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: path.join(repositoryFolder, '.cache', 'vscode-desktop'),
      timeout: downloadTimeoutMs,
      reporter: { report() {}, error() {} },
    });
  } catch (error) {
    print(`Desktop VS Code could not be downloaded (${firstLine(error)}).`);
    return undefined;
  }
}

/**
 * The program to hand to `runTests({ vscodeExecutablePath })`: desktop VS Code where it can be had and shown, VS Code's own
 * server otherwise. PLANWRIGHT_EDITOR=desktop or =server asks for one of them.
 *
 * @returns {Promise<{ kind: 'desktop' | 'server', executable: string }>}
 * @throws {PlainError} when what is asked for cannot be had
 */
export async function chooseEditor(print = console.log) {
  const wish = process.env.PLANWRIGHT_EDITOR || 'auto';
  if (!['auto', 'desktop', 'server'].includes(wish)) {
    throw new PlainError(`PLANWRIGHT_EDITOR is "${wish}"; it can be auto, desktop or server.`);
  }
  if (wantsDesktop(wish)) {
    const executable = await downloadDesktop(print);
    if (executable) return { kind: 'desktop', executable };
    if (wish === 'desktop') throw new PlainError('PLANWRIGHT_EDITOR=desktop cannot be met.');
  }
  return { kind: 'server', executable: launcherFile };
}

function firstLine(error) {
  return String(error?.message ?? error).split('\n')[0];
}
