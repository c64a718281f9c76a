/**
 * A document's tree: its lines, and how an edit changes them. After an edit only the lines that it
 * touches are lexed and parsed; the lines behind them are placed anew only as long as what stands
 * before them differs from what stood there.
 */
import { LineList } from './lines.ts';
import { parseStatement } from './parser.ts';
import { referencesIn } from './references.ts';
import { contextAtStart, place, sameContext } from './structure.ts';
import type { Line, LineChunk, LineContext, LineKind, RowStatement } from './tree.ts';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** Which lines left and came, and which stayed but are now of another kind or owner. */
export interface TreeChange {
  readonly removed: readonly Line[];
  readonly added: readonly Line[];
  readonly replaced: readonly Line[];
  /** What the replaced lines belonged to before. */
  readonly formerOwners: readonly Line[];
  /** What the removed and replaced lines were before. */
  readonly formerKinds: ReadonlySet<LineKind>;
}

export interface TreeOptions {
  readonly uri?: string;
  /** For .txt and .md files: headings are headings, rows are tables, every other line is prose. */
  readonly proseOnly?: boolean;
}

export class PlanTree {
  readonly lines: LineList;

  /** Of a text that is no plan: see {@link TreeOptions}. */
  readonly proseOnly: boolean;

  private constructor(lines: LineList, proseOnly: boolean) {
    this.lines = lines;
    this.proseOnly = proseOnly;
  }

  /** Parses a whole text. Total: every text is accepted and none of its characters is lost. */
  static parse(text: string, { uri = '', proseOnly = false }: TreeOptions = {}): PlanTree {
    const lines: Line[] = [];
    let context = contextAtStart;
    for (const reader = new LineReader(text); reader.next(); ) {
      const line = makeLine(reader.content, reader.terminator, proseOnly);
      context = line.after = place(line, context, proseOnly);
      lines.push(line);
    }
    return new PlanTree(new LineList(lines, { uri }), proseOnly);
  }

  /** The document's text, put together from its lines. */
  text(): string {
    const parts: string[] = [];
    for (const line of this.lines) parts.push(line.text, line.terminator);
    return parts.join('');
  }

  /** Applies one change in place. Positions outside the text are moved to its nearest place. */
  edit(change: TextChange): TreeChange {
    const start = this.clamp(change.range.start);
    const end = this.clamp(change.range.end);
    let firstIndex = start.line;
    let prefix = this.lines.at(start.line).text.slice(0, start.character);
    // A lone \r before the edit may join with a \n that the edit brings to the start of its line.
    if (firstIndex > 0 && this.lines.at(firstIndex - 1).terminator === '\r') {
      firstIndex -= 1;
      prefix = `${this.lines.at(firstIndex).text}\r${prefix}`;
    }
    const last = this.lines.at(end.line);
    const text = prefix + change.text + last.text.slice(end.character) + last.terminator;
    const added: Line[] = [];
    for (const reader = new LineReader(text); reader.next(); ) {
      added.push(makeLine(reader.content, reader.terminator, this.proseOnly));
    }
    // The text behind the last terminator is the next line, which is there already.
    if (last.terminator !== '') added.pop();

    const removed: Line[] = [];
    for (let index = firstIndex; index <= end.line; index++) removed.push(this.lines.at(index));
    const formerKinds = new Set(removed.map(({ kind }) => kind));
    const contextBefore = this.contextBefore(firstIndex);
    this.lines.splice(firstIndex, removed.length, added);
    const placed = this.placeFrom(firstIndex, added.length, contextBefore, formerKinds);
    return { removed, added, ...placed, formerKinds };
  }

  private contextBefore(index: number): LineContext {
    return index > 0 ? this.lines.at(index - 1).after : contextAtStart;
  }

