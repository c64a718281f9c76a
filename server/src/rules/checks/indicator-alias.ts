/** 国内生产总值 in one place and 镇域生产总值 in another. */
import type { PlanModel } from '../../model/model.ts';
import type { Place } from '../../model/types.ts';
import type { Line } from '../../syntax/tree.ts';
import { indicatorAliases } from '../data/indicator-aliases.ts';
import { simplifiedText } from '../dated.ts';
import type { DocumentRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { changeTo, occurrences, quoted } from '../text.ts';

const names = indicatorAliases.flat();
const anyName = new RegExp(names.join('|'));
/** Only the document's own figures count, not the country's; and 占…的比重 speaks of something else. */
const named = new RegExp(
  `(?<!全国|我国|国家|全球|世界|人均|占|单位|万元|亿元)(${names.join('|')})(?:（GDP）|\\(GDP\\))?(?:预计|力争|突破|[达完]到?成?|为|实现|增长|：|:)*(?=[0-9０-９xX])`,
  'g',
);
/** Pieces of the names in both scripts, the rarest of each. */
const mayName = anyWord(['产总', '產總', '配收', '零售', '算收']);
const kinds: ReadonlySet<Line['kind']> = new Set([
  'prose',
  'heading',
  'measure',
  'target',
  'result',
  'note',
]);

const mayHold = (line: Line): boolean =>
  kinds.has(line.kind) && mayName(line) && anyName.test(simplifiedText(line));

interface Named extends Place {
  readonly name: string;
}

function* namesIn(line: Line): Generator<Named> {
  for (const found of occurrences(named, simplifiedText(line))) {
    const { index: start } = found;
    yield { line, start, end: start + found[1].length, name: found[1] };
  }
}

/** What the writer declared as two indicators, or as two names of one, is settled. */
function isDeclared(name: string, model: PlanModel): boolean {
  return (model.indicator(name)?.declarations.length ?? 0) > 0;
}

const rule: DocumentRule = {
  name: 'indicator-alias',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'document',
  waitsFor: mayName,
  reads: mayHold,
  dependsOn: ['indicator', 'field'],
  title: { zh: '同一指标两种叫法', en: 'Two names for one indicator' },
  description: {
    zh: '同一篇里，一处叫“国内生产总值”，一处叫“镇域生产总值”，读的人会当成两个指标，前后的数也对不上。统一叫法，或者用“指标”行和“别名”写明是一个。',
    en: 'One indicator has two names in one text. A reader takes them for two, and their figures are not compared. Use one name, or declare the indicator with its aliases.',
  },
  examples: {
    wrong: ['2020年实现国内生产总值47亿元。\n2021年⟦镇域生产总值⟧达到52亿元。'],
    right: [
      '2020年实现地区生产总值47亿元。\n2021年地区生产总值达到52亿元。',
      '指标 地区生产总值（亿元）\n别名：镇域生产总值\n\n地区生产总值达47亿元。镇域生产总值增长8%。',
      '全国国内生产总值增长5%，地区生产总值增长8%。',
    ],
  },
  check(lines, model, report) {
    const firsts = new Map<readonly string[], Named>();
    const told = new Set<string>();
    for (const line of lines) {
      for (const place of namesIn(line)) {
        const group = indicatorAliases.find((aliases) => aliases.includes(place.name));
        if (!group || told.has(place.name) || isDeclared(place.name, model)) continue;
        const first = firsts.get(group);
        if (!first) firsts.set(group, place);
        if (!first || first.name === place.name) continue;
        told.add(place.name);
        const { start, end } = place;
        const both = quoted([first.name, place.name]);
        report({
          line,
          start,
          end,
          message: {
            zh: `${both.zh}是不是一个指标？统一叫法，或者写成别名。`,
            en: `Are ${both.en} one indicator? Use one name, or declare the other as an alias.`,
          },
          fixes: [{ ...changeTo(place, first.name), unsure: true }],
          related: [
            {
              line: first.line,
              start: first.start,
              end: first.end,
              message: { zh: `前面叫“${first.name}”`, en: `Here it is “${first.name}”` },
            },
          ],
        });
      }
    }
  },
};

export default rule;
