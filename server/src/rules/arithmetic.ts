/** What the arithmetic checks share: from a conflict of the assessment to a finding. */
import type { Conflict, Repair } from '../model/conflicts.ts';
import type { PlanModel } from '../model/model.ts';
import { samePeriod } from '../model/periods.ts';
import type { Slip } from '../model/slips.ts';
import { placeOf, type Statement, statementText } from '../model/statements.ts';
import type { Claim, Indicator, Message, Place } from '../model/types.ts';
import type { Finding, Fix } from './rule.ts';
import { isBehindUnread } from './unread.ts';

/** What cannot hold together among figures of which it is certain whose they are. */
export function certainConflicts(indicator: Indicator, model: PlanModel): readonly Conflict[] {
  return model
    .conflictsOf(indicator)
    .filter(({ anchor, others }) =>
      [anchor, ...others].every(({ claim }) => !isBehindUnread(claim, model)),
    );
}

/** Lists in a writer's words: 甲、乙 / a and b. */
function joined(texts: readonly string[], language: 'zh' | 'en'): string {
  if (language === 'zh') return texts.join('、');
  return texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} and ${texts[texts.length - 1]}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the digits of a repaired statement stand. */
function digitsPlace({ statement }: Repair): Place {
  const { claim, aspect } = statement;
  if (aspect === 'from') return placeOf(statement);
  const span = aspect === 'change' && claim.change ? claim.change : claim;
  return { line: claim.line, start: span.numberStart, end: span.numberEnd };
}

/** One fix per statement of the set, a slip of the hand first; never applied by itself. */
export function repairsOf({ repairs }: Conflict): Fix[] {
  const slips = repairs.flatMap((repair) => (repair.slip ? fixOf(repair, repair.slip.digits) : []));
  return [...slips, ...repairs.flatMap((repair) => fixOf(repair, repair.digits))];
}

function fixOf(repair: Repair, digits: string): Fix[] {
  const place = digitsPlace(repair);
  const printed = place.line.text.slice(place.start, place.end);
  if (digits === '' || !/^[0-9０-９.,，．]+$/.test(printed)) return [];
  return [
    {
      title: {
        zh: `把“${statementText(repair.statement, 'zh')}”的${printed}改为${digits}`,
        en: `Change ${printed} in “${statementText(repair.statement, 'en')}” to ${digits}`,
      },
      edits: [{ ...place, newText: digits }],
    },
  ];
}

const slipNames: Readonly<Record<Slip['kind'], Message>> = {
  'lost-digit': { zh: '漏了一位数字', en: 'lost a digit' },
  'extra-digit': { zh: '多了一位数字', en: 'has a digit too many' },
  'swapped-digits': { zh: '有两位数字颠倒了', en: 'has two digits swapped' },
  'misplaced-point': { zh: '小数点或量级错了', en: 'has its point or magnitude misplaced' },
};

/** The one slip of the hand that would explain it all: 764.24漏了一位数字，是4764.24吧？ */
function slipIn({ repairs }: Conflict): { zh: string; en: string } {
  const slips = repairs.filter(({ slip }) => slip);
  const [only] = slips;
  if (slips.length !== 1 || !only?.slip) return { zh: '', en: '' };
  const place = digitsPlace(only);
  const printed = place.line.text.slice(place.start, place.end);
  const name = slipNames[only.slip.kind];
  return {
    zh: `也可能是${printed}${name.zh}，本来是${only.slip.digits}。`,
    en: ` Or ${printed} ${name.en} and should be ${only.slip.digits}.`,
  };
}

/** What is read from a sentence is recognised, not declared: told one tier softer. */
export function tierOf({ inProse, explainedByRounding }: Conflict): { tier?: 'warning' | 'hint' } {
  if (explainedByRounding === 'counts') return { tier: 'hint' };
  return inProse || explainedByRounding ? { tier: 'warning' } : {};
}

const ofCounts: Message = {
  zh: '个数不会有四舍五入的出入。',
  en: ' A number of things is not rounded.',
};
const nothing: Message = { zh: '', en: '' };

/** What a figure has to be called beside that of the anchor. A total goes by the name of the last of its parts. */
function nameBeside(anchor: Claim, claim: Claim, language: 'zh' | 'en'): string {
  if (claim.total) return language === 'zh' ? '合计' : 'total';
  return anchor.total || claim.key !== anchor.key ? claim.indicator : '';
}

/** A whole and its parts of one year: it need not be said with each. */
function areOfOnePeriod(statements: readonly Statement[]): boolean {
  const levels = statements.filter(({ aspect }) => aspect !== 'change');
  const [first] = levels;
  return (
    levels.length > 2 &&
    levels.every(({ period }) => period !== undefined && samePeriod(first.period, period))
  );
}

/** 增0.8亿元与2025年3亿元、2020年2.4亿元不符：应增0.6亿元。 */
export function disagreement(conflict: Conflict): Finding {
  const { anchor, others, formulas } = conflict;
  // 翻一番 cannot be repaired itself: what it makes of its level is told.
  const own = conflict.repairs.filter(({ statement }) => statement.claim === anchor.claim);
  const repair = own.find(({ statement }) => statement.aspect === anchor.aspect) ?? own[0];
  const isOneYear = areOfOnePeriod([anchor, ...others]);
  const said = (statement: Statement, language: 'zh' | 'en'): string => {
    const { claim, aspect } = statement;
    const isYearKnown = isOneYear && statement !== anchor;
    const figure = statementText(isYearKnown ? { claim, aspect } : statement, language);
    const name = nameBeside(anchor.claim, claim, language);
    if (name === '') return figure;
    return language === 'zh' ? `“${name}”${figure}` : `“${name}” ${figure}`;
  };
  const rest = (language: 'zh' | 'en'): string =>
    joined(
      others.map((other) => said(other, language)),
      language,
    );
  const slip = slipIn(conflict);
  const counted = conflict.explainedByRounding === 'counts' ? ofCounts : nothing;
  const message: Message = {
    zh: `${said(anchor, 'zh')}与${rest('zh')}不符${repair ? `：${repair.zh}` : '，请核对'}。${counted.zh}${slip.zh}`,
    en: `${capital(said(anchor, 'en'))} does not agree with ${rest('en')}${repair ? `: it ${repair.en}` : '; please check'}.${counted.en}${slip.en}`,
  };
  return {
    ...placeOf(anchor),
    ...tierOf(conflict),
    message,
    related: [
      ...others.map((other) => ({
        ...placeOf(other),
        message: {
          zh: `这里是${said(other, 'zh')}`,
          en: `Here: ${said(other, 'en')}`,
        },
      })),
      ...formulas.map((place) => ({
        ...place,
        message: { zh: '按这里的式子计算', en: 'By this formula' },
      })),
    ],
    fixes: repairsOf(conflict),
  };
}
