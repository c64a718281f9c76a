/** 5—3项: a range whose first figure is the larger one. */
import type Fraction from 'fraction.js';
import { parseChineseNumeral, parseDecimal } from '../../model/numbers.ts';
import { parseUnit } from '../../model/units.ts';
import { unitAt } from '../../syntax/tokens.ts';
import type { Amount, Line } from '../../syntax/tree.ts';
import { quantitiesOf } from '../quantities.ts';
import type { LineRule, Report } from '../rule.ts';
import { either, hasDash, hasRangeRead } from '../signals.ts';
import { isReadable, occurrences, readableKinds } from '../text.ts';

interface End {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: Fraction;
  readonly unit: string;
}

/** In sentences only a dash makes a range: 由12%降到10% goes from one to the other. */
const range =
  /(?<![\p{Script=Latin}0-9０-９.．\-—–~～／/])([0-9０-９]+(?:[.．][0-9０-９]+)?)([^\s0-9０-９\-—–~～，,。、；;（）()]{0,4})(?:[—–\-~～－―]{1,2})([0-9０-９]+(?:[.．][0-9０-９]+)?)/gu;
/** Units of a calendar, a place or an order: 10—3月 crosses the year, 5—3号楼 is an address. */
const ordering = /^(?:年|月|日|号|號|时|時|点|點|分|期|届|屆|级|級|层|層|楼|樓|等|度|：|:)/;

function* inProse(line: Line): Generator<readonly [low: End, high: End]> {
  for (const found of occurrences(range, line.text)) {
    const [whole, first, firstUnit, second] = found;
    const end = found.index + whole.length;
    const unit = unitAt(line.text, end);
    if (
      !unit ||
      unit.unit === '' ||
      ordering.test(line.text.slice(end)) ||
      ordering.test(firstUnit)
    )
      continue;
    if (/(?:由|从|從|自)[^，,。；;]{0,8}$/.test(line.text.slice(0, found.index))) continue;
    if (firstUnit !== '' && !parseUnit(firstUnit)) continue;
    const low = endOf(first, found.index, firstUnit);
    const high = endOf(second, end - second.length, unit.unit);
    if (low && high) yield [low, high];
  }
}

function endOf(text: string, start: number, unit: string): End | undefined {
  const value = parseDecimal(text)?.value;
  return value && { text, start, end: start + text.length, value, unit };
}

function* inClaims(line: Line): Generator<readonly [low: End, high: End]> {
  for (const { quantity, items, index, offset } of quantitiesOf(line)) {
    const clause = items[index];
    if (!quantity.high || clause.kind !== 'clause') continue;
    // 由12%至10% goes down on purpose.
    if (clause.modifiers.some(({ kind }) => kind === 'from' || kind === 'to')) continue;
    const low = amountEnd(quantity.amount, line, offset);
    const high = amountEnd(quantity.high, line, offset);
    if (low && high) yield [low, high];
  }
}

function amountEnd(amount: Amount, line: Line, offset: number): End | undefined {
  const { number, unit, chinese } = amount;
  const value =
    number === undefined
      ? undefined
      : chinese
        ? parseChineseNumeral(number)?.value
        : parseDecimal(number)?.value;
  const start = amount.numberStart + offset;
  const end = amount.numberEnd + offset;
  return value && { text: line.text.slice(start, end), start, end, value, unit };
}

/** from 71% in 2020 to 85%: a year is no end of a range. */
function looksLikeYear({ text, unit }: End): boolean {
  return unit === '' && /^(?:19|20)\d\d$/.test(text);
}

/** Whether the first end is larger, whatever the unit that it may have left out. */
function isInverted(low: End, high: End): boolean {
  const highUnit = parseUnit(high.unit);
  const lowUnit = parseUnit(low.unit === '' ? high.unit : low.unit);
  if (looksLikeYear(low) || !highUnit || !lowUnit || lowUnit.dimension !== highUnit.dimension)
    return false;
  const ascends = low.value.mul(lowUnit.factor).lte(high.value.mul(highUnit.factor));
  if (ascends) return false;
  // 8000—1万元: the first figure is in plain units, not in the magnitude of the second.
  const leftOut = low.unit === '' && highUnit.power > 0;
  return !(leftOut && low.value.gt(high.value.mul(100)));
}

function tell(line: Line, low: End, high: End, report: Report): void {
  const start = low.start;
  const end = high.end;
  const wrong = line.text.slice(start, end);
  const right = high.text + line.text.slice(low.end, high.start) + low.text;
  report({
    line,
    start,
    end,
    message: {
      zh: `“${wrong}”前大后小，区间应从小到大，是不是“${right}”？`,
      en: `The range “${wrong}” runs from the larger figure to the smaller. Should it be “${right}”?`,
    },
    fixes: [
      {
        title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
        edits: [{ line, start, end, newText: right }],
      },
    ],
  });
}

const claimKinds = new Set(['target', 'result', 'value', 'row']);

const rule: LineRule = {
  name: 'inverted-range',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(hasRangeRead, hasDash),
  title: { zh: '区间前后颠倒', en: 'Range the wrong way round' },
  description: {
    zh: '区间的第一个数大于第二个数，如“5—3项”。不是两个数写反了，就是有一个数写错了。',
    en: 'The first figure of a range is larger than the second, such as “5—3 items”. Either they have changed places or one of them is wrong.',
  },
  examples: {
    wrong: [
      '目标 引进新品种：⟦5—3⟧项',
      '目标 惠民演出：⟦五至三⟧场',
      '全年引进新品种⟦5-3⟧项，旅游收入增长⟦8%～5⟧%。',
    ],
    right: [
      '目标 引进新品种：3—5项',
      '目标 户均增收：8000—1万元',
      '目标 贫困发生率：由12%降至10%',
      'target Street lighting coverage: from 71.2% in 2020 to 85.2%',
      '11—3月为冬修水利时间，展厅在5-3号楼，电话0373-33。',
    ],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    const ends = claimKinds.has(line.kind) ? inClaims(line) : inProse(line);
    for (const [low, high] of ends) if (isInverted(low, high)) tell(line, low, high, report);
  },
};

export default rule;
