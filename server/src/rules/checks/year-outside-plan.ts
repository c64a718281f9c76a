/** 到2026年 in a plan for 2021—2025年; a result of a year that the plan has not come to. */
import type { PlanModel } from '../../model/model.ts';
import { baselineOf, periodText, planStart, resolvePeriod } from '../../model/periods.ts';
import type { HeaderFacts, Period, Place } from '../../model/types.ts';
import type { Line, PeriodForm } from '../../syntax/tree.ts';
import type { Finding, LineRule } from '../rule.ts';
import { hasPeriod } from '../signals.ts';

type Role = 'target' | 'result' | 'value';

/** A year that the writer wrote out. */
interface WrittenYear extends Place {
  readonly period: Period;
  readonly role: Role;
}

/** Words such as 上年 follow the header and cannot leave it. */
function namesYear(form: PeriodForm): boolean {
  switch (form.form) {
    case 'year':
    case 'years':
    case 'plan':
      return true;
    case 'month':
    case 'date':
    case 'quarter':
    case 'quarters':
    case 'half':
    case 'season':
      return form.year !== undefined;
    default:
      return false;
  }
}

/** Whether another row stands right above: the row of titles has none. */
function isBelowRow(line: Line, { tree: { lines } }: PlanModel): boolean {
  const index = lines.indexOf(line);
  if (index === 0) return false;
  const { kind, owner, statement } = lines.at(index - 1);
  return kind === 'row' && owner === line.owner && statement.kind === 'row' && !statement.rule;
}

function isBeforePlan({ to }: Period, { header: { period } }: PlanModel): boolean {
  return period !== undefined && to < period.from;
}

/** Whether a year is the one before the plan, and the line also says what is to be later. */
function isBaseOfAim({ to }: Period, line: Line, model: PlanModel): boolean {
  const base = baselineOf(model.periodScope);
  return base?.to === to && model.claimsOf(line).some(({ period }) => period && period.to > to);
}

function* yearsOf(line: Line, model: PlanModel): Generator<WrittenYear> {
  const { statement } = line;
  if (statement.kind === 'target' || statement.kind === 'result') {
    for (const item of statement.claims) {
      if (item.kind !== 'period' || item.against || !namesYear(item.period)) continue;
      const period = resolvePeriod(item.period, model.periodScope);
      if (!period) continue;
      // 5000吨（2025年4800吨）, “up 20% from 20,000 in 2025”: what it was, behind what it is to be.
      // 2025年92%，2030年96%: the base year, before what it is to be.
      const isMentioned =
        isBeforePlan(period, model) &&
        (model.claimsOf(line).some(({ end }) => end <= item.start) ||
          isBaseOfAim(period, line, model));
      if (!isMentioned)
        yield { line, start: item.start, end: item.end, period, role: statement.kind };
    }
  } else if (statement.kind === 'value' && namesYear(statement.period.period)) {
    const { start, end } = statement.period;
    const period = resolvePeriod(statement.period.period, model.periodScope);
    if (period) yield { line, start, end, period, role: 'value' };
  } else if (statement.kind === 'row') {
    const table = isBelowRow(line, model) ? undefined : model.tableOf(line);
    if (table?.header !== line) return;
    for (const [index, column] of table.columns.entries()) {
      const cell = statement.cells[index];
      if (column.kind !== 'value' || !namesYear(column.form)) continue;
      yield { line, start: cell.start, end: cell.end, period: column.period, role: 'value' };
    }
  }
}

/** The years that the country's long-range goals are set for; plans of any length look ahead to them. */
const longRange = new Set([2030, 2035, 2050, 2060]);

function looksAhead({ to }: Period, header: HeaderFacts): boolean {
  const title = header.title?.text ?? '';
  return (
    longRange.has(to) || title.includes(String(to)) || /远景|遠景|长远|長遠|long.term/i.test(title)
  );
}

/** The last year of the five-year plan that a year lies in. */
function programmeEnd(year: number): number {
  return planStart(6) + 5 * Math.floor((year - planStart(6)) / 5) + 4;
}

