/** The measures of a document, read when asked for and kept for as long as their lines read the same. */

import type { PlanTree } from '../syntax/document.ts';
import { splitNames } from '../syntax/parser.ts';
import type { Line, LineChunk, MeasureStatement, Word } from '../syntax/tree.ts';
import type { KeywordId } from '../syntax/vocabulary/keywords.ts';
import { fieldsOf } from './owned-lines.ts';
import { type PeriodScope, periodIn, resolvePeriod } from './periods.ts';
import type { Measure } from './types.ts';

interface MeasuresInRun {
  readonly revision: number;
  readonly lines: readonly Line[];
  /** What has been read of them. */
  readonly known: Map<Line, Measure>;
}

export class Measures {
  readonly #tree: PlanTree;
  /** By run of lines, for as long as none of them reads differently. */
  readonly #known = new WeakMap<LineChunk, MeasuresInRun>();

  constructor(tree: PlanTree) {
    this.#tree = tree;
  }

  /** @param scope what deadlines are relative to */
  all(scope: PeriodScope): readonly Measure[] {
    const measures: Measure[] = [];
    for (const chunk of this.#tree.lines.inChunks) {
      for (const line of this.#inRun(chunk).lines) {
        const measure = this.of(line, scope);
        if (measure) measures.push(measure);
      }
    }
    return measures;
  }

  of(line: Line, scope: PeriodScope): Measure | undefined {
    const { statement, chunk } = line;
    if (line.kind !== 'measure' || statement.kind !== 'measure') return undefined;
    const { known } = this.#inRun(chunk);
    let measure = known.get(line);
    if (!measure) {
      measure = this.#read(line, statement, scope);
      // Where its fields go on in the next run of lines, they may change without this one.
      if (chunk.lines.at(-1)?.after.owner !== line) known.set(line, measure);
    }
    return measure;
  }

  #inRun(chunk: LineChunk): MeasuresInRun {
    const { revision } = chunk;
    let found = this.#known.get(chunk);
    if (found?.revision !== revision) {
      const lines = chunk.lines.filter(({ kind }) => kind === 'measure');
      found = { revision, lines, known: new Map() };
      this.#known.set(chunk, found);
    }
    return found;
  }

  #read(line: Line, statement: MeasureStatement, scope: PeriodScope): Measure {
    const fields = fieldsOf(line, this.#tree.lines);
    const names = (id: KeywordId): Word[] => {
      const field = fields.get(id);
      return field ? splitNames(field.value) : [];
    };
    const written = (id: KeywordId): { line: Line; word: Word } | undefined => {
      const field = fields.get(id);
      return field && { line: field.line, word: field.value };
    };
    const due = written('due');
    const budget = written('budget');
    const progress = written('progress');
    const dueItem = due && periodIn(due.word.text);
    const duePeriod = dueItem && resolvePeriod(dueItem.period, scope);
    return {
      line,
      title: statement.title?.text ?? '',
      ...(statement.ordinal === undefined ? {} : { ordinal: statement.ordinal }),
      owner: names('owner'),
      with: names('with'),
      ...(due ? { due: { ...due, ...(duePeriod ? { period: duePeriod } : {}) } } : {}),
      ...(budget ? { budget } : {}),
      ...(progress ? { progress } : {}),
    };
  }
}
