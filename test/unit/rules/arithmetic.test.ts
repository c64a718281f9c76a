/** What the findings on figures say: whose figures they are, and what would be right. */
import { expect, test } from 'vitest';
import { checked } from './fixtures.ts';

function check(text: string, expected: readonly string[]): void {
  const findings = checked(text).checker.findings();
  const told = findings.filter(({ rule }) => rule.startsWith('arithmetic-'));
  expect(told.map(({ rule, tier, message }) => `${tier} ${rule}: ${message.zh}`)).toEqual(expected);
}

/** Numbers of things are not rounded: where only rounding would make them agree, a look is worth it. */
const whole = '个数不会有四舍五入的出入。';

test('figures and their total', () =>
  check('培育合作社12家、家庭农场8家，合计21家。', [
    `hint arithmetic-sentence: “合计”21家与“培育合作社”12家、“家庭农场”8家不符：应为20家。${whole}`,
  ]));

test('from so many to so many', () =>
  check('合作社由12家增加到21家，增加8家。', [
    `hint arithmetic-sentence: 增8家与21家、12家不符：应增9家。${whole}`,
  ]));

test('a declared whole and its parts', () =>
  check(
    '指标 学校（所）\n构成：小学 + 中学\n\n实绩 学校：2024年12所\n实绩 小学：2024年8所\n实绩 中学：2024年5所',
    [`hint arithmetic-sum: 2024年12所与“小学”8所、“中学”5所不符：应为13所。${whole}`],
  ));

test('an increment and its growth', () =>
  check('目标 项目：21个，比上年增加8个，增长60%', [
    `hint arithmetic-change: 增长60%与21个、增8个不符：应增长61.5%。${whole}`,
  ]));

test('what is measured may be rounded, and so may large and hedged numbers', () => {
  check('新建道路10公里、改建道路12公里，合计23公里。', []);
  check('城镇人口1万人、农村人口2万人，合计4万人。', []);
  check('培育合作社约12家、家庭农场8家，合计21家。', []);
  check('培育合作社12家、家庭农场8家，合计20家。', []);
});

test('what would be right is what a calculator makes of the printed figures', () => {
  // 0.5 ÷ (3.2 − 0.5); between all that the three may be rounded from, the middle would be 18.8%.
  check('目标 税收：3.2亿元，比上年增0.5亿元，增长25%', [
    'error arithmetic-change: 增长25%与3.2亿元、增0.5亿元不符：应增长18.5%。',
  ]);
  check('收入完成3.2亿元，比上年增加0.5亿元，增长25%。', [
    'error arithmetic-sentence: 增长25%与3.2亿元、增0.5亿元不符：应增长18.5%。',
  ]);
});
