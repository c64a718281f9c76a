/** 达300, 投资100万: a figure of something that needs a unit stands without one. */
import type { PlanModel } from '../../model/model.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import { lacksUnit, quantitiesOf } from '../quantities.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyPair, either, lacksUnits } from '../signals.ts';
import { inReference, occurrences } from '../text.ts';

/** Plain numbers by nature. */
const plain =
  /(?:系数|係數|指数|指數|弹性|彈性|比值|倍数|倍數|评分|評分|得分|之比|结构|結構|ratio|index|score)(?:[（(].*)?$/i;
/** In English the name mostly says what is counted (`Trees planted: 300`); money never does. */
const englishMoney =
  /\b(?:spending|revenues?|receipts|investments?|income|expenditure|budget|costs?|sales|output|product|turnover|wages?|funds?)\b/i;
const money =
  '(?:投资|投資|投入|资金|資金|补助|補助|补贴|補貼|收入|产值|產值|贷款|貸款|经费|經費|税收|稅收|利润|利潤|支出)';
const things =
  '(?:资金|資金|投资|投資|贷款|貸款|补助|補助|补贴|補貼|经费|經費|小农水|小農水|水利|农田|農田)';
const digits = '[0-9０-９]+(?:[.．][0-9０-９]+)?[余餘多]?';
/** Looked up backwards from the magnitude, behind which the unit is missing. */
const patterns: readonly RegExp[] = [
  new RegExp(
    `[万萬亿億](?=(?:以上|左右)?(?:[，,；;。、）)]|$))(?<=${money}(?:达到?|達到?|为|為|约|約|共|总计|總計|超过|超過)?(?<digits>${digits})[万萬亿億])`,
    'g',
  ),
  new RegExp(`[万萬亿億](?=${things})(?<=(?<![0-9０-９.．])(?<digits>${digits})[万萬亿億])`, 'g'),
];

function inProse(line: Line, report: Report): void {
  for (const pattern of patterns) {
    for (const found of occurrences(pattern, line.text)) {
      const start = found.index - (found.groups?.digits.length ?? 0);
      const end = found.index + 1;
      if (inReference(line, start, end)) continue;
      const text = line.text.slice(start, end);
      report({
        line,
        start,
        end,
        message: {
          zh: `“${text}”后面没有单位，是“${text}元”吗？`,
          en: `No unit stands behind “${text}”. Is it “${text}元”?`,
        },
        fixes: [
          {
            title: { zh: '补上“元”', en: 'Add “元” (yuan)' },
            edits: [{ line, start: end, end, newText: '元' }],
          },
        ],
      });
    }
  }
}

/** The figures of a target or a result that have neither a unit nor a word that could be one. */
function bareFigures(line: Line): Span[] {
  const { statement } = line;
  if ((statement.kind !== 'target' && statement.kind !== 'result') || statement.unit) return [];
  const bare: Span[] = [];
  for (const { quantity, items, index } of quantitiesOf(line)) {
    const { amount, high, ratio } = quantity;
    const last = high ?? amount;
    const next = items[index + 1];
    if (!lacksUnit(last.unit) || !lacksUnit(amount.unit) || ratio) continue;
    // `unit-unknown` tells of the word behind the figure.
    if (next?.kind === 'text' && next.start === last.end) continue;
    bare.push({ start: amount.start, end: last.end });
  }
  return bare;
}

/** Whether its declaration, or something else that is said of it, tells the indicator's unit. */
function unitKnown(line: Line, name: string, model: PlanModel): boolean {
  const indicator = model.indicator(name);
  if (indicator?.declarations.some(({ unit }) => unit)) return true;
  return (
    indicator?.claims.some(({ unit, line: other }) => other !== line && !lacksUnit(unit)) ?? false
  );
}

function nameOf({ statement }: Line): string {
  const named = statement.kind === 'target' || statement.kind === 'result';
  return (named && statement.name?.text) || '';
}

function inClaims(line: Line, model: PlanModel, report: Report): void {
  const figures = bareFigures(line);
  if (figures.length === 0) return;
  const name = nameOf(line);
  const isHan = /\p{Script=Han}/u.test(name);
  if (plain.test(name) || (!isHan && !englishMoney.test(name)) || unitKnown(line, name, model))
    return;
  for (const { start, end } of figures) {
    const text = line.text.slice(start, end);
    report({
      line,
      start,
      end,
      message: {
        zh: `“${text}”没有写单位。在数值后面写上，或在“指标 ${name}（单位）”里写明。`,
        en: `“${text}” has no unit. Write one behind the figure, or declare it with “indicator ${name} (unit)”.`,
      },
    });
  }
}

/** What ends a clause, 以上 and 左右 before it, and the heads of what is paid for. */
const endsInMagnitude = anyPair('万萬亿億', '，,；;。、）)\n以左资資投贷貸补補经經小水农農');

const rule: LineRule = {
  name: 'unit-missing',
  tier: 'warning',
  scope: 'line',
  kinds: ['target', 'result', 'prose', 'heading', 'measure'],
  waitsFor: either(lacksUnits, endsInMagnitude),
  title: { zh: '漏了单位', en: 'Missing unit' },
  description: {
    zh: '目标和实绩的数值没有单位，指标也没有写明单位；或者正文里钱数只写到“万”“亿”，如“投资100万”。指数、系数和三次产业比本来没有单位，不在此列。',
    en: 'The figure of a target or result has no unit, and neither does its indicator; or a sum of money in a sentence ends with “万” or “亿”. Indexes, coefficients and compositions have no unit by nature.',
  },
  examples: {
    wrong: [
      '目标 引进项目：⟦3—5⟧',
      '目标 常住人口：⟦5万⟧',
      '争取到⟦2400万⟧小农水项目资金，完成投资⟦100万⟧。',
      'target Road spending: ⟦4.6⟧',
    ],
    right: [
      '目标 引进项目：3—5个',
      '指标 引进项目（个）\n\n目标 引进项目：3—5',
      '目标 基尼系数：0.4',
      '目标 三次产业结构：12.9：47.2：39.9',
      '完成投资100万元，带动2万农户、10万亩。',
      'target Trees planted: more than 300',
    ],
  },
  indicatorsOf(line, model) {
    if (bareFigures(line).length === 0) return [];
    const key = model.keyOf(nameOf(line));
    return [key, model.canonical(key)];
  },
  check(line, model, report) {
    if (line.kind === 'target' || line.kind === 'result') inClaims(line, model, report);
    else inProse(line, report);
  },
};

export default rule;
