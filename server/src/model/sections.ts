/**
 * What a section says about the sentences in it: whether they tell results or targets, and of which
 * year. Headings say it (二、2024年工作安排), and so do short title lines without a number.
 */
import type { Line } from '../syntax/tree.ts';
import { simplify } from './names.ts';
import { type PeriodScope, periodIn, resolvePeriod, year as yearPeriod } from './periods.ts';
import type { HeaderFacts, Period, Role } from './types.ts';

/** What one heading or title says. */
export interface Cue {
  readonly role?: Role;
  readonly period?: Period;
  /** The year after the one that was told of before: 明年工作打算. */
  readonly next?: boolean;
  /** The year in which the document was given, from its title or date line. */
  readonly given?: number;
  /** Annexes and glossaries: what they say is not said by the plan. */
  readonly annex?: boolean;
}

/** What holds for a sentence under all the headings above it. */
export interface SectionFacts {
  readonly role: Role;
  /** No heading and no header says it: reports tell results. */
  readonly isUsual?: boolean;
  /** The year that sentences without one are about, where the document says so. */
  readonly period?: Period;
  /** The year that 今年 and 全年 mean. */
  readonly year?: number;
  readonly annex: boolean;
}

const annexes =
  /^(?:附件\s*[\d一二三四五六七八九十]*|附录|附錄|(?:有关|相关|部分|重要)?(?:名词|名詞|词语|用语|術語|术语)(?:解释|解釋|注解|注释|註釋|说明|說明))$/;
const ordinal = '^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])?';
const results = new RegExp(
  `回顾|回顧|总结|總結|存在(?:的)?(?:主要)?(?:问题|問題|困难|困難|不足)|(?:完成|工作|执行|執行)情[况況]|所做的?工作|成[就绩效績果]$|做了|抓了|${ordinal}(?:刚刚)?(?:过去|過去|一年来|一年來|[三五]年来|[三五]年來)|review|achievements|results|where we stand|progress|current situation`,
  'i',
);
/** At the end of a title: 城市规划建设管理 in the middle of one is only its subject. */
const targets = new RegExp(
  `(?:目标|目標|任务|任務|安排|计划|計劃|計畫|规划|規劃|打算|思路|部署|举措|舉措|措施|建议|建議|要求|谋划|謀劃|展望|重点|重點|重点工作|重點工作|要点|要點|草案|目标指标|目標指標|规划指标|規劃指標|预期指标|預期指標|设想|設想|构想|構想|工作考虑|工作考慮|主攻方向)(?:是|为|為|报告|報告|方案|范文|範文)?(?:[和与及、].{0,12})?$|${ordinal}(?:未来|未來|今后|今後|展望|新的一年|来年|着眼|下一?步|下一?阶段|接下来|接下來)|(?:要|将|將|重点|重點|全力|着力|扎实|认真)(?:抓好|做好|奋力|着力|努力|凝神|突出)|抓好(?:以下|上述|.{1,4}方面)|努力实现|努力實現|outlook|plans?$|\\bplan (?:of|for)\\b|targets|goals|objectives|priorities|where we (?:want|are going)|what (?:we will do|comes next)|looking ahead|next steps|the year ahead`,
  'i',
);
const workOfYear =
  /工作|重点|任务|情况|部署|目标|安排|公报|公報|运行|運行|分析|执行|執行|预算|預算|决算|決算|绩效|績效|总结|總結|统计|統計|年报|年報|回顾|回顧|review|plan|report|results|budget|statistic/i;

/** Titles of sections are short; a run-in heading that is a sentence tells what was done, not when. */
const longestTitle = 40;
const longestSubtitle = 20;
/** With marks of emphasis around it. */
const longestLine = longestTitle + 8;
/** Most lines of prose are sentences, and no titles. */
const endsSentence = /[。；;！？!?]/;

/** What a line says of the sentences below it; undefined for lines that say nothing. */
export function cueOf(line: Line): Cue | undefined {
  if (line.kind === 'prose') {
    const { text } = line;
    if (text.length > longestLine || endsSentence.test(text)) return undefined;
    // Shorter than any title, on a line of its own.
    if (text.length <= longestTitle && annexes.test(plainTitle(text))) return { annex: true };
  }
  const title = titleOf(line);
  if (title === undefined) return undefined;
  const text = inDigits(title);
  if (annexes.test(text)) return { annex: true };
  const role: Role | undefined = results.test(text)
    ? 'result'
    : targets.test(text)
      ? 'target'
      : undefined;
  const given = role ? undefined : yearGiven(text);
  if (given !== undefined) return { given };
  const form = /\d|五/.test(text) ? periodIn(text)?.period : undefined;
  const bare = form ? undefined : /\s((?:19|20)\d\d)$/.exec(text);
  const period = bare
    ? yearPeriod(Number(bare[1]))
    : form && form.form !== 'date' && form.form !== 'month'
      ? resolvePeriod(form, {})
      : undefined;
  if (!role && !(period && workOfYear.test(text))) return undefined;
  const next = !period && /明年|来年|來年|下一?年度/.test(text);
  return { ...(role ? { role } : {}), ...(period ? { period } : {}), ...(next ? { next } : {}) };
}

