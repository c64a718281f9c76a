/** PM2.5浓度下降30.8个百分点: points belong to rates and shares, not to quantities. */
import { parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

const quantities =
  '[浓濃]度|[总總]量|[总總][额額]|面[积積]|能耗|排放量|用水量|[产產]量|[产產]值|增加值|收入|人[数數]|[数數]量|投[资資]|[费費]用|成本|[销銷]量|案件|事故';
const between =
  '(?:同比|[环環]比|[较較比](?:上年|去年|上年同期|去年同期|[12][0-9]{3}年))?(?:分[别別]|累[计計]|平均|年均|[预預][计計]|均|再)?';
const direction = '(?:下降|降低|上升|[减減]少|增[长長加])';
const points = new RegExp(
  `(?:${quantities})${between}${direction}了?(${printedNumber}) ?(?:[个個]百分[点點])`,
  'g',
);
/** The whole of a share stands before the figure as well: 税收占财政收入比上年提高. */
const rateBefore = /[占佔率比]|增[速幅]|比重|比例|[结結][构構]/;
const comparedWith = /[比较較](?=上年|去年|今年|年初|同期|20)|[同环環]比/g;
const clauseStart = /[，,。；;：:][^，,。；;：:]*$/;
const furthest = 40;

const saysPoints = anyWord(['百分']);

const rule: LineRule = {
  name: 'points-of-quantity',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: saysPoints,
  title: { zh: '数量的增减用了“个百分点”', en: 'Percentage points of a quantity' },
  description: {
    zh: '“个百分点”是两个百分数相减得来的，只用于率、比重和增速。浓度、面积、总量、产值这些数量的升降用“%”。',
    en: 'Percentage points are the difference of two percentages, so only a rate, a share or a growth rate changes by them. A concentration, an area, a total or a value changes by per cent.',
  },
  examples: {
    wrong: [
      'PM2.5⟦浓度下降30.8个百分点⟧，单位GDP⟦能耗同比下降3.2个百分点⟧。',
      '安排专项资金3800万元，较上年增长⟦18.7个百分点⟧。',
    ],
    right: [
      'PM2.5浓度下降30.8%，产值占比提高2个百分点，能耗强度降低率上升1个百分点。',
      '非税收入1.2亿元，占比比上年下降2个百分点，增速达6%、提高3个百分点。',
      '税收占财政收入上升2个百分点，规上工业增加值增速提高3个百分点。',
    ],
  },
  check(line, model, report) {
    const { text } = line;
    const told: number[] = [];
    for (const found of wording(line, points)) {
      const [whole, number] = found;
      const start = found.index;
      const before = text.slice(Math.max(0, start - furthest), start);
      const clause = clauseStart.exec(before)?.[0] ?? before;
      if (rateBefore.test(clause)) continue;
      const end = start + whole.length;
      const figure = start + whole.lastIndexOf(number);
      report({
        line,
        start,
        end,
        message: {
          zh: `“${whole}”：数量的增减用“%”，“个百分点”只用于率、比重和增速。`,
          en: `“${whole}”: a quantity changes by per cent; percentage points belong to rates, shares and growth rates.`,
        },
        fixes: [changeTo({ line, start: figure, end }, `${number}%`)],
      });
      told.push(end);
    }
    // 安排资金3800万元，较今年增长18.75个百分点: a sum of money, whatever it is called.
    for (const { change, unit, value, end: levelEnd } of model.claimsOf(line)) {
      if (change?.kind !== 'points' || change.hedge === 'others' || change.value === undefined)
        continue;
      if (value === undefined || parseUnit(unit)?.dimension !== 'money') continue;
      if (told.some((end) => end >= change.start)) continue;
      if (rateBefore.test(text.slice(levelEnd, change.start).replace(comparedWith, ''))) continue;
      const number = change.value.replace('-', '');
      const { start, end } = change;
      report({
        line,
        start,
        end,
        message: {
          zh: `${value}${unit}是数额，增减用“%”，“个百分点”只用于率、比重和增速。`,
          en: `${value}${unit} is a sum: it changes by per cent; percentage points belong to rates, shares and growth rates.`,
        },
        fixes: [changeTo({ line, start, end }, `${number}%`)],
      });
    }
  },
};

export default rule;
