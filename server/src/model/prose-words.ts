/**
 * What the words around a figure say of it: that it is a change, a task, a comparison with others, one of a run. Patterns
 * are written in simplified characters.
 */
import { Characters, HeadPattern, holds, spaces, TailPattern } from './patterns.ts';
import type { ComparatorName, Role } from './types.ts';

/** Verbs that make a change of the figure behind their object: 压减“三公”经费5%. */
export const verbOfChange: readonly (readonly [HeadPattern, 'up' | 'down'])[] = [
  [new HeadPattern('增提净', /^(?:增加|提高|净增)(?!值)/), 'up'],
  [
    new HeadPattern('减降压缩削核', /^(?:减少|降低|压减|压缩|缩短|削减|缩减|核减)(?!税费?|排|负)/),
    'down',
  ],
];
/** What may stand between the beginning of a clause and its commitment. */
export const beforeCommitment =
  /[，,、：:\s*]|\d+年?|全年|今年|明年|年内|年底|[到要将再还并]|我们|[全我][镇乡县市区州省国]|各项(?=(?:主要)?(?:经济)?指标$)/g;

/** What is said in the sentence behind this is meant to be. */
export const headOfPlans = new HeadPattern(
  `未今下接明来一二三四五六${spaces}`,
  /^\s*(?:[一二三四五六](?:要|是要)|(?:明年|来年|下半年|下一年|今年)的?(?:主要)?(?:打算|安排|目标|思路|任务)(?:是|为)?[：:，,]|(?:未来|今后)(?:[一二两三四五六七八九十几]|\d{1,2})[个]?[年月]|(?:下一?(?:步|阶段)|接下来|今后)[，,])/,
);
/** What is wrong, or lacking, is so now: 仍有不小差距：应用率只有63%. */
export const headOfShortcomings =
  /^[^。；，：]{0,20}[，：]?[^。；，：]{0,12}(?:仍|还|尚|依然)然?(?:有|存在)[^。；，：]{0,8}(?:差距|短板|弱项|不足|问题)[，：；]/;
/** 只有63%, 仅上线21件, 才8个: so far, and no aim. */
export const onlySoFar = new TailPattern(
  '有仅才只为是达到线成建用盖现购发办',
  /(?:[只仅]|(?<![人天英良专育])才)(?:有|为|是|达到?|上线|完成|建成|使用|应用|覆盖|实现|发)?$/,
);
/** 年度计划, 下达计划: a plan, not what is meant. */
const planNoun = /(?:下达|列入|年度|投资|编制|制定|上报|执行|纳入|调整)$/;

/** Whether a word of commitment says what is meant: 计划 and 努力 are nouns as well. */
export function commits(
  id: string,
  word: string,
  before: string,
  isPlaced: boolean,
  role: Role,
): boolean {
  if (id === 'plan' && planNoun.test(before)) return false;
  // 县财政拟安排3800万元, whoever is named before it.
  if (/^拟(?!建(?![设成])|定|人|合)/.test(word) && !/[模虚草比]$/.test(before)) return true;
  if (/^努力.{0,1}(?:[，。；、]|下|工)/.test(word)) return false;
  // 争取项目资金 is to obtain something, in a text that tells what was done.
  if (/^争取/.test(word) && role === 'result')
    return /^争取(?:在|到|年|实|达|完|今|全|突|早|更|\d)/.test(word);
  return id === 'expect' || id === 'ensure' || id === 'strive' || isPlaced;
}

/** 比概算节约3.1%, 比上年多3家: said of a comparison, these are verbs of change. */
export const moreOrLess = new TailPattern(
  '多高快少低慢贵宜约省了出善打收卖产挣赚种养走发报查办修建交缴花用做跑接开派拿分引招拆植还付退贷存投支亏',
  /(?:比|较)(?:上|去|今|前|年|同|往|常|序|基|原|概|预|计|定|\d)[^，,；]{0,8}?(多|高|快|少|低|慢|贵|便宜|节约|节省)[打收卖产挣赚种养走发报查办修建交缴花用做跑接开派拿分引招拆植还付退贷存投支亏]?(?:了|出)?$|^(多|少)了$|同比(改善)$|[同环]比(多|高|快|少|低|慢)[打收卖产挣赚种养走发报查办修建交缴花用做跑接开派拿分引招拆植还付退贷存投支亏]?(?:了|出)?$/,
);

/** 同比改善9.7%, of dust in the air. */
export const lessIsBetter = /(?:浓度|PM[\d.]+|排放量?|能耗|指数)[^，。；]*$/;

/** 要 or 将 before a verb; in 主要, 需要 and the like it is no verb itself. */
export const wanted = new TailPattern(
  '要将别再在有',
  /(?:(?<![主重需必摘提概简首纪显])要|(?<![大上中少即])将)(?:分别|再|在|有)?$/,
);

export const amongFirst =
  /(?:连续[^，。；]{1,3}年)?(?:综合)?(?:排名|位次|名次)?(?:进入|跻身|挤进|跨入|位居|位列|保持在?|稳居|居|列)[^，。；]{0,6}前$/;

