/** 规划：… in the middle of a document is a sentence, not a header. */
import type { LineRule } from '../rule.ts';
import { isHeader } from '../signals.ts';

const rule: LineRule = {
  name: 'header-second',
  tier: 'hint',
  scope: 'line',
  kinds: ['prose'],
  waitsFor: isHeader,
  title: { zh: '标题行不在开头', en: 'Header not at the beginning' },
  description: {
    zh: '“规划：”“计划：”“总结：”“报告：”只在全文第一行才是标题行，写在后面当作一句话。要写标题行，移到最前面；本来就是一句话的，在行首加“\\”。一个文件只写一份文稿。',
    en: '“plan:”, “annual plan:”, “summary:” and “report:” make a header only on the first line; further down they are a sentence. Move the line to the top; or put “\\” in front of it if it was meant as a sentence. One file holds one document.',
  },
  examples: {
    wrong: ['一、回顾\n⟦规划⟧：青禾镇发展规划', '规划：青禾镇发展规划\n\n⟦总结⟧：上年工作总结'],
    right: ['// 初稿\n\n规划：青禾镇发展规划', '一、回顾\n\\总结：这一年来之不易。'],
  },
  check(line, _model, report) {
    const { statement } = line;
    if (statement.kind !== 'header' || !statement.title) return;
    const { keyword } = statement;
    report({
      line,
      start: keyword.start,
      end: keyword.end,
      message: {
        zh: `“${keyword.text}：”写在开头才是标题行，这里当作一句话。`,
        en: `“${keyword.text}:” is a header only at the very beginning; here it is read as a sentence.`,
      },
      fixes: [
        {
          title: { zh: '注明这是一句话（行首加“\\”）', en: 'Mark it as a sentence with “\\”' },
          edits: [{ line, start: keyword.start, end: keyword.start, newText: '\\' }],
        },
      ],
    });
  },
};

export default rule;
