/**
 * Names of indicators in running text: what of the words before a figure, or behind it, says whose
 * figure it is. Scope words, comparators, commitments and adverbs are cut off, verbs that make a
 * flow stay (CLAIMS.md). All patterns are written in simplified characters and asked of a simplified
 * shadow of the text, which has the same length; the name is taken from the text as printed.
 */
import type { Span } from '../syntax/tree.ts';
import { simplify } from './names.ts';
import {
  Characters,
  digits,
  HeadPattern,
  HeadPatterns,
  holds,
  occurrences,
  spaces,
  TailPattern,
} from './patterns.ts';
import { englishLeading, englishTrailing, nothingNamed } from './prose-english.ts';

/** A text with its simplified shadow. */
export interface Words {
  readonly text: string;
  readonly simple: string;
}

export interface Name {
  readonly name: string;
  /** Where the name stands; absent where its letters do not stand together. */
  readonly span?: Span;
}

export const noName: Name = { name: '' };

// ---------------------------------------------------------------- tables

/** A word and the letters that make a longer word of it when they follow (or stand before it). */
type Guarded = readonly [word: string, notBefore?: string, notBehind?: string];

/** What may stand before a name without belonging to it. */
// biome-ignore format: a table
const leadingWords: readonly Guarded[] = [
  ['一是'], ['二是'], ['三是'], ['四是'], ['五是'], ['六是'], ['七是'], ['八是'], ['如今'], ['现在'], ['眼下'], ['当前'], ['几乎'], ['仍有'], ['仍'], ['尚有'], ['尚'], ['按同口径'], ['同口径'], ['按可比口径'], ['可比口径'], ['共计'], ['总共'], ['总计'], ['一共'], ['合计'], ['累计'], ['共有'], ['共', '产建享同青治和赢性识生聚'],
  ['已经'], ['已有'], ['已'], ['又'], ['再', '生就造贷制'], ['还要'], ['还将'], ['还有'], ['还', '建林草款湿迁贷'],
  ['也'], ['均', '衡线'], ['都', '市匀江'], ['将', '军'], ['可', '再支持吸回控变燃靠耕利'], ['能够'], ['能', '源耗力效量繁'],
  ['拟'], ['要', '素'], ['需', '求'], ['应', '急届对用收征保'], ['先后'], ['陆续'], ['持续'], ['继续'], ['进一步'],
  ['大力'], ['积极'], ['努力'], ['全力', '以'], ['全面', '小深二'], ['切实'], ['扎实'], ['成功'], ['顺利'], ['圆满'],
  ['超额'], ['预期'], ['其中'], ['同时'], ['另外'], ['此外'], ['另有'], ['另'], ['目前'], ['现有'], ['现', '代金场货役行'],
  ['通过'], ['力求'], ['争取'], ['力争'], ['确保'], ['保证'], ['预计'], ['计划', '生单'], ['有望'], ['达到'], ['达', '标州川'],
  ['实现'], ['完成', '率情'], ['取得'], ['保持'], ['稳定'], ['建成', '区投通后'], ['使', '用馆'], ['让', '利'], ['促进'],
  ['推动'], ['突破'], ['超过'], ['总体'], ['初步'], ['我们'], ['同比'], ['环比'], ['逆势'], ['核算'], ['全部'], ['所有', '制权'], ['有效', '发专灌投'],
  ['不断'], ['逐步'], ['加快'], ['率先'], ['首批'], ['一批'], ['每年'], ['年均'], ['年内'], ['期间'], ['连续'], ['分别'],
  ['和', '谐平县田顺睦'], ['与'], ['以及'], ['及', '时'], ['并', '购网联轨'], ['且'], ['但'], ['而'], ['了'], ['的'],
  ['对', '外口接台'], ['在', '建校册园岗职库训线读编营孕院用产地研'], ['把'], ['为', '民'], ['由'], ['从', '业'], ['比', '例重率'], ['较'], ['约', '束'],
  ['近', '海零郊岸'], ['到', '位户访账帐港店期岗'], ['至'], ['截至'], ['截止'], ['以来'], ['来', '料访源宾华电信'],
  ['末'], ['底'], ['初', '中次级婚'], ['首次'], ['成为'], ['有', '色机效线关组'], ['是'], ['以上'], ['左右'], ['上下'], ['使得'], ['特别是'], ['尤其是'], ['主要是'],
  ['着力'], ['深入'], ['全年'], ['超', '额级高市前声算限十百千万亿'], ['期'], ['各级', '各'], ['形成'], ['就是'], ['主要目标是'], ['预期目标是'], ['总体目标是'], ['目标是'], ['目标为'],
];

