/**
 * Checks that compare with ours: the shape of the document, numbers of headings, known units,
 * figures stated twice, masked figures, ranges, and the arithmetic inside one line. Left out, again in
 * Langium's favour: everything that relates one line's figures to another's beyond equality.
 */
import type { ValidationAcceptor, ValidationChecks } from 'langium';
import {
  type Claim,
  type Field,
  type PlanDocument,
  type PlanSyntaxTree,
  type Quantity,
  statementsOf,
  type Target,
} from './syntax-tree.ts';

const KNOWN_UNITS = new Set(
  (
    '个百分点 個百分點 平方公里 平方米 立方米 公里 公顷 公頃 人次 美元 元 亩 畝 吨 噸 斤 家 户 戶 个 個 项 項 人 名 件 ' +
    '条 條 所 座 处 處 场 場 台 辆 輛 套 次 位 天 岁 歲 倍 番 % ％ ‰ mu tonnes enterprises households km yuan person-times'
  )
    .split(' ')
    .concat('percentage points'),
);
const MAGNITUDES: Record<string, bigint> = {
  千: 1_000n,
  万: 10_000n,
  萬: 10_000n,
  million: 1_000_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
  billion: 1_000_000_000n,
  万亿: 1_000_000_000_000n,
  萬億: 1_000_000_000_000n,
};
const SHARED_DECIMALS = 6;
const LARGEST_UNIT = 10n ** BigInt(SHARED_DECIMALS);

export const checks: ValidationChecks<PlanSyntaxTree> = {
  Document: [checkHeader, checkHeadingNumbers, checkStatedTwice],
  Target: [checkFromTo, checkParts],
  Quantity: [checkUnit, checkMask, checkRange],
};

function checkHeader(document: PlanDocument, accept: ValidationAcceptor): void {
  let lastYear: number | undefined;
  statementsOf(document).forEach((statement, index) => {
    if (statement.$type === 'Header' && index > 0) {
      accept('error', 'The header stands in the first line, and only there.', { node: statement });
    }
    if (statement.$type === 'Field' && /^(?:期间|期間|period)/.test((statement as Field).key)) {
      lastYear = Number((statement as Field).value?.match(/\d{4}(?!.*\d{4})/)?.[0]);
    }
    if (statement.$type === 'Target' && lastYear !== undefined) {
      for (const claim of (statement as Target).claims) {
        if (claim.period !== undefined && yearOf(claim.period, lastYear) > lastYear) {
          accept('warning', `The plan ends in ${lastYear}.`, { node: claim, property: 'period' });
        }
      }
    }
  });
}

function checkHeadingNumbers(document: PlanDocument, accept: ValidationAcceptor): void {
  const counts = [0, 0, 0, 0];
  for (const section of document.sections) {
    const { level, number } = readMark(section.mark);
    counts[level] += 1;
    counts.fill(0, level + 1);
    if (number !== undefined && number !== counts[level]) {
      accept('warning', `Number ${counts[level]} is expected here.`, {
        node: section,
        property: 'mark',
      });
      counts[level] = number;
    }
  }
}

function checkStatedTwice(document: PlanDocument, accept: ValidationAcceptor): void {
  const stated = new Map<string, bigint>();
  for (const statement of statementsOf(document)) {
    if (statement.$type !== 'Target') {
      continue;
    }
    const target = statement as Target;
    for (const claim of target.claims) {
      const value = claim.level && exactValue(claim.level);
      if (value === undefined) {
        continue;
      }
      const key = `${target.name}\n${claim.period ?? claim.until ?? ''}\n${claim.total ?? ''}`;
      const before = stated.get(key);
      if (before !== undefined && before !== value) {
        accept('error', `${target.name} was given another value before.`, { node: claim });
      }
      stated.set(key, value);
    }
  }
}

/** From A to B, up C: B − A is C, as far as the printed decimals tell. */
function checkFromTo(target: Target, accept: ValidationAcceptor): void {
  const fromTo = target.claims.find((claim) => claim.fromTo);
  const change = target.claims.find(isAbsoluteChange);
  const first = fromTo?.first && exactValue(fromTo.first);
  const last = fromTo?.level && exactValue(fromTo.level);
  const printed = change?.change && exactValue(change.change);
  if (first === undefined || last === undefined || printed === undefined) {
    return;
  }
  const difference = last > first ? last - first : first - last;
  if (difference !== printed) {
    accept('error', 'The change does not lead from the first figure to the second.', {
      node: change!,
    });
  }
}

function checkParts(target: Target, accept: ValidationAcceptor): void {
  const whole = target.claims.find((claim) => claim.level !== undefined)?.level;
  const parts = target.claims.find((claim) => claim.parts.length > 0)?.parts;
  const wholeValue = whole && exactValue(whole);
  if (parts === undefined || wholeValue === undefined) {
    return;
  }
  const sum = parts.reduce((total, part) => total + (exactValue(part.amount) ?? 0n), 0n);
  if (sum > wholeValue) {
    accept('error', 'The parts are more than the whole.', { node: target, property: 'claims' });
  }
}

function checkUnit(quantity: Quantity, accept: ValidationAcceptor): void {
  if (quantity.unit === undefined) {
    accept('warning', 'The figure has no unit.', { node: quantity });
  } else if (!KNOWN_UNITS.has(quantity.unit)) {
    accept('warning', `The unit ${quantity.unit} is not known.`, {
      node: quantity,
      property: 'unit',
    });
  }
}

function checkMask(quantity: Quantity, accept: ValidationAcceptor): void {
  if (quantity.mask !== undefined) {
    accept('error', 'The figure is still missing.', { node: quantity, property: 'mask' });
  }
}

function checkRange(quantity: Quantity, accept: ValidationAcceptor): void {
  if (quantity.low !== undefined && quantity.high !== undefined) {
    if (scaled(quantity.low) >= scaled(quantity.high)) {
      accept('error', 'The range ends before it begins.', { node: quantity });
    }
  }
}

function isAbsoluteChange(claim: Claim): boolean {
  const unit = claim.change?.unit;
  return claim.average === undefined && unit !== undefined && !/^[%％‰倍番]$/.test(unit);
}

/** The figure times its magnitude, in millionths, so that every sum is exact. */
function exactValue(quantity: Quantity): bigint | undefined {
  return quantity.low === undefined
    ? undefined
    : scaled(quantity.low) * (MAGNITUDES[quantity.magnitude ?? ''] ?? 1n);
}

function scaled(figure: string): bigint {
  const [whole, fraction = ''] = figure
    .replaceAll(',', '')
    .replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .split('.');
  return BigInt(whole) * LARGEST_UNIT + BigInt(fraction.padEnd(SHARED_DECIMALS, '0'));
}

function yearOf(period: string, otherwise: number): number {
  return Number(period.match(/\d{4}/)?.[0] ?? otherwise);
}

function readMark(mark: string): { level: number; number?: number } {
  const trimmed = mark.trim();
  if (trimmed.startsWith('#')) {
    return { level: trimmed.length - 1 };
  }
  const inner = trimmed.replace(/[（）.．、]/g, '');
  const isArabic = /\d/.test(inner);
  const level = (isArabic ? 2 : 0) + (trimmed.startsWith('（') ? 1 : 0);
  return { level, number: isArabic ? Number(inner) : chineseNumber(inner) };
}

function chineseNumber(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const character of numeral) {
    if (character === '十' || character === '百') {
      total += (digit || 1) * (character === '十' ? 10 : 100);
      digit = 0;
    } else {
      digit = '零一二三四五六七八九'.indexOf(character);
    }
  }
  return total + digit;
}
