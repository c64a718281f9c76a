/** Campaigns that are over, with the last year in which they are told as going on or just reviewed. */

export interface StaleTopic {
  /** Simplified characters. What looks back (取得…胜利, 巩固…成果) is not among them. */
  readonly pattern: RegExp;
  readonly last: number;
}

export const staleTopics: readonly StaleTopic[] = [
  {
    pattern:
      /(?:打赢|打好|决战|决胜|助力|聚焦)(?:全面)?(?:打赢)?脱贫攻坚战?(?!战?(?:取得|以来|的?(?:全面)?胜利|成果|成效|.{0,3}(?:有效)?衔接))/,
    last: 2020,
  },
  { pattern: /脱贫攻坚工作(?!.{0,6}(?:取得|全面完成|胜利|获))|现行扶贫标准/, last: 2020 },
  { pattern: /决胜(?:全面建成)?小康/, last: 2020 },
  { pattern: /(?:打好|打赢|推进)(?:防范.{0,12})?三大攻坚战/, last: 2022 },
  { pattern: /党的(?:群众|民众)路线教育实践活动/, last: 2017 },
  { pattern: /第二次全国污染源普查/, last: 2020 },
  { pattern: /第七次全国人口普查/, last: 2022 },
];
