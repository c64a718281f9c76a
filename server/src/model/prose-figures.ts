/**
 * Which figures of running text are claims at all. Dates, durations, ordinals, numbers in names,
 * thresholds and attributes of one named thing are not (CLAIMS.md). Patterns are written in
 * simplified characters.
 */
import type { Clause, ModifierKind, Quantity } from '../syntax/tree.ts';
import { memoLimit } from './numbers.ts';
import { HeadPattern, letters, TailPattern } from './patterns.ts';
import { parseUnit } from './units.ts';

/** A figure with the words around it, simplified. */
export interface FigureInText {
  readonly clause: Clause;
  readonly quantity: Quantity;
  readonly kinds: ReadonlySet<ModifierKind>;
  /** Up to sixteen letters before the clause (modifiers and figure). */
  readonly before: string;
  /** Up to sixteen letters before the figure itself. */
  readonly lead: string;
  /** Up to sixteen letters behind. */
  readonly after: string;
  /** The name that the words before the figure give. */
  readonly nameBefore: string;
  /** The unit of the level before it in its sentence. */
  readonly unitBefore?: string;
  /** Whether the A of an English “from A to B” waits for its B. */
  readonly isToLevel?: boolean;
}

const timeUnit =
  /^(?:年|个月|月|天|日|小时|分钟|周|星期|秒|季度|个季度|周年|年度|个工作日|工作日|世纪|代|课时|学时|岁)$/;
/** Nouns of which a figure in years or days is told. */
const timedNoun =
  /(?:年限|寿命|天数|日数|时间|工期|时限|期限|学时|学制|时长|周期|年龄|住院日|月数|年数|候诊|等候|缩短|压缩|压减)(?:分别)?(?:控制在|达到?|为|到|至|由|从|平均)?$/;
const durationLead =
  /(?:连续|提前|历时|历经|用时|为期|经过|近|超过|不到|利用|用|未来|今后|再|过去|每|间隔|推迟|延期|滞后|建镇|成立|开展|坚持|奋战|持续|苦战|第)$/;

/** Units that only name something unless a comparator leads to them: 4A级, 500千伏, 3号. */
const namingUnit = /^(?:度|号|级|层|届|期工程|千伏|伏|kV|A|G|K|时|点|版|代|段|星|强|里|分|环|成)$/i;
/** What a figure of rank or name is followed by: 104国道, 3号线, 12345热线. */
const nameBehind = new HeadPattern(
  '线号路国省县公楼室版型届热工行计战会精',
  /^(?:线|号|路|国道|省道|县道|公馆|楼|室|版|型|届|热线|工程|行动|计划|战略|会议|精神)/,
);
/** What a figure in a name stands behind: 第3个, A-5, 1+4+N. */
const partOfNameBefore = new TailPattern(`第.·+/×—-${letters}`, /第$|[A-Za-z.·+/×—-]$/);

const capacityUnit = /(?:瓦|吨|伏安?|立方米|标箱|头|只|吨级|套|件|台)$/;
const projectBehind =
  /^[^，,；;。、）)]{0,12}(?:项目|生产线|加工|工程|发电|电站|基地|电厂|风电|光伏|储能|技改|扩建|养殖|牧场|屠宰|线路|变电|水泥|产业园|泊位|航道)/;

/** Kinds of things behind a threshold or an attribute: 亿元以上项目, 3000万元企业. */
const kindOfThing =
  /^(?:的|工业|企业|项目|产业|单位|村|户|农户|居民|人口|老人|老年人|学校|医院|医疗机构|文物|平台|园区|骨干|干部|党员|游客|群众|职工|领导|重大|重点|招商|投资|规模|大型|固定|客商|学历|职称|标准|台风|地震|降雨|高温|土地|耕地|基地|龙头|专业|税|市场|批发|民营|电站|机组|线路|主营|先进|制造|工商|服务业|在建|新开工|优质|高新|技术|农业|农产品|外资|内资|地块|产值|贷款|商贸|旅游|建设|总部|上市|集群|锅炉|燃煤|种植|养殖|设备|道路|公路|桥|目标人群|人群|群体|监测)/;
