import type { Conflict } from '../../model/conflicts.ts';
import { periodText } from '../../model/periods.ts';
import { placeOf, statementText } from '../../model/statements.ts';
import type { Line } from '../../syntax/tree.ts';
import { certainConflicts, repairsOf, tierOf } from '../arithmetic.ts';
import { hasConflicts } from '../indicator-signals.ts';
import type { Finding, IndicatorRule } from '../rule.ts';

/** One indicator, one period, two figures: in statements, in a table, or in both (N13, N14). */
const rule: IndicatorRule = {
  name: 'arithmetic-two-values',
  scope: 'indicator',
  waitsFor: hasConflicts,
  tier: 'error',
  title: {
    zh: '同一指标同一年份出现两个数',
    en: 'Two figures for one indicator and year',
  },
  description: {
    zh: '同一项指标在同一年份的目标（或实绩）写了两次，数值不可能是同一个数。精度不同、单位不同但换算后相等的不报；精度、单位相同而末位不同（1.2亿元与1.3亿元）的给警告；“以上”“突破”等界限与具体数值不矛盾的不报；表格里的“＞”与正文的“以上”视为同一说法；“确保”和“力争”两个档次可以不同。正文里两句话说的数不同，多半说的是两件事，只有指标名写得清楚、两个数又相近的才提醒。',
    en: 'A target (or result) of one indicator for one year is given twice with figures that cannot be the same. Different precision or units that convert into each other are fine; the same precision and unit with another last digit (1.2 and 1.3 million) is a warning. Bounds that the other figure satisfies are fine, and an assured and an aspired aim may differ. Two sentences of running text mostly speak of two things: they are told of only where the name says enough and the figures are near each other.',
  },
  examples: {
    wrong: [
      '计划：试\n期间：2027年\n\n目标 企业：达到120家，⟦95家⟧',
      '2024年，新建道路36公里，旅游收入⟦1.2亿元⟧。\n\n| 指标 | 2024年 |\n| --- | --- |\n| 旅游收入（亿元） | 1.3 |\n| 新建道路（公里） | 36 |',
      '2024年，全县粮食总产量12.6万吨。\n农业稳中有进，2024年粮食总产量⟦16.2万吨⟧。',
      '规划：试\n期间：2021—2025年\n\n目标 税收收入：达3.0亿元\n目标 税收收入：达⟦3.5亿元⟧',
      '规划：试\n期间：2021—2025年\n\n目标 森林覆盖率：达到48%\n\n表 指标\n| 指标 | 2025年 |\n| --- | --- |\n| 森林覆盖率（%） | ⟦50⟧ |',
    ],
    right: [
      '2024年，新增受益人口5.6万人。\n2024年，道路通到35个村，新增受益人口5.9万人。',
      '2024年，全县完成投资6亿元。\n2024年，治理项目完成投资7.6亿元。',
      '2024年实施项目59个，年度计划投资8.2亿元。\n2024年另有技改项目12个，年度计划投资8.4亿元。',
      '规划：试\n期间：2021—2025年\n\n目标 税收收入：达3亿元\n目标 税收收入：达30000万元',
      '规划：试\n期间：2021—2025年\n\n目标 税收收入：3亿元以上\n目标 税收收入：达3.2亿元',
      '规划：试\n期间：2021—2025年\n\n目标 税收收入：确保2.8亿元\n目标 税收收入：力争3.1亿元',
      '规划：试\n期间：2021—2025年\n\n目标 税收收入：2024年达3亿元\n目标 税收收入：2025年达3.5亿元',
      '规划：试\n期间：2021—2025年\n\n目标 税收收入：3亿元\n实绩 税收收入：2.9亿元',
      'annual plan: Parks\nperiod: 2026\n\ntarget Benches: 12 new benches, 8 repaired ones',
      '计划：试\n期间：2027年\n\n目标 企业：达到120家，比2025年的95家增加25家',
    ],
  },
  check(indicator, model, report) {
    const told = new Set<Line>();
    for (const conflict of certainConflicts(indicator, model)) {
      if (conflict.kind !== 'values') continue;
      const { anchor, others } = conflict;
      const [other] = others;
      const { line, origin } = anchor.claim;
      if (origin === 'declared' && other.claim.line === line) {
        // 新建20公里，改造30公里 are two things.
        const areFlows = anchor.claim.flow && other.claim.flow;
        if (!told.has(line) && !areFlows) report(severalInLine(conflict, indicator.name));
        told.add(line);
        continue;
      }
      const { period } = anchor;
      const here = statementText({ ...anchor, period: undefined }, 'zh');
      const there = statementText({ ...other, period: undefined }, 'zh');
      report({
        ...placeOf(anchor),
        ...tierOf(conflict),
        message: {
          zh: `“${indicator.name}”${period ? `${periodText(period, 'zh')}的数` : ''}前后不一：这里是${here}，另一处是${there}。`,
          en: `Two figures for “${indicator.name}”${period ? ` in ${periodText(period, 'en')}` : ''}: ${here} here, ${there} elsewhere.`,
        },
        related: [
          {
            ...placeOf(other),
            message: { zh: `另一处写的是${there}`, en: `The other figure: ${there}` },
          },
        ],
        fixes: repairsOf(conflict),
      });
    }
  },
};

/** 120 firms, 25 more than the 95 of last year: of several figures in a line one is meant, and nobody can tell which. */
function severalInLine({ anchor, others: [other] }: Conflict, name: string): Finding {
  const [here, there] = [anchor, other].map((statement) =>
    statementText({ ...statement, period: undefined }, 'zh'),
  );
  return {
    ...placeOf(anchor),
    tier: 'warning',
    message: {
      zh: `这一行写了“${name}”的几个数，如${there}和${here}，分不清以哪个为准。一行写一个数，其余的写清年份，或者写到正文里。`,
      en: `This line has several figures for “${name}”, such as ${there} and ${here}, and it is not clear which one counts. Give each a year, or move what explains to a sentence.`,
    },
  };
}

export default rule;
