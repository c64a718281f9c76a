/** 亿元 where the indicator is counted in 亩; 万美元 where the year before was in 亿元. */
import type { Claim, Message } from '../../model/types.ts';
import { parseUnit, surelyDifferent, type Unit } from '../../model/units.ts';
import { hasFigures, hasUnitInName, isDeclared } from '../indicator-signals.ts';
import type { Finding, IndicatorRule, RelatedPlace } from '../rule.ts';
import { changeTo, standsHere } from '../text.ts';
import { isBehindUnread } from '../unread.ts';

/** The unit that everything said of the indicator is measured in, and where it was written. */
interface Measured {
  readonly unit: Unit;
  readonly declared: boolean;
  readonly related: RelatedPlace;
}

function related(
  place: Omit<RelatedPlace, 'message'>,
  unit: string,
  declared: boolean,
): RelatedPlace {
  const { line, start, end } = place;
  const message: Message = declared
    ? { zh: `指标的单位是“${unit}”`, en: `The indicator is measured in “${unit}”` }
    : { zh: `前面用的单位是“${unit}”`, en: `Before it was “${unit}”` };
  return { line, start, end, message };
}

/** Shares, ranks and rates of completion are of another kind than the level that they are told of. */
function isLevel(claim: Claim): boolean {
  if (claim.share || claim.rank || claim.completion || claim.average || claim.ratio) return false;
  if (claim.qualitative !== undefined || claim.unit === '') return false;
  return claim.value !== undefined || claim.low !== undefined || claim.mask !== undefined;
}

/** Growth and shares that running text tells of the indicator, in the words of a level. */
const relative = /^(?:ratio|times|doubling|rank|grade|score)/;

/**
 * What running text says is set only against a unit that was declared: two sentences with the same
 * words may well speak of two things.
 */
function isComparable(claim: Claim, unit: Unit, against: Measured): boolean {
  return claim.origin !== 'prose' || (against.declared && !relative.test(unit.dimension));
}

const rule: IndicatorRule = {
  name: 'unit-of-another-dimension',
  tier: 'error',
  scope: 'indicator',
  waitsFor: isDeclared | hasFigures | hasUnitInName,
  title: { zh: '单位同指标不符', en: 'Unit of another kind' },
  description: {
    zh: '同一个指标的数值用了不能换算的单位，如指标按“亿元”计，目标写成“亩”或“万美元”。数值之间无法核对。指标写明了单位而目标不符的是错误；只是两处用的单位不同，或者是正文里的数，是警告。增长率、百分点、占比和位次不在此列。',
    en: 'One indicator has figures in units that cannot be converted into each other, such as an area for a sum of money, or dollars beside yuan, so nothing can be checked. It is an error where the indicator declares its unit, a warning where two places merely differ or a sentence does. Growth, percentage points, shares and ranks are left alone.',
  },
  examples: {
    wrong: [
      '指标 税收收入（万元）\n\n目标 税收收入：达380⟦亩⟧',
      '实绩 外贸出口：4.12亿元\n目标 外贸出口：5473⟦万美元⟧',
      '目标 用电量（亿千瓦时）：12⟦亿元⟧',
      '指标 用电量（亿千瓦时）\n\n到2025年，用电量达到12⟦亿元⟧。',
    ],
    right: [
      '指标 税收收入（万元）\n\n目标 税收收入：达0.5亿元，增长8%，占财政收入的80%',
      '目标 参保率：达95%，提高2个百分点',
      '目标 引进企业：3家\n实绩 引进企业：5户',
      '种植烤烟2200亩，完成5500担。种植烤烟增长20%。',
      '目标 道路：建成10公里，总投资500万元',
      '实绩 脱贫户：300户1200人',
    ],
  },
  check(indicator, model, report) {
    let measured: Measured | undefined;
    for (const { unit, line } of indicator.declarations) {
      const parsed = unit && parseUnit(unit.text);
      if (!unit || !parsed) continue;
      measured = {
        unit: parsed,
        declared: true,
        related: related({ ...unit, line }, unit.text, true),
      };
      break;
    }
    for (const claim of indicator.claims) {
      if (!isLevel(claim) || claim.unitStart === claim.unitEnd) continue;
      const unit = parseUnit(claim.unit);
      if (!unit) continue;
      const place = { line: claim.line, start: claim.unitStart, end: claim.unitEnd };
      const own = claim.line.statement;
      const inName = own.kind === 'target' || own.kind === 'result' ? own.unit : undefined;
      const named = inName && parseUnit(inName.text);
      const against: Measured | undefined =
        inName && named
          ? {
              unit: named,
              declared: true,
              related: related({ ...inName, line: claim.line }, inName.text, true),
            }
          : measured;
      if (!against) {
        if (claim.origin === 'prose') continue;
        measured = { unit, declared: false, related: related(place, claim.unit, false) };
      } else if (
        isComparable(claim, unit, against) &&
        surelyDifferent(unit, against.unit) &&
        standsHere(claim.line, model) &&
        // 300户1200人 counts the same twice.
        !model.claimsOf(claim.line).some(({ end }) => end === claim.start) &&
        // 达10公里，总投资500万元: what is wrong there are the words, which another check tells.
        !isBehindUnread(claim, model)
      ) {
        report(findingOf(claim, indicator.name, against));
      }
    }
  },
};

function findingOf(claim: Claim, name: string, against: Measured): Finding {
  const expected = against.unit.text;
  return {
    line: claim.line,
    start: claim.unitStart,
    end: claim.unitEnd,
    message: against.declared
      ? {
          zh: `“${name}”的单位是“${expected}”，这里用了“${claim.unit}”，两者不能换算。`,
          en: `“${name}” is measured in “${expected}”. “${claim.unit}” measures something else and cannot be converted.`,
        }
      : {
          zh: `“${name}”前面用的是“${expected}”，这里用了“${claim.unit}”，两者不能换算，无法核对。`,
          en: `“${name}” was in “${expected}” before and is in “${claim.unit}” here. They cannot be converted, so nothing can be checked.`,
        },
    related: [against.related],
    fixes: against.declared
      ? [
          {
            ...changeTo({ line: claim.line, start: claim.unitStart, end: claim.unitEnd }, expected),
            unsure: true,
          },
        ]
      : [],
    ...(against.declared && claim.origin !== 'prose' ? {} : { tier: 'warning' as const }),
  };
}

export default rule;