/** The same behind counts, where 以上 mostly is a bound: 10人以上规模. */
const kindBehindCount = /^(?:的|规模|老|学生|家庭|以上|自然村|自然屯|村民小组|村组|聚居)/;
const classBehind = new HeadPattern(
  '元级产集企园俱斤大梯板市方项',
  /^(?:元以上|级|产业|集群|企业|园区|俱乐部|斤|大关|级产业|梯队|板块|市场|方阵|项目)/,
);

/** What sums up or divides a text, not a thing that is counted: 16个方面. */
const divisionBehind = new HeadPattern(
  '方指环层维关字阶步要抓原战意自坚确之结统转突到月工学时百',
  /^(?:方面|指标|环节|层面|维度|关键词|字|阶段|步骤|要素|抓手|原则|战役|意识|自信|维护|坚持|确保|之一|结合|统一|转变|突破口|到位|关系|关键|字样|月|工作日|学期|时段|百分百|百分之百)/,
);
const divisionLead = /(?:围绕|突出|聚焦|紧扣|抓住|坚持|从|这|那|几|做到)$/;

const chineseUnitOfWords =
  /^(?:方|大|位一体|带|区|号|级|类|种|者|则|道|轮|届|度|体|时|分|角|线|代|等|面|头|点|步|手|流|般|些|定|旦|起|样|致|直|律|切|期|心|向|对|双|张|块|门|层|股|片|环|段|排|首|本|部|篇|笔|节|堂|套|成|里|款|星|村|乡|镇|县|镇村|队|根|封|通|集|卷|份|周|天|年|月|日|季度|岁|团|群|组|队伍|颗|场|班|倍)$/;

/** What a unit tells by itself. A text has few of them, and asks several times for each figure. */
export interface UnitSense {
  readonly isTime: boolean;
  /** 级, 号: it only names something unless a comparator leads to it. */
  readonly isNaming: boolean;
  readonly isCapacity: boolean;
  readonly isOfPeople: boolean;
  /** 字, 页: of a text. */
  readonly isOfText: boolean;
  /** 16个方面 */
  readonly isOfDivision: boolean;
  /** Of things that are counted one by one, rather than measured. */
  readonly isCount: boolean;
  readonly isPoints: boolean;
  /** 倍, 番 */
  readonly isMultiple: boolean;
  /** 第3位, 前进39位 */
  readonly isPlace: boolean;
}

const senses = new Map<string, UnitSense>();

let lastUnit = '';
let lastSense: UnitSense | undefined;

export function senseOf(unit: string): UnitSense {
  // One figure asks again and again.
  if (lastSense && unit === lastUnit) return lastSense;
  let sense = senses.get(unit);
  if (!sense) {
    const known = parseUnit(unit);
    sense = {
      isTime: timeUnit.test(unit),
      isNaming: namingUnit.test(unit),
      isCapacity: capacityUnit.test(unit),
      isOfPeople: unit.endsWith('人'),
      isOfText: /^(?:千?字|页)$/.test(unit),
      isOfDivision: /^[个大项条]$/.test(unit),
      isCount: known === undefined || /^(?:count|grade|rank|none)/.test(known.dimension),
      isPoints: /百分点|百分點|千分点|千分點|point/i.test(unit),
      isMultiple: /^(?:倍|番|times|fold)$/i.test(unit),
      isPlace: /^(?:位|名|个位次|位次)$/.test(unit),
    };
    if (senses.size >= memoLimit) senses.clear();
    senses.set(unit, sense);
  }
  lastUnit = unit;
  lastSense = sense;
  return sense;
}