/** What may stand between a name and its figure. */
// biome-ignore format: a table
const trailingWords: readonly Guarded[] = [
  ['共计'], ['总共'], ['总计'], ['合计'], ['累计'], ['一共'], ['共有'], ['共', '', '公中总'], ['已经'], ['已达'], ['已'], ['又'], ['再'],
  ['均', '', '人户年月日平亩地村'], ['都', '', '首成'], ['将'], ['可', '', '许认'], ['能', '', '功节产智动效储光热职技'], ['分别'], ['各', ''], ['了'],
  ['的'], ['为', '', '行作'], ['达到'], ['达', '', '发直下送传表到'], ['到'], ['至'], ['是'], ['在', '', '存现所内'], ['有', '', '国所拥私公持具含享'], ['约', '', '节预集公签'],
  ['近', '', '附最'], ['仅'], ['只'], ['占', '', '侵抢'], ['同比'], ['环比'], ['比', '', '占对之率入生师支贷别养'], ['较'], ['实现'], ['完成'], ['预计'],
  ['计划'], ['保持'], ['稳定'], ['力争'], ['确保'], ['突破'], ['超过'], ['平均'], ['也'], ['还'], ['就', '', '成'], ['并', '', '合兼'],
  ['且'], ['和', '', '共饱'], ['与', '', '参'], ['及', '', '普惠涉波'], ['等', '', '高平中均初'], ['以上'], ['以下'], ['左右'], ['要', '', '需重主纪'], ['应', '', '供'], ['拟'],
  ['每年'], ['全年'], ['年均'], ['今年'], ['年底'], ['目标'], ['控制在'], ['不低于'], ['总体'], ['进一步'], ['由'], ['从'], ['每月', ''], ['继续'],
  ['仍'], ['尚'], ['过', '', '超通不经越度难错透'], ['全部'], ['基本'], ['持续'], ['同期'], ['其中'], ['超', '', '反'], ['水平', ''], ['高出'], ['高于'], ['快于'], ['低于'], ['全国', ''], ['全省', ''], ['接近'], ['排', '', '安'], ['位列'], ['位居'], ['安排'], ['编列'],
];

/** What is left out of the middle: 企业完成技改投入 is 企业技改投入. */
const innerWords =
  /实现|完成(?![率度]|情况|时限)|达到|预计|力争|确保|有望|累计|共计|总共|分别|先后|陆续|已经|超额|全年|今年(?:以来)?|去年|(?<=.)了(?=[^解])/g;

const innerWordStarts = new Characters('实完达预力确有累共总分先陆已超全今去了');

const scope = new HeadPattern(
  '全我本该各整',
  /^(?:全|我|本|该|各|整个)(?:自治[区州县]|镇|乡|县|市|区|州|省|村|街道|旗|盟|国|域)(?:的|人民|上下|各[级地])?(?=.{2})(?!首|第|重点|示范|文明|百|先进|优秀|劳动|知名|统一|最|唯一|[^，]{0,2}强)/,
);
const localAdverb = new HeadPattern('镇境辖县区', /^(?:镇内|境内|辖区内?|县域内|区内)(?=.{2})/);

