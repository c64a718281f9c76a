/** A silencing comment above a line that needs none. */
import type { SilenceRule } from '../rule.ts';
import { removeLine } from '../text.ts';

const rule: SilenceRule = {
  name: 'silence-unused',
  tier: 'warning',
  scope: 'silence',
  title: { zh: '忽略没有用上', en: 'Nothing to ignore' },
  description: {
    zh: '“// 忽略”要忽略的检查在下一行没有发现问题：问题已经改好，或者中间隔了别的行。留着它，以后真有问题也会被放过。',
    en: 'The check that “// ignore” names finds nothing on the next line: the matter is settled, or another line stands between. If the comment stays, a real finding will be passed over later.',
  },
  examples: {
    wrong: ['// 忽略 ⟦missing-number⟧：表里另有\n完成投资3亿元。'],
    right: ['// 忽略 missing-number：表里另有\n完成投资达亿元，列表另报。'],
  },
  check({ line, rule: silenced, word, used }, report) {
    if (!silenced || used) return;
    const { start, end } = word;
    report({
      line,
      start,
      end,
      message: {
        zh: `下一行没有“${silenced.title.zh}”的问题，不需要忽略，可以删去这一行。`,
        en: `The next line has no finding of “${silenced.name}” to ignore. This comment can go.`,
      },
      fixes: [removeLine(line, { zh: '删去这条忽略', en: 'Remove this comment' })],
    });
  },
};

export default rule;
