import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../workspace/encoding.ts';
import type { FileSystem } from './file-system.ts';

/** Folders of other programs' files, in which nobody keeps plans. */
const passedOver = /^\.|^node_modules$/;

/** Somebody may open a whole disk as a folder: it must not keep the server busy for ever. */
const mostFolders = 20_000;
const mostPlans = 10_000;

export const diskFiles: FileSystem = {
  reaches: (uri) => uri.startsWith('file:'),
  async read(uri) {
    try {
      return decode(await readFile(fileURLToPath(uri))).text;
    } catch {
      // Not a file’s address, no such file, or not ours to read: for a plan it comes to the same.
      return undefined;
    }
  },
  async plansIn(folder) {
    const plans: string[] = [];
    const folders = pathOf(folder);
    for (let at = 0; at < folders.length && at < mostFolders && plans.length < mostPlans; at++) {
      for (const entry of await entriesOf(folders[at])) {
        if (passedOver.test(entry.name)) continue;
        const place = path.join(folders[at], entry.name);
        // Links to folders are not followed: they may lead in circles.
        if (entry.isDirectory()) folders.push(place);
        else if (entry.name.endsWith('.plan')) plans.push(pathToFileURL(place).href);
      }
    }
    return plans.sort();
  },
  async entriesIn(folder) {
    if (!folder.startsWith('file:')) return [];
    const entries = await entriesOf(fileURLToPath(folder));
    return entries
      .filter(({ name }) => !passedOver.test(name))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
};

/** None for what is no address of a file on this machine. */
function pathOf(uri: string): string[] {
  try {
    return [fileURLToPath(uri)];
  } catch {
    return [];
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // Gone meanwhile, or not ours to read: what it holds is not for us.
    return [];
  }
}