const periodWords = new HeadPattern(
  `连规“"十今去明来本当上前下一二三四两五六七八九全年截${digits}`,
  /^(?:连续[^，。；]{1,4}?[年月届](?:度)?|[“"]?十[一二三四五六]五[”"]?(?:末|期间|时期|以来)?|(?:(?:19|20)\d\d|1[01]\d|(?:一[八九]|二[〇○零])[〇○零一二三四五六七八九]{2}|一[〇○零一][〇○零一二三四五六七八九]|今|去|本|当|上|前)年(?:度|末|底|初|内)?(?:以来|来|全年)?|[上下]半年|[一二三四]季度|前[两二三]季度|前(?:\d{1,2}|[一二两三四五六七八九十]+)个?月|明年|来年|全年|年[末底](?:前(?![期置端]))?|年初|年内|(?:[一二三两四五六七八九十]|\d+)年(?:[来间]|(?=累计|共|合计|新增|净增|平均))|(?:(?:1[0-2]|[1-9])[—–-])?(?:1[0-2]|[1-9])月(?:末|底|份|[1-3]?\d日)?(?:前(?![期置端沿]))?|截[至止]|上(?:月|周|旬|季度?)(?:末|底|同期)?|[今去][春夏秋冬]|规划期[末内间]?)/,
);
/** 在鎮區內、在去年的基础上: where and on what it happened. */
const circumstance = new HeadPattern(
  '在于从自',
  /^(?:在|于|从|自)[^，。；]{1,18}?(?:等[村地县市]|基础[之]?上|[^之]过程中|[^其]中|领域|方面|范围内|[区县市镇村]内)(?=.{2})/,
);
/** 国庆、中秋期间投放猪肉: when it was. */
const occasion = new HeadPattern(
  '春元清端中国暑寒节汛试双',
  /^(?:春节|元旦|清明|端午|中秋|国庆|暑[期假]|寒假|节[日假]|汛期|试点|试运行|双节)[^，。；\d]{0,8}期间(?=.{2})/,
);
/** 民调在市里调查中排第4位: the same behind the name. */
const circumstanceBehind = new TailPattern(
  '中国省市州县区上年月末底才库计来前',
  /(?<=.{2})(?:(?<=[数额量人])计|在(?:[^，。；在]{1,10}中|全[国省市州县区]|(?:上年|去年|原有?|现有)(?:的)?基础上)|(?:到|至|截至|截止)\d{1,2}月[末底]?才?(?:入库)?|\d{1,2}月(?:[末底]|\d{1,2}日)?前|连续[^，。；]{1,3}年|[两二三四五六七八九十]年来?)$/,
);
/** Lead-ins to the words that matter: 通过爭取項目…實現… */
/** 向省提出建议, 为残疾人提供服务: whom it is done for. */
const beneficiary = new HeadPattern(
  '向给为对',
  /^(?:向|给|为|对)[^，。；]{1,12}?(?=(?:提出|提供|输送|发放|发(?![展现生布电明])|报送|推荐|申报|争取|进行|实施|开展|给予))(?:进行|给予)?/,
);
/** 比上年年初预算增长, 比概算节约: what a change is measured against. */
const comparedBase = new HeadPattern(
  '比较',
  /^(?:比|较)[^，。；、\d]{0,8}(?:预算|决算|概算|执行数?|完成数|计划|目标)[数值额]?/,
);
const leadIn = /^(?:通过|围绕|依托|按照|坚持|随着|经过|为了)/;

