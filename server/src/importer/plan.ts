/** Blocks → the lines of a plan. */
import { PlanTree } from '../syntax/document.ts';
import { parseStatement } from '../syntax/parser.ts';
import type { Line } from '../syntax/tree.ts';
import { captionStart } from '../syntax/vocabulary/captions.ts';
import type { KeywordId } from '../syntax/vocabulary/keywords.ts';
import { keywordRow } from '../syntax/vocabulary/keywords.ts';
import type { Block, TableBlock } from './blocks.ts';
import type { LeftOut } from './left-out.ts';
import type { Pause } from './pause.ts';
import { type DocumentTitle, titleOf } from './title.ts';

type Language = 'hans' | 'hant' | 'en';

export interface PlanOptions {
  /** False for what is put into a plan that is there: it has no title of its own. */
  readonly whole: boolean;
  /** True for what comes below the rows of a table: a table is then more rows of that one. */
  readonly belowRows?: boolean;
}

export interface WrittenPlan {
  readonly plan: string;
  /** True where the source says what kind of document it is. */
  readonly titled: boolean;
}

/** A line with what it is meant to be, and whether an empty line belongs above it. */
interface Written {
  text: string;
  readonly kind: 'header' | 'heading' | 'prose' | 'item' | 'table' | 'note';
  readonly apart: boolean;
}

export async function planOfBlocks(
  blocks: readonly Block[],
  leftOut: LeftOut,
  { whole, belowRows = false }: PlanOptions,
  pause: Pause,
): Promise<WrittenPlan> {
  const [only, ...others] = blocks;
  if (belowRows && only?.kind === 'table' && only.caption === '' && others.length === 0) {
    return { plan: only.rows.map((cells) => `${rowOf(cells)}\n`).join(''), titled: false };
  }
  const language = languageOf(blocks);
  const title = whole ? titleOf(blocks) : undefined;
  const rest = title?.rest ?? blocks;
  const writer = new PlanWriter(language, leftOut, levelsOf(rest));
  if (title) writer.writeTitle(title);
  for (const block of rest) {
    await pause();
    writer.write(block);
  }
  return { plan: writer.text(), titled: title !== undefined };
}

const rowOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/[|｜]/g, '\\$&')).join(' | ')} |`;

/** What the levels of the source are called here: the highest that there is becomes the first. */
function levelsOf(blocks: readonly Block[]): readonly number[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  return [...new Set(levels)].sort((one, other) => one - other);
}

const traditional = /[國鎮縣鄉總計劃經濟發業產億萬與為這個們時間區農實務]/g;
const simplified = /[国镇县乡总计划经济发业产亿万与为这个们时间区农实务]/g;

function languageOf(blocks: readonly Block[]): Language {
  const text = blocks
    .slice(0, 200)
    .map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text))
    .join('');
  if (!/[\u3400-\u9fff]/.test(text)) return 'en';
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(traditional) > count(simplified) ? 'hant' : 'hans';
}

const decimalNumber = /^\d{1,3}(?:\.\d{1,3})*[.)]?\s+/;
const unitLine = /^[（(]?\s*(?:计量单位|計量單位|单位|單位|unit)s?\s*[：:]/i;
const noteLine =
  /^(?:注|註|备注|備註|说明|說明|资料来源|資料來源|数据来源|數據來源|notes?|source)\s*\d*\s*[：:]/i;

class PlanWriter {
  private readonly lines: Written[] = [];
  private readonly language: Language;
  private readonly leftOut: LeftOut;
  private readonly levels: readonly number[];
  /** What was written last, and before: they may be the caption of a table. */
  private last: Block | undefined;
  private beforeLast: Block | undefined;

  constructor(language: Language, leftOut: LeftOut, levels: readonly number[]) {
    this.language = language;
    this.leftOut = leftOut;
    this.levels = levels;
  }

  writeTitle({ kind, text, period, issuer, date }: DocumentTitle): void {
    this.add('header', this.field(kind, text), true);
    if (period) this.add('header', this.field('period', period));
    if (issuer) this.add('header', this.field('issuer', issuer));
    if (date) this.add('header', this.field('date', date));
  }

  write(block: Block): void {
    if (block.kind === 'heading') this.writeHeading(block.level, block.text);
    else if (block.kind === 'title') this.writeHeading(this.levels[0] ?? 1, block.text);
    else if (block.kind === 'table') this.writeTable(block);
    else if (block.kind === 'note') this.writeNote(block.text);
    else if (block.kind === 'item') {
      this.add('item', `- ${block.text}`, this.lines.at(-1)?.kind === 'table');
    } else this.writeParagraph(block.text);
    this.beforeLast = this.last;
    this.last = block;
  }

  text(): string {
    this.keepProse();
    return this.lines.length === 0 ? '' : `${this.joinedLines()}\n`;
  }

  private joinedLines(): string {
    return this.lines
      .map(({ text, apart }, at) => (apart && at > 0 ? `\n${text}` : text))
      .join('\n');
  }

  private add(kind: Written['kind'], text: string, apart = false): void {
    this.lines.push({ text, kind, apart });
  }

  private word(id: KeywordId): string {
    return keywordRow(id)[this.language][0];
  }

  private field(id: KeywordId, value: string): string {
    return `${this.word(id)}${this.language === 'en' ? ': ' : '：'}${value}`;
  }

  private writeHeading(level: number, text: string): void {
    const marks = '#'.repeat(Math.min(4, this.levels.indexOf(level) + 1 || 1));
    const isTyped =
      this.language !== 'en' && statementOf(text) === 'heading' && !/^[#＃]/.test(text);
    const title = this.language === 'en' ? text.replace(decimalNumber, '') : text;
    this.add('heading', isTyped ? text : `${marks} ${title}`, true);
  }

  private writeParagraph(text: string): void {
    const afterTable = this.last?.kind === 'table' || this.lines.at(-1)?.kind === 'note';
    if (afterTable && noteLine.test(text)) {
      this.writeNote(text);
      return;
    }
    const kind = statementOf(text);
    const { kind: before } = this.lines.at(-1) ?? { kind: 'header' };
    if (kind === 'heading') {
      // 一、 and （一） begin a section; 1. and （1） often count on from line to line.
      const isSection = /^\s*[（(]?[一二三四五六七八九十百]/.test(text);
      const isShort = text.length < 40 && !/[。；;]/.test(text);
      this.add(isSection && isShort ? 'heading' : 'prose', text, isSection || before !== 'prose');
      return;
    }
    const goesOn =
      before === 'heading' || kind === 'measure' || (kind === 'field' && before === 'prose');
    this.add('prose', text, !goesOn);
  }

  private writeNote(text: string): void {
    const words = /^(?:注|註|notes?)\s*[：:]/i.test(text)
      ? text.replace(/^[^：:]+[：:]\s*/, '')
      : text;
    this.add('note', this.field('note', words));
  }

  // -------------------------------------------------------------- tables

  private writeTable({ caption, rows }: TableBlock): void {
    const unit = this.takeAbove(({ text }) => unitLine.test(text));
    const above = caption === '' ? this.takeAbove(isCaption) : undefined;
    const title = this.captionOf(caption || above || '');
    this.add('table', `${this.word('table')} ${title}`.trimEnd(), true);
    const [head, ...body] = rows;
    const written = [head, head.map(() => '---'), ...body];
    for (const cells of written) this.add('table', rowOf(cells));
    if (unit) this.add('note', this.field('note', unit.replace(/^[（(]\s*|\s*[)）]$/g, '')));
  }

  /** The paragraph right above a table, where it belongs to the table; it is taken away from there. */
  private takeAbove(
    belongs: (block: Extract<Block, { kind: 'paragraph' }>) => boolean,
  ): string | undefined {
    const { last } = this;
    if (last?.kind !== 'paragraph' || !belongs(last)) return undefined;
    if (this.lines.at(-1)?.text !== last.text) return undefined;
    this.lines.pop();
    this.last = this.beforeLast;
    this.beforeLast = undefined;
    return last.text;
  }

  private captionOf(text: string): string {
    const found = captionStart.exec(text);
    const title = text.slice(found?.[0].length ?? 0);
    if (!found || title === '') return text;
    if (/[0-9０-９一二三四五六七八九十]/.test(found[0])) this.leftOut.add('tableNumber', found[0]);
    return title;
  }

  // -------------------------------------------------------------- accidents

  /** A sentence that begins like a statement stays a sentence: `\` in front says so. */
  private keepProse(): void {
    for (;;) {
      const wrong = this.linesNotMeant();
      if (wrong.length === 0) return;
      // What only belongs to others may be as it is meant when those have been set right.
      const first = wrong.filter(({ line }) => !belongsToOthers.has(line.kind));
      for (const { written } of first.length > 0 ? first : wrong) {
        written.text = `\\${written.text}`;
      }
    }
  }

  private linesNotMeant(): { written: Written; line: Line }[] {
    const lines = [...PlanTree.parse(this.joinedLines()).lines];
    let at = -1;
    return this.lines.flatMap((written, index) => {
      at += written.apart && index > 0 ? 2 : 1;
      return isMeant(written, lines[at]) ? [] : [{ written, line: lines[at] }];
    });
  }
}

const belongsToOthers: ReadonlySet<Line['kind']> = new Set(['field', 'value', 'row']);

/** What a line by itself would be. */
function statementOf(text: string): string {
  return parseStatement(text).statement.kind;
}

function isMeant(written: Written, line: Line): boolean {
  if (written.kind !== 'prose' || written.text.startsWith('\\\\')) return true;
  const { statement } = line;
  switch (line.kind) {
    case 'prose':
      return !(statement.kind === 'prose' && statement.escaped && !written.text.startsWith('\\'));
    case 'heading':
      return statement.kind === 'heading' && statement.style !== 'hash';
    case 'measure':
      // “一是一、二是二” counts nothing.
      return (
        statement.kind === 'measure' &&
        statement.style === 'ordinal' &&
        !/^一是一、/.test(written.text)
      );
    case 'field':
      return line.owner?.statement.kind === 'measure';
    case 'note':
    case 'blank':
      return true;
    default:
      return false;
  }
}

function isCaption({ text, centred, bold }: Extract<Block, { kind: 'paragraph' }>): boolean {
  if (text.length > 60 || /[。；;，,：:！!？?]$/.test(text)) return false;
  if (captionStart.test(text) || centred || bold) return true;
  return text.length <= 40 && /表$/.test(text);
}