/** 至少 before a verb and its figure. */
const leastBefore = /(?:至少|最少|起码|不少于)(?:要|再|新)?[\u4e00-\u9fff]{2}$/;
const endsOfLeast = new Characters('少码于');

export function isLeastBefore(lead: string): boolean {
  const end = lead.length;
  const isNear =
    endsOfLeast.mayBe(lead.charCodeAt(end - 3)) || endsOfLeast.mayBe(lead.charCodeAt(end - 4));
  return isNear && leastBefore.test(lead);
}
/** 月均9.8亿元, 增幅7%: of what was told of before. */
export const toldOfBefore = new HeadPattern(
  '月日季周户人亩增涨降跌升减总',
  /^(?:月均|日均|季均|周均|户均|人均|亩均|增幅|涨幅|降幅|跌幅|升幅|减幅|增速|增长率|总数|总数量)$/,
);

/** Compared with another place: 高出全省10个百分点. */
export const comparison =
  /(?:较|比)[^，。；]{1,12}(?:[高低慢]|(?<!加)快)$|(?:分别)?(?:高出|高于|快于|好于|领先|超出|超|低于|慢于|落后)[^，。；]{0,12}$/;
/** 比上年同期低, 较年初高: compared with itself. */
export const sinceBefore = new TailPattern(
  '高低多少快慢了',
  /(?:比|较)(?:上年|去年|前年|年初|同期|上[月季]|序时|[一二三四]季度|[上下]半年|1[—–-]\d{1,2}月|(?:19|20)\d\d年)[^，,；]{0,6}?[高低多少快慢]了?$/,
);
/** 高出全镇平均水平860元; 高于860元 is a bound. */
export const comparisonOfAmounts = new TailPattern(
  '均平数国省市县州区镇乡',
  /(?:高出|高于|超出|超过|领先|低于|少于)[^，。；\d]{0,8}(?:平均水平|平均|水平|平均数|全[国省市县州区镇乡])$/,
);
export const totalWord = /累计|[Cc]umulative|[两二三四五]年(?:共|新增|净增)/;
export const yearsCounted = /([两三四五])年(?:来)?(?=累计|共|合计|新增|净增)/;
export const onlyNew = new HeadPattern('新净', /^(?:新增|净增|新認定|新认定)$/);
/** What makes a flow of the figure behind it. */
export const newThings = new HeadPattern('新', /^(?:新增|新建|新开工)/);
export const leadsOn = /^(?:[\s了的再]*|(?:年初|原来|原先|过去|以往|此前|最初|目前|现有)的?)$/;
export const leadsOnInEnglish = /^\s*(?:(?:of|an?|the|at|annual|yearly|rate)\b\s*)*$/i;
export const comparedWith = /^(?:是|为|达到?|相当于)[^，。；]{2,16}的$/;
export const behindOthers = /低于|慢于|落后|[低慢]$/;
export const task = new TailPattern(
  '务划标算数量额的',
  /(?:完成|占|达|为|是|达到)?[^，]{0,12}?(?:任务|计划|目标|预算)(?:数|总[数量额])?的?$/,
);
/** 不低于教师总数的, behind which stands how much of them. */
export const shareOfWhole = new TailPattern(
  '的',
  /(不低于|不少于|不超过|不高于|超过|高于|低于|不到|不足|为|达到|达(?!到)|约为|接近)([^，。；、\d%]{2,14}?(?<!任务|计划|目标|预算|指标|同期|年度|基期|时期|[年末底初]))的$/,
);
export const boundOf = (lead: string): ComparatorName =>
  /^不[低少]于/.test(lead)
    ? '>='
    : /^不(?:超过|高于)/.test(lead)
      ? '<='
      : /^(?:超过|高于)/.test(lead)
        ? '>'
        : /^(?:低于|不到|不足)/.test(lead)
          ? '<'
          : /^(?:约为|接近)/.test(lead)
            ? '~'
            : '=';
export const hedgesOfShare: Readonly<Record<string, ComparatorName>> = {
  约: '~',
  近: '~',
  超: '>',
};
export const isSharePhrase = new TailPattern('比重率别', /(?:占比|比重|占有率)(?:分别)?$/);
export const isCompletionPhrase = new TailPattern('率', /(?:任务)?完成率$/);
/** How much of the text before a figure is looked at for what it tells. */
export const contextLength = 16;

