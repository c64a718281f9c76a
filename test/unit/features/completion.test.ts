import { describe, expect, test } from 'vitest';
import {
  type CompletionOptions,
  completions,
  folderWanted,
} from '../../../server/src/features/completion.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { PlanDocument } from '../../../server/src/workspace/document.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

const today = { year: 2026, month: 11 };

function suggestionsAt(text: string, reader: Reader, options: Partial<CompletionOptions> = {}) {
  const { model, line, character } = fixture(text);
  const usual: CompletionOptions = { reader, pinyin: true, snippets: false, today };
  return completions(model, line, character, { ...usual, ...options }).items;
}

/** The labels, in order; `…` at the end allows more of them. */
function check(
  text: string,
  expected: string,
  reader: Reader = chineseReader,
  options: Partial<CompletionOptions> = {},
): void {
  const labels = suggestionsAt(text, reader, options).map(({ label }) => label);
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

const findingsIn = (text: string): string[] =>
  PlanDocument.open('file:///plans/a.plan', text)
    .findings()
    .map(({ rule }) => rule);

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
    expect(suggestion.filter).toContain(' GDP ');
  });

  test('with the last figure and its year, or the unit where there is none', () => {
    const details = (text: string) =>
      suggestionsAt(text, chineseReader).map(({ detail }) => detail);
    const undone = '指标 税收（万元）\n\n目标 ';
    expect(details(`${header}${indicator}${undone}$0`)).toEqual(['3亿元 · 2025年', '万元']);
    expect(details(`${indicator}目标 $0`)).toEqual(['2.2亿元 · 2020年']);
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

  test('of a long list those that hold what has been typed, with word that there are more', () => {
    const many = Array.from({ length: 300 }, (_, at) => `目标 第${at}项产量：1吨`).join('\n');
    const { model, line, character } = fixture(`${many}\n目标 税收：3万元\n目标 $0`);
    const options = { reader: chineseReader, pinyin: true, snippets: false };
    const all = completions(model, line, character, options);
    expect([all.items.length, all.isIncomplete]).toEqual([100, true]);
    check(`${many}\n目标 税收：3万元\n目标 税$0`, '税收');
    check(`${many}\n目标 税收：3万元\n目标 ss$0`, '税收');
  });
});

describe('claims', () => {
  const declared = '指标 地区生产总值（亿元）\n2020年：2.2亿元\n\n';
  const reached = `${header}${declared}目标 地区生产总值：达3.0亿元，`;

  test('begin with how much, how firmly or when', () => {
    check(
      `${header}${indicator}目标 地区生产总值：$0`,
      '达到 突破 不低于 不超过 控制在 保持在 约 力争 确保 预计 比基期 比上年 同比 增长 增加 提高 下降 减少 ' +
        '年均增长 累计 占 2025年 2024年 2023年 2022年 2021年 “十四五”末 “十四五”期间 基期 …',
    );
  });

  test('results promise nothing', () => {
    check(`${header}实绩 税收：力$0`, '');
    check(`${header}目标 税收：力$0`, '力争');
  });

  test('words follow each other as the grammar has it', () => {
    check(`${header}目标 税收：2025年力争$0`, '达到 突破 不低于 …');
    check(`${header}目标 税收：2025年$0`, '达到 突破 …');
    check(`${header}目标 税收：达到$0`, '');
    check(`${header}目标 税收：比上年$0`, '增长 增加 提高 下降 减少');
  });

  test('behind a level comes what it means, worked out', () => {
    check(`${reached}$0`, '比基期增0.8亿元 比基期增长36.4% 年均增长6.4% 比基期 …');
    checkTaken(`${reached}年$0`, '年均增长6.4%', '目标 地区生产总值：达3.0亿元，年均增长6.4%');
  });

  test('behind a verb only its figure is missing', () => {
    check(`${reached}比基期增$0`, '比基期增0.8亿元 比基期增长36.4% 增长 增加 36.4%');
    check(`${reached}年均增长$0`, '年均增长6.4%');
    check(`${reached}比2020年增长$0`, '36.4% 0.8亿元');
    check(`${reached}比基期减少$0`, '');
  });

  test('what is worked out agrees with everything', () => {
    for (const figure of ['比基期增0.8亿元', '比基期增长36.4%', '年均增长6.4%']) {
      expect(findingsIn(`${reached}${figure}`)).toEqual([]);
    }
  });

  test('a decrease is told as one', () => {
    check(
      `${header}指标 能耗（吨）\n2020年：50吨\n\n目标 能耗：降到40吨，$0`,
      '比基期减10吨 比基期下降20% 年均下降4.4% …',
    );
  });

  test('a rate rises by points', () => {
    check(
      `${header}指标 城镇化率（%）\n2020年：60%\n\n目标 城镇化率：达到65%，$0`,
      '比基期提高5个百分点 …',
    );
  });

  test('a year of its own is compared with the year before it', () => {
    const annual = '计划：甲\n期间：2026年\n\n指标 税收（万元）\n2025年：100万元\n\n';
    check(`${annual}目标 税收：达到120万元，$0`, '比上年增20万元 比上年增长20% 比基期 …');
  });

  test('in the average column of a table', () => {
    const table = '表 甲\n| 指标 | 2020年 | 2025年 | 年均 |\n| --- | --- | --- | --- |\n';
    check(`${header}${table}| 税收（万元） | 100 | 200 | $0 |`, '14.9%');
    check(
      `${header}${table.replace('年均', '年均（%）')}| 税收（万元） | 100 | 200 | $0 |`,
      '14.9',
    );
  });

  test('in English', () => {
    const english =
      'plan: A\nperiod: 2021-2025\nbaseline: 2020\n\n' +
      'indicator Tax (million yuan)\n2020: 2 million yuan\n\n';
    const labels = suggestionsAt(`${english}target Tax: 3 million yuan, $0`, englishReader);
    expect(labels.slice(0, 3).map(({ label }) => label)).toEqual([
      'up 1 million yuan from 2020',
      'up 50% from 2020',
      'annual average growth of 8.4%',
    ]);
    for (const { label } of labels.slice(0, 3)) {
      const text = `${english}target Tax: 3 million yuan, ${label}`;
      expect(findingsIn(text)).toEqual([]);
    }
  });

  test('not in the middle of one', () => {
    check(`${header}${indicator}目标 地区生产总值：达$0到3亿元`, '');
  });
});