const plansToCome =
  /^(?:下一?[步阶段年]*|今后|明年|来年|未来|20\d\d年)?(?:的)?(?:主要|重点|总体)?(?:工作)?(?:打算|思路|目标|目标任务|发展目标|工作计划|工作安排|工作思路|工作打算)$/;

/** What the title of a paragraph that runs on says of it: 四、下步思路。到2030年…. */
export function roleUnder(title: string): Role | undefined {
  return plansToCome.test(simplify(plainTitle(title)).replace(/[。.]$/, '')) ? 'target' : undefined;
}

const yearInWords =
  /(?:[一二][〇○零九][〇○零一二三四五六七八九]|一[〇○零一])[〇○零一二三四五六七八九](?=年)/g;

/** 二〇二四年 in a title is 2024年. */
function inDigits(title: string): string {
  return title.replace(yearInWords, (words) =>
    [...words].map((word) => Math.max(0, '一二三四五六七八九'.indexOf(word) + 1)).join(''),
  );
}

/** ——2016年1月18日在…会议上, 2024年政府工作报告: when the document was given. */
function yearGiven(title: string): number | undefined {
  const found =
    /(20\d\d)年\d{1,2}月\d{1,2}日.*(?:在|会|會|[）)]$)/.exec(title) ??
    /(20\d\d)年?(?:.{0,12})(?:工作)?(?:报告|報告)》?(?:[（(].*)?$/.exec(title);
  return found ? Number(found[1]) : undefined;
}

const yearsAndDates = /(?:19|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?)?/g;

/** The title that a line is, without marks of emphasis and a colon behind it. */
function titleOf(line: Line): string | undefined {
  const { statement } = line;
  if (line.kind === 'heading' && statement.kind === 'heading') {
    const title = plainTitle(statement.title?.text ?? '');
    const longest = statement.level === 1 ? longestTitle : longestSubtitle;
    // A run-in heading is the beginning of a paragraph, not the title of a section.
    return title !== '' && !statement.rest && title.length <= longest ? title : undefined;
  }
  if (line.kind !== 'prose') return undefined;
  const text = plainTitle(line.text);
  const commas = text.match(/[，,]/g)?.length ?? 0;
  // A title line: short, no sentence; a line that leads to a list ends with a colon.
  const isLead = /[：:]\**\s*$/.test(line.text);
  if (text.length < 4 || text.length > longestTitle || commas > (isLead ? 3 : 1)) return undefined;
  // A line that tells figures is a statement; a title has a year at the most.
  const figures = /[0-9０-９]/.test(text.replace(yearsAndDates, ''));
  return figures ? undefined : text;
}

function plainTitle(text: string): string {
  const title = (text.includes('**') ? text.replaceAll('**', '') : text).trim();
  return /[：:]$/.test(title) ? title.slice(0, -1) : title;
}

/**
 * What holds before the first heading, and behind each one in turn. Equal facts are one object, so
 * that a sentence need not be read again where another heading changed but its own facts did not.
 */
export function factsAlong(
  cues: readonly Cue[],
  header: HeaderFacts,
  scope: PeriodScope,
  known: Map<string, SectionFacts>,
): SectionFacts[] {
  let role: Role | undefined;
  let period: Period | undefined;
  /** The last year that a title names; 明年 is counted from it. */
  let named: Period | undefined;
  let given: number | undefined;
  /** The years in the title of the document. */
  let titled: Period | undefined;
  let annex = false;
  const here = (): SectionFacts => {
    const facts = completed(role, period, annex, header, scope);
    const key = JSON.stringify(facts);
    const same = known.get(key) ?? facts;
    known.set(key, same);
    return same;
  };
  const along = [here()];
  for (const cue of cues) {
    // A section with a role of its own ends an annex.
    annex = cue.annex ?? (annex && cue.role === undefined);
    if (cue.given !== undefined) given = cue.given;
    if (cue.period) period = named = cue.period;
    titled ??= cue.period;
    if (cue.next && named && !named.span) period = yearPeriod(named.to + 1);
    if (cue.role) role = cue.role;
    // A section of targets without a year is about the year of the document.
    if (cue.role === 'target' && !cue.period && given !== undefined && period && period.to < given)
      period = yearPeriod(given);
    // Behind “十四五”工作回顾 the goals of a plan are those of its own years.
    if (cue.role === 'target' && !cue.period && titled?.span && period && period.to < titled.from)
      period = titled;
    // 关于2015年工作, said in January 2016, tells what was done.
    if (!cue.role && cue.period && given !== undefined)
      role = cue.period.to < given ? 'result' : 'target';
    along.push(here());
  }
  return along;
}

function completed(
  told: Role | undefined,
  period: Period | undefined,
  annex: boolean,
  header: HeaderFacts,
  scope: PeriodScope,
): SectionFacts {
  const usual = header.kind && header.kind !== 'summary' && header.kind !== 'report';
  const role = told ?? (usual ? 'target' : 'result');
  const plan = scope.plan && !scope.plan.span ? scope.plan : undefined;
  const own = period ?? plan;
  const year = own && !own.span ? own.to : scope.plan?.to;
  const isUsual = told === undefined && !header.kind;
  return {
    role,
    annex,
    ...(isUsual ? { isUsual } : {}),
    ...(own ? { period: own } : {}),
    ...(year === undefined ? {} : { year }),
  };
}
