/** 救济资金4.5万元，低保资金9610元: two magnitudes side by side. */
import { formatDecimal, parseDecimal } from '../../model/numbers.ts';
import type { Place } from '../../model/types.ts';
import type { Fix, LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

/** Two amounts of money of one kind: 资金 before each, the second in plain yuan. */
const mixed = new RegExp(
  `(资金|資金|[补補]助金?|救[济濟]金|[经經][费費]|[奖獎]金|[补補][贴貼])(?:[达達]|共|[为為])?${printedNumber}[万萬]元[，,、；;][^，,。；;、0-9]{0,10}\\1(?:[达達]|共|[为為])?(${printedNumber})元`,
  'g',
);

/** The second amount in 万元, as exact as it was. */
function inTenThousands({ line, end }: Place, number: string): Fix[] {
  const printed = parseDecimal(number);
  if (!printed) return [];
  const text = formatDecimal(printed.value.div(10_000), printed.decimals + 4).replace(
    /0{1,2}$/,
    '',
  );
  const unit = line.text.includes('萬') ? '萬元' : '万元';
  return [changeTo({ line, start: end - number.length - '元'.length, end }, text + unit)];
}

const hasTenThousands = anyWord(['万元', '萬元']);

const rule: LineRule = {
  name: 'mixed-magnitude',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: hasTenThousands,
  title: { zh: '“万元”和“元”混用', en: 'Two magnitudes side by side' },
  description: {
    zh: '并列的两笔同类资金，一笔写“万元”，一笔写“元”，读的人容易差出一万倍。统一成一种。',
    en: 'Of two amounts of one kind, side by side, one is in ten thousands of yuan and one in yuan. A reader may take one for the other: print both alike.',
  },
  examples: {
    wrong: ['发放救济⟦资金4.5万元，增发低保资金9610元⟧。'],
    right: ['发放救济资金4.5万元，增发低保资金0.96万元，户均补助700元。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, mixed)) {
      const { 0: whole, 2: number, index: start } = found;
      report({
        line,
        start,
        end: start + whole.length,
        message: {
          zh: '两笔同类资金，一笔以万元计，一笔以元计。统一成一种，免得看错。',
          en: 'One of these two amounts is in ten thousands of yuan, the other in yuan. Print both alike.',
        },
        fixes: inTenThousands({ line, start, end: start + whole.length }, number),
      });
    }
  },
};

export default rule;