/** Words of doing that leave no noun: the noun is behind the figure, or none is needed. */
// biome-ignore format: a table
const doing = [
  '新增', '新建', '新购', '新购置', '购置', '购买', '投放', '新开', '新开工', '新引进', '新签约', '新改', '新认定', '新培育', '新设', '新设立', '新发展', '新实施', '新获批', '新修', '新打造', '新创建',
  '改造', '改建', '改扩建', '扩建', '续建', '重建', '引进', '招引', '举办', '承办', '开展', '召开', '建成', '建设', '建立', '实施', '组织', '发展', '培育', '培养', '培训',
  '完成', '签约', '落地', '开工', '竣工', '投产', '投用', '打造', '创建', '创成', '推进', '推动', '修建', '修缮', '维修', '硬化', '整治', '治理', '关闭', '取缔', '拆除',
  '查处', '查办', '办理', '办结', '受理', '化解', '调处', '排查', '发放', '安装', '配备', '配置', '救助', '帮扶', '解决', '转移', '流转', '种植', '栽植', '栽种', '养殖', '出栏', '收购',
  '规划', '谋划', '策划', '包装', '储备', '申报', '申请', '获评', '荣获', '获', '获得', '认定', '评选', '评出', '推荐', '选派', '选聘', '招录', '招聘', '聘请', '处理', '处置',
  '清理', '清运', '铺设', '敷设', '疏浚', '关停', '淘汰', '整合', '落实', '启动', '开通', '开发', '开放', '抓好', '做好', '办好', '建好', '共有', '拥有', '覆盖', '惠及', '受益',
  '涉及', '带动', '服务', '接待', '输送', '输出', '盘活', '消除', '设立', '成立', '取消', '增加', '减少', '建', '修', '办', '引', '招', '种', '拆', '破', '抓', '抓获', '查', '评', '选', '派',
  '送', '植', '投入', '投资', '布局', '布设', '争创', '出台', '制定', '制订', '印发', '推出', '推广', '提升', '优化', '突出', '聚焦', '列出', '梳理', '扶持', '支持', '资助', '减免', '安置',
  '救治', '筹集', '筹措', '争取', '提出', '到位', '安排', '下达', '拨付', '兑现', '提供', '采购', '增设', '增开', '改善', '巩固', '入选', '入围', '创', '建档', '走访', '慰问', '保障', '承接', '签订',
  '开设', '开辟', '复垦', '绿化', '造林', '生产', '销售', '出口', '加装', '更新', '置换', '接种', '检测', '巡查', '检查', '立案', '审结', '侦破', '破获', '打掉', '捣毁', '刑拘', '化验', '调解', '和', '再', '新', '深入', '重点', '突破', '坚持',
];
const doingStarts = doing.map((word) => word[0]).join('');
const onlyDoing = new HeadPattern(doingStarts, new RegExp(`^(?:${doing.join('|')})+$`));
const headVerbs = new HeadPattern(
  doingStarts,
  new RegExp(
    `^(?:${doing
      // 引进投资超亿元的项目: the investment is the project's.
      .filter((verb) => verb.length > 1 && verb !== '投资')
      .sort((a, b) => b.length - a.length)
      .join('|')})+`,
  ),
);

/** Words behind a figure that begin a predicate, so that no noun stands there. */
// biome-ignore format: a table
const predicates = [
  '大关', '打造', '用于', '用来', '支持', '完成', '建成', '投入', '开工', '被', '获评', '获得', '获批', '得到', '进行', '通过', '落户', '落地', '入驻', '参加', '参与', '实现', '成功', '全面', '正在', '纳入',
  '进入', '列入', '跻身', '晋升', '发展到', '达到', '到位', '接受', '享受', '建立', '签约', '竣工', '投产', '投用', '成为', '已', '均(?!衡)', '都(?!市)', '全部', '顺利', '基本(?!农田|医疗|养老)', '加快', '相继', '平等', '开展', '实行', '推进',
  '入选', '入围', '荣获', '喜获', '上榜', '挂牌', '上市(?!公司|企业|后备)', '未(?!成年|来)', '不(?!动产|锈)', '无(?![人线障偿害土烟灯])', '将(?!军)', '可(?![再支持回燃耕])', '需(?!求)', '因', '让(?!利)', '使(?!用)', '并(?![购网联])', '而', '且', '但', '和(?!谐)', '与', '及', '或', '在(?![建线校岗册编孕园])', '对(?![外口接台])', '为(?!民)', '于', '以', '由', '从', '向', '同(?!步|城)', '还(?![建迁款湿])', '也', '又', '再(?![生造])', '用(?![水电地工气户餐材能])', '占(?!地)', '高于', '低于', '高出', '同比', '较', '比(?!赛)', '是', '有(?![线机色效关限轨氧])', '超(?![级市大高算声])', '达', '至', '到(?!户|村)', '共(?![享同建青产管治])', '累计', '列(?!车)', '居(?!民|家|住)', '位列', '位居', '分别', '实施', '扎实', '稳步', '有序', '有效', '按期', '如期', '同步', '启动', '退出', '喜迁', '搬迁(?!村|户|安置)', '免费', '收到', '推动', '促进', '带动', '覆盖', '惠及', '保障(?!性|房)', '解决', '改善', '提升', '新增', '总投资', '总量', '总数', '总面积', '年产', '助力', '撬动', '拉动', '左右', '以上', '以内', '以下', '前(?![沿期置])', '后(?![备勤续])', '时(?![代尚])',
];
const predicate = new HeadPattern(
  predicates.map((word) => word[0]).join(''),
  new RegExp(`^(?:${predicates.sort((a, b) => b.length - a.length).join('|')})`),
);
/** Where a noun behind a figure ends: verbs that hardly ever stand inside a name. */
const nounEnd =
  /(?:被|参加了?|建立|接受|获得|获评|获批|荣获|实现|完成|开工建设|开工|建成|竣工|投产|投入使用|投用|通过|达到|纳入|入选|入围|进入|列入|落户|落地(?!率)|成为|得到|享受|受益|正在|已|全部|平?均(?!衡)|顺利|成功|全面|加快|相继|平等|进行|退出|喜迁|跻身|上市(?!公司|企业|后备)|后|以来|等(?!级)|分别|实施|未(?!来|成年)|按(?!揭)|如期|有序|圆满|较好|得以|提前|深入|开展|赴).*$/;

