/** What the header of a document says: kind, title, period, base and the plans that it names. */

import type { PlanTree } from '../syntax/document.ts';
import { splitNames } from '../syntax/parser.ts';
import type { FieldStatement, Line, Word } from '../syntax/tree.ts';
import { choiceOf, type KeywordId } from '../syntax/vocabulary/keywords.ts';
import { type PeriodScope, periodIn, resolvePeriod } from './periods.ts';
import type { DocumentKind, HeaderFacts, PathFact, Period, PriceBasis } from './types.ts';

/** Reads the header, which can only stand at the top of the document. */
export function readHeader(tree: PlanTree): HeaderFacts {
  let line: Line | undefined;
  const fields: { line: Line; statement: FieldStatement; value: Word }[] = [];
  for (const candidate of tree.lines) {
    if (candidate.kind === 'header') {
      line = candidate;
    } else if (line) {
      const { statement } = candidate;
      if (candidate.after.owner !== line) break;
      if (candidate.kind === 'field' && statement.kind === 'field' && statement.value) {
        fields.push({ line: candidate, statement, value: statement.value });
      }
    } else if (candidate.after.begun) {
      break;
    }
  }
  const field = (id: KeywordId) => fields.find(({ statement }) => statement.row.id === id);
  const paths = (id: KeywordId): PathFact[] =>
    fields
      .filter(({ statement }) => statement.row.id === id)
      .flatMap((found) =>
        splitNames(found.value).map((word) => ({
          line: found.line,
          start: word.start,
          end: word.end,
          path: word.text,
        })),
      );
  const header = line?.statement.kind === 'header' ? line.statement : undefined;
  const periodField = field('period');
  const periodItem = periodField && periodIn(periodField.value.text);
  const period = periodItem && resolvePeriod(periodItem.period, {});
  const baseField = field('baseline');
  const baseItem = baseField && periodIn(baseField.value.text);
  const baseline = baseItem && resolvePeriod(baseItem.period, {});
  const prices = field('prices');
  const date = field('date');
  const priceChoice = prices && choiceOf(prices.statement.row, prices.value.text);
  return {
    ...(line ? { line } : {}),
    ...(header ? { kind: header.row.id as DocumentKind } : {}),
    ...(header?.title ? { title: header.title } : {}),
    ...(period ? { period } : {}),
    ...(periodField
      ? {
          periodPlace: {
            line: periodField.line,
            start: periodField.value.start,
            end: periodField.value.end,
          },
        }
      : {}),
    ...(baseline ? { baseline } : {}),
    ...(baseField
      ? {
          baselinePlace: {
            line: baseField.line,
            start: baseField.value.start,
            end: baseField.value.end,
          },
        }
      : {}),
    ...(field('issuer') ? { issuer: field('issuer')?.value.text } : {}),
    ...(field('region') ? { region: field('region')?.value.text } : {}),
    ...(date ? { dateText: date.value.text } : {}),
    ...(date && periodIn(date.value.text) ? { date: periodIn(date.value.text)?.period } : {}),
    ...(priceChoice ? { prices: priceChoice as PriceBasis } : {}),
    basis: paths('basis'),
    superior: paths('superior'),
    rollup: paths('rollup'),
  };
}

/** Whether every line reads as before: title, issuer and date are for the reader alone. */
export function sameHeader(a: HeaderFacts, b: HeaderFacts): boolean {
  const read = ({ kind, period, baseline, prices, region }: HeaderFacts): string =>
    JSON.stringify([kind, period, baseline, prices, region]);
  return read(a) === read(b);
}

/** What periods are relative to, as the header says. */
export function scopeOf({ period, baseline }: HeaderFacts): PeriodScope {
  return { ...(period ? { plan: period } : {}), ...(baseline ? { baseline } : {}) };
}

/** The year that a claim without a period is about. */
export function lastYearOf({ period: plan }: HeaderFacts): Period | undefined {
  return plan && { from: plan.to, to: plan.to, span: false };
}

/** By the header's keyword; without a header by the first heading. */
export function isInEnglish(header: HeaderFacts, { lines }: PlanTree): boolean {
  const statement = header.line?.statement;
  if (statement?.kind === 'header') return /^[a-z]/i.test(statement.keyword.text);
  for (const { kind, statement: heading } of lines) {
    if (kind === 'heading' && heading.kind === 'heading' && heading.title) {
      return !/\p{Script=Han}/u.test(heading.title.text);
    }
  }
  return false;
}
