/** A silencing comment that names no check. */
import type { SilenceRule } from '../rule.ts';
import { quoted, replace } from '../text.ts';

const rule: SilenceRule = {
  name: 'silence-unknown',
  tier: 'warning',
  scope: 'silence',
  title: { zh: '没有这条检查', en: 'No such check' },
  description: {
    zh: '“// 忽略”后面写的不是检查的名称，所以什么也没有忽略。检查的名称写在每个提示的后面。',
    en: 'What stands behind “// ignore” is not the name of a check, so nothing is ignored. The name of a check is shown with each of its findings.',
  },
  examples: {
    wrong: ['// 忽略 ⟦missing-numbr⟧：表里另有\n完成投资3亿元。'],
    right: ['// 忽略 missing-number：表里另有\n完成投资达亿元，列表另报。', '// 忽略漏报的数'],
  },
  check({ line, rule: silenced, word, near }, report) {
    if (silenced) return;
    const names = quoted(near);
    report({
      line,
      start: word.start,
      end: word.end,
      message:
        near.length > 0
          ? {
              zh: `没有名为“${word.text}”的检查，是不是${names.zh}？`,
              en: `There is no check called “${word.text}”. Did you mean ${names.en}?`,
            }
          : {
              zh: `没有名为“${word.text}”的检查。照提示后面的名称写。`,
              en: `There is no check called “${word.text}”. Copy the name that is shown with the finding.`,
            },
      fixes: near.map((name) =>
        replace({ line, ...word }, name, { zh: `改为“${name}”`, en: `Change to “${name}”` }),
      ),
    });
  },
};

export default rule;