/** Words before the head noun that indicators of a list share with it: 居民人均可支配收入. */
const sharedQualifiers =
  '(?:常住)?居民|人均|可支配|基本|养老|医疗|保险|种植|播种|养殖|栽培|总|年均|日均|综合|处理|安全|有效|平均|各项|预算|本外币|营业|主营业务|销售|排放';
/** Nouns that indicators of a list share: 枸杞、小杂粮种植面积. */
const sharedHead = new RegExp(
  `(?:${sharedQualifiers})*(?:面积|产量|产值|总量|总值|班额|收入|投资|增加值|增速|总额|覆盖率|普及率|排放量|完成率|入学率|参保率|率|余额|标准|人数|总数|数量|数|浓度|强度|比重|比例|占比|规模|项目|企业|用户|能力|指数|水平|支出|销售额|交易额|进出口|保费|利润|税收|里程|存量|出栏量?|存栏量?|库容|人口|人次|客流|床位|机构|资金)$`,
);

const escapeRegExp = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (rows: readonly Guarded[]): readonly Guarded[] =>
  [...rows].sort((a, b) => b[0].length - a[0].length);
const leading = new HeadPattern(
  `${spaces}、，,:：*”』」•·●○■□▪◆—-${leadingWords.map(([word]) => word[0]).join('')}`,
  new RegExp(
    `^(?:[\\s、，,:：*”』」•·●○■□▪◆—-]+|${longestFirst(leadingWords)
      .map(([word, notBefore]) => escapeRegExp(word) + (notBefore ? `(?![${notBefore}])` : ''))
      .join('|')})`,
  ),
);
const trailing = new TailPattern(
  `${spaces}、，,:：*“『「${trailingWords.map(([word]) => word[word.length - 1]).join('')}`,
  new RegExp(
    `(?:[\\s、，,:：*“『「]+|${longestFirst(trailingWords)
      .map(([word, , notBehind]) => (notBehind ? `(?<![${notBehind}])` : '') + escapeRegExp(word))
      .join('|')})$`,
  ),
);
// ---------------------------------------------------------------- before the figure

/**
 * The name in the words from `start` to `end`, without what stands in `aside` (a pair of parentheses).
 */
export function nameBefore(words: Words, start: number, end: number, aside?: Span): Name {
  if (aside && aside.start >= start && aside.end <= end) {
    const behind = nameBefore(words, aside.end, end);
    const before = nameBefore(words, start, aside.start);
    if (behind.name === '' || before.name === '') return behind.name === '' ? before : behind;
    return { name: before.name + behind.name };
  }
  const [from, to] = cutEnds(words.simple, start, end);
  if (from >= to) return noName;
  const simple = words.simple.slice(from, to);
  const printed = words.text.slice(from, to);
  if (holds(simple, partingSigns)) {
    const subject = subjectLength(simple);
    if (subject > 0) return nameBefore(words, from + subject, to);
    const summed = afterExamples(simple);
    if (summed > 0) {
      const { name, span } = nameBefore(words, from + summed, to);
      if (name.length >= 2) {
        const verbs = verbsAtHead({ name: printed });
        return verbs ? { name: verbs + name } : { name, ...(span ? { span } : {}) };
      }
    }
  }
  const left = holds(simple, innerWordStarts) ? occurrences(innerWords, simple) : [];
  // Most names have no such word.
  if (left.length === 0) return spacedName(simple, printed, from);
  const pieces: Span[] = [];
  let at = 0;
  for (const found of left) {
    if (found.index > at) pieces.push({ start: at, end: found.index });
    at = found.index + found[0].length;
  }
  if (at < simple.length) pieces.push({ start: at, end: simple.length });
  if (pieces.length > 1 && leadIn.test(simple.slice(pieces[0].start))) pieces.shift();
  if (pieces.length === 1) {
    const [{ start: first, end: last }] = pieces;
    return spacedName(simple.slice(first, last), printed.slice(first, last), from + first);
  }
  return { name: pieces.map((piece) => printed.slice(piece.start, piece.end).trim()).join('') };
}

