/** What the arithmetic checks share: from a conflict of the assessment to a finding. */
import { type Conflict, placeOf, type Repair, statementText } from '../model/assessment.ts';
import type { Message, Place } from '../model/types.ts';
import type { Finding, Fix } from './rule.ts';

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

/** One fix per statement of the set; never applied by itself. */
export function repairsOf(conflict: Conflict): Fix[] {
  const fixes: Fix[] = [];
  for (const repair of conflict.repairs) {
    const place = digitsPlace(repair);
    const printed = place.line.text.slice(place.start, place.end);
    if (repair.digits === '' || !/^[0-9０-９.,，．]+$/.test(printed)) continue;
    fixes.push({
      title: {
        zh: `把“${statementText(repair.statement, 'zh')}”的${printed}改为${repair.digits}`,
        en: `Change ${printed} in “${statementText(repair.statement, 'en')}” to ${repair.digits}`,
      },
      edits: [{ ...place, newText: repair.digits }],
    });
  }
  return fixes;
}

/** 增0.8亿元与2025年3亿元、2020年2.4亿元不符：应增0.6亿元。 */
export function disagreement(conflict: Conflict): Finding {
  const { anchor, others } = conflict;
  const repair = conflict.repairs.find(
    ({ statement }) => statement.claim === anchor.claim && statement.aspect === anchor.aspect,
  );
  const text = (language: 'zh' | 'en'): string => statementText(anchor, language);
  const rest = (language: 'zh' | 'en'): string =>
    joined(
      others.map((other) => statementText(other, language)),
      language,
    );
  const message: Message = {
    zh: `${text('zh')}与${rest('zh')}不符${repair ? `：${repair.zh}` : '，请核对'}。`,
    en: `${capital(text('en'))} does not agree with ${rest('en')}${repair ? `: it ${repair.en}` : '; please check'}.`,
  };
  return {
    ...placeOf(anchor),
    message,
    related: others.map((other) => ({
      ...placeOf(other),
      message: {
        zh: `这里是${statementText(other, 'zh')}`,
        en: `Here: ${statementText(other, 'en')}`,
      },
    })),
    fixes: repairsOf(conflict),
  };
}
