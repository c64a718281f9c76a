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
import type { Position, Range } from '../syntax/document.ts';
import type { LineChunk } from '../syntax/tree.ts';
import { rangeOfLines, symbolKinds } from './conversion.ts';
import { jsonBytes, movedLines, placesOfLines, ReadyJson } from './ready-json.ts';

/** Says what `documentSymbol` says of each item, in another order: where a section ends comes behind what it holds. */
export function outlineJson(model: PlanModel, withTargets: boolean): ReadyJson {
  const pieces: Uint8Array[] = [];
  /** What is put before the next item, one for each section that has begun and one for the outline. */
  const before = ['['];
  // Numbers of lines all have the same width, so that lines that only move need another number and nothing else.
  const width = String(model.tree.lines.length).length;
  const separator = (): string => {
    const text = before[before.length - 1];
    before[before.length - 1] = ',';
    return text;
  };
  let chunk: LineChunk | undefined;
  let texts: (() => string)[] = [];
  /** All that the texts say beyond what the lines of the chunk do. Numbers are of lines, the chunk’s first one first. */
  let beyond: (string | number)[] = [];
  const endChunk = (): void => {
    if (chunk && texts.length > 0) {
      pieces.push(bytesOf(chunk, { width, withTargets, beyond }, texts));
    }
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
      texts.push(() => start + startOf(section, width));
    },
    leaves({ leaves, goesOn }) {
      const start = separator();
      beyond.push(start);
      if (goesOn) beyond.push(lineIndex(leaves[leaves.length - 1].last));
      texts.push(
        () => start + leaves.map((leaf) => startOf(leaf, width) + endOf(leaf, width)).join(),
      );
    },
    ends(section) {
      const end = before.pop() === ',' ? ']' : '';
      const { first, last } = section;
      beyond.push(`${end}${last.text.length}`, lineIndex(first), lineIndex(last));
      texts.push(() => end + endOf(section, width));
    },
  };
  visitOutline(model, withTargets, visitor);
  const end = before[0] === ',' ? ']' : '[]';
  beyond.push(end);
  texts.push(() => end);
  endChunk();
  return new ReadyJson(pieces);
}

interface Beyond {
  readonly width: number;
  readonly withTargets: boolean;
  readonly beyond: readonly (string | number)[];
}

interface KeptBytes extends Beyond {
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly places: Int32Array;
}

const kept = new WeakMap<LineChunk, KeptBytes>();

function bytesOf(
  chunk: LineChunk,
  { width, withTargets, beyond }: Beyond,
  texts: readonly (() => string)[],
): Uint8Array {
  const { revision } = chunk;
  const known = kept.get(chunk);
  const isSame =
    known?.revision === revision && known.width === width && known.withTargets === withTargets;
  const moved = isSame ? distance(known.beyond, beyond) : undefined;
  if (known && moved === 0) return known.bytes;
  if (known && moved !== undefined) {
    const bytes = movedLines(known.bytes, known.places, width, moved);
    kept.set(chunk, { ...known, beyond, bytes });
    return bytes;
  }
  const bytes = jsonBytes(texts.map((text) => text()).join(''));
  kept.set(chunk, { revision, width, withTargets, beyond, bytes, places: placesOfLines(bytes) });
  return bytes;
}

/** By how many lines all has moved alike; undefined where anything else has changed. */
function distance(
  before: readonly (string | number)[],
  after: readonly (string | number)[],
): number | undefined {
  if (before.length !== after.length) return undefined;
  const moved = Number(after[0]) - Number(before[0]);
  for (let index = 0; index < after.length; index++) {
    const [old, now] = [before[index], after[index]];
    if (typeof old === 'number' ? now !== old + moved : now !== old) return undefined;
  }
  return moved;
}

function startOf({ name, detail, kind, selection }: OutlineItem, width: number): string {
  const about = `"name":${JSON.stringify(name)},"kind":${symbolKinds[kind]}`;
  const more = detail === '' ? '' : `,"detail":${JSON.stringify(detail)}`;
  return `{${about}${more},"selectionRange":${rangeJson(rangeOf(selection), width)}`;
}

function endOf({ first, last }: OutlineItem, width: number): string {
  return `,"range":${rangeJson(rangeOfLines(first, last), width)}}`;
}

function rangeJson({ start, end }: Range, width: number): string {
  return `{"start":${positionJson(start, width)},"end":${positionJson(end, width)}}`;
}

function positionJson({ line, character }: Position, width: number): string {
  return `{"line":${String(line).padStart(width)},"character":${character}}`;
}
