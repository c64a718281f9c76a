import { levelInterval, printLevel } from '../../model/figures.ts';
import { add, closedInterval, meets } from '../../model/interval.ts';
import type { Claim } from '../../model/types.ts';
import { comparable, parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { hasParts } from '../signals.ts';

/** 其中 more than the whole (N04). A bare 其中 names some parts, not all: it only bounds them. */
const rule: LineRule = {
  name: 'arithmetic-part',
  scope: 'line',
  kinds: ['target', 'result', 'value'],
  waitsFor: hasParts,
  tier: 'error',
  title: { zh: '“其中”比总数还大', en: 'A part is larger than its whole' },
  description: {
    zh: '“其中”后面是总数的一部分，不会比总数大。只比大小，不要求各部分加起来等于总数：列出的可能只是一部分。',
    en: 'What stands behind “of which” is a part of the figure before it and cannot be larger. Only sizes are compared: the parts that are listed need not be all.',
  },
  examples: {
    wrong: ['目标 财政收入：486.18万元，其中：税收收入⟦536.16万元⟧'],
    right: [
      '目标 财政收入：486.18万元，其中：税收收入436.16万元',
      '目标 签约项目：5个，其中：重大项目2个、一般项目3个',
      '目标 财政收入：约480万元，其中：税收收入490万元',
      '目标 外贸进出口：100万美元，其中：出口500万元',
    ],
  },
  check(line, model, report) {
    for (const part of model.claimsOf(line)) {
      const whole = part.partOf;
      if (!whole || part.origin === 'prose' || isPlainlySmaller(part, whole)) continue;
      const partUnit = parseUnit(part.unit);
      const wholeUnit = parseUnit(whole.unit);
      if (!partUnit || !wholeUnit || !comparable(partUnit, wholeUnit)) continue;
      const small = levelInterval(part, partUnit);
      const large = levelInterval(whole, wholeUnit);
      // At most the whole: whole − something that is not negative.
      if (!small || !large || meets(small, add(large, upToNothing))) continue;
      report({
        line,
        start: part.start,
        end: part.end,
        message: {
          zh: `“${part.indicator}”${printLevel(part)}是其中的一部分，却比总数${printLevel(whole)}还大：请核对这两个数。`,
          en: `“${part.indicator}” (${printLevel(part)}) is a part of ${printLevel(whole)} and cannot be larger: please check both figures.`,
        },
        related: [
          {
            line: whole.line,
            start: whole.start,
            end: whole.end,
            message: { zh: `总数是${printLevel(whole)}`, en: `The whole: ${printLevel(whole)}` },
          },
        ],
      });
    }
  },
};

/** Most parts are smaller as printed, in the unit of their whole: exact arithmetic could add nothing. */
function isPlainlySmaller(part: Claim, whole: Claim): boolean {
  return part.unit === whole.unit && Number(part.value) < Number(whole.value);
}

const upToNothing = closedInterval(undefined, closedZero());

function closedZero() {
  return parseUnit('')!.factor.mul(0);
}

export default rule;
