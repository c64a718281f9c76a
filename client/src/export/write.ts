// Writes a file so that whoever reads it sees the old one or the new one, wherever the workspace lies.

import { FileSystemError, FileType, l10n, Uri, workspace } from 'vscode';
import { nameOf } from '../files.ts';

/** @throws {Error} with a sentence for the writer */
export async function writeWhole(target: Uri, content: Uint8Array): Promise<void> {
  const name = nameOf(target);
  // It would be replaced, with all that is in it.
  if (await isFolder(target)) {
    throw new Error(l10n.t('“{0}” could not be written: there is a folder of that name.', name));
  }
  // In the same folder, since a file can only be renamed in one step on its own disk.
  const mark = Math.random().toString(36).slice(2, 10);
  const temporary = Uri.joinPath(target, '..', `.${name}.${mark}`);
  try {
    await workspace.fs.writeFile(temporary, content);
    await workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    try {
      await workspace.fs.delete(temporary);
    } catch {
      // It was never written.
    }
    throw new Error(await sentenceOf(error, target));
  }
}

async function sentenceOf(error: unknown, target: Uri): Promise<string> {
  const name = nameOf(target);
  const { code, message } = error instanceof FileSystemError ? error : { code: '', message: '' };
  const told = `${code} ${message || String(error)}`;
  if (/ENOSPC/.test(told)) return l10n.t('“{0}” could not be written: the disk is full.', name);
  if (/EROFS|read-?only/i.test(told)) {
    return l10n.t('“{0}” could not be written: this place is read-only. Choose another.', name);
  }
  if (await isThere(target)) {
    return l10n.t(
      '“{0}” could not be replaced. Another program, such as Word, may have it open: close it there and export again.',
      name,
    );
  }
  return l10n.t(
    '“{0}” could not be written: the folder is not there, or you may not write in it. Choose another place.',
    name,
  );
}

async function isFolder(target: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(target)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function isThere(target: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(target);
    return true;
  } catch {
    return false;
  }
}
