/** Documents as nobody writes them: lines of real ones, shuffled, respaced and damaged. */
import type { Random } from './random.ts';

const oddLines = [
  '',
  '   ',
  '　　这一年，全镇经济平稳运行，财政收入380万元。  ',
  '目标　税收收入 ： 突破380万元,比基期增80万元  ',
  '目标:人口自然增长率：控制在3‰以内',
  '目标 国民生产总值达3亿元',
  'target Visitors :at least 20,000 person-times ',
  '指标   税收收入（万元） ',
  '别名:税收 、稅收',
  '2020年 : 300万元',
  '2020: 300',
  '  责任：  农业农村办公室',
  '注 带*的为2019年数据。',
  '表 主要指标',
  '| 指标 | 2025年 |',
  '|---|--:|',
  '｜税收收入（万元）｜380',
  '| 粮食产量（吨） | 5000 | 多出来的 |',
  '|',
  '||',
  '|  | \\| |',
  '#标题',
  '＃＃ 标题  ',
  '一、 标题 ',
  '（一）标题。正文接着写。 ',
  '1. 标题',
  '一是抓好春耕。二是管好水。',
  '举措　优化种植结构',
  '\\目标 这一行是正文 ',
  '//说明  ',
  '// 忽略 unit-missing：沿用旧表',
  '图  税收收入 、粮食产量',
  '引用   ./指标库.plan ',
  '规划 :甲镇规划',
  '期间： 2021—2025年 ',
  '\u0000\ud800',
  '🌾 | 🌾',
];

const lineEnds = ['\n', '\n', '\n', '\r\n', '\r'];

export function randomPlan(sources: readonly string[], random: Random): string {
  const count = 1 + random.below(40);
  let text = '';
  for (let index = 0; index < count; index++) {
    const lines = random.pick(sources).split('\n');
    const line = random.next() < 0.5 ? random.pick(oddLines) : random.pick(lines);
    text += respaced(line, random) + (random.next() < 0.97 ? random.pick(lineEnds) : '');
  }
  return text;
}

function respaced(line: string, random: Random): string {
  if (random.next() < 0.6 || line === '') return line;
  const at = random.below(line.length + 1);
  return line.slice(0, at) + random.pick([' ', '  ', '　', '\t', '|', '：', ':']) + line.slice(at);
}
