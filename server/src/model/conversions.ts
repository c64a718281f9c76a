/** A figure in the other units that it is usually told in: 5000亩 ≈ 333.3公顷, 3亿元 = 30000万元. */
import Fraction from 'fraction.js';
import {
  type BaseDimension,
  magnitudeRows,
  type UnitRow,
  unitRows,
} from '../syntax/vocabulary/units.ts';
import { decimalsOf, spaced } from './figures.ts';
import { formatDecimal, powerOfTen } from './numbers.ts';
import { parseUnit, toTraditional, type Unit, type UnitLanguage } from './units.ts';

export interface Conversion {
  /** Digits and unit: `333.3公顷`. */
  readonly text: string;
  /** False where digits had to be rounded off. */
  readonly exact: boolean;
}

/** Units that are told for each other, most useful first; of all other dimensions only magnitudes change. */
const everyday: Partial<Record<BaseDimension, readonly string[]>> = {
  area: ['公顷', '平方公里', '亩', '平方米'],
  length: ['公里', '米', '里'],
  mass: ['吨', '公斤', '斤'],
  energy: ['千瓦时', '吉焦'],
  power: ['千瓦', '兆瓦'],
  'energy.coal': ['吨标准煤', '千克标准煤'],
};

const magnitudes: Readonly<Record<'chinese' | 'english', readonly number[]>> = {
  chinese: [8, 4, 0],
  english: [9, 6, 3, 0],
};

/** Figures outside are told in another unit: nobody reads 300000000元 or 0.00003亿元. */
const smallest = new Fraction(1, 10);
const largest = new Fraction(1_000_000);
const mostConversions = 3;
const leastSignificant = 2;

/** A printed figure in other units; none for rates, and for what is counted per something else. */
export function conversionsOf(
  digits: string,
  unitText: string,
  language: UnitLanguage,
): Conversion[] {
  const unit = parseUnit(unitText);
  if (!unit) return [];
  return inOtherUnits(new Fraction(digits).mul(unit.factor), unit, decimalsOf(digits), language);
}

/** `5000亩 ≈ 333.3公顷 = 0.5万亩`; undefined where there is no other unit for it. */
export function conversionSum(
  digits: string,
  unitText: string,
  language: UnitLanguage,
): string | undefined {
  const others = conversionsOf(digits, unitText, language);
  if (others.length === 0) return undefined;
  return [digits + spaced(unitText), ...others.map(equated)].join(' ');
}

/** `≈ 333.3公顷` */
export function equated({ text, exact }: Conversion): string {
  return `${exact ? '=' : '≈'} ${text}`;
}

function inOtherUnits(
  value: Fraction,
  unit: Unit,
  decimals: number,
  language: UnitLanguage,
): Conversion[] {
  const { dimension } = unit;
  if (unit.per !== undefined || dimension === 'none' || value.n === 0n) return [];
  if (/^(?:ratio|times|doubling|rank|grade|score|time|temperature|voltage)/.test(dimension)) {
    return [];
  }
  const names = everyday[dimension as BaseDimension] ?? [];
  const wanted = names.includes(unit.name) ? names : [unit.name];
  const powers = magnitudes[language === 'english' ? 'english' : 'chinese'];
  // The printed figure stands for all that rounds to it; more digits than that would be made up.
  const width = unit.factor.div(powerOfTen(decimals));
  const found: Conversion[] = [];
  for (const name of wanted) {
    const row = unitRows.find((candidate) => candidate.name === name);
    const spelling = row && spellingOf(row, language);
    if (!row || spelling === undefined) continue;
    for (const power of name === unit.name || names.length === 0 ? powers : [0]) {
      const factor = new Fraction(row.factor).mul(powerOfTen(power));
      const amount = value.div(factor);
      const isSame = name === unit.name && power === unit.power;
      if (isSame || amount.compare(smallest) < 0 || amount.compare(largest) >= 0) continue;
      found.push(printed(amount, width.div(factor), magnitudeText(power, language) + spelling));
    }
  }
  return found.slice(0, mostConversions);
}

/** No more digits than the figure has, but two at least, and none that are nothing but zeros. */
function printed(amount: Fraction, width: Fraction, unitText: string): Conversion {
  let decimals = 0;
  while (decimals < 6 && !isExact(amount, decimals) && !isEnough(amount, width, decimals)) {
    decimals++;
  }
  return {
    text: formatDecimal(amount, decimals) + spaced(unitText),
    exact: isExact(amount, decimals),
  };
}

function isExact(amount: Fraction, decimals: number): boolean {
  return amount.mul(powerOfTen(decimals)).d === 1n;
}

function isEnough(amount: Fraction, width: Fraction, decimals: number): boolean {
  const step = new Fraction(1).div(powerOfTen(decimals));
  const significant = amount.div(step).compare(powerOfTen(leastSignificant - 1)) >= 0;
  return significant && step.compare(width.mul(2)) <= 0;
}

function spellingOf(row: UnitRow, language: UnitLanguage): string | undefined {
  if (language === 'english') return row.forms.find((form) => /^[a-z]/i.test(form));
  return language === 'traditional' ? toTraditional(row.name) : row.name;
}

function magnitudeText(power: number, language: UnitLanguage): string {
  const row =
    power === 0 ? undefined : magnitudeRows.find((candidate) => candidate.power === power);
  if (!row) return '';
  if (language !== 'english')
    return language === 'traditional' ? toTraditional(row.name) : row.name;
  return `${row.forms.find((form) => /^[a-z]/.test(form))} `;
}