/** What does not belong to a name at its head. */
const heads = new HeadPatterns([
  new HeadPattern(spaces, /^\s+/),
  periodWords,
  scope,
  localAdverb,
  circumstance,
  occasion,
  comparedBase,
  beneficiary,
  leading,
  englishLeading,
]);

/** The stretch without what does not belong to a name at its ends. */
function cutEnds(simple: string, start: number, end: number): [number, number] {
  let from = start;
  let to = end;
  let before: number;
  do {
    before = from;
    const first = simple.charCodeAt(from);
    for (const pattern of heads.beginningWith(first)) {
      const found = pattern.exec(simple.slice(from, to));
      if (found) {
        from += found[0].length;
        break;
      }
    }
  } while (from !== before && from < to);
  // A quotation that ends before the figure has begun outside: 的“三大 is no part of a name.
  const isQuoting = holds(simple, quoteStarts, from, to);
  do {
    before = to;
    const last = simple.charCodeAt(to - 1);
    if (!isQuoting && !mayEnd(last)) break;
    const tail = simple.slice(Math.max(from, to - longestTail), to);
    let found = trailing.exec(tail) ?? circumstanceBehind.exec(tail);
    if (!found && (isQuoting || englishTrailing.mayEnd(last))) {
      const rest = simple.slice(from, to);
      found = englishTrailing.exec(rest) ?? (isQuoting ? unclosed.exec(rest) : null);
    }
    if (found) to -= found[0].length;
  } while (to !== before && from < to);
  const first = simple.charCodeAt(from);
  if (from < to && !scopeAlone.mayBegin(first) && !nothingNamed.mayBegin(first)) return [from, to];
  const rest = simple.slice(from, to);
  return scopeAlone.test(rest) || nothingNamed.test(rest) ? [to, to] : [from, to];
}

/** No Chinese words behind a name that do not belong to it are longer, with what must not stand before them. */
const longestTail = 16;

const mayEnd = (code: number): boolean =>
  trailing.mayEnd(code) || circumstanceBehind.mayEnd(code) || englishTrailing.mayEnd(code);

/** Who alone, without a name behind: 全镇371户. */
const scopeAlone = new HeadPattern(
  '全我本该各实最每保争冲',
  /^(?:(?:全|我|本|该|各)(?:自治[区州县]|镇|乡|县|市|区|州|省|村|街道|旗|盟|国)|实际|最[高低多少大小长短]|每(?:公斤|斤|吨|亩|千克|升)|[保争冲]|冲刺)$/,
);

const unclosed = /[“「『][^”」』]*$/;
const quoteStarts = new Characters('“「『');

/** What parts a name from who or what stands before it: see the two below. */
const partingSigns = new Characters('共后等');

/** 各级仲裁机构共处理争议, 小学迁建后可增加学位: who did it and what it comes from is no part of the name. */
function subjectLength(name: string): number {
  const all = name.lastIndexOf('共');
  if (all >= 2 && !/[公总一合]/.test(name[all - 1]) && hasObject(name.slice(all + 1)))
    return all + 1;
  const after = name.lastIndexOf('后');
  return after >= 2 && /^(?:可|将|能|每年|预计)/.test(name.slice(after + 1)) ? after + 1 : 0;
}

/** 处理争议 has one; 投入 alone needs to be told who did it. */
const hasObject = (name: string): boolean => headVerbs.test(name) && !onlyDoing.test(name);

/** 葡萄、黄桃等水果种植: what the examples are of is the name. Where it begins, or 0. */
function afterExamples(name: string): number {
  const at = name.lastIndexOf('等');
  return at > 0 && /、/.test(name.slice(0, at)) && !/[高平中均初]$/.test(name.slice(0, at))
    ? at + 1
    : 0;
}

