/**
 * From the model to the report tree. Pure: the same model gives the same report. Blocks are
 * remembered by the line that they come from, together with what they were made from, so that after
 * a keystroke only blocks that read differently are made again.
 */
import type { PlanModel } from '../model/model.ts';
import type { PlanTree } from '../syntax/document.ts';
import type { Line, LineChunk, Span, Word } from '../syntax/tree.ts';
import { halfWidth } from '../syntax/vocabulary/periods.ts';
import { chartOf } from './charts.ts';
import { indicatorTable, noteLabel, notesTogether, type TableScope } from './indicator-tables.ts';
import { inlinesOf, inlinesOfText, type ReadingContext, referredTo } from './inlines.ts';
import { scheduleTable } from './schedules.ts';
import { keywordAsTyped, scriptOf } from './script.ts';
import { sentenceOf } from './sentences.ts';
import type {
  AnnexId,
  Block,
  BlockRun,
  FactId,
  HeaderFact,
  Inlines,
  ListItem,
  MeasureField,
  MeasureFieldId,
  Report,
  ReportOptions,
  Script,
  Sentence,
  StatementForm,
  TableNote,
} from './tree.ts';
import { typedTable } from './typed-tables.ts';
import { wordsOf } from './words.ts';

/** The whole report of a document. */
export function reportOf(model: PlanModel, options: ReportOptions = {}): Report {
  const context = contextOf(model, options);
  const { line: header, kind } = model.header;
  const title = header?.statement.kind === 'header' ? header.statement.title : undefined;
  return {
    script: context.script,
    ...(kind ? { kind } : {}),
    ...(header && title
      ? { title: { source: header, inlines: inlinesOf(header, title, context) } }
      : {}),
    facts: header ? factsOf(header, context) : [],
    ...builtWith(context, options),
    lines: model.tree.lines,
    model,
    ...(context.basis ? { basis: context.basis } : {}),
  };
}

/** Makes ready, in steps, what the report of a long document is made of. */
export function* prepareReport(model: PlanModel, options: ReportOptions = {}): Generator<void> {
  for (const _ of new BlockBuilder(contextOf(model, options), options).inSteps()) yield;
}

/** The blocks of a document in order. A block that reads as before is the same object as before. */
export function blocksOf(model: PlanModel, options: ReportOptions = {}): readonly Block[] {
  return builtWith(contextOf(model, options), options).blocks;
}

function builtWith(
  context: ReadingContext,
  options: ReportOptions,
): Pick<Report, 'blocks' | 'runs'> {
  const runs = new BlockBuilder(context, options).build();
  return { runs, blocks: ([] as Block[]).concat(...runs.map(({ blocks }) => blocks)) };
}

function contextOf(model: PlanModel, { basis }: ReportOptions): ReadingContext {
  return { model, script: scriptOf(model.tree), ...(basis ? { basis } : {}) };
}

// ---------------------------------------------------------------- remembering

interface Remembered {
  readonly dependencies: readonly unknown[];
  readonly block: Block;
}

/** Every block has a line of its own, so a line is remembered with one block. */
const remembered = new WeakMap<Line, Remembered>();
/** Annexes come from no line: what is in them is remembered with the whole document. */
const rememberedAnnexes = new WeakMap<PlanTree, Map<string, Remembered>>();
let lastKey = 0;

type Content = Block extends infer One
  ? One extends Block
    ? Omit<One, 'key' | 'source'>
    : never
  : never;

