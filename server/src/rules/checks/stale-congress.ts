/** 学习贯彻党的十八大精神 in a plan for 2023. */
import type { Line } from '../../syntax/tree.ts';
import { partyCongresses } from '../data/party-congresses.ts';
import { documentYear, mayBeTitle, titleYear } from '../dated.ts';
import type { DocumentRule } from '../rule.ts';
import { anyWord, either } from '../signals.ts';
import { occurrences } from '../text.ts';

const carriedOut = new RegExp(
  `(?:[学學][习習]|[贯貫][彻徹]|落[实實]|宣[传傳])[^，,。；;]{0,8}?(?:党的|黨的)?(${partyCongresses.map(({ name }) => name).join('|')})(?:大|[届屆][一二三四五六七]中全[会會])精神`,
  'g',
);
/** A congress is followed by the next one five years later; the year after it is given. */
const lifetime = 6;

const namesSpirit = anyWord(['精神']);
const mayHold = (line: Line): boolean =>
  namesSpirit(line) && occurrences(carriedOut, line.text).length > 0;

const rule: DocumentRule = {
  name: 'stale-congress',
  tier: 'off',
  sparesAnnexes: true,
  scope: 'document',
  waitsFor: either(namesSpirit, mayBeTitle),
  reads: (line) => mayHold(line) || titleYear(line) !== undefined,
  title: { zh: '会议提法可能过时', en: 'Congress of an earlier term' },
  description: {
    zh: '文稿要贯彻的会议精神早于文稿的年份一届以上，多半沿用了旧稿。并提几次会议的写法也常见，所以默认不查。',
    en: 'The congress whose decisions are to be carried out is of an earlier term than the document. Several are often named side by side, so this check is off unless asked for.',
  },
  examples: {
    wrong: ['2023年工作计划\n\n深入⟦学习贯彻党的十七大精神⟧。'],
    right: ['2023年工作计划\n\n深入学习贯彻党的二十大精神。', '深入学习贯彻党的十七大精神。'],
  },
  check(lines, model, report) {
    const held = lines.filter(mayHold);
    if (held.length === 0) return;
    const year = documentYear(lines, model);
    if (year === undefined) return;
    for (const line of held) {
      for (const found of occurrences(carriedOut, line.text)) {
        const [whole, name] = found;
        const congress = partyCongresses.find((each) => each.name === name);
        if (!congress || year < congress.year + lifetime) continue;
        report({
          line,
          start: found.index,
          end: found.index + whole.length,
          message: {
            zh: `这次会议在${congress.year}年，本文是${year}年的，提法可能过时。`,
            en: `That congress was in ${congress.year}, but the document is of ${year}.`,
          },
        });
      }
    }
  },
};

export default rule;
