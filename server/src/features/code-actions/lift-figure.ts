/** A figure in a sentence as a line of its own, which the checks hold to its word, and a reference in its place. */

import { printLevel } from '../../model/figures.ts';
import type { PlanModel } from '../../model/model.ts';
import { periodKey, periodText, year } from '../../model/periods.ts';
import type { Claim, ComparatorName, Period } from '../../model/types.ts';
import type { Script } from '../../report/tree.ts';
import { keywordRow } from '../../syntax/vocabulary/keywords.ts';
import { lineEndOf } from '../places.ts';
import { usualForm, writtenLanguage } from '../written-language.ts';
import { type ActionRequest, type CodeAction, isPointedAt, replacement } from './action.ts';
import { said, saidBy } from './said.ts';

export function liftFigure(request: ActionRequest): CodeAction[] {
  const { plan, first } = request;
  if (first.kind !== 'prose') return [];
  const claim = plan.model.claimsOf(first).find((candidate) => {
    const { nameSpan, start, end } = candidate;
    return isPointedAt({ start: nameSpan?.start ?? start, end }, request);
  });
  // A line without a year tells of the plan's last one, and so does a reference.
  const period = claim?.period ?? lastYearOf(plan.model);
  if (!claim || !period || !isPlainLevel(claim)) return [];
  const { line, numberStart: start, unitEnd: end } = claim;
  const printed = printReference(claim);
  if (line.text.slice(start, end) !== printed) return [];
  const others = othersOf(claim, period, request);
  // A reference stands for one figure: where another is printed for that year, it might be that one.
  if (others.some((other) => printReference(other) !== printed)) return [];
  const reference = `{${claim.indicator}${claim.period ? `@${period.to}` : ''}}`;
  const place = { line, start, end };
  if (others.some(({ origin }) => origin !== 'prose')) {
    return [
      {
        title: request.reader.say({
          zh: `用引用“${reference}”代替这个数`,
          en: `Refer to the figure: “${reference}”`,
        }),
        kind: 'refactor.extract',
        edits: () => [replacement(place, reference)],
      },
    ];
  }
  const target = lineOf(claim, period, request);
  if (!target) return [];
  const lineEnd = lineEndOf(plan.tree.lines);
  const lifted = (title: string, at: number, newText: string): CodeAction => ({
    title,
    kind: 'refactor.extract',
    edits: () => [replacement(place, reference), { line, start: at, end: at, newText }],
  });
  const { reader } = request;
  return [
    lifted(
      reader.say({
        zh: `提取到段后，写成“${target}”`,
        en: `Lift the figure out, below the paragraph: “${target}”`,
      }),
      line.text.length,
      lineEnd + target,
    ),
    lifted(
      reader.say({
        zh: `提取到段前，写成“${target}”`,
        en: `Lift the figure out, above the paragraph: “${target}”`,
      }),
      0,
      target + lineEnd,
    ),
  ];
}

function lastYearOf({ header: { period } }: PlanModel): Period | undefined {
  return period && year(period.to);
}

/** One figure reached in one year: no share, no place, nothing that is counted over years. */
function isPlainLevel(claim: Claim): boolean {
  const { period, indicator, role } = claim;
  return (
    isLevel(claim) &&
    !claim.average &&
    !claim.total &&
    period?.from === period?.to &&
    period?.part === undefined &&
    !/[{}@.｛｝＠．：:，,；;。]/.test(indicator) &&
    role !== 'forecast'
  );
}

function isLevel({ value, share, completion, rank, mask, of }: Claim): boolean {
  return value !== undefined && !share && !completion && !rank && mask === undefined && !of;
}

function printReference(claim: Claim): string {
  return printLevel({ ...claim, comparator: '=' });
}

/** What else is said of the indicator for that period. */
function othersOf(claim: Claim, period: Period, { plan: { model } }: ActionRequest): Claim[] {
  const key = periodKey(period);
  const { claims = [] } = model.indicator(claim.indicator) ?? {};
  return claims.filter(
    (other) => other !== claim && isLevel(other) && other.period && periodKey(other.period) === key,
  );
}

type Words = Readonly<Record<ComparatorName, string>>;

const chinese: Words = {
  ...{ '=': '达到', '>': '突破', '>=': '不低于', '<': '低于', '<=': '不超过', '~': '约' },
  ...{ keep: '保持', range: '', 'from-to': '达到' },
};
const comparators: Readonly<Record<Script, Words>> = {
  hans: chinese,
  hant: { ...chinese, '=': '達到', '>=': '不低於', '<': '低於', '<=': '不超過', '~': '約' },
  en: {
    ...{ '=': '', '>': 'more than ', '>=': 'at least ', '<': 'less than ', '<=': 'at most ' },
    ...{ '~': 'about ', keep: 'keep ', range: '', 'from-to': '' },
  },
};

/** The line that says the same of the indicator; undefined where none does. */
function lineOf(
  claim: Claim,
  period: Period,
  { plan: { model }, reader }: ActionRequest,
): string | undefined {
  const { role, indicator, comparator = '=', hedge } = claim;
  const language = writtenLanguage(model, reader);
  const keyword = usualForm(keywordRow(role === 'target' ? 'target' : 'result'), language);
  const isUsual = period.to === model.header.period?.to;
  const when = isUsual ? '' : periodText(period, language === 'en' ? 'en' : 'zh');
  const almost = hedge === 'almost' && language !== 'en' ? '近' : undefined;
  const words = almost ?? comparators[language][hedge === 'more' ? '=' : comparator];
  const figure = claim.line.text.slice(claim.numberStart, claim.unitEnd);
  const colon = language === 'en' ? ': ' : '：';
  const line = `${keyword} ${indicator}${colon}${when}${words}${figure}`;
  const level = said({ ...claim, ...withoutChange, period });
  const [claims] = saidBy(line, model);
  return claims.length === 1 && claims[0] === level ? line : undefined;
}

/** A change behind the level stays in its sentence, and a target line says nothing of commitment that it does not say. */
const withoutChange = {
  ...{ change: undefined, basePeriod: undefined, commitment: undefined, flow: undefined },
};
