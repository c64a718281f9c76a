/**
 * What a section says about the sentences in it: whether they tell results or targets, and of which
 * year. Headings say it (二、2024年工作安排), and so do short title lines without a number.
 */
import type { Line } from '../syntax/tree.ts';
import { type PeriodScope, periodIn, resolvePeriod } from './periods.ts';
import type { HeaderFacts, Period, Role } from './types.ts';

/** What one heading or title says. */
export interface Cue {
  readonly role?: Role;
  readonly period?: Period;
}

/** What holds for a sentence under all the headings above it. */
export interface SectionFacts {
  readonly role: Role;
  /** The year that sentences without one are about, where the document says so. */
  readonly period?: Period;
  /** The year that 今年 and 全年 mean. */
  readonly year?: number;
}

const results =
  /回顾|回顧|总结|總結|成就|成效|成绩|成績|完成情况|完成情況|所做|做了|取得|进展情况|工作情况|review|achievements|results/i;
const targets =
  /目标|目標|任务|任務|安排|计划|計劃|計畫|规划|規劃|打算|思路|部署|举措|舉措|措施|重点工作|重點工作|建议|建議|要求|谋划|展望|outlook|plan|targets/i;

const longestTitle = 40;

/** What a line says of the sentences below it; undefined for lines that say nothing. */
export function cueOf(line: Line): Cue | undefined {
  const text = titleOf(line);
  if (text === undefined) return undefined;
  const role: Role | undefined = results.test(text)
    ? 'result'
    : targets.test(text)
      ? 'target'
      : undefined;
  const form = /\d/.test(text) || /五/.test(text) ? periodIn(text)?.period : undefined;
  const period =
    form && form.form !== 'date' && form.form !== 'month' ? resolvePeriod(form, {}) : undefined;
  if (!role && !period) return undefined;
  return { ...(role ? { role } : {}), ...(period ? { period } : {}) };
}

function titleOf(line: Line): string | undefined {
  const { statement } = line;
  if (line.kind === 'heading' && statement.kind === 'heading') return statement.title?.text;
  if (line.kind !== 'prose') return undefined;
  const text = line.text.trim();
  // A title line: short, no sentence.
  if (text.length < 4 || text.length > longestTitle || /[。；;！？!?]|[，,].*[，,]/.test(text))
    return undefined;
  return /(?:回顾|回顧|总结|總結|目标|目標|任务|任務|安排|计划|計劃|計畫|规划|規劃|报告|報告|要点|方案)(?:[（(].*)?$/.test(
    text,
  )
    ? text
    : undefined;
}

export function factsUnder(
  cues: readonly Cue[],
  header: HeaderFacts,
  scope: PeriodScope,
): SectionFacts {
  let role: Role | undefined;
  let period: Period | undefined;
  for (const cue of cues) {
    if (cue.role) role = cue.role;
    if (cue.period) period = cue.period;
  }
  role ??=
    header.kind === 'summary' || header.kind === 'report'
      ? 'result'
      : header.kind
        ? 'target'
        : 'result';
  const plan = scope.plan && !scope.plan.span ? scope.plan : undefined;
  const own = period ?? plan;
  const year = own && !own.span ? own.to : scope.plan?.to;
  return { role, ...(own ? { period: own } : {}), ...(year === undefined ? {} : { year }) };
}