  private placeFrom(
    start: number,
    freshCount: number,
    before: LineContext,
    formerKinds: Set<LineKind>,
  ): Pick<TreeChange, 'replaced' | 'formerOwners'> {
    const replaced: Line[] = [];
    const formerOwners: Line[] = [];
    let context = before;
    for (let index = start; index < this.lines.length; index++) {
      const line = this.lines.at(index);
      const fresh = index < start + freshCount;
      const { kind, owner, after } = line;
      context = place(line, context, this.proseOnly);
      line.after = context;
      if (fresh) continue;
      if (line.kind !== kind || line.owner !== owner) {
        replaced.push(line);
        line.chunk.revision += 1;
        formerKinds.add(kind);
        if (owner && line.owner !== owner) formerOwners.push(owner);
      }
      if (sameContext(context, after)) break;
    }
    return { replaced, formerOwners };
  }

  private clamp(position: Position): Position {
    if (position.line < 0) return { line: 0, character: 0 };
    if (position.line >= this.lines.length) {
      const line = this.lines.length - 1;
      return { line, character: this.lines.at(line).text.length };
    }
    const { length } = this.lines.at(position.line).text;
    return { line: position.line, character: Math.min(Math.max(0, position.character), length) };
  }
}

const noChunk: LineChunk = { lines: [], firstLine: 0, revision: 0, document: { uri: '' } };

function makeLine(text: string, terminator: string, proseOnly: boolean): Line {
  const row = proseOnly && text.includes('\t') ? rowOfTabs(text) : undefined;
  const { statement, problems } = row ? { statement: row, problems: [] } : parseStatement(text);
  const referring = referencesIn(text, statement);
  return {
    text,
    terminator,
    statement,
    problems: referring.problems.length > 0 ? [...problems, ...referring.problems] : problems,
    references: referring.references,
    kind: statement.kind,
    owner: undefined,
    after: contextAtStart,
    chunk: noChunk,
    indexInChunk: 0,
    facts: undefined,
  };
}

/** A table that was pasted into a text has tabs between its cells; two in a line that is no sentence make a row. */
function rowOfTabs(text: string): RowStatement | undefined {
  const parts = text.split('\t');
  if (parts.length < 3 || /[|｜。；;]/.test(text) || text.trim() === '') return undefined;
  if (parts.some((part) => part.length > longestTabbedCell)) return undefined;
  let end = -1;
  const cells = parts.map((part) => {
    const from = end + 1;
    end = from + part.length;
    const start = from + part.length - part.trimStart().length;
    const own = part.trim();
    return { start, end: start + own.length, text: own };
  });
  return { kind: 'row', cells, rule: false };
}
const longestTabbedCell = 40;

/**
 * Reads a text line by line. No function is called back for each line: it would be another one for each document, for
 * which the loop, the longest of all, would be compiled anew each time.
 */
export class LineReader {
  content = '';
  /** `\n`, `\r\n` or `\r`; the last line has none. */
  terminator = '';

  private readonly text: string;
  /** Where the next line begins; behind the text when all have been read. */
  private start = 0;
  private lineFeed: number;
  private carriageReturn: number;

  constructor(text: string) {
    this.text = text;
    this.lineFeed = text.indexOf('\n');
    this.carriageReturn = text.indexOf('\r');
  }

  /** Goes on to the next line. False where there is none. */
  next(): boolean {
    const { text, start, lineFeed, carriageReturn } = this;
    if (start > text.length) return false;
    if (lineFeed < 0 && carriageReturn < 0) {
      this.take(text.length, '', 1);
    } else if (carriageReturn < 0 || (lineFeed >= 0 && lineFeed < carriageReturn)) {
      this.take(lineFeed, '\n', 1);
    } else if (lineFeed === carriageReturn + 1) {
      this.take(carriageReturn, '\r\n', 2);
    } else {
      this.take(carriageReturn, '\r', 1);
    }
    return true;
  }

  private take(end: number, terminator: string, length: number): void {
    const { text } = this;
    this.content = text.slice(this.start, end);
    this.terminator = terminator;
    const start = end + length;
    this.start = start;
    if (this.lineFeed >= 0 && this.lineFeed < start) this.lineFeed = text.indexOf('\n', start);
    if (this.carriageReturn >= 0 && this.carriageReturn < start)
      this.carriageReturn = text.indexOf('\r', start);
  }
}
