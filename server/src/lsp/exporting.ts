/** What a finished document is made of, as plain data: so it can be made where the open documents are not. */

import { outputOfDocument } from '../features/report.ts';
import type { OutputFormat, OutputOptions } from '../report/outputs.ts';
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

/** Bytes as a message of the protocol can hold them. */
export function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
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
