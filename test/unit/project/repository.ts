/** The repository as the tests of this folder look at it: its files by path, with forward slashes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** What is committed or about to be: git knows what is ignored. */
export const repositoryFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: repositoryFolder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\0')
  // A file that was removed and not yet committed is still listed.
  .filter((name) => name !== '' && existsSync(path.join(repositoryFolder, name)));

export function read(name: string): string {
  return readFileSync(path.join(repositoryFolder, name), 'utf8');
}
