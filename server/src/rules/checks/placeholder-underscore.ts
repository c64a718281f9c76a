/** Blanks and masked words: ___镇, 200_年, 200*年, **工程. */
import { boldIn } from '../bold.ts';
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { inReference, isReadable, occurrences, readableKinds } from '../text.ts';

const digit = '[0-9０-９]';
const blanks = new RegExp(`[12１２]${digit}{1,2}[_＿*＊]{1,2}(?=年)|[_＿]{2,}|[*＊]{2,}`, 'g');
const worthALook = anyOf('_＿*＊');

const rule: LineRule = {
  name: 'placeholder-underscore',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: worthALook,
  title: { zh: '空白没有填', en: 'Blank not filled in' },
  description: {
    zh: '下划线和星号空着的地方还没有填，如“___镇”“200_年”“**工程”。从网页或旧稿复制来的文字，有时把敏感词也换成了星号或下划线，要照原意补回。正文里的“**”不表示加粗。',
    en: 'Underscores or asterisks hold a place that is not filled in, such as “___ Township” or “200_”. In text copied from web pages, whole words have sometimes been masked that way and must be put back. “**” does not make anything bold here.',
  },
  examples: {
    wrong: ['我代表⟦___⟧镇政府报告工作。', '⟦200_⟧年工作回顾', '⟦200*⟧年，全镇推进“⟦**⟧工程”。'],
    right: [
      '// ___ 待填',
      '表 指标\n| 指标 | 2020年 |\n| --- | --- |\n| 城镇化率（%） | 60.6* |\n注：带*的为2019年数据。',
      '***',
    ],
  },
  check(line, _model, report) {
    const { text } = line;
    if (!isReadable(line)) return;
    // A row of asterisks alone divides the page.
    if (/^\s*[*＊\s]+$/.test(text)) return;
    const bold = text.includes('**') ? boldIn(text) : [];
    for (const found of occurrences(blanks, text)) {
      const [blank] = found;
      const start = found.index;
      const end = start + blank.length;
      if (inReference(line, start, end)) continue;
      // `markdown-bold` tells of these.
      if (bold.some((span) => span.start <= start && end <= span.end)) continue;
      const isYear = /^[0-9０-９]/.test(blank);
      report({
        line,
        start,
        end,
        message: isYear
          ? {
              zh: `“${blank}年”的年份没有写全。写上四位年份。`,
              en: `The year “${blank}” is not filled in. Write all four digits.`,
            }
          : {
              zh: `“${blank}”处空着，没有填上内容。`,
              en: `“${blank}” is a blank that is not filled in yet.`,
            },
      });
    }
  },
};

export default rule;