/** Whether the figure is one that a claim can be made of. */
export function isFigure(figure: FigureInText): boolean {
  const { quantity, kinds } = figure;
  const unit = quantity.high?.unit || quantity.amount.unit;
  if (quantity.ratio) return isRatio(figure);
  if (unit === '') return isBareNumber(figure);
  if (senseOf(unit).isTime) return isTimeTold(figure, unit);
  if (isPartOfName(figure, unit) || isDivision(figure, unit)) return false;
  const isChange = kinds.has('up') || kinds.has('down');
  if (!isChange && isAttribute(figure, unit)) return false;
  // 百分之八 is a figure wherever it stands.
  if (!quantity.amount.chinese || unit === '%' || unit === '‰') return true;
  return isChineseFigure(figure, unit);
}

/** 2.07：1 where something leads to it; 09:50:02 behind a date is a time. */
function isRatio({ quantity, kinds, lead }: FigureInText): boolean {
  if (/[\d日]\s*$/.test(lead)) return false;
  return (
    kinds.has('comparator') ||
    kinds.has('to') ||
    (quantity.ratio?.length ?? 0) > 2 ||
    /(?:比|为|达|到|至|由|从|和|与|、)$/.test(lead)
  );
}

/** A number without a unit is a claim only where a comparator leads to it and the clause ends with it. */
function isBareNumber({ quantity, kinds, after, lead, isToLevel }: FigureInText): boolean {
  const { amount } = quantity;
  if (amount.mask !== undefined) return false;
  // “from 1,240 to 1,600 and …”
  if (isToLevel && kinds.has('to') && !amount.chinese && !isYear.test(amount.number ?? ''))
    return true;
  // 突破百亿大关
  // “15 old neighbourhoods”, “from 17 to 23.”: English counts without a measure word.
  if (countedInEnglish.test(after))
    return !noCountBehind.test(lead) && !isYear.test(amount.number ?? '');
  // “Trees planted: 4,500”
  if (namedByColon.test(lead) && !codeByColon.test(lead))
    return !isYear.test(amount.number ?? '') && /^(?:[,;]?\s|\.?\s*$|\.\s)/.test(after);
  if (amount.chinese) return kinds.has('comparator') && /[万萬亿億]$/.test(amount.number ?? '');
  // “a net increase of 9 over 2020”
  if ((kinds.has('up') || kinds.has('down')) && /[a-z] $/.test(lead)) return true;
  if (!kinds.has('comparator') && !kinds.has('to') && !kinds.has('share')) return false;
  if (/[A-Za-z]$/.test(lead) || isYear.test(amount.number ?? '')) return false;
  return /^(?:[，,；;。、）)]|\.(?:\s|$)|左右|以上|以内|以下|$)/.test(after);
}

const namedByColon =
  /[A-Za-z)]:\s(?:(?:at least|about|around|over|up to|more than|fewer than|less than|no (?:more|less|fewer) than)\s)?$/i;
const codeByColon =
  /\b(?:tel|telephone|phone|fax|pages?|no|number|codes?|rooms?|box|article|section|table|figure|chapter|item|version|years?|step|note|grades?|isbn|id):\s$/i;
const isYear = /^(?:19|20)\d\d$/;
/** Letters of a name, 2024/25, for every 1,000 people. */
const noCountBehind = /[A-Za-z.]$|(?:19|20)\d\d[/–-]$|\b(?:every|each|per|among|out of)\s$/;
/** A space and a word that is no preposition: a thing that is counted. */
const countedInEnglish =
  /^ (?!(?:in|on|at|by|for|with|to|of|from|and|or|per|a|an|as|than|during|since|until|before|after|over|under|up|down|more|less)\b)[A-Za-z]{2}/;