/** The block of a line: the one from last time while nothing that it was made from differs. */
function remember<Key>(
  blocks: { get(key: Key): Remembered | undefined; set(key: Key, value: Remembered): unknown },
  key: Key,
  source: Line,
  dependencies: readonly unknown[],
  make: () => Content,
): Block {
  const known = blocks.get(key);
  if (known && sameItems(known.dependencies, dependencies)) return known.block;
  lastKey += 1;
  const block = { key: lastKey, source, ...make() } as Block;
  blocks.set(key, { dependencies, block });
  return block;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/**
 * The blocks that begin in one chunk of lines, and what they were made from besides the figures that are looked at again
 * each time: while none of it differs, only those are.
 */
interface Section extends BlockRun {
  readonly state: SectionState;
  /** The chunks that were read for it, its own first, and what their revisions were. */
  readonly chunks: readonly LineChunk[];
  readonly revisions: readonly number[];
  /** The blocks that depend on more than on the lines of these chunks. */
  readonly dependent: readonly Dependent[];
  /** Where the next section begins, in lines behind the beginning of the chunk. */
  readonly end: number;
  readonly formsAfter: Forms;
}

interface Dependent {
  /** In the section. */
  readonly index: number;
  /** What is read on behind the block, in lines behind the beginning of the chunk. */
  readonly end: number;
  /** Of a heading that depends on nothing but it. */
  readonly number?: string;
}

/** How a section's lines are read, apart from what they say. */
interface SectionState {
  readonly script: Script;
  readonly targets: StatementForm | undefined;
  readonly targetsIn: ReportOptions['targetsIn'];
  /** Lines that belong to blocks of the sections before. */
  readonly skipped: number;
  readonly forms: Forms;
}

/** How targets are shown in the sections of the document that are open, by level. */
type Forms = readonly (StatementForm | undefined)[];

const sections = new WeakMap<LineChunk, Section>();

// ---------------------------------------------------------------- header

const factIds: ReadonlySet<string> = new Set<FactId>([
  'period',
  'baseline',
  'issuer',
  'region',
  'date',
  'prices',
]);

function factsOf(header: Line, context: ReadingContext): HeaderFact[] {
  const { lines } = context.model.tree;
  const facts: HeaderFact[] = [];
  for (let index = lines.indexOf(header) + 1; index < lines.length; index++) {
    const line = lines.at(index);
    if (line.after.owner !== header) break;
    const { statement } = line;
    if (line.kind !== 'field' || statement.kind !== 'field' || !statement.value) continue;
    const { id } = statement.row;
    if (!factIds.has(id)) continue;
    facts.push({
      id: id as FactId,
      source: line,
      label: keywordAsTyped(statement, context.script),
      inlines:
        id === 'date'
          ? dateInlines(line, statement.value, context)
          : inlinesOf(line, statement.value, context),
    });
  }
  return facts;
}

/** A Chinese date in its official form, without padding zeros (GB/T 9704-2012, 7.3.5). */
function dateInlines(line: Line, value: Word, context: ReadingContext): Inlines {
  const found = /^(\d{4})(?:年|[-./])0?(\d{1,2})(?:月|[-./])0?(\d{1,2})日?$/.exec(
    halfWidth(value.text),
  );
  if (!found || context.script === 'en') return inlinesOf(line, value, context);
  const [, year, month, day] = found;
  return inlinesOfText(`${year}年${month}月${day}日`, context.script);
}

// ---------------------------------------------------------------- blocks

class BlockBuilder {
  private readonly context: ReadingContext;
  private readonly options: ReportOptions;
  private readonly lines: readonly Line[];
  private readonly chunks: readonly LineChunk[];
  private blocks: Block[] = [];
  private index = 0;
  /** Behind the last line that was looked at. */
  private seen = 0;
  /** True while blocks are made that depend on more than on the lines that are looked at. */
  private depends = false;
  /** How targets are shown in the sections that are open, by level. */
  private forms: (StatementForm | undefined)[] = [];
  private readonly hasForms: boolean;

  constructor(context: ReadingContext, options: ReportOptions) {
    this.context = context;
    this.options = options;
    this.hasForms = Object.keys(options.targetsIn ?? {}).length > 0;
    this.chunks = context.model.tree.lines.inChunks;
    this.lines = ([] as Line[]).concat(...this.chunks.map(({ lines }) => lines));
  }

  build(): readonly BlockRun[] {
    return [...this.inSteps()];
  }

  *inSteps(): Generator<BlockRun> {
    for (const [at, chunk] of this.chunks.entries()) yield this.section(chunk, at);
    this.blocks = [];
    this.annexes();
    yield { blocks: this.blocks };
  }

  // -------------------------------------------------------------- sections

  private section(chunk: LineChunk, at: number): Section {
    const { script } = this.context;
    const { targets, targetsIn } = this.options;
    const skipped = Math.max(this.index - chunk.firstLine, 0);
    const state = { script, targets, targetsIn, skipped, forms: [...this.forms] };
    const known = sections.get(chunk);
    const section =
      (known && this.isAsBefore(known, state, at) && this.lookedAtAgain(known, chunk)) ||
      this.makeSection(chunk, at, state);
    sections.set(chunk, section);
    this.index = chunk.firstLine + section.end;
    this.forms = [...section.formsAfter];
    return section;
  }

  private isAsBefore(
    { state, chunks, revisions }: Section,
    now: SectionState,
    at: number,
  ): boolean {
    return (
      state.script === now.script &&
      state.targets === now.targets &&
      state.targetsIn === now.targetsIn &&
      state.skipped === now.skipped &&
      sameItems(state.forms, now.forms) &&
      chunks.every(
        (chunk, index) => chunk === this.chunks[at + index] && chunk.revision === revisions[index],
      )
    );
  }

  /** With the blocks that have changed although their lines have not; undefined where the lines are read otherwise. */
  private lookedAtAgain(section: Section, { firstLine }: LineChunk): Section | undefined {
    const blocks = [...section.blocks];
    let isAsBefore = true;
    // All headings are among these, so the forms are what they were at each of them.
    this.forms = [...section.state.forms];
    for (const { index, end, number } of section.dependent) {
      const { source } = blocks[index];
      if (number !== undefined && number === this.context.model.headingNumber(source)) {
        this.beginSection(source);
        continue;
      }
      this.index = this.context.model.tree.lines.indexOf(source) + 1;
      this.blocks = [];
      this.line(source);
      if (this.index !== firstLine + end || this.blocks.length !== 1) return undefined;
      if (this.blocks[0] !== blocks[index]) isAsBefore = false;
      blocks[index] = this.blocks[0];
    }
    return isAsBefore ? section : { ...section, blocks };
  }

  private makeSection(chunk: LineChunk, at: number, state: SectionState): Section {
    const { firstLine, lines } = chunk;
    const blocks: Block[] = [];
    const dependent: Dependent[] = [];
    this.blocks = blocks;
    this.forms = [...state.forms];
    this.index = firstLine + state.skipped;
    this.seen = this.index;
    while (this.index < firstLine + lines.length) {
      const line = this.lines[this.index];
      const { length } = blocks;
      this.index += 1;
      this.depends = false;
      this.line(line);
      this.seen = Math.max(this.seen, this.index);
      if (!this.depends) continue;
      const block = blocks[length];
      const isNumbered = block.kind === 'heading' && line.references.length === 0;
      dependent.push({
        index: length,
        end: this.index - firstLine,
        ...(isNumbered ? { number: block.number } : {}),
      });
    }
    const chunks = [chunk];
    for (let next = at + 1; next < this.chunks.length; next++) {
      if (this.chunks[next].firstLine >= this.seen) break;
      chunks.push(this.chunks[next]);
    }
    return {
      blocks,
      state,
      chunks,
      revisions: chunks.map(({ revision }) => revision),
      dependent,
      end: this.index - firstLine,
      formsAfter: [...this.forms],
    };
  }

  private line(line: Line): void {
    switch (line.kind) {
      case 'heading':
        this.heading(line);
        break;
      case 'prose':
        this.prose(line);
        break;
      case 'measure':
        this.measure(line);
        break;
      case 'target':
      case 'result':
        this.statements(line, line.kind);
        break;
      case 'table':
        this.table(line);
        break;
      case 'row':
        this.looseRows(line);
        break;
      case 'chart':
        this.chart(line);
        break;
      case 'note':
        this.note(line);
        break;
      default:
        // Comments, fields, values, declarations and includes are not for the reader.
        break;
    }
  }

  private push(source: Line, dependencies: readonly unknown[], make: () => Content): void {
    const rests = [this.context.script, source.kind, ...dependencies];
    this.blocks.push(remember(remembered, source, source, rests, make));
  }

  /** What a line's text depends on besides itself. */
  private state(line: Line): readonly unknown[] {
    if (line.references.length === 0) return noReferences;
    this.depends = true;
    return referredTo(line, this.context.model);
  }

  private read(line: Line, span: Span): Inlines {
    return inlinesOf(line, span, this.context);
  }

  private heading(line: Line): void {
    const { statement } = line;
    if (statement.kind !== 'heading') return;
    this.depends = true;
    const number = this.context.model.headingNumber(line);
    this.beginSection(line);
    this.push(line, [number, ...this.state(line)], () => {
      const { level, title, rest } = statement;
      return {
        kind: 'heading',
        level,
        number,
        // Without a run-in text the title keeps whatever mark the writer put behind it.
        title: title
          ? this.read(line, rest ? title : { start: title.start, end: endOf(line) })
          : [],
        ...(rest ? { runIn: this.read(line, rest) } : {}),
      };
    });
  }

  private beginSection({ statement }: Line): void {
    if (statement.kind !== 'heading' || !this.hasForms) return;
    this.forms.length = statement.level;
    this.forms[statement.level] = this.options.targetsIn?.[statement.title?.text ?? ''];
  }

  private prose(line: Line): void {
    if (isListItem(line)) {
      this.list(line);
      return;
    }
    this.push(line, this.state(line), () => ({
      kind: 'paragraph',
      inlines: this.read(line, proseSpan(line)),
    }));
  }

  /** Items that follow each other are one list; a comment between them is not seen. */
  private list(first: Line): void {
    const items = [first];
    for (let next = this.index; next < this.lines.length; next++) {
      const line = this.lines[next];
      this.seen = Math.max(this.seen, next + 1);
      if (isListItem(line)) {
        items.push(line);
        this.index = next + 1;
      } else if (line.kind !== 'comment') break;
    }
    const states = items.flatMap((item) => this.state(item));
    this.push(first, [...items, ...states], () => ({
      kind: 'list',
      items: items.map(
        (source): ListItem => ({
          source,
          inlines: this.read(source, proseSpan(source)),
        }),
      ),
    }));
  }

  private measure(line: Line): void {
    const { statement } = line;
    if (statement.kind !== 'measure') return;
    const fields = this.fieldsOf(line);
    const states = [line, ...fields].flatMap((one) => this.state(one));
    this.push(line, [...fields, ...states], () => {
      const { marker, style, ordinal, title, rest } = statement;
      return {
        kind: 'measure',
        ...(ordinal === undefined ? {} : { ordinal }),
        marker: style === 'ordinal' ? marker.text : '',
        title: title ? this.read(line, title) : [],
        stop: title ? line.text.slice(title.end, rest?.start ?? endOf(line)).trim() : '',
        ...(rest ? { body: this.read(line, rest) } : {}),
        fields: fields.flatMap((field) => this.measureField(field)),
      };
    });
  }

  /** A measure's fields may stand behind its first paragraphs. */
  private fieldsOf(measure: Line): Line[] {
    const fields: Line[] = [];
    const start = this.context.model.tree.lines.indexOf(measure) + 1;
    for (let next = start; next < this.lines.length; next++) {
      const line = this.lines[next];
      this.seen = Math.max(this.seen, next + 1);
      if (line.after.owner !== measure) break;
      if (line.kind === 'field') fields.push(line);
    }
    return fields;
  }

  private measureField(line: Line): MeasureField[] {
    const { statement } = line;
    if (statement.kind !== 'field' || !statement.value) return [];
    const { id } = statement.row;
    const { script } = this.context;
    const inlines = this.read(line, statement.value);
    return [
      { id: id as MeasureFieldId, source: line, label: keywordAsTyped(statement, script), inlines },
    ];
  }

  /**
   * Targets (or results) that follow each other are one paragraph. A blank line between two of them
   * ends it, as in prose, but not where a declaration stands between them that nobody sees.
   */
  private statements(first: Line, role: 'target' | 'result'): void {
    const lines = [first];
    let blank = false;
    let declaration = false;
    scan: for (let next = this.index; next < this.lines.length; next++) {
      const line = this.lines[next];
      this.seen = Math.max(this.seen, next + 1);
      switch (line.kind) {
        case role:
          if (blank && !declaration) break scan;
          lines.push(line);
          this.index = next + 1;
          blank = declaration = false;
          break;
        case 'blank':
          blank = true;
          break;
        case 'indicator':
          declaration = true;
          break;
        case 'value':
        case 'field':
        case 'comment':
        case 'include':
          break;
        default:
          break scan;
      }
    }
    const form = this.formHere();
    if (form === 'table') {
      this.statementsTable(first, lines);
      return;
    }
    const { script } = this.context;
    this.push(first, [form, ...lines], () => {
      const { semicolon, stop } = wordsOf(script);
      return {
        kind: 'statements',
        form,
        sentences: lines.map(
          (source, index): Sentence => ({
            source,
            role,
            inlines: inlinesOfText(sentenceOf(source, script), script),
            stop: script !== 'en' && index < lines.length - 1 ? semicolon : stop,
          }),
        ),
      };
    });
  }

  /** What the innermost section says of its targets, else what is said of the document. */
  private formHere(): StatementForm {
    return this.forms.findLast((form) => form) ?? this.options.targets ?? 'sentences';
  }

  private statementsTable(first: Line, lines: readonly Line[]): void {
    this.depends = true;
    const { model, script } = this.context;
    const claims = lines.flatMap((line) => model.claimsOf(line));
    const indicators = claims.map(({ indicator }) => model.indicator(indicator));
    this.push(
      first,
      ['table', model.periodScope, model.header.kind, ...lines, ...indicators],
      () => {
        const { notes, ...content } = indicatorTable(first, this.context, {
          lines: new Set(lines),
        });
        return { kind: 'table', title: [], ...content, notes: notesTogether(notes, [], script) };
      },
    );
  }

  private table(line: Line): void {
    this.depends = true;
    const { statement } = line;
    const facts = this.context.model.tableOf(line);
    if (statement.kind !== 'table' || !facts) return;
    const { rows, columns, notes } = facts;
    const last = notes[notes.length - 1] ?? rows[rows.length - 1];
    if (last) this.index = this.context.model.tree.lines.indexOf(last) + 1;
    const { script } = this.context;
    const generated = rows.length === 0;
    const madeFrom = generated ? this.whole() : [columns, ...rows];
    const states = [line, ...notes].flatMap((one) => this.state(one));
    this.push(line, [...madeFrom, ...notes, ...states], () => {
      const typedNotes = notes.map((note) => this.tableNote(note));
      const title = statement.title ? this.read(line, statement.title) : [];
      if (!generated) {
        const content = typedTable(rows, facts, script);
        return { kind: 'table', title, ...content, notes: typedNotes };
      }
      const { notes: made, ...content } = indicatorTable(line, this.context);
      return { kind: 'table', title, ...content, notes: notesTogether(made, typedNotes, script) };
    });
  }

  /** What a table of all indicators rests on. */
  private whole(): readonly unknown[] {
    const { model, basis = [] } = this.context;
    return [
      model.periodScope,
      model.header.kind,
      ...[model, ...basis].map((plan) => plan.indicators()),
    ];
  }

  private tableNote(line: Line): TableNote {
    return { source: line, label: noteLabel(this.context.script), inlines: this.noteText(line) };
  }

  private noteText(line: Line): Inlines {
    const { statement } = line;
    return statement.kind === 'note' && statement.text ? this.read(line, statement.text) : [];
  }

  /** Rows without a `表` line, as they come with a pasted table. */
  private looseRows(first: Line): void {
    const rows = [first];
    while (this.lines[this.index]?.kind === 'row') {
      rows.push(this.lines[this.index]);
      this.index += 1;
    }
    this.seen = Math.max(this.seen, this.index + 1);
    this.push(first, rows, () => ({
      kind: 'table',
      title: [],
      notes: [],
      ...typedTable(rows, undefined, this.context.script),
    }));
  }

  private chart(line: Line): void {
    const { statement } = line;
    if (statement.kind !== 'chart') return;
    this.depends = true;
    const { model } = this.context;
    const indicators = statement.names.map(({ text }) => model.indicator(text));
    this.push(line, indicators, () => chartOf(statement, this.context));
  }

  private note(line: Line): void {
    this.push(line, this.state(line), () => ({
      kind: 'note',
      label: noteLabel(this.context.script),
      inlines: this.noteText(line),
    }));
  }

  // -------------------------------------------------------------- annexes

  private annexes(): void {
    const { annexes = [] } = this.options;
    const isOnly = annexes.length === 1;
    annexes.forEach((id, index) => {
      this.annexNote(id, index, isOnly);
    });
    annexes.forEach((id, index) => {
      this.annex(id, isOnly ? undefined : index + 1);
    });
  }

  /** Below the body: `附件：1.甲`, `2.乙`; one alone is not counted (GB/T 9704-2012, 7.3.4). */
  private annexNote(id: AnnexId, index: number, isOnly: boolean): void {
    const { script } = this.context;
    const words = wordsOf(script);
    const label = index === 0 ? words.annexNote(!isOnly) + words.colon : '';
    const number = isOnly ? '' : `${index + 1}.${words.space}`;
    this.pushAnnex(`${id}-note`, [label, number], () => ({
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: label + number + words.annexTitles[id] }],
    }));
  }

  private annex(id: AnnexId, number: number | undefined): void {
    const { script, model } = this.context;
    const words = wordsOf(script);
    const title = words.annexTitles[id];
    this.pushAnnex(`${id}-head`, [number], () => ({
      kind: 'annex',
      id,
      label: words.annex(number),
      title,
    }));
    const scheduled = id === 'owners' || id === 'deadlines';
    const measures = scheduled ? this.lines.filter(({ kind }) => kind === 'measure') : [];
    const fields = measures.flatMap((line) => [line, ...this.fieldsOf(line)]);
    this.pushAnnex(id, scheduled ? [model.periodScope, ...fields] : this.whole(), () => {
      const last = this.lines[this.lines.length - 1];
      const { notes, ...content } = scheduled
        ? { ...scheduleTable(measures, id, last, this.context), notes: [] }
        : indicatorTable(last, this.context, annexScopes[id]);
      return { kind: 'table', title: [], ...content, notes: notesTogether(notes, [], script) };
    });
  }

  private pushAnnex(key: string, dependencies: readonly unknown[], make: () => Content): void {
    const { tree } = this.context.model;
    const blocks = rememberedAnnexes.get(tree) ?? new Map<string, Remembered>();
    rememberedAnnexes.set(tree, blocks);
    const last = this.lines[this.lines.length - 1];
    const rests = [this.context.script, last, ...dependencies];
    this.blocks.push(remember(blocks, key, last, rests, make));
  }
}

const annexScopes: Readonly<Record<'indicators' | 'evaluation', TableScope>> = {
  indicators: { definitions: true, evaluates: false },
  evaluation: { evaluates: true },
};

const noReferences: readonly unknown[] = [];

function isListItem(line: Line): boolean {
  return line.kind === 'prose' && line.statement.kind === 'prose' && line.statement.list;
}

/** The text of a paragraph: a field or header that stands where it is prose is shown as typed. */
function proseSpan(line: Line): Span {
  const own = line.statement.kind === 'prose' ? line.statement.start : 0;
  const text = line.text.slice(own);
  return { start: own + text.length - text.trimStart().length, end: endOf(line) };
}

function endOf(line: Line): number {
  return line.text.trimEnd().length;
}
