/** /p>, 浏览次数, 不代表本站观点: what a web page left behind. */

import type { Line } from '../../syntax/tree.ts';
import { residueAnywhere, residueLines, residueSentences } from '../data/page-residue.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyOf, anyPair, anyWord, either } from '../signals.ts';
import { occurrences, removeLine, replace } from '../text.ts';

const wholeLines = new RegExp(`^\\s*(?:${residueLines.join('|')})`);
const sentences = new RegExp(residueSentences.join('|'));
/** VIP may stand behind a number of them. */
const mayBegin = anyWord([...residueLines.filter((words) => !words.startsWith('[')), 'VIP']);
/** 本站, 网友, 客服 and 文章来源. */
const mayBeNotice = anyPair('本网客章', '站友服来');
const mayHoldPieces = anyOf('>&');
const pieces = new RegExp(residueAnywhere.join('|'), 'gi');
/** Longer lines are paragraphs of the text itself. */
const longestLine = 120;

function isOfThePage(line: Line): boolean {
  return (
    (mayBegin(line) && wholeLines.test(line.text)) ||
    (mayBeNotice(line) && sentences.test(line.text))
  );
}

function tellLine(line: Line, report: Report): void {
  const start = line.text.length - line.text.trimStart().length;
  report({
    line,
    start,
    end: line.text.trimEnd().length,
    message: {
      zh: '这一行像是网页上带来的，不是正文。',
      en: 'This line seems to come from the web page around the text.',
    },
    fixes: [removeLine(line, { zh: '删去这一行', en: 'Remove this line' })],
  });
}

const rule: LineRule = {
  name: 'page-residue',
  tier: 'warning',
  scope: 'line',
  kinds: ['prose', 'heading', 'measure', 'note'],
  waitsFor: either(mayBegin, mayBeNotice, mayHoldPieces),
  title: { zh: '网页上带来的内容', en: 'Left over from a web page' },
  description: {
    zh: '从网页复制时带来的东西：标签、“浏览次数”“文档评论”“不代表本站观点”等。会原样印进文件，删去。',
    en: 'Tags, counters and notices that came along when the text was copied from a web page. They would be printed as they stand: remove them.',
  },
  examples: {
    wrong: [
      '全镇经济平稳。⟦</p>⟧\n⟦浏览次数：65⟧',
      '⟦导语：本文来源于网友上传，不代表本站观点。⟧',
      '⟦&nbsp;⟧一年来，成效明显。',
    ],
    right: ['景区浏览次数达5万次。', '投入A<B的项目。', '畅通信息发布渠道。'],
  },
  check(line, _model, report) {
    const { text } = line;
    if (text.length <= longestLine && isOfThePage(line)) {
      tellLine(line, report);
      return;
    }
    if (!mayHoldPieces(line)) return;
    for (const { 0: whole, index: start } of occurrences(pieces, text)) {
      const place = { line, start, end: start + whole.length };
      report({
        ...place,
        message: {
          zh: `“${whole}”是网页的记号，会原样印出来。`,
          en: `“${whole}” is a mark of a web page and would be printed as it stands.`,
        },
        fixes: [{ ...replace(place, '', { zh: '删去', en: 'Remove it' }), safe: true }],
      });
    }
  },
};

export default rule;
