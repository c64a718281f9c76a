/**
 * The lines of a document in order, in chunks, so that inserting a line moves one chunk and renumbers
 * the chunks behind it, not every line of the document.
 */
import type { DocumentTag, Line, LineChunk } from './tree.ts';

/** What is kept of a chunk is made again with each keystroke in it, so they are short: it must not be noticed. */
const usualLength = 64;
/** Up to this length a chunk takes what is put into it; cut at the usual one, it would leave crumbs behind. */
const greatestLength = 2 * usualLength;

export class LineList implements Iterable<Line> {
  private chunks: LineChunk[] = [];
  length = 0;
  /** The chunk that a line was last taken from: the next one is often in it. */
  private latest: LineChunk | undefined;

  readonly document: DocumentTag;

  constructor(lines: readonly Line[], document: DocumentTag) {
    this.document = document;
    this.chunks = cut(lines, document);
    this.renumberChunks(0);
  }

  /**
   * All lines, in the runs that they are kept in: what is known of a run holds while its revision does, and what is
   * known of its texts alone for as long as it is the same object.
   */
  get inChunks(): readonly LineChunk[] {
    return this.chunks;
  }

  /** The line at an index, 0 ≤ index < length. */
  at(index: number): Line {
    const { latest } = this;
    const inLatest = latest ? index - latest.firstLine : -1;
    if (latest && inLatest >= 0 && inLatest < latest.lines.length) return latest.lines[inLatest];
    const chunk = this.chunks[this.chunkOf(index)];
    this.latest = chunk;
    return chunk.lines[index - chunk.firstLine];
  }

  /** Where a line stands now. Only for lines of this document. */
  indexOf(line: Line): number {
    return line.chunk.firstLine + line.indexInChunk;
  }

  /** True while the line is part of this document. */
  has(line: Line): boolean {
    const { lines, document } = line.chunk;
    return document === this.document && lines[line.indexInChunk] === line;
  }

  /** Replaces `count` lines from `start` on. */
  splice(start: number, count: number, lines: readonly Line[]): void {
    const firstChunk = this.chunkOf(Math.min(start, this.length - 1));
    const lastChunk = this.chunkOf(Math.min(start + Math.max(count, 1) - 1, this.length - 1));
    const first = this.chunks[firstChunk];
    const last = this.chunks[lastChunk];
    const kept = [
      ...first.lines.slice(0, start - first.firstLine),
      ...lines,
      ...last.lines.slice(start + count - last.firstLine),
    ];
    for (let index = firstChunk; index <= lastChunk; index++) this.chunks[index].lines.length = 0;
    this.latest = undefined;
    this.chunks.splice(firstChunk, lastChunk - firstChunk + 1, ...cut(kept, this.document));
    this.renumberChunks(firstChunk);
  }

  // A generator that delegates to its chunks costs as much per line as what most loops do with one.
  [Symbol.iterator](): Iterator<Line> {
    const { chunks } = this;
    let chunkIndex = 0;
    let index = 0;
    return {
      next() {
        while (chunkIndex < chunks.length) {
          const { lines } = chunks[chunkIndex];
          if (index < lines.length) return { done: false, value: lines[index++] };
          chunkIndex++;
          index = 0;
        }
        return { done: true, value: undefined };
      },
    };
  }

  private chunkOf(index: number): number {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.chunks[middle].firstLine <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private renumberChunks(from: number): void {
    const before = this.chunks[from - 1];
    let firstLine = before ? before.firstLine + before.lines.length : 0;
    for (let index = from; index < this.chunks.length; index++) {
      this.chunks[index].firstLine = firstLine;
      firstLine += this.chunks[index].lines.length;
    }
    this.length = firstLine;
  }
}

function cut(lines: readonly Line[], document: DocumentTag): LineChunk[] {
  const chunks: LineChunk[] = [];
  const size = lines.length <= greatestLength ? greatestLength : usualLength;
  for (let start = 0; start < lines.length; start += size) {
    const chunk: LineChunk = {
      lines: lines.slice(start, start + size),
      firstLine: 0,
      revision: 0,
      document,
    };
    for (let index = 0; index < chunk.lines.length; index++) {
      chunk.lines[index].chunk = chunk;
      chunk.lines[index].indexInChunk = index;
    }
    chunks.push(chunk);
  }
  return chunks;
}
