/** Finds, reads and writes the files that a command is given. */
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Message } from '../model/types.ts';
import { PlanDocument } from '../workspace/document.ts';
import { decode, type Encoding } from '../workspace/encoding.ts';
import { Includes } from './includes.ts';
import { ProjectSettings } from './settings.ts';
import { CommandError, Progress, say, type Terminal } from './terminal.ts';

/** How a file is called in messages and output: as it was typed, `-` for standard input. */
export type FileName = string;

export interface OpenedFile {
  readonly name: FileName;
  readonly document: PlanDocument;
  /** How the file is written on the disk. */
  readonly encoding: Encoding;
}

export interface OpenedFiles {
  /** Ordered by name. */
  readonly files: readonly OpenedFile[];
  /** True where a file, or the settings for it, could not be read; standard error has been told. */
  readonly unreadable: boolean;
}

export const standardInput: FileName = '-';
/** Folders of other programs' files, which no one means when naming the folder above. */
const passedOver = /^\.|^node_modules$/;
/** Files that are read as sentences. */
export const proseName = /\.(?:txt|md)$/i;

/** Opens every plan that is named or lies in a folder that is named. What cannot be read is said and left out. */
export async function openPlans(
  places: readonly string[],
  terminal: Terminal,
  config?: string,
): Promise<OpenedFiles> {
  const settings = await ProjectSettings.open(terminal, config);
  const failures: Message[] = [];
  const names = await namesOf(places, terminal, failures);
  const files: OpenedFile[] = [];
  const includes = new Includes(listPlans);
  const progress = new Progress(terminal);
  for (const [index, name] of names.entries()) {
    progress.show(index, names.length, name);
    try {
      files.push(await openWith(settings, name, terminal, includes));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      failures.push(error.said);
    }
  }
  progress.clear();
  for (const failure of failures) terminal.stderr.write(`${say(terminal, failure)}\n`);
  return { files, unreadable: failures.length > 0 || settings.broken };
}

/**
 * Opens one plan.
 *
 * @param config the settings file that `--config` names
 * @throws {CommandError} when one of them cannot be read
 */
export async function openPlan(
  name: FileName,
  terminal: Terminal,
  config?: string,
): Promise<OpenedFile> {
  const settings = await ProjectSettings.open(terminal, config);
  return openWith(settings, name, terminal, new Includes(listPlans));
}

async function openWith(
  projectSettings: ProjectSettings,
  name: FileName,
  terminal: Terminal,
  includes: Includes,
): Promise<OpenedFile> {
  const bytes = await readBytes(name, terminal);
  refuseOtherFormats(name, bytes);
  const { text, encoding } = readable(name, bytes, terminal);
  // Paths in a plan from standard input start from the current folder, as they would in a file there.
  const uri = pathToFileURL(name).href;
  const settings = await projectSettings.of(name === standardInput ? 'standard-input' : name);
  const document = PlanDocument.open(uri, text, { prose: proseName.test(name), settings });
  await includes.addTo(document, settings);
  return { name, document, encoding };
}

/**
 * The text that bytes are; standard error is told where they are in an old encoding, or damaged.
 *
 * @throws {CommandError} where they are no text at all
 */
export function readable(
  name: FileName,
  bytes: Uint8Array,
  terminal: Terminal,
): { readonly text: string; readonly encoding: Encoding } {
  const { text, encoding } = decode(bytes);
  if (encoding === 'none') throw new CommandError(notText(name));
  const note = encodingNotes[encoding];
  if (note) {
    const said = { zh: `${name}：${note.zh}`, en: `${name}: ${note.en}` };
    terminal.stderr.write(`${say(terminal, said)}\n`);
  }
  return { text, encoding };
}

const encodingNotes: Readonly<Record<Exclude<Encoding, 'none'>, Message | undefined>> = {
  'utf-8': undefined,
  'utf-16': undefined,
  gb18030: { zh: '不是UTF-8编码，已按GB18030读取。', en: 'not UTF-8; read as GB18030.' },
  'broken-utf-8': {
    zh: 'UTF-8编码有损坏，损坏处显示为�。',
    en: 'not valid UTF-8; what could not be read stands as �.',
  },
};

