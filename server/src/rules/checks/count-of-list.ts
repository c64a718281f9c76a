/** 教育、医疗、养老四大工程: the number does not go with the list before it. */
import { chineseNumber } from '../../model/numbering.ts';
import type { Line } from '../../syntax/tree.ts';
import { smallNumber } from '../../syntax/vocabulary/periods.ts';
import type { Fix, LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { changeTo, inQuotation, isReadable, occurrences } from '../text.ts';

/** Items in quotation marks, so that nobody can doubt where one ends. */
const quotedList =
  /(?:“[^“”，。；、]{1,16}”(?:[、和及与與]|以及)?){2,12}(等)?([二两兩三四五六七八九十]|1[0-2]|[2-9])(?:个|個|大|项|項|类|類|条|條)(?![分百千万])/g;
const item = /“[^“”]+”/g;

const countBehindList = anyPair('”等', '二两兩三四五六七八九十123456789');

/** The count that the list has, in digits or in words as it was; an item may be missing just as well. */
function rightCount(line: Line, found: RegExpExecArray, listed: number): Fix {
  const [whole, , number] = found;
  const start = found.index + whole.lastIndexOf(number);
  const right = /[0-9]/.test(number) ? String(listed) : listed === 2 ? '两' : chineseNumber(listed);
  return { ...changeTo({ line, start, end: start + number.length }, right), unsure: true };
}

const rule: LineRule = {
  name: 'count-of-list',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['prose', 'heading', 'measure', 'note'],
  waitsFor: countBehindList,
  title: { zh: '个数和列举的不符', en: 'A count that does not go with its list' },
  description: {
    zh: '列举了几项，后面的个数却是另一个，如“‘川菜名镇’‘工业强镇’三大定位”。只查带引号、数得清的列举；“等五个”列举得不全，不超过就行。',
    en: 'So many items are listed, and another number is said of them. Only lists in quotation marks are counted, where nobody can doubt how many there are; with “等”, and so on, the list may be shorter than the number.',
  },
  examples: {
    wrong: ['实施⟦“河长制”“林长制”三大⟧制度，⟦“甲”“乙”“丙”等两个⟧园区。'],
    right: ['实施“河长制”“林长制”两大制度，“甲”“乙”等五个园区，“甲”、“乙”和“丙”三项。'],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const found of occurrences(quotedList, line.text)) {
      const [whole, more, number] = found;
      const listed = occurrences(item, whole).length;
      const said = /[0-9]/.test(number) ? Number(number) : (smallNumber(number) ?? 2);
      // The list may have begun before the quotation marks: 智慧城市、“甲”“乙”三大工程.
      const before = line.text[found.index - 1] ?? '';
      if ('、和及与'.includes(before) && before !== '') continue;
      if (listed === said || (more !== undefined && listed < said)) continue;
      if (inQuotation(line.text, found.index)) continue;
      report({
        line,
        start: found.index,
        end: found.index + whole.length,
        message: {
          zh: `这里列了${listed}项，说的是${said}项，数一数。`,
          en: `The list has ${listed} items, but ${said} are said. Count again.`,
        },
        fixes: [rightCount(line, found, listed)],
      });
    }
  },
};

export default rule;
