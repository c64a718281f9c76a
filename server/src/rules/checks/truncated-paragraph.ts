/** A paragraph that stops in the middle of a sentence, and nothing goes on below. */
import { breaksIn, isBreak } from '../broken.ts';
import type { DocumentRule } from '../rule.ts';

const rule: DocumentRule = {
  name: 'truncated-paragraph',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'document',
  kinds: ['prose', 'measure', 'heading'],
  reads: isBreak,
  dependsOn: 'any',
  title: { zh: '段落没有写完', en: 'A paragraph that breaks off' },
  description: {
    zh: '一大段话末尾没有句号，后面也接不上，多半是复制时截断了，或者还没写完。对照原件补全。',
    en: 'A long paragraph ends without a full stop and nothing below continues it. Mostly it was cut off in copying or never finished. Complete it.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: [
      '推进文化建设。加强文化基础设施建设，建设文化活动中心、图书馆、博物馆等文化场所。⟦开⟧',
      '规范社会救助，完成镇民政办和五个村的规范化建设。今年以来的社会救助工作更加⟦及⟧\n\n# 下一步\n再接再厉。',
    ],
    right: [
      '推进文化建设。加强文化基础设施建设，建设文化活动中心、图书馆、博物馆等文化场所。',
      '各位代表',
      '青禾镇人民政府，二〇二五年一月十日印发，共印五十份，发各村各单位和有关人员',
    ],
  },
  check(lines, model, report) {
    for (const { line, start, end, next } of breaksIn(lines, model)) {
      if (next) continue;
      report({
        line,
        start,
        end,
        message: {
          zh: '这一段到这里断了，句子没有完。对照原件补全，或者加上句号。',
          en: 'The paragraph breaks off here in the middle of a sentence. Complete it, or end it.',
        },
      });
    }
  },
};

export default rule;
