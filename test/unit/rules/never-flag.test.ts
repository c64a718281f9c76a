/** What nobody may be told of: forms that reviewed reports use every day. */
import { describe, expect, test } from 'vitest';
import { checked } from './fixtures.ts';

const legal = [
  // A commitment with an approximation or a bound.
  '地区生产总值力争增长9%左右，确保规上工业增加值增长8%以上。',
  '目标 粮食产量：力争达5万吨左右',
  '目标 粮食产量：确保达到5万吨以上',
  '一般公共预算收入预计突破3亿元，力争实现全年目标。',
  // Bounds that belong to a noun.
  '新增规模以上工业企业3家、限额以上商贸企业2家，获省级以上荣誉5项。',
  '自来水普及率由60.2%提高到64.5%，高于全市平均3.1个百分点。',
  '新增经营主体618户，累计达到4207户，比上年末增长11.6%。',
  '引进投资5000万元以上的项目3个以上。',
  // Multiples of an increase.
  '旅游收入增长1.2倍，游客人数是2015年的1.7倍，产值翻了一番。',
  // More than 100 per cent of a plan.
  '完成投资5.5亿元，占年度计划的108.6%，产销率102%，毛入学率105%。',
  // Figures that look like others.
  '沿G5高速、104国道布局，推进5G基站建设，PM2.5浓度下降8%。',
  '比例尺1：500，时间12：30，投资比由10∶45∶45调整为8∶46∶46。',
  '“十四五”期间累计新增就业1200人，年均增长6.5%。',
  '人口自然增长率控制在3‰以内，失业率控制在4%以内。',
  '每千人口拥有执业医师3.2名，3000户农户受益。',
];

// Whether a document has a period is asked of every document; the rest must be silent.
const aboutTheWhole = new Set(['period-missing']);

describe('nothing is said of', () => {
  test.each(legal)('%s', (text) => {
    const { checker } = checked(text);
    const found = checker.findings().filter(({ rule }) => !aboutTheWhole.has(rule));
    expect(found.map(({ rule }) => rule)).toEqual([]);
  });
});

test('a very long line costs no more than its length', () => {
  const sentence = '全镇“十四五”期间投资增长8%，约占全年任务的5成左右（其中工业3—5项），一是修路；';
  const text = sentence.repeat(Math.ceil(1_000_000 / sentence.length));
  const { checker } = checked(text);
  expect(checker.internal).toEqual([]);
});