/** How much of a very long stretch is attribute: names of more than twenty letters are seldom one. */
function afterLongAttribute(name: string): number {
  if (name.length <= 20) return 0;
  const of = name.lastIndexOf('的');
  return of >= 0 && name.length - of > 3 ? of + 1 : 0;
}

const spaceCharacters = new Characters(spaces);

/** A name without a long attribute at its head. `start` is where the stretch stands. */
function spacedName(simple: string, printed: string, start: number): Name {
  const long = afterLongAttribute(simple);
  return long > 0 ? spaced(printed.slice(long), start + long) : spaced(printed, start);
}

function spaced(name: string, start: number): Name {
  const lead = name.length - name.trimStart().length;
  const core = name.trim();
  if (core === '') return noName;
  const isSpread = holds(core, spaceCharacters) && /[\u4e00-\u9fff]\s+[\u4e00-\u9fff]/.test(core);
  const joined = isSpread ? core.replace(/\s+/g, '') : core;
  return joined === core
    ? { name: core, span: { start: start + lead, end: start + lead + core.length } }
    : { name: joined };
}

/** Whether nothing but verbs is left, whose noun stands elsewhere. */
export function isOnlyDoing(simpleName: string): boolean {
  return onlyDoing.test(simpleName);
}

// ---------------------------------------------------------------- behind the figure

const nounless: ReadonlySet<number> = new Set(
  [...'，,；;。、：:！？（(）)'].map((mark) => mark.charCodeAt(0)),
);

/** The noun that is counted: `举办4次培训活动`. `limit` is where the next figure begins. */
export function nounBehind(words: Words, end: number, limit: number, counts = true): Name {
  // Most figures have a mark behind them, and no noun.
  if (end >= words.simple.length || nounless.has(words.simple.charCodeAt(end))) return noName;
  const window = words.simple.slice(end, Math.min(words.simple.length, end + 48));
  // 12个总投资307亿元的项目: the attribute has a figure of its own.
  const attribute =
    /^[^，,；;。、：:！？（(）)]*?(?:\d|[百千万亿]元)[^，,；;。、：:！？（(）)]*?的/.exec(window);
  const until = attribute ? window.length : Math.max(0, Math.min(window.length, limit - end));
  let from = attribute ? attribute[0].length : 0;
  const found = /^[^，,；;。、：:！？!?（(）)\s|]{1,28}/.exec(window.slice(from, until));
  if (!found) return noName;
  let noun = found[0];
  const lead = /^(?:[”」』]?的)/.exec(noun);
  if (lead) {
    from += lead[0].length;
    noun = noun.slice(lead[0].length);
  }
  // 10个以上成为省级样板: what they became is what is counted.
  const became = /^(?:成为|成為|创成|入选|获评|荣获|被(?:评|认定|列|授予)[为入]?)/.exec(noun);
  if (became) {
    from += became[0].length;
    noun = noun.slice(became[0].length);
  }
  if (predicate.test(noun)) return noName;
  noun = noun.replace(nounEnd, '');
  const of = noun.lastIndexOf('的');
  if (of >= 1 && of < noun.length - 1) {
    // 3对煤矿的整合: the mines are counted; 3项适合本地种植的新品种: the kinds are.
    // 11个村的年收益率不到2%: what runs up to the next figure is that figure's name.
    const isNextName =
      counts &&
      !attribute &&
      end + from + noun.length === limit &&
      limit < words.simple.length &&
      !nounless.has(words.simple.charCodeAt(limit));
    const isCounted = counts && (isNextName || actionNoun.test(noun)) && !attributeVerb.test(noun);
    if (isCounted || /^的(?:基础|同时|情况|前提|过程)/.test(noun.slice(of))) {
      noun = noun.slice(0, of);
    } else {
      from += of + 1;
      noun = noun.slice(of + 1);
    }
  }
  // 9个水源工程和五县污水厂: the next numeral begins the next thing.
  noun = noun.replace(/和[一二三四五六七八九十].*$/, '');
  noun = noun.replace(/(?:了|的|和|与|或|左右|以上)+$/, '').replace(unclosed, '');
  if (noun.length === 0 || noun.length > 22) return noName;
  // 新建公厕3个改建户厕460个: what runs from a verb up to the next figure is that figure's name.
  if (
    !attribute &&
    end + until === limit &&
    isFigureAt(words, limit) &&
    from + noun.length === until
  ) {
    if (headVerbs.test(noun)) return noName;
    noun = noun.replace(innerVerb, '');
  }
  const start = end + from;
  return {
    name: words.text.slice(start, start + noun.length),
    span: { start, end: start + noun.length },
  };
}

