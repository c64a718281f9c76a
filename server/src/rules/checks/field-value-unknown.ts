/** 属性：强制性: a field that knows a few words only, and this is none of them. */
import { choiceOf } from '../../syntax/vocabulary/keywords.ts';
import type { LineRule } from '../rule.ts';
import { quoted, replace } from '../text.ts';

const rule: LineRule = {
  name: 'field-value-unknown',
  tier: 'warning',
  scope: 'line',
  kinds: ['field'],
  title: { zh: '这一项没有这个取值', en: 'A value that the field does not know' },
  description: {
    zh: '“属性”“方向”“性质”“价格”只能从几个词里选，写了别的词就不起作用。',
    en: 'The fields binding, direction, nature and prices take one of a few words. Any other word has no effect.',
  },
  examples: {
    wrong: [
      '指标 粮食产量（吨）\n属性：⟦强制性⟧',
      'indicator Visitors (people)\ndirection: ⟦higher⟧',
    ],
    right: ['指标 粮食产量（吨）\n属性：约束性\n方向：升', '属性：强制性'],
  },
  check(line, _model, report) {
    const { statement } = line;
    if (statement.kind !== 'field' || !statement.value || !statement.row.choices) return;
    const { row, value, keyword } = statement;
    if (choiceOf(row, value.text) !== undefined) return;
    const language = /[a-z]/i.test(keyword.text)
      ? 'en'
      : row.hant.includes(keyword.text) && !row.hans.includes(keyword.text)
        ? 'hant'
        : 'hans';
    const choices = (row.choices ?? []).map((choice) => choice[language][0]);
    const names = quoted(choices);
    report({
      line,
      start: value.start,
      end: value.end,
      message: {
        zh: `“${keyword.text}”不能写“${value.text}”，可以写${names.zh}。`,
        en: `“${keyword.text}” cannot be “${value.text}”. It is one of ${names.en}.`,
      },
      fixes: choices.map((choice) =>
        replace({ line, start: value.start, end: value.end }, choice, {
          zh: `改为“${choice}”`,
          en: `Change to “${choice}”`,
        }),
      ),
    });
  },
};

export default rule;