function findingOf(written: WrittenYear, plan: Period, header: HeaderFacts): Finding | undefined {
  const { period, role } = written;
  const reports = header.kind === 'report' || header.kind === 'summary';
  const late = period.to > plan.to;
  const early = role === 'target' && period.to < plan.from;
  if (!late && !early) return undefined;
  // A report tells what comes next, and sometimes what had been set.
  if (reports && role !== 'result') return undefined;
  if (role !== 'result' && late && looksAhead(period, header)) return undefined;
  const year = { zh: periodText(period, 'zh'), en: periodText(period, 'en') };
  const years = { zh: periodText(plan, 'zh'), en: periodText(plan, 'en') };
  const { periodPlace } = header;
  const { line, start, end } = written;
  // A plan for one year may speak of the end of the five-year plan that it belongs to.
  const soft =
    header.kind === 'annualPlan' && late && role !== 'result' && period.to <= programmeEnd(plan.to);
  return {
    line,
    start,
    end,
    ...(soft ? { tier: 'warning' } : {}),
    message:
      role === 'result'
        ? {
            zh: `实绩写的是${year.zh}，在本文的期间（${years.zh}）之后，还不会有结果。年份写错了，还是应写成“目标”？`,
            en: `This result is of ${year.en}, after the years of the document (${years.en}): it cannot be known yet. Is the year wrong, or is it a target?`,
          }
        : late
          ? {
              zh: `${year.zh}在本文的期间（${years.zh}）之后。年份写错了，还是“期间”没有写全？`,
              en: `${year.en} comes after the years of the document (${years.en}). Is the year wrong, or the “period” at its head?`,
            }
          : {
              zh: `目标写的是${year.zh}，在本文的期间（${years.zh}）之前，已经过去。年份写错了，还是应写成“实绩”？`,
              en: `This target is for ${year.en}, before the years of the document (${years.en}). Is the year wrong, or is it a result?`,
            },
    ...(periodPlace
      ? {
          related: [
            {
              ...periodPlace,
              message: {
                zh: `本文的期间：${years.zh}`,
                en: `The years of the document: ${years.en}`,
              },
            },
          ],
        }
      : {}),
    fixes: yearFixes(written, plan),
  };
}

/** The plan's last year in place of a single one that was typed. */
function yearFixes(
  { line, start, end, period, role }: WrittenYear,
  plan: Period,
): Finding['fixes'] {
  const typed = line.text.slice(start, end);
  if (period.from !== period.to || role === 'value' || !typed.includes(String(period.to)))
    return [];
  const right = typed.replace(String(period.to), String(plan.to));
  return [
    {
      title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
      edits: [{ line, start, end, newText: right }],
    },
  ];
}

const rule: LineRule = {
  name: 'year-outside-plan',
  tier: 'error',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['target', 'result', 'value', 'row'],
  waitsFor: hasPeriod,
  title: { zh: '年份不在期间内', en: 'Year outside the plan' },
  description: {
    zh: '目标、实绩、指标数值或表格栏目写的年份不在“期间”里：目标落在期间之前或之后，实绩落在期间之后。多半是沿用旧稿没有改年份。期间以前的实绩和基数不算；2030、2035年等远景年份，总结和报告里下一年的目标，也不算。正文里的年份不查。',
    en: 'The year of a target, a result, a value or a column lies outside the “period” at the head: a target before or after it, a result after it. Mostly a year was not changed when an older text was used again. Results and bases from before the period, long-range years such as 2035, and next year’s targets in a report are left alone, and so are years in sentences.',
  },
  examples: {
    wrong: [
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n目标 粮食产量：⟦到2026年⟧达5万吨\n目标 油料产量：⟦2019年⟧达1万吨',
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n实绩 粮食产量：⟦2027年⟧达5万吨',
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n表 指标\n| 指标 | 2020年 | ⟦2026年⟧ |\n| --- | --- | --- |\n| 粮食产量（万吨） | 4 | 5 |',
    ],
    right: [
      '规划：试\n期间：2026—2030年\n\n目标 粮食产量：5000吨（2025年4800吨）',
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n指标 粮食产量（万吨）\n2020年：4万吨\n\n目标 粮食产量：到2025年达5万吨，比2020年增1万吨\n目标 城镇化率：到2035年达75%\n实绩 油料产量：2020年达1万吨',
      '报告：2025年工作报告\n期间：2025年\n\n目标 粮食产量：2026年达5万吨',
      '目标 粮食产量：到2026年达5万吨',
    ],
  },
  check(line, model, report) {
    const { header } = model;
    if (!header.period) return;
    for (const written of yearsOf(line, model)) {
      const finding = findingOf(written, header.period, header);
      if (finding) report(finding);
    }
  },
};

export default rule;
