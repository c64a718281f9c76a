/**
 * The outline as JSON. The bytes of what a run of lines adds to it are kept, until these lines or what they are in the
 * outline of the document are others.
 */

import {
  type OutlineItem,
  type OutlineVisitor,
  visitOutline,
} from '../features/document-symbols.ts';
import { lineIndex, rangeOf } from '../features/places.ts';
import type { PlanModel } from '../model/model.ts';
import type { Range } from '../syntax/document.ts';
import type { LineChunk } from '../syntax/tree.ts';
import { rangeOfLines, symbolKinds } from './conversion.ts';
import { jsonBytes, ReadyJson } from './ready-json.ts';

/** Says what `documentSymbol` says of each item, in another order: where a section ends comes behind what it holds. */
export function outlineJson(model: PlanModel): ReadyJson {
  const pieces: Uint8Array[] = [];
  /** What is put before the next item, one for each section that has begun and one for the outline. */
  const before = ['['];
  const separator = (): string => {
    const text = before[before.length - 1];
    before[before.length - 1] = ',';
    return text;
  };
  let chunk: LineChunk | undefined;
  let texts: (() => string)[] = [];
  /** All that the texts say beyond what the lines of the chunk do. */
  let beyond: (string | number)[] = [];
  const endChunk = (): void => {
    if (chunk && texts.length > 0) pieces.push(bytesOf(chunk, beyond.join('\n'), texts));
  };
  const visitor: OutlineVisitor = {
    entersChunk(entered) {
      endChunk();
      chunk = entered;
      texts = [];
      beyond = [chunk.firstLine];
    },
    begins(section) {
      const start = separator();
      before.push(',"children":[');
      beyond.push(start, section.name);
      texts.push(() => start + startOf(section));
    },
    leaves({ leaves, goesOn }) {
      const start = separator();
      beyond.push(start);
      if (goesOn) beyond.push(lineIndex(leaves[leaves.length - 1].last));
      texts.push(() => start + leaves.map((leaf) => startOf(leaf) + endOf(leaf)).join());
    },
    ends(section) {
      const end = before.pop() === ',' ? ']' : '';
      const { first, last } = section;
      beyond.push(end, lineIndex(first), lineIndex(last), last.text.length);
      texts.push(() => end + endOf(section));
    },
  };
  visitOutline(model, visitor);
  const end = before[0] === ',' ? ']' : '[]';
  beyond.push(end);
  texts.push(() => end);
  endChunk();
  return new ReadyJson(pieces);
}

interface KeptBytes {
  readonly revision: number;
  readonly beyond: string;
  readonly bytes: Uint8Array;
}

const kept = new WeakMap<LineChunk, KeptBytes>();

function bytesOf(chunk: LineChunk, beyond: string, texts: readonly (() => string)[]): Uint8Array {
  const { revision } = chunk;
  let known = kept.get(chunk);
  if (known?.revision !== revision || known.beyond !== beyond) {
    const bytes = jsonBytes(texts.map((text) => text()).join(''));
    known = { revision, beyond, bytes };
    kept.set(chunk, known);
  }
  return known.bytes;
}

function startOf({ name, detail, kind, selection }: OutlineItem): string {
  const about = `"name":${JSON.stringify(name)},"kind":${symbolKinds[kind]}`;
  const more = detail === '' ? '' : `,"detail":${JSON.stringify(detail)}`;
  return `{${about}${more},"selectionRange":${rangeJson(rangeOf(selection))}`;
}

function endOf({ first, last }: OutlineItem): string {
  return `,"range":${rangeJson(rangeOfLines(first, last))}}`;
}

function rangeJson({ start, end }: Range): string {
  return `{"start":{"line":${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}}`;
}
