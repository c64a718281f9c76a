/** 目标 国民生产总值达3亿元: understood, but the colon makes sure where the name ends. */
import type { LineRule } from '../rule.ts';
import { hasProblems } from '../signals.ts';
import { replace } from '../text.ts';

const rule: LineRule = {
  name: 'target-colon-missing',
  tier: 'hint',
  scope: 'line',
  kinds: ['target', 'result'],
  waitsFor: hasProblems,
  title: { zh: '名称后面缺少冒号', en: 'No colon behind the name' },
  description: {
    zh: '目标和实绩的名称后面要有冒号。没有冒号时，第一个数值前面的字都算名称；补上冒号，名称到哪里为止就不用猜了。',
    en: 'A colon stands behind the name of a target or a result. Without one, all words before the first figure are taken for the name; with one, nobody has to guess where it ends.',
  },
  examples: {
    wrong: ['目标 国民生产总值⟦⟧达3亿元', 'target Visitors⟦⟧ at least 24,000 person-times'],
    right: ['目标 国民生产总值：达3亿元', '目标 国民生产总值'],
  },
  check(line, _model, report) {
    for (const { id, start, end, words } of line.problems) {
      if (id !== 'colon-missing') continue;
      const name = words?.[0] ?? '';
      const colon = /\p{Script=Han}/u.test(name) ? '：' : ':';
      const place = { line, start, end };
      report({
        ...place,
        message: {
          zh: `“${name}”后面少了冒号，这里当作有冒号来读。`,
          en: `The colon behind “${name}” is missing. The line is read as if it stood there.`,
        },
        fixes: [
          {
            ...replace(place, colon, { zh: '补上冒号', en: 'Add the colon' }),
            safe: true,
          },
        ],
      });
    }
  },
};

export default rule;
