/** **…** pasted from Markdown, which would be printed as it stands. */
import { boldIn } from '../bold.ts';
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { isReadable, readableKinds } from '../text.ts';

const twoStars = anyPair('*', '*');

const rule: LineRule = {
  name: 'markdown-bold',
  tier: 'hint',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: twoStars,
  title: { zh: '带进了加粗记号', en: 'Marks of bold type left in' },
  description: {
    zh: '从别处粘贴的文字带着“**”，像是加粗的记号。正文里的“**”照原样印出来，表示隐去的名称；加粗的标题请用“#”或“一、”写成标题。',
    en: 'Text pasted from elsewhere has “**” around words, which looks like bold type. Here “**” is printed as it stands and means a masked name. Write headings with “#” or their official number.',
  },
  examples: {
    wrong: [
      '⟦**一、2023年工作回顾**⟧',
      '⟦**（一）狠抓结构调整。**⟧工业增长8%，⟦**质量优先**⟧，效益提升。',
    ],
    right: ['推进“**”工程，**镇和**村先行。', '***'],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const { start, end } of boldIn(line.text)) {
      report({
        line,
        start,
        end,
        message: {
          zh: '“**”不表示加粗，会照原样印出来。是加粗就删去记号，是隐去的名称就填上。',
          en: '“**” does not make anything bold and would be printed as it stands. Remove the marks, or fill in what they mask.',
        },
        fixes: [
          {
            title: { zh: '删去“**”', en: 'Remove the marks' },
            edits: [
              { line, start, end: start + 2, newText: '' },
              { line, start: end - 2, end, newText: '' },
            ],
          },
        ],
      });
    }
  },
};

export default rule;
