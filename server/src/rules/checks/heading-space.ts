/** 六、推进 改革创新: a blank inside a Chinese heading. */
import type { LineRule } from '../rule.ts';
import { occurrences, replace } from '../text.ts';

const blank = /(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu;

const chapter =
  /^第[一二三四五六七八九十百0-9]+[编編篇章节節]$|^(?:专栏|專欄|附件|附表|附录|附錄)[一二三四五六七八九十0-9]*$/;

const rule: LineRule = {
  name: 'heading-space',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: ['heading'],
  title: { zh: '标题中间有空格', en: 'A blank inside a heading' },
  description: {
    zh: '标题的两个字之间有空格，多半是粘贴或换行留下的。各分句之间要分开的，用逗号。',
    en: 'Two characters of a heading have a blank between them, which pasting or a broken line left there. Where two clauses are to be kept apart, use a comma.',
  },
  examples: {
    wrong: ['六、推进⟦ ⟧改革创新'],
    right: [
      '六、推进改革创新',
      '六、 推进改革创新',
      '# 推进 5G 建设',
      '## 第一章 发展环境',
      '推进 改革创新',
    ],
  },
  check(line, _model, report) {
    const { statement, text } = line;
    if (statement.kind !== 'heading' || !statement.title) return;
    const { start: from, end: to } = statement.title;
    for (const { 0: whole, index: start } of occurrences(blank, text)) {
      const end = start + whole.length;
      if (start < from || end > to) continue;
      // 第一章 总则: the number of a chapter is set apart.
      if (chapter.test(text.slice(from, start))) continue;
      report({
        line,
        start,
        end,
        message: {
          zh: '标题的两个字之间多了空格。',
          en: 'There is a blank between two characters of this heading.',
        },
        fixes: [replace({ line, start, end }, '', { zh: '删去空格', en: 'Remove the blank' })],
      });
    }
  },
};

export default rule;