describe('pinyin', () => {
  test('keywords by syllables, initials and both', () => {
    for (const typed of ['mubiao', 'mb', 'mbiao', 'mub', 'm']) {
      expect(suggestionsAt(`${header}${typed}$0`, chineseReader)[0]?.label).toBe('目标');
    }
    check('計劃：甲\n\nmb$0', '目標');
  });

  test('not where it is switched off, and not in English', () => {
    check(`${header}mb$0`, '', chineseReader, { pinyin: false });
    check('annual plan: A\n\nmb$0', '', englishReader);
  });

  test('a sentence that begins with letters is left alone', () => {
    check(`${header}mbzz$0`, '');
    check(`${header}GDP增长$0`, '');
  });

  test('units, choices and claims', () => {
    check(`${indicator}目标 地区生产总值：3yy$0`, '亿元 …');
    check(`${header}目标 税收：lz$0`, '力争');
  });
});

describe('paths', () => {
  const entries = [
    { name: '村', isFolder: true },
    { name: '指标库.plan', isFolder: false },
    { name: '总结.docx', isFolder: false },
  ];

  test('plans, folders and the way up', () => {
    check(`${header}引用 $0`, '指标库.plan 村/ ../', chineseReader, { entries });
    check('规划：甲\n依据：./$0', '指标库.plan 村/', chineseReader, { entries });
    check('规划：甲\n汇总：./村/$0', '*.plan 指标库.plan 村/', chineseReader, { entries });
  });

  test('are asked for where the document says', () => {
    const wanted = (text: string) => {
      const { line, character } = fixture(text);
      return folderWanted(line, character);
    };
    expect(wanted('规划：甲\n依据：$0')).toBe('./');
    expect(wanted('规划：甲\n上级：../县/东$0')).toBe('../县/');
    expect(wanted('引用 ./村/$0')).toBe('./村/');
    expect(wanted('规划：甲$0')).toBeUndefined();
    expect(wanted('依据：./$0')).toBeUndefined();
  });
});

describe('skeletons', () => {
  const options = { snippets: true };

  test('whole documents on an empty page', () => {
    check(
      '$0',
      '五年规划（整篇） 年度计划（整篇） 工作总结（整篇） 工作报告（整篇） …',
      chineseReader,
      options,
    );
    check('规$0', '五年规划（整篇） 规划', chineseReader, options);
    const [first] = suggestionsAt('\n$0', englishReader, options);
    expect(first.label).toBe('Five-year plan (whole document)');
    expect(suggestionsAt(`${header}$0`, chineseReader, options)[0].label).toBe('目标');
  });

  test('statements with their fields, behind their keyword', () => {
    check(`${header}举$0`, '举措 举措（责任、时限、资金）', chineseReader, options);
    const [, measure] = suggestionsAt(`${header}举$0`, chineseReader, options);
    expect(measure).toMatchObject({ snippet: true, replace: { start: 0, end: 1 } });
    expect(measure.insert).toContain('时限：2025年${');
  });

  test('not for editors that have no tab stops', () => check(`${header}举$0`, '举措'));
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

  test('nothing behind a unit that is there', () => {
    check(`${indicator}目标 地区生产总值：增长50%$0`, '');
    check(`${indicator}目标 地区生产总值：3亿元$0`, '');
    check(`${header}指标 人均（元/人）\n\n目标 人均：3元$0`, '元/人');
  });

  test('how a figure is bounded, once it is begun', () => {
    check(`${indicator}目标 地区生产总值：3亿元以$0`, '以上 以内 以下');
    checkTaken(`${indicator}目标 地区生产总值：3亿元左$0`, '左右', '目标 地区生产总值：3亿元左右');
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

  test('days by which something may be done', () => {
    check(`${header}举措 甲\n时限：$0`, '2021年底前 2022年底前 …');
    check('计划：甲\n期间：2026年\n\n举措 甲\n时限：$0', '2026年底前 6月底前 9月底前');
  });

  test('years for the header', () => {
    check('规划：甲\n期间：$0', '2026—2030年 2026年');
    check('计划：甲\n期间：$0', '2027年 2026—2030年');
    check('规划：甲\n期间：2026—2030年\n基期：$0', '2025年');
    check('规划：甲\n日期：$0', '2026年11月');
    check('plan: A\nperiod: $0', '2026–2030 2026', englishReader);
  });

  test('other fields have none', () => check(`${header}举措 甲\n进度：$0`, ''));
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