/** How long something took is told only where time is what it is about. */
function isTimeTold(
  { kinds, before, lead, nameBefore, quantity, unitBefore }: FigureInText,
  unit: string,
): boolean {
  if (quantity.amount.mask) return false;
  // 污染天数3天，比上年减少2天
  if (unit === unitBefore && (kinds.has('up') || kinds.has('down') || quickerBefore.test(lead)))
    return true;
  if (unit === '岁') return /(?:寿命|年龄)[^，]{0,12}$/.test(before);
  if (durationLead.test(lead) && !timedNoun.test(lead)) return false;
  return (
    timedNoun.test(before) || ((isLed(kinds) || kinds.has('from')) && timedNoun.test(nameBefore))
  );
}

/** 比上年快1.5分钟, 较去年少2天 */
const quickerBefore = new TailPattern(
  '快慢早晚短长多少了',
  /(?:比|较)[^，。；]{2,10}(?:快|慢|早|晚|短|长|多|少)了?$/,
);

const isLed = (kinds: ReadonlySet<ModifierKind>): boolean =>
  kinds.size > 0 &&
  (kinds.has('comparator') ||
    kinds.has('to') ||
    kinds.has('up') ||
    kinds.has('down') ||
    kinds.has('share'));

/** 第3个, A-5, 1+4+N, 4A级, 104国道, 投资超亿元项目, xx镇. */
function isPartOfName(
  { quantity, kinds, before, lead, after, clause }: FigureInText,
  unit: string,
): boolean {
  const { mask } = quantity.amount;
  const sense = senseOf(unit);
  if (mask !== undefined && mask !== '' && /^(?:号|村|镇|鎮|届|屆|大|次会|级|级)/.test(unit))
    return true;
  // A magnitude alone behind 超 or 过 is a threshold: 超亿元项目.
  if (mask === '' && /[超过]$/.test(lead) && /^[^，,；;。、]/.test(after)) return true;
  if (
    (unit === '万' || unit === '亿') &&
    /^[^，。；]{0,6}(?:人民|儿女|父老|群众|干部)(?![^，。；]{0,3}[饮住收脱搬就])/.test(after)
  )
    return true;
  // 565万人民, 五百人口以上的村: no people are counted.
  if (sense.isOfPeople && (/^[民才]/.test(after) || (quantity.amount.chinese && /^口/.test(after))))
    return true;
  // 每5升126.5元: of how much the next figure is told.
  if (/每$/.test(lead) && /^\d/.test(after)) return true;
  // A dash behind a digit is a range and no part of a name.
  if (partOfNameBefore.test(lead)) return true;
  if (sense.isNaming) {
    // 110千伏及以上变电站87座
    if (
      /^(?:千伏|伏|kV)$/i.test(unit) &&
      clause.suffixes.length > 0 &&
      /^[^，。；、）)]/.test(after)
    )
      return true;
    if (/^[级号星]$/.test(unit) && /^(?:以上|[^，。；、）)]{2})/.test(after)) return true;
    // 下降三成, 占八成以上
    const isFallen =
      unit === '成' &&
      (kinds.has('up') || kinds.has('down') || kinds.has('share') || clause.suffixes.length > 0);
    if (!kinds.has('comparator') && !kinds.has('to') && !isFallen)
      return !/(?:寿命|年龄|气温|温度|用电量|发电量|电量|得分|评分|分值|总分|均分|分数)$/.test(
        before,
      );
  }
  // 汇能50兆瓦光伏发电项目, 20万吨碳酸锂生产线: a capacity in a project's name.
  if (sense.isCapacity && !isLed(kinds) && projectBehind.test(after)) return true;
  return unit.length === 1 && nameBehind.test(after) && !isLed(kinds);
}

