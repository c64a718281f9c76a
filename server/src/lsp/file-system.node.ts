import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from './file-system.ts';

export const diskFiles: FileSystem = {
  reaches: (uri) => uri.startsWith('file:'),
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch {
      // Not a file’s address, no such file, or not ours to read: for a plan it comes to the same.
      return undefined;
    }
  },
};
