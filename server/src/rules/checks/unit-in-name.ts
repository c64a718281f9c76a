/** 指标 粮食总产量 吨: the unit became part of the name, since it does not stand in parentheses. */
import { parseUnit } from '../../model/units.ts';
import { magnitudeRows, traditionalPairs, unitRows } from '../../syntax/vocabulary/units.ts';
import type { LineRule } from '../rule.ts';
import { anyOf, anyPair, either } from '../signals.ts';
import { replace } from '../text.ts';

/** In English a name has blanks, and what is counted at its end; a unit behind a comma is none of it. */
const englishNameAndUnit = /^(.*[a-z])(, *)([a-z][a-z /-]{0,20})$/i;
const nameAndUnit = /^(.*\p{Script=Han}\S*)(\s+)([\p{Script=Han}%％‰/／]{1,8})$/u;

/** Any character that a unit or a magnitude may begin with, in either script. */
const unitStarts = [
  ...[...unitRows, ...magnitudeRows].flatMap(({ name, forms }) => [name, ...forms]),
  ...traditionalPairs,
].map((text) => text.slice(0, 1));
const unitBehindGap = anyPair(' \t\u3000', unitStarts);

const rule: LineRule = {
  name: 'unit-in-name',
  tier: 'warning',
  scope: 'line',
  kinds: ['indicator', 'target', 'result'],
  waitsFor: either(unitBehindGap, anyOf(',')),
  title: { zh: '单位没有放在括号里', en: 'A unit outside parentheses' },
  description: {
    zh: '“指标 粮食总产量 吨”没有括号，“吨”就成了名称的一部分：别处的“粮食总产量”成了另一个指标，两边的数不会互相核对。写成“指标 粮食总产量（吨）”。',
    en: 'In “指标 粮食总产量 吨” the unit 吨 stands outside parentheses and became part of the name, so that “粮食总产量” is another indicator and its figures are not compared with these. Write “指标 粮食总产量（吨）”.',
  },
  examples: {
    wrong: [
      '指标 ⟦粮食总产量 吨⟧\n2025年：5000吨',
      '目标 ⟦税收收入 万元⟧：380万元',
      'indicator ⟦Visitors, person-times⟧\n2025: 20000',
    ],
    right: [
      '指标 粮食总产量（吨）\n2025年：5000',
      '指标 森林 覆盖率（%）',
      'target Visitors in thousand people: at least 24 thousand people',
    ],
  },
  check(line, _model, report) {
    const { statement } = line;
    if (
      statement.kind !== 'indicator' &&
      statement.kind !== 'target' &&
      statement.kind !== 'result'
    )
      return;
    const { name } = statement;
    const found = name && (nameAndUnit.exec(name.text) ?? englishNameAndUnit.exec(name.text));
    if (!name || !found || !parseUnit(found[3])) return;
    const [, own, gap, unit] = found;
    const start = name.start + own.length;
    const inParentheses = /\p{Script=Han}/u.test(own) ? `（${unit}）` : ` (${unit})`;
    report({
      line,
      start: name.start,
      end: name.end,
      message: {
        zh: `“${unit}”像是单位，现在成了名称的一部分。写成“${own}${inParentheses}”。`,
        en: `“${unit}” looks like a unit, but is part of the name now. Write “${own}${inParentheses}”.`,
      },
      fixes: [
        replace({ line, start, end: start + gap.length + unit.length }, inParentheses, {
          zh: `写成“${own}${inParentheses}”`,
          en: `Write “${own}${inParentheses}”`,
        }),
      ],
    });
  },
};

export default rule;
