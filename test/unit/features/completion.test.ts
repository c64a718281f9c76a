import { describe, expect, test } from 'vitest';
import { completions, type Suggestion } from '../../../server/src/features/completion.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

function suggestionsAt(text: string, reader: Reader): Suggestion[] {
  const { model, line, character } = fixture(text);
  return completions(model, line, character, reader);
}

/** The labels, in order; `…` at the end allows more of them. */
function check(text: string, expected: string, reader: Reader = chineseReader): void {
  const labels = suggestionsAt(text, reader).map(({ label }) => label);
  const wanted = expected === '' ? [] : expected.split(' ');
  if (wanted.at(-1) === '…')
    expect(labels.slice(0, wanted.length - 1)).toEqual(wanted.slice(0, -1));
  else expect(labels).toEqual(wanted);
}

/** The line after the suggestion with that label has been taken. */
function checkTaken(text: string, label: string, expected: string): void {
  const { line } = fixture(text);
  const taken = suggestionsAt(text, chineseReader).find((suggestion) => suggestion.label === label);
  expect(taken, `${label} is offered`).toBeDefined();
  const { replace, insert } = taken!;
  const after = line.text.slice(0, replace.start) + insert + line.text.slice(replace.end);
  expect(after).toBe(expected);
}

const statements = '目标 举措 指标 实绩 表 图 引用 注';
const header = '规划：甲镇规划\n期间：2021—2025年\n基期：2020年\n\n';
const indicator =
  '指标 地区生产总值（亿元）\n别名：GDP\n2020年：2.2亿元\n\n目标 地区生产总值：3亿元\n\n';

describe('keywords', () => {
  test('the first line may be a header', () => {
    check('$0', `规划 计划 总结 报告 ${statements}`);
  });

  test('below a header its fields come first', () => {
    check(
      '规划：甲镇规划\n期间：2021—2025年\n$0',
      `基期 编制单位 行政区 日期 价格 依据 上级 汇总 ${statements}`,
    );
  });

  test('behind a blank line there are no fields', () => check(`${header}$0`, statements));

  test('a measure has its fields, but those that it has already', () => {
    check(`${header}举措 建园区\n责任：农业办\n$0`, `配合 时限 资金 进度 ${statements}`);
    check(`${header}举措 建园区\n$0\n时限：2025年`, `责任 配合 资金 进度 ${statements}`);
  });

  test('an indicator has its fields and the years of its values', () => {
    check(
      `${header}指标 税收（万元）\n别名：税收收入\n$0`,
      `类别 属性 方向 性质 口径 来源 构成 公式 价格 ${statements} 2020年 2025年`,
    );
  });

  test('what has been typed narrows them, in any of the three languages', () => {
    check(`${header}目$0`, '目标');
    check(`${header}目標$0`, '目标');
    check(`${header}tar$0`, '目标');
    check(`${header}  举$0`, '举措');
  });

  test('not in sentences', () => {
    check(`${header}目标明确，措施有力$0`, '');
    check(`${header}目$0标明确`, '');
    check(`${header}今年$0`, '');
  });

  test('in the script and language of the document', () => {
    check('計劃：甲鄉工作計劃\n\n目$0', '目標');
    check('annual plan: A\n\nt$0', 'target table', englishReader);
    check('annual plan: A\n$0', 'period baseline issuer region date prices …', englishReader);
  });

  test('an empty document is in its reader’s language', () => {
    check('$0', 'plan …', englishReader);
    check('me$0', 'measure', englishReader);
  });

  test('are followed by what makes them keywords', () => {
    checkTaken(`${header}目$0`, '目标', '目标 ');
    checkTaken('规$0', '规划', '规划：');
    checkTaken(`${header}举措 甲\n责$0：农业办`, '责任', '责任：农业办');
  });
});

describe('names of indicators', () => {
  test('behind 目标 and 实绩', () => {
    check(`${indicator}目标 税收：380万元\n目标 $0`, '地区生产总值 税收');
    check(`${indicator}实绩 地$0`, '地区生产总值');
  });

  test('with the colon, unless it is there', () => {
    checkTaken(`${indicator}目标 地$0`, '地区生产总值', '目标 地区生产总值：');
    checkTaken(`${indicator}目标 地$0：3亿元`, '地区生产总值', '目标 地区生产总值：3亿元');
  });

  test('an alias finds its indicator', () => {
    const [suggestion] = suggestionsAt(`${indicator}目标 $0`, chineseReader);
    expect(suggestion.filter).toBe('地区生产总值 GDP');
    expect(suggestion.detail).toBe('亿元');
  });

  test('in charts, each once', () => {
    check(`${indicator}目标 税收：380万元\n图 $0`, '地区生产总值 税收');
    check(`${indicator}目标 税收：380万元\n图 GDP、$0`, '税收');
  });

  test('in formulas, but for the indicator itself', () => {
    check(`${indicator}目标 人口：2万人\n指标 人均（元）\n公式：地区生产总值 / $0`, '人口');
  });

  test('in the column of names of a table', () => {
    check(`${indicator}表 甲\n| 指标 | 2025年 |\n| --- | --- |\n| $0 | 3 |`, '地区生产总值');
  });

  test('not where a claim has begun', () => {
    check(`${indicator}目标 地区生产总值：达$0`, '');
  });
});

