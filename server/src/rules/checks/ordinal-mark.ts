/** 1、 and （一）、: the mark behind an official number. */
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule, Edit } from '../rule.ts';
import { anyPair, headOrBlank } from '../signals.ts';

const doubled = /^\s*([（(][一二三四五六七八九十0-9０-９]+[）)])[、.．，,]/;
const arabicComma = /^\s*([0-9０-９]{1,2})、/;
const halfParenthesis = /^\s*([0-9０-９]{1,2})[）)](?=\p{Script=Han})/u;
const chinesePoint = /^\s*([一二三四五六七八九十]{1,3})[.．](?=\p{Script=Han})/u;

const officialMarks = [
  [doubled, (number: string) => number],
  [arabicComma, (number: string) => `${number}.`],
  [halfParenthesis, (number: string) => `（${number}）`],
  [chinesePoint, (number: string) => `${number}、`],
] as const;

/** The typed mark and the official one. */
function markIn(text: string): readonly [wrong: string, right: string] | undefined {
  for (const [pattern, right] of officialMarks) {
    const found = pattern.exec(text);
    if (found) return [found[0].trimStart(), right(found[1])];
  }
  return undefined;
}

/** A number, or the opening mark of one, within the indentation that a heading may have. */
const begins = /^\s{0,8}[（(0-9０-９一二三四五六七八九十]/;
const mayBegin = anyPair(headOrBlank, '（(0123456789０１２３４５６７８９一二三四五六七八九十');

function markOf(line: Line): Edit | undefined {
  const { text, kind } = line;
  if ((kind !== 'heading' && kind !== 'prose') || !begins.test(text)) return undefined;
  const mark = markIn(text);
  if (!mark) return undefined;
  const [wrong, newText] = mark;
  const start = text.indexOf(wrong);
  const end = start + wrong.length;
  // 1、2号楼: a list of numbers.
  return /^[0-9０-９]/.test(text.slice(end)) ? undefined : { line, start, end, newText };
}

const rule: DocumentRule = {
  name: 'ordinal-mark',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'document',
  kinds: ['heading', 'prose'],
  waitsFor: mayBegin,
  reads: (line) => markOf(line) !== undefined,
  title: { zh: '序号后的标点不合规定', en: 'Mark behind a heading’s number' },
  description: {
    zh: '公文标题的序号依次是“一、”“（一）”“1.”“（1）”：汉字后用顿号，阿拉伯数字后用下脚点，带括号的后面不再加标点。“1、”“（一）、”“1）”都不合规定。全文只提示一次，一次改全。',
    en: 'The numbers of official headings are “一、”, “（一）”, “1.” and “（1）”: nothing stands behind a closing parenthesis, and a point, not a comma, behind an Arabic number. It is told once for the whole file, with one repair for all.',
  },
  basis: 'GB/T 9704-2012, 7.3.3',
  examples: {
    wrong: [
      '⟦1、⟧做大观光农业\n正文一。\n2、做强工业',
      '⟦（一）、⟧农业',
      '⟦2）⟧工业',
      '⟦三.⟧保障措施',
    ],
    right: [
      '1.做大观光农业',
      '（一）农业\n一、工业\n（1）商贸',
      '1、2号楼改造。',
      '3、5月份各开一次会。',
    ],
  },
  check(lines, _model, report) {
    const edits: Edit[] = [];
    for (const line of lines) {
      const edit = markOf(line);
      if (edit) edits.push(edit);
    }
    const [first] = edits;
    if (!first) return;
    const { line, start, end, newText } = first;
    const wrong = line.text.slice(start, end);
    report({
      line,
      start,
      end,
      message:
        edits.length === 1
          ? {
              zh: `序号“${wrong}”应写“${newText}”。`,
              en: `Write the number “${wrong}” as “${newText}”.`,
            }
          : {
              zh: `序号“${wrong}”应写“${newText}”。全文有${edits.length}处，可以一次改全。`,
              en: `Write the number “${wrong}” as “${newText}”. There are ${edits.length} of them, which can be changed all at once.`,
            },
      fixes: [
        {
          title: {
            zh: edits.length === 1 ? `改为“${newText}”` : `改正全部${edits.length}处序号`,
            en:
              edits.length === 1 ? `Change to “${newText}”` : `Correct all ${edits.length} numbers`,
          },
          edits,
        },
      ],
    });
  },
};

export default rule;
