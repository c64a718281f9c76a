/** 占比121.54%: a part cannot be larger than its whole. */
import Fraction from 'fraction.js';
import { parseDecimal } from '../../model/numbers.ts';
import type { LineRule } from '../rule.ts';
import { hasPercent } from '../signals.ts';
import { highPercent, printedNumber, readableKinds, wording } from '../text.ts';

const hundred = new Fraction(100);
/** Up to the figure there are only the words for the whole. */
const share = new RegExp(
  `(?:[占佔]|比重|比例)([^，,。；;、：:0-9０-９%％]{0,24})(?<![0-9０-９.．])(${printedNumber})[%％]`,
  'g',
);
/** A part of a task may well be more than all of it; what follows these words is no share. */
const task =
  /任[务務]|计划|計劃|目[标標]|预算|預算|年[初度]|[时時]序|进度|進度|上年|去年|同期|提高|提升|增[长長加]|上升|下降|[降减減]|[高低]于|超|不足/;

const rule: LineRule = {
  name: 'share-over-hundred',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasPercent,
  title: { zh: '占比超过100%', en: 'Share over 100 per cent' },
  description: {
    zh: '部分占整体的比重不会超过100%，如“占比121.54%”。多半是把完成任务的比例写成了占比，或者数字写错。“占年度计划的108.6%”说的是完成率，不算。',
    en: 'A part cannot make up more than the whole, as in “a share of 121.54%”. Mostly the degree to which a task was completed is called a share, or a figure is wrong. A share of a task or a plan may be more than 100% and is left alone.',
  },
  examples: {
    wrong: [
      '全年财政收入486万元，⟦占比121.54%⟧，其中税收436万元，占比89.7%。',
      '服务业⟦占地区生产总值的108.6%⟧。',
    ],
    right: [
      '完成投资5亿元，占年度计划的108.6%。',
      '占比100%，比重提高120%。',
      '完成投资5亿元，占全年任务的比重为110%。',
    ],
  },
  check(line, _model, report) {
    if (!highPercent.test(line.text)) return;
    for (const found of wording(line, share)) {
      const [whole, words, figure] = found;
      if (task.test(words) || !parseDecimal(figure)?.value.gt(hundred)) continue;
      report({
        line,
        start: found.index,
        end: found.index + whole.length,
        message: {
          zh: `“${whole}”超过了100%，部分不会大于整体。要说的是不是完成率？不是就核对数字。`,
          en: `“${whole}” is more than 100%, but a part cannot be larger than the whole. Is it a degree of completion? If not, check the figure.`,
        },
      });
    }
  },
};

export default rule;
