/** What a finished document is made of, as plain data: so it can be made where the open documents are not. */

import type { CancellationToken } from 'vscode-languageserver';
import { outputOfDocument } from '../features/report.ts';
import type { OutputFormat, OutputOptions, OutputSteps } from '../report/outputs.ts';
import type { Settings } from '../workspace/settings/table.ts';
import type { FileSystem } from './file-system.ts';
import { Includes } from './includes.ts';
import { OpenDocument } from './open-document.ts';

export interface ExportOrder {
  readonly uri: string;
  readonly format: OutputFormat;
  readonly options: OutputOptions;
  readonly settings: Settings;
  /** All documents that are open, as they are: the one that is wanted may include others. */
  readonly open: readonly { readonly uri: string; readonly text: string }[];
}

/** @returns the content in base64; it is given up when somebody cancels it */
export type ExportElsewhere = (order: ExportOrder, token: CancellationToken) => Promise<string>;

/** @returns the content in base64 */
export async function exported(order: ExportOrder, files: FileSystem): Promise<string> {
  const { uri, format, options, settings } = order;
  const fail = (problem: unknown): never => {
    throw problem;
  };
  const open = order.open.map((one) => new OpenDocument(one.uri, 'plan', 0, one.text, fail));
  const document = open.find((one) => one.uri === uri);
  if (!document) throw new Error(`${uri} is not open.`);
  document.configure(settings);
  const includes = new Includes(files, () => open);
  if (includes.isDue(document)) await includes.update(document);
  return base64(await outputOfDocument(document.plan, format, {}, options));
}

/** So many characters are turned into base64 in one step. */
const fewCharacters = 30_000;

/**
 * The content in base64, in pieces that are made as its text is made: all of a long one would hold up others in the end.
 */
export function* contentInSteps(
  steps: OutputSteps,
): Generator<void, readonly string[] | Promise<readonly string[]>> {
  const content: string[] = [];
  let text = '';
  /** Base64 has four characters for three bytes, so one or two may wait for the next piece. */
  let left = new Uint8Array();
  const take = (isLast: boolean): void => {
    const more = encoder.encode(text);
    const bytes = new Uint8Array(left.length + more.length);
    bytes.set(left);
    bytes.set(more, left.length);
    const end = isLast ? bytes.length : bytes.length - (bytes.length % 3);
    content.push(base64(bytes.subarray(0, end)));
    left = bytes.slice(end);
    text = '';
  };
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      if (value) return value.then((made) => [base64(made)]);
      take(true);
      return content;
    }
    text += value;
    if (text.length >= fewCharacters) take(false);
    yield;
  }
}

const encoder = new TextEncoder();

/** Bytes as a message of the protocol can hold them. */
function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  // Node has it built in, a hundred times as fast as anything that goes over characters.
  const { Buffer: inNode } = globalThis;
  if (inNode) return inNode.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  const some = 0x8000;
  let characters = '';
  for (let at = 0; at < bytes.length; at += some) {
    characters += String.fromCharCode(...bytes.subarray(at, at + some));
  }
  return btoa(characters);
}