export const taskBeside = /(?:目标|任务|计划|预算)(?:任务|数)?[（(]?$/;
export const baseBeside = /(?:是|为|相当于)[^，。；]{2,12}[（(]?$/;
/** A figure that is said to be what is aimed at. */
export const taskLead = new TailPattern(
  '标务划数值为是',
  /(?:目标|任务|计划)(?:任务|数|值)?(?:为|是)?$/,
);
/** How far from it something is: 超目标, 比年初计划少. */
export const excess = new TailPattern(
  '标务划算数多加超出少了成收',
  /(?:超出?|[比较])(?:年度|全年|年初|当年|原定|既定|规划|预期|预定|省定|市定|县定|下达)?(?:目标|任务|计划|预算)(?:任务|数)?(?:多|增加|超出?|(少|减少))?(?:了|完成|收)?$/,
);
export const taskBehindName = /(?:的)?(?:年度|全年|年初|当年)?(?:目标|任务|计划)*$/;

/** Whether the words before a mark announce goals. */
export function leadsGoals(simple: string, end: number): boolean {
  return (
    goalLead.mayEnd(simple.charCodeAt(end - 1)) &&
    goalLead.test(simple.slice(Math.max(0, end - contextLength), end))
  );
}

/** 主要预期目标是：, 发展目标为：; not 目标任务全面完成. */
const goalLead = new TailPattern(
  '是为标务',
  /(?:预期|发展|奋斗|总体|主要|具体)(?:目标|指标)(?:任务)?[是为]?$/,
);
/** What is told of one named thing. */
export const attributeNoun =
  /^(?:总投资额?|投资|装机容量|占地|占地面积|总?建筑面积|全长|总长|总规模|年产)$/;
/** What may stand between two figures of one run. */
export const joinsRun =
  /^(?:左右|以上|以下|以内)?[、，,]?(?:和|与|及|以及|\s*and\s*)?(?:年均|每[月年])?(?:约|近|超)?$/;
const pairedNames = /.和(?!谐|平).|.与.|.及(?!时)./;
const pairSigns = new Characters('和与及');

/** Whether a name may be two, told of one figure each. */
export function namesPair(simple: string): boolean {
  return holds(simple, pairSigns) && pairedNames.test(simple);
}
/** What leads to a place without 位 or 名: 居全省第一, but not 安全第一. */
export const placeLead =
  /(?:[居列排]|排名|位次|全[国省市州县区球]|[省市县州国区]内?|总分|增速|增幅|保持|稳居|综合)[^，。；、]{0,8}$/;
export const rankWords =
  /(?:(?:在|^)[^，。；在]{0,12}中)?(?:排名|排位|位次|排|位列|位居|分居|分列|列|稳居|居|均居|跃居|保持|荣获|获得|获|取得|升至|上升[到至]|提升[到至])*(?:在)?(?:全[国省市州县区球][^，。；]{0,6}|[东西中]部[^，。；]{0,6})?(?:排名|排|列|居)?(?:前列|[第])?$/;

/** 会议要求，…: what comes is to be done. */
export const demands = new TailPattern(
  '求定',
  /^\s*(?:会议|县委|市委|省委|镇党委|党委|政府)[^，。；]{0,10}(?:要求|议定|决定)$/,
);

/** 今年怎么办？ leads to what is meant to be done. */
export const asksWhatToDo =
  /(?:今年|明年|来年|下半年|下一步|下步|接下来|新的一年)[^，。]{0,6}(?:怎么|咋|如何)(?:办|干|抓|做|走)$/;

/** 收入过20万元, but not 超过 and 通过. */
export const overBefore = /(?<![超通不经越度难错透])过$/;

/** 经济总量再上新台阶: what is told of, and that it went well. */
export const toldWithoutFigure =
  /^([^，；：。]{2,24}?)(?:再上|迈上|跃上|登上|跨上|站上|迈入|再创|创下?|实现(?:了)?(?:新|历史|较快|稳步|快速)|稳步|持续|快速|大幅|显著|明显|不断|连续|刷新|[一二两三四五六七八九再首]?(?:次|度)?(?:打)?破)[^，；：。]{2,12}$/;

/** Behind what it is compared with. */
export const newSince = /^[^，。；]{0,10}(?:新增|净增)$/;

/** A threshold, of what was counted before. */
export const sizeOnly = /^\d[\d.]*[万亿]?元$/;
export const sizeBehind = /\d[\d.]*[万亿]?元(?:以上|以下|以内)$/;
/** 比上年年初预算增长 */
export const comparedWithPlan =
  /[比较][^，。；\d]{0,8}(?:预算|概算|计划|目标)[数额]?(?:增长|增加|提高|上升|下降|减少|降低|多|少)?了?$/;
export const pointsBehind = /^[、和][\u4e00-\u9fff]{2,8}\d+(?:\.\d+)?(个?百分点)/;
export const tenthsBehind = /^([一二三四五六七八九])(?:[，。；、）)的以左]|$)/;

/** What is left, and what most of it is. */
export const restBefore = /(?:还有|仍有|尚有|剩余|其余)$/;
export const restBehind = /^[\u4e00-\u9fff]{2,10}(?=[，。；、）)])/;
export const mostBefore = /(最[高低多少大小])的?$/;

export const newBefore =
  /^(?:新(?:增|建|发展|發展|培育|登记|登記|开通|開通|认定|認定|引进|引進|设|設|获批|獲批|创建|創建)|净增|淨增|引进|引進)(?=.{2})|(?<=.{2})(?:新增|净增|淨增)$/;
export const growthBehind = /(?:增幅|涨幅|漲幅|降幅|跌幅|升幅|减幅|減幅|增速|增长率|增長率)$/;
