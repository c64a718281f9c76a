/** 农民人均纯收入 in a plan of 2021: an indicator that is no longer counted under that name. */
import type { PlanModel } from '../../model/model.ts';
import type { Indicator, Message, Place } from '../../model/types.ts';
import type { Word } from '../../syntax/tree.ts';
import type { IndicatorRule } from '../rule.ts';
import { standsHere } from '../text.ts';

interface Obsolete {
  readonly pattern: RegExp;
  /** From this year on the old name is out of use. */
  readonly since: number;
  readonly instead: string;
  readonly why: Message;
}

/** Years from the share of local reports that still use the name. */
const obsolete: readonly Obsolete[] = [
  {
    pattern: /农民人均纯收入|農民人均純收入|农村居民人均纯收入|農村居民人均純收入/,
    since: 2016,
    instead: '农村居民人均可支配收入',
    why: {
      zh: '2013年起住户调查改按“可支配收入”统计',
      en: 'household surveys count disposable income since 2013',
    },
  },
  {
    pattern: /国民生产总值|國民生產總值/,
    since: 2002,
    instead: '地区生产总值',
    why: {
      zh: '它按国民计算，不用于一个地区；一个地区的是“地区生产总值”',
      en: 'it is counted by nationality and not used for a region, whose measure is the gross regional product',
    },
  },
  {
    pattern: /公共财政预算收入|公共財政預算收入/,
    since: 2017,
    instead: '一般公共预算收入',
    why: { zh: '2015年起改称“一般公共预算收入”', en: 'it has been renamed since 2015' },
  },
  {
    pattern: /城镇登记失业率|城鎮登記失業率/,
    since: 2023,
    instead: '城镇调查失业率',
    why: { zh: '现在以“城镇调查失业率”为准', en: 'the surveyed rate is used today' },
  },
  {
    pattern: /新农合参合率|新農合參合率|新型农村合作医疗参合率|新型農村合作醫療參合率/,
    since: 2020,
    instead: '城乡居民基本医疗保险参保率',
    why: {
      zh: '新农合已并入城乡居民基本医疗保险',
      en: 'the rural scheme has been merged into that of all residents',
    },
  },
];

const anyObsolete = new RegExp(obsolete.map(({ pattern }) => pattern.source).join('|'));

/** Where this document first declares something of the indicator under the obsolete name. */
function firstPlace(
  { declarations, claims }: Indicator,
  pattern: RegExp,
  model: PlanModel,
): (Place & Word) | undefined {
  const lines = [...new Set([...declarations, ...claims].map(({ line }) => line))]
    .filter((line) => line.kind === line.statement.kind && standsHere(line, model))
    .sort((a, b) => model.tree.lines.indexOf(a) - model.tree.lines.indexOf(b));
  for (const line of lines) {
    const { statement } = line;
    const named =
      statement.kind === 'target' || statement.kind === 'result' || statement.kind === 'indicator';
    const found = named && statement.name ? pattern.exec(statement.name.text) : null;
    if (!named || !statement.name || !found) continue;
    const start = statement.name.start + found.index;
    return { line, start, end: start + found[0].length, text: found[0] };
  }
  return undefined;
}

const rule: IndicatorRule = {
  name: 'obsolete-indicator',
  tier: 'warning',
  scope: 'indicator',
  title: { zh: '指标名称已停用', en: 'Indicator no longer in use' },
  description: {
    zh: '指标、目标或实绩用了已经停用或改称的名称，如“农民人均纯收入”。按文稿“期间”的年份判断：停用以前的文稿不提示，没有写期间的也不提示。正文里回顾往年的说法不查。',
    en: 'An indicator, a target or a result has a name that has gone out of use or been replaced. The years of the document decide: nothing is said of documents from before, or without a period. Sentences are left alone.',
  },
  examples: {
    wrong: [
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n目标 ⟦农民人均纯收入⟧：达11000元\n实绩 农民人均纯收入：2020年达8751元\n指标 全镇⟦国民生产总值⟧（亿元）',
    ],
    right: [
      '总结：工作总结\n期间：2010年\n\n实绩 农民人均纯收入：达5000元',
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n目标 农村居民人均可支配收入：达11000元\n“十二五”期间农民人均纯收入翻了一番。',
      '目标 农民人均纯收入：达11000元',
    ],
  },
  check(indicator, model, report) {
    const year = model.header.period?.to;
    if (year === undefined) return;
    const { declarations, claims } = indicator;
    const names = [
      ...declarations.map(({ name }) => name.text),
      ...claims.map((claim) => claim.indicator),
    ];
    if (!names.some((name) => anyObsolete.test(name))) return;
    for (const { pattern, since, instead, why } of obsolete) {
      if (year < since) continue;
      const place = firstPlace(indicator, pattern, model);
      if (!place) continue;
      const { line, start, end, text } = place;
      // Without a fix: the name stands in sentences as well, and renaming reaches them all.
      report({
        line,
        start,
        end,
        message: {
          zh: `“${text}”的名称已不使用：${why.zh}。应写“${instead}”，可用重命名一次改全。`,
          en: `“${text}” is no longer in use: ${why.en}. Rename it to “${instead}”.`,
        },
      });
    }
  },
};

export default rule;