/** What is done with a thing, so that the thing before 的 is what is counted. */
const actionNoun =
  /的[^的]{0,8}(?:监测|调查|抽查|检查|审计|工作|任务|整治|整合|重组|建设|改造|治理|问题|管理|升级|维修|搬迁|清理|认定|验收|安置|需求|诉求)$/;
const attributeVerb =
  /^(?:适合|具有|投资|总投资|涉及|用于|符合|可|能|有|列入|超|达|以|由|在|与|对|不|新|被|从|为|进入|位于|来自)/;
/** 31项民生工程投入资金107亿元: the verb begins what is said of the noun. */
const innerVerb =
  /(?<=.{2})(?:投入|投资|实现|完成|带动|接待|培训|签约|发放|兑现|提供|协调|减免|新增|覆盖|惠及|超标准|超范围|超预算|违规|列支|无预算|挪用|套取|虚报|欠缴|漏缴|及其).*$/;
const isFigureAt = ({ simple }: Words, at: number): boolean =>
  /[\dxX_０-９一二两三四五六七八九十百千近约超]/.test(simple[at] ?? '');

/** The verbs at the head of a name: 引进新建 of 引进新建某集团. */
export function verbsAtHead({ name }: Name): string {
  const simple = simplify(name);
  const length = headVerbs.exec(simple)?.[0].length ?? 0;
  // 出台支持企业发展12条措施: what the measures are for belongs to their name.
  if (length > 0 && /^(?:关于)?.{0,6}(?:支持|促进|推动|鼓励|服务|保障)/.test(simple.slice(length)))
    return name;
  // 组织力量对16个村: the verb has an object of its own.
  return /[对将把为向]/.test(simple.slice(length)) ? '' : name.slice(0, length);
}

// ---------------------------------------------------------------- lists of names

/** Compounds that stand for two: 城乡居民收入 is told of 城镇 and 农村. */
const compounds: readonly (readonly [RegExp, string, string])[] = [
  [/城乡(?=常?住?居民|低保|最低)/, '城镇', '农村'],
  [/存贷款/, '存款', '贷款'],
  [/收支/, '收入', '支出'],
];

/**
 * The names to which `count` figures belong: `城镇和农村居民人均可支配收入分别` has two. Undefined where the
 * words do not name so many.
 */
export function distributedNames(
  name: string,
  simple: string,
  count: number,
): string[] | undefined {
  const names: string[] = [];
  let from = 0;
  for (const found of simple.matchAll(/、|，|,|以及|和(?!谐)|与|及(?!时)/g)) {
    names.push(name.slice(from, found.index).trim());
    from = found.index + found[0].length;
  }
  names.push(name.slice(from).trim());
  const parts = names.filter((part) => part !== '');
  if (parts.length === count && count > 1) return withSharedHead(parts);
  if (parts.length === 1 && count === 2) {
    for (const [pattern, first, second] of compounds) {
      const found = pattern.exec(simple);
      if (!found) continue;
      const put = (word: string): string =>
        name.slice(0, found.index) + word + name.slice(found.index + found[0].length);
      return [put(first), put(second)];
    }
  }
  return undefined;
}

function withSharedHead(names: readonly string[]): string[] {
  const last = names[names.length - 1];
  const head = headSharedWith(names[0], sharedHead.exec(last)?.[0] ?? '');
  // The last item must have something of its own before the head.
  if (head === '' || head.length >= last.length) return [...names];
  return names.map((name) => (name === last || sharedHead.test(name) ? name : name + head));
}

/** The head without what the first name says itself: 城镇居民医疗保险和养老保险参保率 shares 参保率. */
function headSharedWith(first: string, head: string): string {
  let from = 0;
  for (const found of head.matchAll(new RegExp(sharedQualifiers, 'g'))) {
    if (first.includes(found[0])) from = found.index + found[0].length;
  }
  return head.slice(from);
}
