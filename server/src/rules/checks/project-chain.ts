/** 签约60个、开工80个: more projects at a later stage than at an earlier one. */
import Fraction from 'fraction.js';
import { parseDecimal } from '../../model/numbers.ts';
import { simplifiedText } from '../dated.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { inQuotation, isReadable, occurrences, printedNumber } from '../text.ts';

const stage = (word: string) =>
  `(?:${word})[^，,。；;、0-9０-９]{0,8}?(${printedNumber})[个项家](?![百千万])`;
/** Stages of the same projects, one behind the other in one sentence; 新开工 and 竣工 count other projects as well. */
const chain = new RegExp(
  `${stage('签约')}[，,、](?:其中)?(?:已)?${stage('(?<!新)开工')}(?:[，,、](?:其中)?(?:已)?${stage('投产|建成')})?`,
  'g',
);

const signs = anyWord(['签约', '簽約']);

const rule: LineRule = {
  name: 'project-chain',
  tier: 'warning',
  scope: 'line',
  kinds: ['prose', 'heading', 'measure'],
  waitsFor: signs,
  title: { zh: '后一步的项目比前一步的还多', en: 'More projects at a later stage' },
  description: {
    zh: '“签约60个、开工80个”：同一批项目，签约的不会少于开工的，开工的不会少于投产的。不是数字写错，就是后一步包含了以前年度的项目，要写明。',
    en: 'Of the same projects no more can be under way than have been signed, and no more be in production than are under way. Either a figure is wrong, or projects of earlier years are counted, which should be said.',
  },
  examples: {
    wrong: ['全年⟦签约项目60个、开工80个⟧、投产35个。', '⟦簽約項目110個，開工60個，投產65個⟧。'],
    right: ['全年签约项目110个、开工60个、投产35个。', '签约项目60个，新开工项目80个，竣工70个。'],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const found of occurrences(chain, simplifiedText(line))) {
      const { 0: whole, index: start } = found;
      if (inQuotation(line.text, start)) continue;
      const counts = found.slice(1).filter((count) => count !== undefined);
      const rises = counts.findIndex((count, at) => {
        const [now, before] = [numberOf(count), at > 0 ? numberOf(counts[at - 1]) : undefined];
        return before !== undefined && now.gt(before);
      });
      if (rises < 0) continue;
      const [earlier, later] = [counts[rises - 1], counts[rises]];
      // The third figure does not belong to what is wrong between the first two.
      const end = start + whole.indexOf(later, whole.indexOf(earlier)) + later.length + 1;
      report({
        line,
        start,
        end,
        message: {
          zh: `前一步${earlier}个，后一步${later}个，越到后面反而越多。核对两个数；包含往年项目的，请写明。`,
          en: `${earlier} at one stage and ${later} at the next cannot be the same projects. Check both; if earlier years are included, say so.`,
        },
      });
    }
  },
};

function numberOf(printed: string): Fraction {
  return parseDecimal(printed)?.value ?? new Fraction(0);
}

export default rule;
