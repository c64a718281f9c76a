/** 参保率达102%: a rate of coverage that cannot pass 100 per cent. */
import Fraction from 'fraction.js';
import { parseDecimal } from '../../model/numbers.ts';
import type { LineRule } from '../rule.ts';
import { hasPercent } from '../signals.ts';
import { highPercent, printedNumber, readableKinds, wording } from '../text.ts';

const hundred = new Fraction(100);
/** Rates of completion, of growth, of yield, and the gross rate of enrolment pass 100 and are not here. */
const names =
  '覆[盖蓋]|[参參]保|[参參]合|普及|合格|[达達]标|[达達]標|[绿綠]化|城[镇鎮]化|[优優]良|[满滿]意|就[业業]|失[业業]|[贫貧]困[发發]生|通[达達]|通[车車]|[办辦]结|[办辦]結|[处處]理|入[户戶]|自[给給]|[参參][与與]|及格|出勤|治愈|回收|改[厕廁]|硬化|[饮飲]水安全|[签簽][约約]服[务務]';
const rate = new RegExp(
  `(?:${names})[率度]([^，,。；;、：:0-9０-９%％]{0,6})(?<![0-9０-９.．])(${printedNumber})[%％]`,
  'g',
);
const change = /提高(?!到|至)|提升(?!到|至)|增[长長加]|上升|下降|[降减減]|[高低]于|超/;

const rule: LineRule = {
  name: 'rate-over-hundred',
  tier: 'warning',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasPercent,
  title: { zh: '覆盖类的率超过100%', en: 'Rate over 100 per cent' },
  description: {
    zh: '覆盖率、参保率、合格率这一类，最多是100%。超过的，多半是数字写错，或者把完成率写成了别的率。完成率、巩固率、毛入学率、产销率等本来可以超过100%，不查。',
    en: 'Rates of coverage, insurance, passing and the like reach 100% at most. If one is higher, mostly a figure is wrong. Rates that may pass 100%, such as completion or gross enrolment, are left alone.',
  },
  examples: {
    wrong: ['农村医保⟦参保率达到102.3%⟧，自来水⟦普及率110%⟧。', '村庄⟦绿化率达130%⟧。'],
    right: ['参保率达到100%，毛入学率102%，计划完成率120%，覆盖率提高120%。'],
  },
  check(line, _model, report) {
    if (!highPercent.test(line.text)) return;
    for (const found of wording(line, rate)) {
      const [whole, words, figure] = found;
      if (change.test(words) || !parseDecimal(figure)?.value.gt(hundred)) continue;
      report({
        line,
        start: found.index,
        end: found.index + whole.length,
        message: {
          zh: `“${whole}”超过了100%，这一类的率最多是100%。核对数字。`,
          en: `“${whole}” is more than 100%, which such a rate cannot be. Check the figure.`,
        },
      });
    }
  },
};

export default rule;