async function namesOf(
  places: readonly string[],
  terminal: Terminal,
  failures: Message[],
): Promise<readonly FileName[]> {
  const names = new Map<string, FileName>();
  const add = (name: FileName) => {
    const key = name === standardInput ? name : path.resolve(name);
    if (!names.has(key)) names.set(key, name);
  };
  for (const place of places) {
    if (place === standardInput || !(await isFolder(place))) {
      add(place);
      continue;
    }
    const found = await plansIn(place, failures);
    if (found.length === 0) {
      const said = { zh: `${place}里没有.plan文件。`, en: `${place} holds no .plan files.` };
      terminal.stderr.write(`${say(terminal, said)}\n`);
    }
    for (const name of found) add(name);
  }
  return [...names.values()].sort();
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch {
    // Reading it as a file will say what is wrong with it.
    return false;
  }
}

/** The addresses of the plans in a folder; none where there is no such folder. */
async function listPlans(folder: string): Promise<readonly string[]> {
  if (!folder.startsWith('file:')) return [];
  const found = await plansIn(fileURLToPath(folder), []);
  return found.sort().map((place) => pathToFileURL(place).href);
}

/** Links to folders are not followed: they may lead in circles. */
async function plansIn(folder: string, failures: Message[]): Promise<string[]> {
  const found: string[] = [];
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const place = slashed(path.join(folder, entry.name));
      if (passedOver.test(entry.name)) continue;
      if (entry.isDirectory()) found.push(...(await plansIn(place, failures)));
      else if (entry.name.endsWith('.plan')) found.push(place);
    }
  } catch (error) {
    failures.push(cannotRead(folder, error));
  }
  return found;
}

function slashed(place: string): string {
  return path.sep === '\\' ? place.replaceAll('\\', '/') : place;
}

/** @throws {CommandError} when it cannot be read */
export async function readBytes(name: FileName, terminal: Terminal): Promise<Uint8Array> {
  if (name === standardInput) return terminal.readStandardInput();
  try {
    return await readFile(name);
  } catch (error) {
    throw new CommandError(cannotRead(name, error));
  }
}

/** Word, PDF and the like begin in their own way; read as text they would only be nonsense. */
function refuseOtherFormats(name: FileName, bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (
    start.startsWith('PK\u0003\u0004') ||
    start === '%PDF' ||
    start === '\u00d0\u00cf\u0011\u00e0'
  ) {
    throw new CommandError({
      zh: `${name}是Word、PDF一类的文件，不是纯文本，无法直接读取。`,
      en: `${name} is a Word, PDF or similar file, not plain text, and cannot be read.`,
    });
  }
}

function notText(name: FileName): Message {
  return {
    zh: `${name}不是文本文件（可能是图片、压缩包或程序），无法读取。`,
    en: `${name} is not a text (perhaps a picture, an archive or a program), and cannot be read.`,
  };
}

/**
 * Writes a file in one step: a reader sees the old one or the new one, never half of it. A file that is there keeps its
 * permissions, and one that a link leads to is written where it is.
 *
 * @throws {CommandError} when it cannot be written
 */
export async function writeWhole(name: FileName, content: string | Uint8Array): Promise<void> {
  const target = await realpath(name).catch(() => name);
  // In the same folder, since a file can only be renamed in one step on its own disk.
  const temporary = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}`,
  );
  try {
    const mode = await modeOf(target);
    await writeFile(temporary, content, { flag: 'wx' });
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? noFolder : reasonOf(error);
    throw new CommandError({
      zh: `无法写入${name}：${reason.zh}。`,
      en: `${name} cannot be written: ${reason.en}.`,
    });
  }
}

/** Permissions of a file that may be replaced; undefined where there is none yet. */
async function modeOf(target: string): Promise<number | undefined> {
  try {
    await access(target, constants.W_OK);
    return (await stat(target)).mode & 0o777;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const noFolder: Message = { zh: '没有这个文件夹', en: 'there is no such folder' };

function cannotRead(name: FileName, error: unknown): Message {
  const reason = reasonOf(error);
  return { zh: `无法读取${name}：${reason.zh}。`, en: `${name} cannot be read: ${reason.en}.` };
}

const reasons: Readonly<Record<string, Message>> = {
  ENOENT: { zh: '没有这个文件', en: 'there is no such file' },
  ENOTDIR: { zh: '没有这个文件', en: 'there is no such file' },
  EISDIR: { zh: '它是文件夹', en: 'it is a folder' },
  EACCES: { zh: '没有权限', en: 'permission is denied' },
  EBUSY: {
    zh: '它正被别的程序（如Word）打开着，请先在那里关闭',
    en: 'another program, such as Word, has it open; close it there first',
  },
  EPERM: { zh: '没有权限', en: 'permission is denied' },
  EROFS: { zh: '磁盘只能读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
};

function reasonOf(error: unknown): Message {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const told = code || message || String(error);
  return reasons[code] ?? { zh: told, en: told };
}
