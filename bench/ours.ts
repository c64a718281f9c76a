/** Planwright's side of the benchmark: the engine, asked for exactly what the others are asked for. */
import { LineReader, PlanTree } from '../server/src/syntax/document.ts';
import { tokenize } from '../server/src/syntax/tokens.ts';
import { PlanDocument } from '../server/src/workspace/document.ts';
import type { Session, Side } from './side.ts';

const uri = 'file:///bench.plan';

export const ours: Required<Side> = {
  /** Every line by its mode; a line of prose, which is one token there, by the claim grammar's. */
  tokenise(text) {
    let count = 0;
    for (const reader = new LineReader(text); reader.next(); ) {
      const line = reader.content;
      const tokens = tokenize(line, 'line');
      const prose = tokens.length === 1 && tokens[0].tokenType.name === 'Prose';
      count += prose ? tokenize(line, 'claim').length : tokens.length;
    }
    return count;
  },
  parse: (text) => PlanTree.parse(text),
  check: (text) => PlanDocument.open(uri, text).findings().length,
  open(text) {
    const document = PlanDocument.open(uri, text);
    document.findings();
    return new DocumentSession(document, text);
  },
};

class DocumentSession implements Session {
  private readonly document: PlanDocument;
  private readonly lineStarts: number[] = [];

  constructor(document: PlanDocument, text: string) {
    this.document = document;
    let start = 0;
    for (const reader = new LineReader(text); reader.next(); ) {
      this.lineStarts.push(start);
      start += reader.content.length + reader.terminator.length;
    }
  }

  edit(start: number, end: number, text: string): number {
    this.document.edit([
      { range: { start: this.positionAt(start), end: this.positionAt(end) }, text },
    ]);
    this.moveLines(start, end, text);
    return this.document.findings().length;
  }

  private positionAt(offset: number): { line: number; character: number } {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.lineStarts[low] };
  }

  /** The bench speaks in offsets; the engine in lines. */
  private moveLines(start: number, end: number, text: string): void {
    const shift = text.length - (end - start);
    const first = this.positionAt(start).line + 1;
    const last = this.positionAt(end).line + 1;
    const added = [...text.matchAll(/\r\n|\n|\r/g)].map(
      (found) => start + found.index + found[0].length,
    );
    this.lineStarts.splice(first, last - first, ...added);
    for (let index = first + added.length; index < this.lineStarts.length; index++) {
      this.lineStarts[index] += shift;
    }
  }
}
