/** 谋划“十二五” in 2023, 实施“七五”普法 in 2021: a programme whose years are over. */
import { periodText, planStart } from '../../model/periods.ts';
import type { Period } from '../../model/types.ts';
import { planNumber, smallNumber } from '../../syntax/vocabulary/periods.ts';
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { inReference, occurrences } from '../text.ts';

/** Only what is being done: looking back at a programme, or summing it up, is no mistake. */
const verb =
  '(?:谋划|謀劃|实施|實施|推进|推進|编制|編制|开启|開啟|启动|啟動|落实|落實|制定|制訂|贯彻|貫徹|开展|開展)';
const number = '((?:十[一二三四五六七八九]?|二十|[二三四五六七八九])五)';
const kind = '(普法|法治宣传|法治宣傳|法制宣传|法制宣傳|规划|規劃|计划|計劃|时期|時期)';
/** In quotation marks or with its kind behind it: 落实市十五届人大 is of another count. */
const running = new RegExp(
  `${verb}[好了]?(?:国家|國家|省|市|县|縣)?(?:[“"「『]${number}[”"」』]${kind}?|${number}${kind})`,
  'g',
);
const summingUp = /圆满|圓滿|收官|验收|驗收|总结|總結|评估|評估|终期|終期|完成了|以来|以來/;

/** 2026年是“十四五”开局之年: the year and the plan stand side by side. */
const edge = new RegExp(
  `(20[0-9]{2})年(?:是|作为|作為|为|為|系|係|[（(，,])?(?:我[国國省市县縣]|全[国國省市县縣])?(?:实施|實施)?[“"「『]?${number}[”"」』]?(?:规划|規劃|计划|計劃|时期|時期)?的?(?:(开局|開局|起步|第一|首)|(收官|最后一|最後一|末))(?:之)?年`,
  'g',
);

/** Years of the campaigns for legal education, the first of which began in 1986. */
function legalEducation(number: number): Period {
  const from = 1986 + 5 * (number - 1);
  return { from, to: from + 4, span: true };
}

function fiveYearPlan(number: number): Period {
  const from = planStart(number);
  return { from, to: from + 4, span: true };
}

/** The programme's years, and its number among those of its kind. */
function programme(name: string, what: string | undefined): Period | undefined {
  if (what !== undefined && /^(?:普法|法)/.test(what)) {
    const number = smallNumber(name.slice(0, -1));
    return number === undefined ? undefined : legalEducation(number);
  }
  const number = planNumber(name);
  // “三五” and the like are names of something else; the sixth began in 1981.
  return number === undefined || number < 6 ? undefined : fiveYearPlan(number);
}

const namesProgramme = anyOf('五');

const rule: LineRule = {
  name: 'programme-outside-plan',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['prose', 'heading', 'measure'],
  waitsFor: namesProgramme,
  title: { zh: '五年规划或普法的届次不符', en: 'A programme of other years' },
  description: {
    zh: '文中正在谋划、实施、推进的五年规划或普法规划，按年份推算早已结束或远未开始，如2023年的报告“谋划‘十二五’”、2021年的计划“实施‘七五’普法”；或者开局、收官的年份不对，如“2026年是‘十四五’开局之年”。多半是沿用了旧稿。回顾和收官不算；谋划紧接着的下一个五年规划也不算。',
    en: 'A five-year plan, or a five-year campaign for legal education, is told as running or being drawn up, but by its years it is long over or far ahead; or its first or last year is told to be another. Mostly the sentence is left over from an older text. Looking back is left alone, and so is preparing the plan that comes next.',
  },
  examples: {
    wrong: [
      '报告：工作报告\n期间：2023年\n\n今年是⟦谋划“十二五”⟧的关键之年。',
      '计划：工作计划\n期间：2021年\n\n深入⟦实施“七五”普法⟧，扫黑除恶不松劲。',
      '⟦2026年是“十四五”开局之年⟧，⟦2026年是“十五五”收官之年⟧。',
    ],
    right: [
      '计划：工作计划\n期间：2021年\n\n深入实施“八五”普法，落实“十四五”规划，“十二五”以来变化很大。',
      '计划：工作计划\n期间：2025年\n\n编制“十五五”规划，“十四五”规划圆满收官。',
      '报告：工作报告\n期间：2020年\n\n实施“十三五”规划，谋划“十四五”。',
      '深入实施“七五”普法。',
      '2026年是“十五五”规划的开局之年，2025年是“十四五”收官之年，2020年是“十三五”最后一年。',
      '报告：工作报告\n期间：2017年\n\n认真落实市十五届人大的决议。',
    ],
  },
  check(line, model, report) {
    for (const found of occurrences(edge, line.text)) {
      const [whole, year, name, first, last] = found;
      const years = programme(name, undefined);
      const right = first === undefined ? years?.to : years?.from;
      const start = found.index;
      const end = start + whole.length;
      if (!years || right === Number(year) || inReference(line, start, end)) continue;
      report({
        line,
        start,
        end,
        message: {
          zh: `“${name}”是${periodText(years, 'zh')}，${first ?? last}之年是${right}年，不是${year}年。核对年份和届次。`,
          en: `“${name}” ran ${periodText(years, 'en')}: its ${first === undefined ? 'last' : 'first'} year was ${right}, not ${year}.`,
        },
      });
    }
    const { period: plan } = model.header;
    if (!plan) return;
    for (const found of occurrences(running, line.text)) {
      const [whole, quotedName, quotedKind, plainName, plainKind] = found;
      const name = quotedName ?? plainName;
      const start = found.index;
      const end = start + whole.length;
      const years = programme(name, quotedKind ?? plainKind);
      if (!years || inReference(line, start, end)) continue;
      // The one that comes next is being prepared in the last years of the one before.
      if (years.from <= plan.to + 2 && years.to >= plan.from) continue;
      if (summingUp.test(line.text.slice(end, end + 12))) continue;
      report({
        line,
        start,
        end,
        message: {
          zh: `“${name}”是${periodText(years, 'zh')}，本文的期间是${periodText(plan, 'zh')}，届次对不上。`,
          en: `“${name}” ran ${periodText(years, 'en')}, but the document is of ${periodText(plan, 'en')}.`,
        },
      });
    }
  },
};

export default rule;
