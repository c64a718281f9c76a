/** Which years are meant: “十四五” are 2021—2025年, 上年 is the one before the plan’s. */

import type { PlanModel } from '../../model/model.ts';
import { periodIn, periodText, resolvePeriod } from '../../model/periods.ts';
import { parseClaims } from '../../syntax/parser.ts';
import type { ClaimItem, Line, PeriodItem, Span } from '../../syntax/tree.ts';
import { holds } from '../definition.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Reader } from '../reader.ts';
import type { Hover } from './answer.ts';

/** Nobody looks for a date in a line that is as long as a book. */
const longestLine = 5_000;

export function periodHover(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  const found = periodAt(line, character);
  if (!found) return undefined;
  const { start, end } = found;
  const printed = line.text.slice(start, end);
  const scope = model.periodScopeAt(line);
  // In a plan of several years nobody can say which of them 今年 is.
  const isRelative = ['current', 'previous', 'next'].includes(found.period.form);
  if (isRelative && scope.year === undefined && scope.plan?.span) return undefined;
  const period = resolvePeriod(found.period, scope);
  if (!period) return undefined;
  const told = periodText(period, reader.language);
  // A year that is printed in full is no news.
  if (printed.includes(told)) return undefined;
  return {
    place: { line, start, end },
    markdown: `${escapeMarkdown(printed.trim())} = **${escapeMarkdown(told)}**`,
  };
}

function periodAt(line: Line, character: number): PeriodItem | undefined {
  const { statement, text } = line;
  if (text.length > longestLine) return undefined;
  if (line.kind === 'field' && statement.kind === 'field' && statement.value) {
    const { value } = statement;
    const item = holds(value, character) ? periodIn(value.text) : undefined;
    return item && moved(item, value.start);
  }
  if (line.kind === 'value' && statement.kind === 'value') {
    if (holds(statement.period, character)) return statement.period;
  }
  return periodsIn(itemsOf(line)).find((item) => holds(item, character));
}

function itemsOf(line: Line): readonly ClaimItem[] {
  const { statement } = line;
  if ('claims' in statement) return statement.claims;
  switch (line.kind) {
    case 'prose':
    case 'heading':
    case 'measure':
    case 'note':
    case 'header':
      return parseClaims(line.text);
    default:
      return [];
  }
}

function periodsIn(items: readonly ClaimItem[]): PeriodItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'period') return [item];
    if (item.kind !== 'clause') return [];
    return item.modifiers.flatMap(({ period }) => period ?? []);
  });
}

function moved<Item extends Span>(item: Item, by: number): Item {
  return { ...item, start: item.start + by, end: item.end + by };
}
