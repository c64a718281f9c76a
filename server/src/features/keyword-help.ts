/** What each keyword is for, in one sentence: for the list of suggestions and for hovers. */

import type { Message } from '../model/types.ts';
import type { KeywordId } from '../syntax/vocabulary/keywords.ts';

export const keywordHelp: Readonly<Record<KeywordId, Message>> = {
  plan: {
    zh: '规划的标题，写在第一行。',
    en: 'The title of a plan of several years; the first line.',
  },
  annualPlan: {
    zh: '年度计划的标题，写在第一行。',
    en: 'The title of an annual plan; the first line.',
  },
  summary: { zh: '总结的标题，写在第一行。', en: 'The title of a summary; the first line.' },
  report: { zh: '报告的标题，写在第一行。', en: 'The title of a report; the first line.' },

  period: {
    zh: '文件管哪些年。目标不写年份时，指最后一年。',
    en: 'The years covered. A target without a year means the last of them.',
  },
  baseline: { zh: '增长从哪一年算起。', en: 'The year that growth is measured from.' },
  issuer: { zh: '由谁编制。', en: 'Who wrote it.' },
  region: { zh: '讲的是哪个地方。', en: 'The place that it is about.' },
  date: { zh: '何时印发。', en: 'When it was issued.' },
  prices: { zh: '按现价还是按可比价计算。', en: 'Current or constant prices.' },
  basis: {
    zh: '以哪个文件为依据，如上年总结。',
    en: 'A file that this one builds on, such as last year’s summary.',
  },
  superior: { zh: '上一级的规划。', en: 'The plan of the level above.' },
  rollup: {
    zh: '下一级的规划，* 代表任意名称。',
    en: 'The plans of the level below; * stands for any name.',
  },

  measure: {
    zh: '要做的一件事，下面写由谁办、何时办。',
    en: 'Something that will be done; who and by when stand below it.',
  },
  owner: { zh: '由谁负责。', en: 'Who answers for it.' },
  with: { zh: '由谁配合。', en: 'Who helps.' },
  due: { zh: '何时办完。', en: 'By when.' },
  budget: { zh: '需要多少资金。', en: 'How much money.' },
  progress: { zh: '办到哪一步。', en: 'How far it has come.' },

  indicator: {
    zh: '声明一个指标，单位写在括号里。',
    en: 'Declares an indicator, with its unit in parentheses.',
  },
  alias: {
    zh: '同一个指标的其他叫法，用顿号隔开。',
    en: 'Other names for the same thing, separated by commas.',
  },
  category: { zh: '在表中归入哪一类。', en: 'The group that it is shown in.' },
  binding: { zh: '约束性还是预期性。', en: 'Whether it must be reached or is expected to be.' },
  direction: { zh: '升为好还是降为好。', en: 'Whether up or down is better.' },
  nature: {
    zh: '水平、流量、累计、比率还是增速。',
    en: 'A level, a flow, a cumulative figure, a ratio or a growth rate.',
  },
  definition: { zh: '究竟算哪些，不算哪些。', en: 'What exactly is counted.' },
  source: { zh: '数字由谁提供。', en: 'Who supplies the figure.' },
  parts: {
    zh: '由哪些部分相加而成，用 + 连接，缺一不可。',
    en: 'The parts that add up to it, joined by +; none may be missing.',
  },
  formula: {
    zh: '由其他指标怎样算出，如 A / B。',
    en: 'How it follows from others, such as A / B.',
  },

  target: { zh: '一个指标要达到多少。', en: 'What an indicator is to reach.' },
  result: { zh: '一个指标达到了多少。', en: 'What an indicator has reached.' },
  table: {
    zh: '一张表。下面不写行时，由文件中的指标生成。',
    en: 'A table; without rows it is made from the document’s indicators.',
  },
  chart: { zh: '把指标历年的数值画成图。', en: 'Draws indicators over the years.' },
  include: { zh: '引用另一个文件中的指标。', en: 'Takes in the indicators of another file.' },
  note: { zh: '上面的表或段落的注释。', en: 'A footnote of the table or paragraph above.' },
};
