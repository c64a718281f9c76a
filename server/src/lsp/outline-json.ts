/**
 * The outline as JSON. The bytes of what a run of lines adds to it are kept, until these lines or what they are in the
 * outline of the document are others.
 */

import {
  type OutlineItem,
  type OutlineVisitor,
  visitInSteps,
} from '../features/document-symbols.ts';
import { lineIndex, rangeOf } from '../features/places.ts';
import type { PlanModel } from '../model/model.ts';
import type { Position, Range } from '../syntax/document.ts';
import type { LineChunk } from '../syntax/tree.ts';
import { rangeOfLines, symbolKinds } from './conversion.ts';
import { KeptJson, ReadyJson } from './ready-json.ts';
import { atOnce } from './settling.ts';

/** Says what `documentSymbol` says of each item, in another order: where a section ends comes behind what it holds. */
export function outlineJson(model: PlanModel, withTargets: boolean): ReadyJson {
  return atOnce(outlineJsonInSteps(model, withTargets));
}

/** The same of a long document, a step at a time. */
export function* outlineJsonInSteps(
  model: PlanModel,
  withTargets: boolean,
): Generator<void, ReadyJson> {
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
      const all = texts;
      pieces.push(kept.bytesOf(chunk, beyond, width, () => all.map((text) => text()).join('')));
    }
  };
  const visitor: OutlineVisitor = {
    entersChunk(entered) {
      endChunk();
      chunk = entered;
      texts = [];
      beyond = [chunk.firstLine, `${chunk.revision} ${width} ${withTargets}`];
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
  yield* visitInSteps(model, withTargets, visitor);
  const end = before[0] === ',' ? ']' : '[]';
  beyond.push(end);
  texts.push(() => end);
  endChunk();
  return new ReadyJson(pieces);
}

const kept = new KeptJson<LineChunk>();

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
