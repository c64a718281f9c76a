/** A sentence that goes on in the next paragraph: a page break was copied along. */
import { breaksIn, isBreak } from '../broken.ts';
import type { DocumentRule } from '../rule.ts';

const rule: DocumentRule = {
  name: 'broken-paragraph',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'document',
  kinds: ['prose', 'measure', 'heading'],
  reads: isBreak,
  dependsOn: 'any',
  title: { zh: '一句话断成两段', en: 'A sentence in two paragraphs' },
  description: {
    zh: '句子没有完就换了段，下一段接着说：多半是从分页处复制带来的。接起来。',
    en: 'A sentence is not at its end, but the paragraph is, and the next one goes on with it. Mostly a page break was copied along: join the two.',
  },
  examples: {
    wrong: [
      '完成了十二个村的道路硬化。今年以来全镇各村的农业产业结构调整步伐明显加快，积⟦极⟧\n\n调整种植结构，组织村干部外出考察，各村发展特色产业的热情高涨。',
    ],
    right: [
      '完成了十二个村的道路硬化。今年以来全镇各村的农业产业结构调整步伐明显加快。\n\n调整种植结构，组织村干部外出考察。',
    ],
  },
  check(lines, model, report) {
    for (const { line, end, start, next, between } of breaksIn(lines, model)) {
      if (!next) continue;
      const head = next.text.length - next.text.trimStart().length;
      report({
        line,
        start,
        end,
        message: {
          zh: '句子没有完，下一段接着说。两段本来是一段，接起来。',
          en: 'The sentence goes on in the next paragraph. Join the two.',
        },
        fixes: [
          {
            title: { zh: '同下一段接起来', en: 'Join with the next paragraph' },
            edits: [
              { line, start: end, end: line.text.length, newText: next.text.slice(head) },
              ...between.map((gone) => ({
                line: gone,
                start: 0,
                end: gone.text.length,
                newText: '',
                wholeLine: true,
              })),
              { line: next, start: 0, end: next.text.length, newText: '', wholeLine: true },
            ],
          },
        ],
      });
    }
  },
};

export default rule;
