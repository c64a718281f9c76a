import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decode } from '../workspace/encoding.ts';
import type { FileSystem } from './file-system.ts';

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
};
