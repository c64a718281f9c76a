/** Names that have gone out of use, with the year from which on hardly any report has them. */
import type { Message } from '../../model/types.ts';

export interface ObsoleteTerm {
  /** Simplified characters; the text is compared in the same. */
  readonly pattern: RegExp;
  readonly since: number;
  readonly instead: string;
  /** The same for text in traditional characters. */
  readonly insteadTraditional: string;
  readonly why: Message;
  /** It is still found, and not wrong. */
  readonly soft?: boolean;
}

/** Indicators: declared under such a name, or reported in a sentence. Each pattern ends with a character of the name. */
export const obsoleteIndicators: readonly ObsoleteTerm[] = [
  {
    pattern: /(?:农民|农村居民)人均纯收入/,
    since: 2017,
    instead: '农村居民人均可支配收入',
    insteadTraditional: '農村居民人均可支配收入',
    why: {
      zh: '2013年起住户调查改按“可支配收入”统计',
      en: 'household surveys count disposable income since 2013',
    },
  },
  {
    pattern: /国民生产总值/,
    since: 2002,
    instead: '地区生产总值',
    insteadTraditional: '地區生產總值',
    why: {
      zh: '它按国民计算，不用于一个地区；一个地区的是“地区生产总值”',
      en: 'it is counted by nationality and not used for a region, whose measure is the gross regional product',
    },
  },
  {
    pattern: /公共财政预算收入/,
    since: 2017,
    instead: '一般公共预算收入',
    insteadTraditional: '一般公共預算收入',
    why: { zh: '2015年起改称“一般公共预算收入”', en: 'it has been renamed since 2015' },
  },
  {
    pattern: /城镇登记失业率/,
    since: 2025,
    instead: '城镇调查失业率',
    insteadTraditional: '城鎮調查失業率',
    why: { zh: '现在以“城镇调查失业率”为准', en: 'the surveyed rate is used today' },
  },
  {
    pattern: /(?:新农合|新型农村合作医疗)参合率/,
    since: 2020,
    instead: '城乡居民基本医疗保险参保率',
    insteadTraditional: '城鄉居民基本醫療保險參保率',
    why: {
      zh: '新农合已并入城乡居民基本医疗保险',
      en: 'the rural scheme has been merged into that of all residents',
    },
  },
  {
    pattern: /财政总收入/,
    since: 2024,
    instead: '一般公共预算收入',
    insteadTraditional: '一般公共預算收入',
    why: {
      zh: '多数地方已改报“一般公共预算收入”',
      en: 'most places report general public budget revenue today',
    },
    soft: true,
  },
  {
    pattern: /单位(?:GDP|地区生产总值|生产总值)能(?:源消)?耗降低/,
    since: 2026,
    instead: '单位地区生产总值二氧化碳排放降低',
    insteadTraditional: '單位地區生產總值二氧化碳排放降低',
    why: {
      zh: '2026年起改以碳排放强度为主要指标',
      en: 'from 2026 on the intensity of carbon emissions is the headline figure',
    },
    soft: true,
  },
];

/** Things that sentences speak of as going on. */
export const obsoleteTerms: readonly ObsoleteTerm[] = [
  {
    pattern: /(?<!原)(?:新农合|新型农村合作医疗)(?!参合率)/,
    since: 2021,
    instead: '城乡居民基本医疗保险',
    insteadTraditional: '城鄉居民基本醫療保險',
    why: {
      zh: '新农合已并入城乡居民基本医疗保险',
      en: 'the rural scheme has been merged into that of all residents',
    },
  },
  {
    pattern: /(?:加强|做好|抓好|落实|推进|强化)[^，。；,;]{0,6}计划生育(?!协会|家庭|特殊|服务)/,
    since: 2021,
    instead: '人口和生育服务工作',
    insteadTraditional: '人口和生育服務工作',
    why: {
      zh: '计划生育已不再作为任务部署',
      en: 'family planning is no longer set as a task',
    },
    soft: true,
  },
  {
    pattern: /(?<![原两])[国地]税局/,
    since: 2019,
    instead: '税务局',
    insteadTraditional: '稅務局',
    why: { zh: '国税、地税已于2018年合并', en: 'the two tax offices were merged in 2018' },
  },
];
