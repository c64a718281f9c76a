/** 农民人均纯收入 in a plan of 2021: an indicator that is no longer counted under that name. */
import type { PlanModel } from '../../model/model.ts';
import { simplify } from '../../model/names.ts';
import type { Indicator, Place } from '../../model/types.ts';
import type { Word } from '../../syntax/tree.ts';
import { obsoleteIndicators } from '../data/obsolete-terms.ts';
import { isDeclared, isSet } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';
import { standsHere } from '../text.ts';

const sources = obsoleteIndicators.map(({ pattern }) => pattern.source);
/** Any of them, looked up backwards from its last character: a document has thousands of names, and few hold one of these. */
const anyObsolete = new RegExp(
  `[${sources.map((source) => source.slice(-1)).join('')}](?<=${sources.join('|')})`,
);

/** Whether any of its names is; nearly always all of them are one. */
function mayBeObsolete({ declarations, claims, name: common }: Indicator): boolean {
  const isObsolete = (name: string): boolean => anyObsolete.test(simplify(name));
  return (
    isObsolete(common) ||
    declarations.some(({ name }) => name.text !== common && isObsolete(name.text)) ||
    claims.some(({ indicator: name }) => name !== common && isObsolete(name))
  );
}

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
    const found = named && statement.name ? pattern.exec(simplify(statement.name.text)) : null;
    if (!named || !statement.name || !found) continue;
    const start = statement.name.start + found.index;
    return {
      line,
      start,
      end: start + found[0].length,
      text: line.text.slice(start, start + found[0].length),
    };
  }
  return undefined;
}

const rule: IndicatorRule = {
  name: 'obsolete-indicator',
  tier: 'warning',
  scope: 'indicator',
  waitsFor: isDeclared | isSet,
  title: { zh: '指标名称已停用', en: 'Indicator no longer in use' },
  description: {
    zh: '指标、目标或实绩用了已经停用或改称的名称，如“农民人均纯收入”。按文稿“期间”的年份判断：停用以前的文稿不提示，没有写期间的也不提示。句子里的由“说法已停用”查。',
    en: 'An indicator, a target or a result has a name that has gone out of use or been replaced. The years of the document decide: nothing is said of documents from before, or without a period. Sentences are another check’s.',
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
    if (!mayBeObsolete(indicator)) return;
    for (const { pattern, since, instead, why, soft } of obsoleteIndicators) {
      if (year < since) continue;
      const place = firstPlace(indicator, pattern, model);
      if (!place) continue;
      const { line, start, end, text } = place;
      // Without a fix: the name stands in sentences as well, and renaming reaches them all.
      report({
        line,
        start,
        end,
        ...(soft ? { tier: 'hint' } : {}),
        message: {
          zh: `“${text}”的名称已不使用：${why.zh}。应写“${instead}”，可用重命名一次改全。`,
          en: `“${text}” is no longer in use: ${why.en}. Rename it to “${instead}”.`,
        },
      });
    }
  },
};

export default rule;
