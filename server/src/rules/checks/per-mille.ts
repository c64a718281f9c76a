/** 人口自然增长率控制在8%以内, 6％。以内, 8%o: a per mille sign that broke. */
import Fraction from 'fraction.js';
import { parseDecimal } from '../../model/numbers.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyPair, anyWord, either } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

/** A full stop or a letter that stands where the second circle of ‰ was. */
const broken =
  /(?<=[0-9０-９])[%％](?:。(?=[，,；;、]|(?:以[内內下上]|左右)(?:[，,；;、。）)]|$))|[oO0０](?![a-zA-Z0-9０-９.．%％]))/g;
const population = new RegExp(
  `(?:自然增[长長]率|人口出生率|人口死亡率)[^，,。；;0-9０-９%％]{0,10}(?<![0-9０-９.．])(${printedNumber})([%％])`,
  'g',
);
const mayBeBroken = anyPair('%％', '。oO0０');
const ofPopulation = anyWord(['长率', '長率', '生率', '亡率']);
/** No population grows by so many per cent of its own. */
const impossible = new Fraction(2);
const change = /提高|下降|降低|上升|增加|[减減]少/;

const rule: LineRule = {
  name: 'per-mille',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(mayBeBroken, ofPopulation),
  title: { zh: '千分号写成了百分号', en: 'Per cent in place of per mille' },
  description: {
    zh: '人口自然增长率、出生率、死亡率以千分之几计，写成“8%”就大了十倍。“6％。以内”“8%o”是千分号“‰”在转换时断开了。',
    en: 'Natural growth, births and deaths of a population are counted per mille; with a per cent sign the figure is ten times too large. A per cent sign with a stray stop or “o” behind it is a per mille sign that broke.',
  },
  examples: {
    wrong: ['人口自然增长率控制在⟦8%⟧以内。', '人口自然增长率控制在6⟦％。⟧以内，死亡率7⟦%o⟧。'],
    right: [
      '人口自然增长率控制在8‰以内，人口自然增长率0.5%，计划生育率90%。',
      '合格率达到98%。以后每年提高1%。以上五项合计35亿元，增长8%。。',
    ],
  },
  check(line, _model, report) {
    const told = new Set<number>();
    if (mayBeBroken(line)) {
      for (const { 0: sign, index: start } of wording(line, broken)) {
        told.add(start);
        tell(line, start, start + sign.length, '‰', report);
      }
    }
    if (!ofPopulation(line)) return;
    for (const found of wording(line, population)) {
      const [whole, number] = found;
      if (change.test(whole) || !parseDecimal(number)?.value.gte(impossible)) continue;
      const end = found.index + whole.length;
      if (told.has(end - 1)) continue;
      tell(line, end - 1 - number.length, end, `${number}‰`, report);
    }
  },
};

function tell(
  line: Parameters<LineRule['check']>[0],
  start: number,
  end: number,
  right: string,
  report: Report,
): void {
  const wrong = line.text.slice(start, end);
  report({
    line,
    start,
    end,
    message: {
      zh: `“${wrong}”应为“${right}”：这里用的是千分号。`,
      en: `“${wrong}” should be “${right}”: a per mille sign is meant.`,
    },
    fixes: [changeTo({ line, start, end }, right)],
  });
}

export default rule;
