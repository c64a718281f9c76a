/** A word behind a figure, or in the parentheses behind a name, that is no unit we know. */
import { parseUnit } from '../../model/units.ts';
import type { Line, Span, Word } from '../../syntax/tree.ts';
import { lacksUnit, quantitiesOf } from '../quantities.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyOf, either, lacksUnits } from '../signals.ts';

/** What may stand behind a bare figure without being its unit. */
const notUnits =
  /^(?:以|左右|上下|之|及|和|与|與|、|的|到|至|比|较|較|占|佔|同|其|并|並|且|为|為|年|月|日|[A-Za-z(（—–~～－-])/;
/** Notes in the parentheses of a name: 地区生产总值（现价）. */
const notes =
  /^(?:现价|現價|可比价|可比價|不变价|不變價|当年价|當年價|含|不含|全口径|全口徑|.*口径|.*口徑|期末|年末|常住|户籍|戶籍|镇域|鎮域)/;

function inName(line: Line, unit: Word | undefined, report: Report): void {
  if (!unit || parseUnit(unit.text) || notes.test(unit.text)) return;
  tell(line, unit, unit.text, report);
}

function behindFigures(line: Line, report: Report): void {
  for (const { quantity, items, index, offset } of quantitiesOf(line)) {
    const last = quantity.high ?? quantity.amount;
    const next = items[index + 1];
    if (!lacksUnit(last.unit) || quantity.ratio || last.more) continue;
    if (next?.kind !== 'text' || next.start !== last.end) continue;
    const word = /^[^\s，,。；;：:、（）()]{1,4}/.exec(next.text)?.[0];
    if (!word || notUnits.test(word)) continue;
    const start = last.numberEnd + offset;
    const end = next.start + offset + word.length;
    tell(line, { start, end }, line.text.slice(start, end), report);
  }
}

function tell(line: Line, { start, end }: Span, text: string, report: Report): void {
  report({
    line,
    start,
    end,
    message: {
      zh: `“${text}”不是认识的计量单位，这个数不能换算，也不能同别的单位核对。写法有误就改正；是专用的量词就照写。`,
      en: `“${text}” is not a unit that is known here, so the figure cannot be converted or checked against other units. Correct it if it is misspelt; leave it if it is a word of your own.`,
    },
  });
}

const hasParenthesis = anyOf('（(');

const rule: LineRule = {
  name: 'unit-unknown',
  tier: 'warning',
  scope: 'line',
  kinds: ['indicator', 'target', 'result', 'value', 'row'],
  waitsFor: either(lacksUnits, hasParenthesis),
  title: { zh: '不认识的单位', en: 'Unknown unit' },
  description: {
    zh: '数值后面、名称的括号里或表格里写的单位不在单位表中，多半是错字，如“万园”。不认识的单位不能换算，数值只能按原样比较。',
    en: 'The unit behind a figure or in the parentheses of a name is not in the table of units; mostly it is misspelt. Figures in unknown units are only compared as they stand.',
  },
  examples: {
    wrong: ['指标 税收收入（⟦万园⟧）', '目标 税收收入：达380⟦万园⟧', '目标 改造项目：3⟦筐⟧'],
    right: [
      '指标 税收收入（万元）',
      '指标 地区生产总值（现价）',
      '目标 亩均产值：0.6万元/亩',
      'target Trees planted: more than 300',
    ],
  },
  check(line, _model, report) {
    const { statement } = line;
    if (statement.kind === 'indicator') inName(line, statement.unit, report);
    if (statement.kind === 'target' || statement.kind === 'result')
      inName(line, statement.unit, report);
    behindFigures(line, report);
  },
};

export default rule;