/** 完成8类重点场所改造1173家: of how many kinds the things are that are counted behind. */
const kindsOfCounted = /^[^，,；;。、（(\d各]{2,14}\d/;

/** What sums up or divides the text, and pages and letters of it. */
function isDivision({ kinds, lead, after }: FigureInText, unit: string): boolean {
  const { isOfText, isCount, isOfDivision } = senseOf(unit);
  if (isOfText) return !/(?:突破|超过)$/.test(lead);
  if (isCount && divisionBehind.test(after)) return true;
  if ((unit === '类' || unit === '類') && kindsOfCounted.test(after)) return true;
  // 在全市18个区县中排名第4位: among whom.
  if (amongBefore(lead) && /^[^，。；]{1,8}中(?:排|位|居|列|名)/.test(after)) return true;
  return isOfDivision && !isLed(kinds) && divisionLead.test(lead);
}

/** 在全市: 在 with four letters behind it at most. */
function amongBefore(lead: string): boolean {
  for (let at = lead.length - 1; at >= 0 && at >= lead.length - 5; at--) {
    const code = lead.charCodeAt(at);
    if (code === inSign) return true;
    if (code === comma || code === fullStop || code === semicolon) return false;
  }
  return false;
}

/** Thresholds and attributes: 投资5000万元以上的项目, 总投资47亿元的某电站. */
function isAttribute({ clause, after }: FigureInText, unit: string): boolean {
  const suffix = clause.suffixes.at(-1);
  const counts = senseOf(unit).isCount;
  if (suffix && suffix.id !== 'about') {
    // 50亿元以上2个
    if (!counts && countBehind.test(after)) return true;
    if (counts ? kindBehindCount.test(after) : kindOfThing.test(after)) return true;
  }
  const first = after.charCodeAt(0);
  if (first === ofSign && !/[%％‰番倍]$/.test(unit)) {
    // 低收入农户120户的脱贫工作: the households are counted.
    if (counts && /^的[^，。；、]{0,6}(?:工作|任务)/.test(after)) return false;
    return !/^的(?:目标|任务|速度|比例|增长|水平|标准线|资金|成绩|历史)/.test(after);
  }
  if (!counts && classBehind.test(after) && !/[%％‰]$/.test(unit)) return !/^大关/.test(after);
  return first === gradeSign;
}

/** How many of that size there are. */
const countBehind = /^的?\d{1,5}(?:个|家|户|项|名|人|座|处)(?!百分)/;

const [ofSign, gradeSign, inSign, comma, fullStop, semicolon] = [...'的级在，。；'].map((sign) =>
  sign.charCodeAt(0),
);

/** 两个村, 一座, 三大: a numeral in words counts only where it clearly counts. */
function isChineseFigure(
  { quantity, kinds, lead, after, nameBefore, clause }: FigureInText,
  unit: string,
): boolean {
  const number = quantity.amount.number ?? '';
  const isHedged =
    kinds.has('comparator') || clause.suffixes.length > 0 || quantity.amount.more === true;
  if (/[百千万萬亿億]/.test(number) || /^[百千万萬亿億]/.test(unit)) {
    const isWritten = /[一二两三四五六七八九]/.test(number);
    const isOver = /[^超通不经越度]过$/.test(lead) && /^(?:[，,；;。、）)]|$)/.test(after);
    if (!isHedged && !kinds.has('to') && !isWritten && !isOver) return false;
    return !/^(?:级|项目|企业|产业|集群|家|人大会|的|工程|行动|计划|攻坚)/.test(after);
  }
  if (kinds.has('up') || kinds.has('down')) return /^(?:倍|成|番)$/.test(unit);
  if (chineseUnitOfWords.test(unit))
    return isHedged && /^(?:[，；。、]|$)/.test(after) && !/^(?:类|种|体|级|号)$/.test(unit);
  // 新建公厕一座。 — the clause ends with it and a noun stands before it.
  const ends = /^(?:[，,；;。、）)]|$)/.test(after);
  if (ends)
    return (
      nameBefore.length >= 2 && (unit !== '个' || isHedged || /^(?:新|建|引进)/.test(nameBefore))
    );
  return (
    /^(?:次|起|座|处|条|家|所|台|辆|例)$/.test(unit) &&
    /^(?:新建|建成|召开|举办|开展|组织|发生|引进|开通|建设|成功举办|改造|修建|设立|新增)$/.test(
      nameBefore,
    )
  );
}