describe('units', () => {
  test('of the indicator first, then those that it can be told in', () => {
    check(`${indicator}目标 地区生产总值：3$0`, '亿元 万元 元 …');
    check(`${indicator}目标 地区生产总值：比基期增0.8$0`, '亿元 …');
  });

  test('what has been typed narrows them', () => {
    check(`${indicator}目标 地区生产总值：3万$0`, '万元 …');
    checkTaken(`${indicator}目标 地区生产总值：3万$0`, '万元', '目标 地区生产总值：3万元');
  });

  test('a year is no figure', () => check(`${indicator}目标 地区生产总值：2025$0`, '年'));

  test('of an indicator that is new, those of the document', () => {
    check(`${indicator}目标 税收：380$0`, '% 亿元 …');
  });

  test('in the parentheses of an indicator', () => {
    check(`${header}目标 税收：380万元\n指标 税收（$0`, '万元 亿元 …');
    checkTaken(`${header}指标 税收（$0`, '万元', '指标 税收（万元）');
    checkTaken(`${header}指标 税收（$0）`, '万元', '指标 税收（万元）');
  });

  test('of money in a budget', () => check(`${header}举措 甲\n资金：600$0`, '亿元 万元 元 …'));

  test('in English with a space', () => {
    const text = 'annual plan: A\n\ntarget Visitors: 20,000$0';
    const [first] = suggestionsAt(text, englishReader).filter(({ label }) => label === 'people');
    expect(first.insert).toBe(' people');
  });

  test('in the script of the document', () => {
    check('計劃：甲\n\n指標 稅收（$0', '億元 萬元 元 …');
  });
});

describe('values of fields', () => {
  test('choices', () => {
    check(`${header}指标 甲（元）\n属性：$0`, '约束性 预期性');
    check('計劃：甲\n\n指標 甲（元）\n屬性：約$0', '約束性 預期性');
    check(`${header}指标 甲（元）\n性质：$0`, '水平 流量 累计 比率 增速');
  });

  test('offices that other measures name', () => {
    const other = `${header}举措 甲\n责任：农业办\n配合：财政所、农业办\n\n举措 乙\n`;
    check(`${other}责任：$0`, '农业办 财政所');
    check(`${other}责任：农业办、$0`, '财政所');
  });

  test('categories of other indicators', () => {
    check(`${header}指标 甲（元）\n类别：经济\n\n指标 乙（元）\n类别：$0`, '经济');
  });

  test('other fields have none', () => check(`${header}举措 甲\n时限：$0`, ''));
});

describe('references', () => {
  test('names, also without the closing brace', () => {
    check(`${indicator}达到{$0}。`, '地区生产总值');
    checkTaken(`${indicator}达到{$0`, '地区生产总值', '达到{地区生产总值}');
  });

  test('years, the last one first', () => {
    check(`${header}${indicator}达到{GDP@$0}。`, '2025 2020');
  });

  test('what follows from figures, with what it comes to', () => {
    check(`${header}${indicator}达到{GDP@2025.$0}。`, '增量 增速 年均 单位');
    const [change] = suggestionsAt(`${header}${indicator}达到{GDP.$0}。`, chineseReader);
    expect(change.detail).toBe('0.8亿元');
  });

  test('in the language of the document', () => {
    const english = 'annual plan: A\nperiod: 2026\n\ntarget Tax: 3 million yuan\n\n';
    check(`${english}It is {Tax.$0}.`, 'change growth cagr unit', englishReader);
    check('計劃：甲\n\n目標 稅收：3萬元\n\n達到{稅收.$0}', '增量 增速 年均 單位');
  });

  test('a dot in a name is no question', () => {
    check(`${header}目标 PM2.5浓度：30微克/立方米\n\n降到{PM2.$0`, 'PM2.5浓度');
  });
});

describe('silencing', () => {
  test('names of checks', () => {
    const labels = suggestionsAt('// 忽略 $0', chineseReader);
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.every(({ kind, insert }) => kind === 'rule' && insert.endsWith('：'))).toBe(true);
  });

  test('the word itself', () => check('一句话。\n// $0', '忽略'));

  test('nothing in other comments', () => check('// 待核 $0', ''));
});
