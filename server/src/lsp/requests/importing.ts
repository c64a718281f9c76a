/** Documents that come from elsewhere: a file as a plan, and what is on the clipboard as lines of one. */

import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Reader } from '../../features/reader.ts';
import { formatOfName, type ImportFormat, importDocument } from '../../importer/importer.ts';
import { pastedLines } from '../../importer/paste.ts';
import type { Pause } from '../../importer/pause.ts';
import { ImportProblem, problemOf } from '../../importer/problem.ts';
import type { Message } from '../../model/types.ts';
import type { Range } from '../../syntax/document.ts';
import { decode } from '../../workspace/encoding.ts';
import type { Client } from '../client.ts';
import type { OpenDocument } from '../open-document.ts';
import { nextTurn } from '../settling.ts';
import type { Options } from './options.ts';

/** What is on the clipboard, to be put into an open document; without `text` where its words alone are as good. */
export async function pasteText(
  { plan }: OpenDocument,
  { html, plain, range }: Options,
  { reader }: Client,
  token: CancellationToken,
): Promise<object> {
  const { tree } = plan;
  if (typeof html !== 'string' || !isRange(range, tree.lines.length)) return {};
  const clipboard = { html, plain: typeof plain === 'string' ? plain : '' };
  return orProblem(reader, async () => {
    const lines = await pastedLines(clipboard, { tree, range }, pauseOf(token));
    if (!lines) return {};
    const { text, preferred, leftOut } = lines;
    return { text, preferred, ...(leftOut ? { leftOut: reader.say(leftOut) } : {}) };
  });
}

/** A file, in base64, as a plan. */
export async function importedFile(
  { name, content }: Options,
  { reader }: Client,
  token: CancellationToken,
): Promise<object | null> {
  if (typeof name !== 'string' || typeof content !== 'string') return null;
  return orProblem(reader, async () => {
    const imported = await importDocument(
      ...sourceOf(name, bytesOf(content)),
      { whole: true },
      pauseOf(token),
    );
    if (imported.plan === '') throw new ImportProblem(noWords);
    return {
      text: imported.plan,
      ...(imported.leftOut ? { leftOut: reader.say(imported.leftOut) } : {}),
      leftOutGroups: imported.leftOutGroups.map(({ kind, count, words }) => ({
        kind: reader.say(kind),
        count,
        words,
      })),
    };
  });
}

function sourceOf(name: string, bytes: Uint8Array): [string | Uint8Array, ImportFormat] {
  const format = formatOfName(name);
  if (!format) throw new ImportProblem(otherFormat);
  if (format === 'docx') return [bytes, format];
  const { text, encoding } = decode(bytes);
  if (encoding === 'none') throw new ImportProblem(noText);
  return [text, format];
}

/** Nothing where it is no base64: what is in it cannot be read either. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

const otherFormat: Message = {
  zh: '只能导入.docx、.html、.md和.txt文件。',
  en: 'only .docx, .html, .md and .txt files can be.',
};
const noText: Message = {
  zh: '它不是文字，可能是图片或者别的程序的文件。请在原来的程序里另存为.docx再导入。',
  en: 'it is no text; it may be a picture, or another program’s file. Save it as .docx there, and import that.',
};
const noWords: Message = {
  zh: '里面没有可以导入的文字。',
  en: 'it holds no words that could be.',
};

async function orProblem(reader: Reader, answer: () => Promise<object>): Promise<object> {
  try {
    return await answer();
  } catch (error) {
    const said = problemOf(error);
    if (!said) throw error;
    return { problem: reader.say(said) };
  }
}

/** How long the reading may go on before others are heard. */
const sliceMilliseconds = 8;

function pauseOf(token: CancellationToken): Pause {
  let end = performance.now() + sliceMilliseconds;
  return async () => {
    if (performance.now() < end) return;
    await nextTurn();
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    end = performance.now() + sliceMilliseconds;
  };
}

/** True for a range of lines that there are. */
function isRange(value: unknown, lineCount: number): value is Range {
  const { start, end } = (value ?? {}) as Partial<Range>;
  return [start, end].every(
    (place) =>
      Number.isInteger(place?.line) &&
      Number.isInteger(place?.character) &&
      (place?.line ?? -1) >= 0 &&
      (place?.line ?? 0) < lineCount,
  );
}
