/** What targets and results say, in the words of somebody who has just begun to write them. */
import { expect, test } from 'vitest';
import { periodCode } from '../../../server/src/model/periods.ts';
import type { Claim } from '../../../server/src/model/types.ts';
import { PlanDocument } from '../../../server/src/workspace/document.ts';
import { levelOf } from '../../evaluation/compare.ts';

const headers = {
  plan: '规划：甲镇“十五五”规划\n期间：2026—2030年\n基期：2025年\n\n',
  summary: '总结：甲镇2025年工作总结\n期间：2025年\n\n',
  english: 'annual plan: Parks\nperiod: 2026\nbaseline: 2025\n\n',
};

function told(claim: Claim): string {
  const { comparator, unit, change, period, role } = claim;
  const figure = claim.qualitative ?? `${levelOf(claim)}${unit}`;
  const flags = (['total', 'share', 'rank', 'completion'] as const).filter((flag) => claim[flag]);
  return [
    claim.indicator,
    role,
    figure === '' ? '' : `${comparator ?? ''}${figure}`,
    change ? `${change.value}${change.unit}` : '',
    period ? periodCode(period) : '',
    ...flags,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function check(kind: keyof typeof headers, line: string, claims: readonly string[]): void {
  const document = PlanDocument.open('a.plan', headers[kind] + line);
  const last = document.tree.lines.at(document.tree.lines.length - 1);
  expect(document.model.claimsOf(last).map(told)).toEqual(claims);
  expect(document.findings().filter(({ tier }) => tier === 'error' || tier === 'warning')).toEqual(
    [],
  );
}

test('what was to be done stands beside what was', () => {
  check('summary', '实绩 税收收入：完成420万元，为年度目标400万元的105%', [
    '税收收入 result =420万元 2025',
    '税收收入 target =400万元 2025',
    '税收收入 result =105% 2025 completion',
  ]);
  check('summary', '实绩 危房改造：任务100户完成120户', [
    '危房改造 target =100户 2025',
    '危房改造 result =120户 2025',
  ]);
  check('summary', '实绩 危房改造：完成120户，超额完成任务20户', ['危房改造 result =120户 2025']);
});

test('what was before stands beside what is', () => {
  check('summary', '实绩 税收收入：420万元，上年同期400万元，增长5%', [
    '税收收入 result =420万元 5% 2025',
    '税收收入 base =400万元 2024',
  ]);
  check('summary', '实绩 税收收入：420万元，同比-5%', ['税收收入 result =420万元 -5% 2025']);
  check('plan', '目标 毛入园率：2025年92%，2030年96%，提高4个百分点', [
    '毛入园率 base =92% 2025',
    '毛入园率 target =96% 4个百分点 2030',
  ]);
  for (const between of ['增加到', '→'])
    check('plan', `目标 规上企业：20家${between}30家`, ['规上企业 target from-to20→30家 2030']);
  check('summary', '实绩 考核：由第3名上升到第2名', ['考核 result from-to3→2位 2025 rank']);
});

test('parts, sums and bounds', () => {
  check('summary', '实绩 税收收入：全年420万元，其中上半年200万元、下半年220万元', [
    '税收收入 result =420万元 2025',
    '税收收入 result =200万元 2025H1',
    '税收收入 result =220万元 2025H2',
  ]);
  check('plan', '目标 养老床位：300张，其中护理型床位占60%以上', [
    '养老床位 target =300张 2030',
    '护理型床位 target >=60% 2030 share',
  ]);
  check('summary', '实绩 厕所改造：新建120座，改造80座，共计200座', [
    '厕所改造 result =120座 2025',
    '厕所改造 result =80座 2025',
    '厕所改造 result =200座 2025',
  ]);
  check('plan', '目标 森林覆盖率：>=65%（约束性）', ['森林覆盖率 target >=65% 2030']);
  check('plan', '目标 失业率：小于等于4.5%', ['失业率 target <=4.5% 2030']);
  check('plan', '目标 群众满意度：全县前3名', ['群众满意度 target =3名 2030 rank']);
});

test('in English the year stands behind its figure', () => {
  check('english', 'target Recycling rate: increase from 42% in 2025 to 45% in 2026', [
    'Recycling rate target from-to42→45% 2026',
  ]);
  check('english', 'target Trees: 5,000 (2025: 4,000)', [
    'Trees target =5000 2026',
    'Trees base =4000 2025',
  ]);
  check('english', 'target Visitors: 24,000 by December 2026', ['Visitors target =24000 2026']);
  check('english', 'result Visitors: 20,000 in 2025', ['Visitors result =20000 2025']);
});

test('in English a change may stand behind its figure', () => {
  for (const change of ['20% fewer than last year', '20% fewer than in 2025'])
    check('english', `target Accidents: ${change}`, ['Accidents target -20% 2026']);
  check('english', 'target Budget: 2.4 million dollars, 5% below 2025', [
    'Budget target =2.4million dollars -5% 2026',
  ]);
  check('english', 'target Visitors: increase by 20% to 24,000', [
    'Visitors target =24000 20% 2026',
  ]);
  check('english', 'target Energy use: reduce by 8% compared with 2025', [
    'Energy use target -8% 2026',
  ]);
  check('english', 'target Visitors: up to 24,000', ['Visitors target <=24000 2026']);
  check('english', 'target Jobs: create 120 new jobs', ['Jobs target =120 2026']);
});

test('several names and as many figures', () => {
  check('plan', '目标 城镇和农村居民人均可支配收入：分别达到4.5万元、2.6万元', [
    '城镇居民人均可支配收入 target =4.5万元 2030',
    '农村居民人均可支配收入 target =2.6万元 2030',
  ]);
  check('plan', '目标 粮食播种面积、产量：2万亩、8000吨', [
    '粮食播种面积 target =2万亩 2030',
    '产量 target =8000吨 2030',
  ]);
});

test('a part of a whole', () => {
  check('english', 'target Cycling: 15% of all trips', ['Cycling target =15% 2026 share']);
  check('english', 'target Electric buses: at least 30% of the fleet, 40 in all', [
    'Electric buses target >=30% 2026 share',
    'Electric buses target =40 2026 total',
  ]);
});
