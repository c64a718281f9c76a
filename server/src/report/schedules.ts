/** The document's measures as a table: by who answers for them, or by when they are due. */
import { endOfPeriod, periodKey } from '../model/periods.ts';
import type { Measure } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import { grouped, nothing } from './indicator-tables.ts';
import { inlinesOf, inlinesOfText, type ReadingContext } from './inlines.ts';
import { keywordText } from './script.ts';
import type { Column, Inlines, TableRow } from './tree.ts';
import type { TableContent } from './typed-tables.ts';
import { wordsOf } from './words.ts';

type FieldId = 'owner' | 'with' | 'due' | 'budget' | 'progress';

interface Entry {
  readonly measure: Measure;
  /** What the row is listed under: an owner, or a deadline as written. */
  readonly group: string;
}

/** `empty` is the line that an empty table is said to come from. */
export function scheduleTable(
  lines: readonly Line[],
  by: 'owners' | 'deadlines',
  empty: Line,
  context: ReadingContext,
): TableContent {
  const { model, script } = context;
  const words = wordsOf(script);
  const measures = lines.flatMap((line) => model.measureOf(line) ?? []);
  const entries =
    by === 'owners' ? byOwner(measures, words.noOwner) : byDeadline(measures, words.noDeadline);
  const first: FieldId = by === 'owners' ? 'owner' : 'due';
  const fields = (['owner', 'with', 'due', 'budget', 'progress'] as const).filter(
    (field) => field !== first && measures.some((measure) => hasField(measure, field)),
  );
  const columns: Column[] = [
    { kind: 'category', title: keywordText(first, script) },
    { kind: 'text', title: words.measure },
    ...fields.map((field): Column => ({ kind: 'text', title: keywordText(field, script) })),
  ];
  const rows = entries.map(({ measure, group }): TableRow => {
    const { line } = measure;
    const { statement } = line;
    const title = statement.kind === 'measure' ? statement.title : undefined;
    return {
      source: line,
      cells: [
        inlinesOfText(group, script),
        title ? inlinesOf(line, title, context) : nothing,
        ...fields.map((field) => fieldText(measure, field, context)),
      ],
    };
  });
  if (rows.length === 0) rows.push({ source: empty, cells: columns.map(() => nothing) });
  return { columns, hasHeader: true, generated: true, rows };
}

function hasField(measure: Measure, field: FieldId): boolean {
  return field === 'owner' || field === 'with'
    ? measure[field].length > 0
    : measure[field] !== undefined;
}

function fieldText(measure: Measure, field: FieldId, context: ReadingContext): Inlines {
  const { script } = context;
  if (field === 'owner' || field === 'with') {
    const names = measure[field].map(({ text }) => text);
    return names.length > 0
      ? inlinesOfText(names.join(wordsOf(script).enumeration), script)
      : nothing;
  }
  const written = measure[field];
  return written ? inlinesOf(written.line, written.word, context) : nothing;
}

/** A measure of two owners stands under each; who comes first in the document comes first here. */
function byOwner(measures: readonly Measure[], noOwner: string): Entry[] {
  const entries = measures.flatMap((measure): Entry[] =>
    measure.owner.length > 0
      ? measure.owner.map(({ text }) => ({ measure, group: text }))
      : [{ measure, group: noOwner }],
  );
  const groups = grouped(entries, ({ group }) => group);
  const rest = groups.get(noOwner) ?? [];
  groups.delete(noOwner);
  return [...[...groups.values()].flat(), ...rest];
}

/** The nearest deadline first; one that names no date behind them, and none at all at the end. */
function byDeadline(measures: readonly Measure[], noDeadline: string): Entry[] {
  const rank = ({ due }: Measure): number =>
    due?.period ? endOfPeriod(due.period) : due ? notReadable : none;
  const sorted = [...measures].sort((a, b) => rank(a) - rank(b));
  // 年底前 and 12月底 are one deadline: it is printed as it was written first.
  const groups = grouped(sorted, ({ due }) =>
    due?.period ? periodKey(due.period) : (due?.word.text ?? ''),
  );
  return [...groups.values()].flatMap((group) => {
    const printed = group[0].due?.word.text ?? noDeadline;
    return group.map((measure): Entry => ({ measure, group: printed }));
  });
}

const notReadable = Number.MAX_SAFE_INTEGER - 1;
const none = Number.MAX_SAFE_INTEGER;
