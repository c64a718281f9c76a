/** Figures as tables and charts print them: as typed, but short, and without the unit of their row. */
import { simplify } from '../model/names.ts';
import type { Claim } from '../model/types.ts';
import { halfWidth } from '../syntax/vocabulary/periods.ts';
import { problemInline } from './inlines.ts';
import { printable } from './text.ts';
import type { Inlines, Script } from './tree.ts';

/**
 * How bounds are printed. Official tables print every one as ＞ or ＜, 以上 and 以内 as well (the national
 * table of 2021–2025 against its text); where a result stands beside it, as in English, they are told
 * apart.
 */
export type BoundStyle = 'official' | 'exact';

/** A claim's level as a table prints it: ＞6.5, 〔13.5〕, 330左右; the row's unit is left out. */
export function levelOf(
  claim: Claim,
  rowUnit: string,
  script: Script,
  style: BoundStyle = script === 'en' ? 'exact' : 'official',
): Inlines | undefined {
  const unit = unitBehind(claim.unit, rowUnit);
  if (claim.mask !== undefined) {
    const mask = problemInline(claim.mask || '…', 'placeholder', script);
    return unit ? [mask, { kind: 'text', text: printable(unit) }] : [mask];
  }
  const text = levelText(claim, rowUnit, unit, script, style);
  const star = claim.starred ? '*' : '';
  return text === undefined ? undefined : [{ kind: 'text', text: printable(text + star) }];
}

function levelText(
  claim: Claim,
  rowUnit: string,
  unit: string,
  script: Script,
  style: BoundStyle,
): string | undefined {
  // The quotation marks around it are gone, so those inside it are the outer ones now.
  if (claim.qualitative !== undefined) return claim.qualitative.replace(/[‘’]/g, outerMark);
  if (claim.ratio) return claim.ratio.join('：');
  if (claim.rank && claim.value !== undefined) {
    if (script === 'en') return `No. ${claim.value}`;
    return rowUnit === '位' ? claim.value : `第${claim.value}位`;
  }
  if (claim.low !== undefined || claim.high !== undefined) return rangeText(claim, unit);
  if (claim.value === undefined) return undefined;
  const printed = halfWidth(claim.line.text.slice(claim.numberStart, claim.numberEnd));
  // Thousands stay set apart as printed; Chinese numerals become digits.
  return bounded(claim, /^[\d.,]+$/.test(printed) ? printed : claim.value, unit, script, style);
}

export const outerMark = (mark: string): string => (mark === '‘' ? '“' : '”');

/** A range as printed, `5%～8%`; the unit is left out only where it stands once, at the end. */
function rangeText(
  { line, numberStart, numberEnd, unitStart, unitEnd }: Claim,
  unit: string,
): string {
  const { text } = line;
  const once = /^\s*(?:[—–\-－~～―至到]+|to)\s*[^—–\-－~～―至到]+$/.test(
    text.slice(numberEnd, unitStart),
  );
  return once
    ? text.slice(numberStart, unitStart).trim() + unit
    : text.slice(numberStart, unitEnd).trim();
}

function bounded(
  { comparator, hedge }: Pick<Claim, 'comparator' | 'hedge'>,
  digits: string,
  unit: string,
  script: Script,
  style: BoundStyle,
): string {
  const figure = digits + unit;
  const en = script === 'en';
  const exact = style === 'exact';
  if (hedge === 'more') return en ? `over ${figure}` : `${digits}余${unit}`;
  if (hedge === 'almost') return en ? `nearly ${figure}` : `近${figure}`;
  switch (comparator) {
    case '>':
      return (en ? '>' : '＞') + figure;
    case '>=':
      return (exact ? '≥' : '＞') + figure;
    case '<':
      return (en ? '<' : '＜') + figure;
    case '<=':
      return (exact ? '≤' : '＜') + figure;
    case '~':
      return en ? `about ${figure}` : `${figure}左右`;
    default:
      return figure;
  }
}

/** The unit where it is another than the row's, with a space before an English one. */
function unitBehind(unit: string, rowUnit: string): string {
  if (unit === '' || sameUnit(unit, rowUnit)) return '';
  return /^[a-z]/i.test(unit) ? ` ${unit}` : unit;
}

/** A change in the writer's own words: `增长15%以上`, `比基期翻一番`. */
export function changeOf({ line, change }: Claim): Inlines | undefined {
  if (!change) return undefined;
  // A cell of a table is what it says as a whole.
  const items = 'claims' in line.statement ? line.statement.claims : [];
  const item = items.find(({ start, end }) => start <= change.start && change.end <= end);
  const span = item ?? change;
  const text = line.text.slice(span.start, span.end).trim();
  // The column's title says 年均 and 累计 already.
  return [{ kind: 'text', text: printable(text.replace(/年均|年平均|累计|累計/, '')) }];
}

/** A change as a bare figure, `＞7`, where the row tells what it is a change of and in which direction. */
export function changeFigureOf(
  { line, change }: Claim,
  rowUnit: string,
  script: Script,
): Inlines | undefined {
  if (change?.value === undefined || change.high !== undefined || change.mask !== undefined) {
    return undefined;
  }
  const printed = halfWidth(line.text.slice(change.numberStart, change.numberEnd));
  const digits = /^[\d.,]+$/.test(printed) ? printed : change.value.replace(/^-/, '');
  const style = script === 'en' ? 'exact' : 'official';
  const text = bounded(change, digits, unitBehind(change.unit, rowUnit), script, style);
  return [{ kind: 'text', text: printable(text) }];
}

/** Width and script do not tell units apart. */
function sameUnit(a: string, b: string): boolean {
  return a === b || simplify(halfWidth(a)) === simplify(halfWidth(b));
}

/** What the model printed, where the unit is told elsewhere. */
export function printedWithout(unit: string, printed: string): string {
  return unit !== '' && printed.endsWith(unit)
    ? printed.slice(0, printed.length - unit.length).trim()
    : printed;
}
