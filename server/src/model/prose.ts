/**
 * Claims from running text, by the same grammar as declared lines (CLAIMS.md). The grammar marks the
 * figures; this reader finds whose they are: it cuts the indicator's name out of the words before a
 * figure, or behind it, and carries subject, period and unit along a list.
 */
import { trimmed } from '../syntax/parser.ts';
import type {
  ClaimItem,
  Clause,
  DoublingItem,
  Line,
  Modifier,
  ModifierKind,
  PeriodItem,
  Quantity,
  RankItem,
  Span,
} from '../syntax/tree.ts';
import { changeOf, figureOf } from './claims.ts';
import { foldName } from './names.ts';
import { type PeriodScope, resolvePeriod } from './periods.ts';
import type { ChangeClaim, Claim, Period, Role } from './types.ts';
import { parseUnit } from './units.ts';

/** What is known before the text begins. */
export interface ProseContext {
  readonly line: Line;
  /** Where the items' offsets count from, relative to the line. */
  readonly offset: number;
  readonly scope: PeriodScope;
  /** What the section tells: results or targets, and of which year. */
  readonly role: Role;
  readonly period?: Period;
}

type Draft = { -readonly [K in keyof Claim]: Claim[K] };

/** Whether a text can hold a claim at all; most prose has no figure and is left alone. */
export function mayClaim(text: string): boolean {
  return /[0-9０-９]|[xXｘＸ×_＿*＊]{2,}|[xX][萬万億亿個个]|达[多]?[万亿]?元|翻番|翻[一两兩二三]番|全覆盖|全覆蓋|[村户戶组組]通|清零|同步|[一二两兩三四五六七八九十百千几][多余餘]?[万亿萬億]?[个個家座处處条條次场場期所项項起件人户戶元吨亩公名批台]/.test(
    text,
  );
}

// ---------------------------------------------------------------- words

const scopePattern =
  /^(?:(?:全|我|本|该|該|各|整个)(?:镇|鎮|乡|鄉|县|縣|市|区|區|州|省|村|街道|旗|盟|国|國)(?:的|人民|上下)?|全社会(?=[就保])|镇内|境内)/;

/** Adverbs and helping words before a name; they say how, not what. */
const leadingWords =
  /^(?:[\s、，,:：]+|(?:到|至|截至|截止|截止到|年末|年底|末|底|初|以来|以來|来|內|内|中|上|下|后|後)(?=.)(?!位资金|访|市|马|调|位|海|浮|网)|(?:共计|共計|总共|總共|总计|總計|共|已经|已經|已|又|再|还要|還要|还|還|也|均|都|将|將|可|能够|能夠|能|拟|擬|要|需|应|應|累计|累計|合计|合計|先后|先後|陆续|陸續|持续|持續|继续|繼續|进一步|進一步|大力|积极|積極|努力|全力|全面|切实|切實|扎实|紮實|基本|成功|顺利|順利|圆满|圓滿|超额|超額|预期|預期|主要|其中|同时|同時|另外|此外|另有|目前|现有|現有|现|現|已有|通过|通過|力求|争取|爭取|力争|力爭|确保|確保|保证|保證|预计|預計|计划|計劃|有望|达到|達到|达|達|实现|實現|完成|取得|获得|獲得|保持|稳定|穩定|使|让|讓|促进|促進|带动|推动(?!.{0,3}改)|突破|超过|超過|平均|总体|總體|初步|核算|规划|規劃(?=建)|全部|所有|有效|不断|不斷|逐步|加快|率先|重点|重點|首批|一批|每年|年均|期间|期間|连续|連續|分别|分別|确定|左右|以上|和|与|與|及|并|並|且|但|而|了|的|地|对|對|在|把|将|將|为|為|由|从|從|比|较|較|约|約|近))/;
const trailingWords =
  /(?:[\s、，,:：]+|(?:共计|共計|总共|總共|共|已经|已|又|再|均|都|将|將|可|能|累计|累計|合计|合計|分别|分別|各|了|的|为|為|达到|達到|达|達|到|至|是|有|约|約|近|超|仅|僅|只|占|佔|同比|比|较|較|实现|實現|完成|预计|預計|计划|計劃|保持|稳定|穩定|力争|力爭|确保|確保|突破|超过|超過|平均|总数|數量|数量|也|还|還|就|并|並|且|和|与|與|及|等|以上|左右|要|应|拟|每年|全年|年均|今年|增至|提高到))$/;
/** Words of doing that leave no noun: the noun is behind the figure. */
const onlyVerb =
  /^(?:新增|新建|新开|新開|新开工|新引进|新签约|改造|改建|改扩建|扩建|引进|引進|举办|舉辦|开展|開展|召开|召開|建成|建设|建設|建立|实施|實施|组织|組織|发展|發展|培育|培训|培訓|完成|签约|簽約|落地|开工|竣工|投产|投用|打造|创建|創建|推进|推進|修建|修缮|新修|硬化|整治|治理|关闭|關閉|拆除|查处|查處|办理|受理|化解|调处|調處|排查|发放|發放|安装|安裝|配备|配置|救助|帮扶|解决|解決|转移|流转|种植|種植|栽植|养殖|出栏|收购|规划建设|規劃建設|新建和改造|新建改造|新改建|争取|申报|申請|申请|获评|荣获|认定|评选|评出|推荐|推薦|选派|招录|聘请|处理|处置|清理|清运|铺设|鋪設|疏浚|新发展|又引进|又引進|关停|淘汰|整合|落实|落實|启动|啟動|开通|开发|开放|建好|办好|抓好|做好|实施完成|共有|拥有|覆盖|惠及|受益|涉及|带动|服务|接待|输送|输出|储备|策划|包装|谋划|盘活|消除|新认定|新培育|新设|设立|成立|取消|增加|减少|減少|建|修|办|引|招|种|拆|破|抓|抓获|查|评|选|派|送|植|投入|投资|通过)+$/;

/** 以上 of a kind of thing (规模以上工业), not of a figure. */
const thingBehindThreshold =
  /^(?:的|工业|工業|企业|企業|项目|項目|产业|產業|单位|單位|村|户|戶|农户|居民|人口|老人|老年人|学校|医院|医疗机构|文物|平台|园区|骨干|干部|党员|游客|群众|职工|领导|重大|重点|招商|投资|规模|大型|固定|客商|学历|职称|标准|台风|地震|降雨|高温|土地|耕地|基地|的大|的重|的招|龙头|专业|税|市场|批发|民营|电站|机组|线路|主营)/;

/** Nouns of which a figure in years or days is told. */
const timedNoun =
  /(?:年限|寿命|壽命|天数|天數|日数|日數|时间|時間|工期|时限|時限|期限|学时|学制|时长|周期|年龄|年齡|缩短|縮短|压缩|壓縮|压减)(?:控制在|达|達|为|為|到|至|由|从)?$/;
const durationLead =
  /(?:连续|連續|提前|历时|歷時|历经|用时|用時|为期|為期|经过|經過|近|超过|不到|利用|用|未来|未來|今后|今後|再|过去|每|间隔|推迟|延期|滞后|建镇|成立|开展|坚持|奋战|持续|苦战|第)$/;

// ---------------------------------------------------------------- reader

/** Reads the claims of one paragraph. `items` are what the claim grammar made of its text. */
export function readProse(items: readonly ClaimItem[], context: ProseContext): readonly Claim[] {
  return new ProseReader(context).read(items);
}

class ProseReader {
  private readonly context: ProseContext;
  private readonly text: string;
  private readonly claims: Draft[] = [];
  private readonly titles: readonly Span[];

  private period: Period | undefined;
  private periodForm: PeriodItem['period'] | undefined;
  /** 预计 at the head of a sentence makes all up to its full stop forecasts. */
  private sentenceForecast = false;
  private sentenceStart = 0;
  private sentenceFirst = true;
  /** Behind the last comma, semicolon, colon or full stop. */
  private clauseStart = 0;
  /** Behind the last 、 or comma. */
  private itemStart = 0;
  private commitment: string | undefined;
  private from: Clause | undefined;
  /** The claim that a change, a share or a rank without a name of its own belongs to. */
  private subject: { name: string; span?: Span } | undefined;
  private last: Draft | undefined;
  /** A、B分别: names that wait for their figures. */
  private distributed: { name: string; span: Span }[] = [];
  private partsOf: Draft | undefined;
  private previousEnd = 0;

  constructor(context: ProseContext) {
    this.context = context;
    this.text = context.line.text.slice(context.offset);
    this.period = context.period;
    this.titles = [...this.text.matchAll(/《[^》]*》/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    }));
  }

  read(items: readonly ClaimItem[]): readonly Claim[] {
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (!this.titles.some(({ start, end }) => start < item.end && item.start < end)) {
        this.take(item, items, index);
      }
    }
    return this.claims.filter((claim) => claim.indicator !== '' || claim.change !== undefined);
  }

  private take(item: ClaimItem, items: readonly ClaimItem[], index: number): void {
    switch (item.kind) {
      case 'separator':
        this.separate(item.text, item.end);
        return;
      case 'period':
        this.takePeriod(item, items[index + 1]);
        return;
      case 'parts':
        this.partsOf = this.claims.findLast(
          (claim) => claim.value !== undefined && claim.change === undefined,
        );
        this.clauseStart = this.itemStart = item.end;
        return;
      case 'clause':
        this.takeClause(item, items, index);
        return;
      case 'rank':
        this.takeRank(item);
        return;
      case 'doubling':
        this.takeDoubling(item);
        return;
      case 'allOrNone':
        this.takeQualitative(item, item.text);
        return;
      case 'qualitative':
        // Quoted words are names; only 与…同步 says something here.
        if (!/^["“「『]/.test(this.text[item.start])) this.takeQualitative(item, item.text);
        return;
      default:
        return;
    }
  }

  // ------------------------------------------------------------ sentences

  private separate(mark: string, end: number): void {
    if (/[。！!？?]/.test(mark) || (mark === '.' && /\s/.test(this.text[end] ?? ' '))) {
      this.sentenceForecast = false;
      this.sentenceFirst = true;
      this.sentenceStart = end;
      this.subject = undefined;
      this.last = undefined;
      this.partsOf = undefined;
      this.commitment = undefined;
      this.from = undefined;
    }
    if (/[；;]/.test(mark)) {
      this.partsOf = undefined;
      this.last = undefined;
      this.subject = undefined;
      this.commitment = undefined;
      this.from = undefined;
    }
    if (/[。！!？?；;]/.test(mark) || (mark === '.' && this.sentenceFirst)) this.distributed = [];
    if (/[，,；;。：:！!？?（(）)]/.test(mark)) this.clauseStart = end;
    if (/[，,；;。：:！!？?（(）)、]/.test(mark)) this.itemStart = end;
  }

  private takePeriod(item: PeriodItem, next: ClaimItem | undefined): void {
    if (item.against) return;
    // 年均 of a span: “十三五”期间 stays a span; 上年 in 上年度 too.
    const period = resolvePeriod(item.period, this.context.scope);
    if (item.period.form === 'previous' && next?.kind !== 'separator') {
      // 去年 as an adverb of one clause.
    }
    this.periodForm = item.period;
    this.period = period;
  }

  // ------------------------------------------------------------ figures

  private takeClause(clause: Clause, items: readonly ClaimItem[], index: number): void {
    const { modifiers, quantity } = clause;
    for (const modifier of modifiers) {
      if (modifier.kind !== 'commitment') continue;
      const head = this.text
        .slice(this.sentenceStart, modifier.start)
        .replace(/[，,、：:\s]|\d+年?|全年|今年|到/g, '');
      if (modifier.id === 'expect') {
        if (head === '' || (scopePattern.test(head) && head.length <= 3))
          this.sentenceForecast = true;
      }
      this.commitment = modifier.id;
    }
    if (!quantity) return;
    const kinds = new Set<ModifierKind>(modifiers.map(({ kind }) => kind));
    if (kinds.has('from') && !kinds.has('to')) {
      this.from = clause;
      return;
    }
    if (!this.isFigure(clause, quantity, kinds, items, index)) {
      this.previousEnd = clause.end;
      return;
    }
    this.makeClaim(clause, quantity, kinds, items[index + 1]);
    this.previousEnd = clause.end;
  }

  private makeClaim(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    next: ClaimItem | undefined,
  ): void {
    const { modifiers } = clause;
    const unit = quantity.high?.unit || quantity.amount.unit;
    const base = modifiers.find(
      ({ kind, period }) => kind === 'base' || (kind === 'from' && period !== undefined),
    );
    const points = /百分点|百分點|千分点|point/i.test(unit);
    const times = /^(?:倍|番|times|fold)$/.test(unit);
    const grows = kinds.has('up') || kinds.has('down');
    const isChange =
      !kinds.has('to') && (grows || (base !== undefined && (times || points || unit === '位')));

    if (kinds.has('share')) {
      this.takeShare(clause, quantity, modifiers);
      return;
    }
    if (isChange) {
      this.takeChange(clause, quantity, kinds, base);
      return;
    }
    const name = this.nameFor(clause, next, unit);
    const from = this.from;
    this.from = undefined;
    const figure = figureOf(quantity, clause, this.context.offset);
    const draft = this.push(quantity, name, figure);
    if (kinds.has('total') || this.period?.span) draft.total = true;
    if (kinds.has('average')) draft.average = true;
    if (kinds.has('flow') || /^(?:新增|新建|新开工)/.test(draft.indicator)) draft.flow = true;
    if (unit === '位' || unit === '名次') draft.rank = true;
    if (from?.quantity) {
      draft.comparator = 'from-to';
      const { value } = figureOf(from.quantity, from, this.context.offset);
      if (value !== undefined) draft.from = value;
      draft.start = from.quantity.start + this.context.offset;
      draft.fromStart = from.quantity.amount.numberStart + this.context.offset;
      draft.fromEnd = from.quantity.amount.numberEnd + this.context.offset;
    }
    if (this.partsOf) draft.partOf = this.partsOf;
  }

  /** Dates, durations, thresholds, attributes and numbers in names are no claims. */
  private isFigure(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    items: readonly ClaimItem[],
    index: number,
  ): boolean {
    const { amount, high } = quantity;
    const unitText = high?.unit || amount.unit;
    const before = this.text.slice(Math.max(0, clause.start - 12), clause.start);
    const lead = this.text.slice(Math.max(0, quantity.start - 12), quantity.start);
    const after = this.text.slice(clause.end, clause.end + 12);
    if (quantity.ratio) return true;
    if (unitText === '') {
      // A bare number is a claim only where a comparator leads to it and the clause ends with it.
      if (amount.mask !== undefined) return false;
      if (!kinds.has('comparator') && !kinds.has('to')) return false;
      return /^(?:[，,；;。、）)]|$)/.test(after) && !/^(?:19|20)\d\d$/.test(amount.number ?? '');
    }
    if (
      amount.mask !== undefined &&
      amount.mask !== '' &&
      /^(?:年|月|日|号|村|镇|鎮|届|屆|大|次会)/.test(unitText)
    )
      return false;
    if (/第$|[A-Za-z.·\-—+/]$/.test(lead) && !/[~～]$/.test(lead)) return false;
    const unit = parseUnit(unitText);
    // Time: how long something took is no claim, unless time is what it is about.
    if (
      /^(?:年|个月|個月|月|天|日|小时|小時|分钟|分鐘|周|星期|秒|季度|个季度|個季度|周年|年度|个工作日|世纪|代)$/.test(
        unitText,
      )
    ) {
      if (durationLead.test(lead) && !timedNoun.test(lead)) return false;
      const level =
        kinds.has('comparator') || kinds.has('to') || kinds.has('down') || kinds.has('up');
      return (
        timedNoun.test(before) ||
        (level && timedNoun.test(this.text.slice(this.clauseStart, clause.start)))
      );
    }
    if (
      /^(?:岁|歲|度|号|號|级|級|层|層|届|屆|期|期工程|千伏|伏|kV|kv|A|G|K|时|點|点)$/.test(
        unitText,
      ) &&
      !kinds.has('comparator') &&
      !kinds.has('to')
    ) {
      if (!/^(?:期)$/.test(unitText)) return /(?:寿命|年龄|气温|温度)/.test(before);
    }
    const counts =
      unit === undefined ||
      /^(?:count|doc|person|event|grade|rank|none)/.test(unit.dimension) ||
      unit.dimension.startsWith('count');
    // Thresholds and attributes: 投资5000万元以上的项目, 总投资47亿元的某电站.
    const suffix = clause.suffixes[clause.suffixes.length - 1];
    const behind = items[index + 1];
    const touches = behind?.kind === 'text' && behind.start === clause.end;
    if (!kinds.has('up') && !kinds.has('down')) {
      if (suffix && suffix.id !== 'about' && touches && !counts && thingBehindThreshold.test(after))
        return false;
      if (
        suffix &&
        touches &&
        counts &&
        /^(?:的|规模|老|学生|家庭)/.test(after) &&
        thingBehindThreshold.test(after)
      )
        return false;
      if (/^的/.test(after) && !/^%|％|‰/.test(unitText) && !/[%％‰]$/.test(unitText)) {
        // N个的 does not occur; money, areas and lengths before 的 describe one thing.
        return /^的(?:目标|目標|任务|任務|速度|比例|增长|水平|标准线|投资|资金)/.test(after);
      }
      if (
        !counts &&
        touches &&
        /^(?:级|級|元以上|产业|產業|集群|企业|企業|园区|俱乐部|斤|吨级|大关)/.test(after)
      ) {
        return /^大关/.test(after);
      }
      if (/^(?:级|級)(?:产业|集群|企业|园区|城市|规模|粮|俱乐部)?/.test(after)) return false;
    }
    if (amount.chinese) return this.isChineseFigure(clause, quantity, kinds, after);
    if (
      /^(?:线|線|号|號|路|国道|國道|省道|县道|公馆|栋楼|楼|室|版|型|届|屆)/.test(after) &&
      unitText.length <= 1
    )
      return false;
    return true;
  }

  /** 两个村, 一座, 三大: a numeral in words counts only where it clearly counts. */
  private isChineseFigure(
    _clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    after: string,
  ): boolean {
    const { amount } = quantity;
    const number = amount.number ?? '';
    const unit = quantity.high?.unit || amount.unit;
    if (/[百千万萬亿億]/.test(number) || /^[万萬亿億]/.test(unit)) {
      return (
        !/^(?:级|級|项目|項目|企业|企業|产业|產業|集群|家|人大会|的)/.test(after) ||
        kinds.has('comparator')
      );
    }
    if (
      /^(?:方|大|位一体|带|帶|区|號|号|级|級|类|類|种|種|者|则|道|轮|届|屆|度|体|时|分|角|线|線|代|等|面|头|点|點|步|手|流|般|些|定|旦|起来|样|致|直|律|切|时期|心|向)$/.test(
        unit,
      )
    )
      return false;
    // 新建公厕一座。 — the clause ends with it and a noun stands before it.
    const ends = /^(?:[，,；;。、）)]|$)/.test(after);
    const noun = this.cleanName(this.text.slice(this.itemStart, amount.start));
    if (ends && noun.length >= 2 && !/^(?:一|第)/.test(noun))
      return (
        !/^(?:个|個)$/.test(unit) ||
        /(?:新建|建成|新增|达|有)/.test(this.text.slice(this.clauseStart, amount.start))
      );
    if (kinds.has('comparator') && /^(?:以上|左右)/.test(after)) return true;
    return (
      /^(?:次|场|場|期|起|座|处|處|条|條|家|所|台|辆|届)$/.test(unit) &&
      onlyVerb.test(noun) &&
      noun !== ''
    );
  }

  // ------------------------------------------------------------ names

  /** The name of a level: from the words before it, else from the noun behind it, else inherited. */
  private nameFor(
    clause: Clause,
    next: ClaimItem | undefined,
    unit: string,
  ): { name: string; span?: Span } {
    const waiting = this.distributed.shift();
    if (waiting) return waiting;
    const leadEnd = this.leadEnd(clause);
    const own = this.wordsBefore(leadEnd);
    const split = this.distribute(own);
    if (split) {
      const first = this.distributed.shift();
      if (first) return first;
    }
    const cleaned = this.named(own);
    const counts =
      !/[元美%％‰斤吨噸克亩畝米里顷頃瓦度升方]$/.test(unit) ||
      (/人次|平方/.test(unit) === false && /^(?:个|個|家|户|戶|人|名)$/.test(unit));
    if (cleaned.name === '' || onlyVerb.test(cleaned.name)) {
      const noun = next && this.nounBehind(clause.end);
      if (noun) {
        const name = cleaned.name + noun.name;
        return { name, span: noun.span };
      }
      if (cleaned.name !== '') return this.withHead(cleaned);
      return this.subject ?? { name: '' };
    }
    void counts;
    return this.withHead(cleaned);
  }

  /** Where the words before the figure end: at its first comparator or other modifier that is no flow. */
  private leadEnd(clause: Clause): number {
    const first =
      this.from?.start !== undefined && this.from.start >= this.clauseStart ? this.from : clause;
    const modifier = first.modifiers.find(({ kind }) => kind !== 'flow');
    return modifier?.start ?? first.quantity?.start ?? first.start;
  }

  private wordsBefore(end: number): { text: string; start: number } {
    let start = this.clauseStart;
    // Behind a figure in the same clause the next name begins: 新建公厕3个改建户厕460个.
    if (this.previousEnd > start && this.previousEnd <= end) start = this.previousEnd;
    // In a list of figures each item has its own name; in 枸杞、小杂粮种植面积 the 、 joins names.
    if (
      this.itemStart > start &&
      this.last &&
      this.last.end <= this.itemStart + this.context.offset &&
      this.last.end > start + this.context.offset
    )
      start = this.itemStart;
    return { text: this.text.slice(start, Math.max(start, end)), start };
  }

  /** 城镇和农村居民人均可支配收入分别: one name for each figure that follows. */
  private distribute(words: { text: string; start: number }): boolean {
    const at = words.text.search(/分别|分別/);
    if (at < 0) return false;
    const list = words.text.slice(0, at);
    const names = list.split(/[、，,]|和|与|與|及|以及/).map((name) => name.trim());
    if (names.length < 2) return false;
    const cleaned = names.map((name) => this.cleanName(name)).filter((name) => name !== '');
    if (cleaned.length < 2) return false;
    const shared = sharedTail(cleaned);
    this.distributed = cleaned.map((name, index) => ({
      name:
        index < cleaned.length - 1 && shared !== '' && !name.endsWith(shared)
          ? name + shared
          : name,
      span: {
        start: words.start + this.context.offset,
        end: words.start + at + this.context.offset,
      },
    }));
    return true;
  }

  private named(words: { text: string; start: number }): { name: string; span?: Span } {
    const name = this.cleanName(words.text);
    const tail = words.text.lastIndexOf(name.slice(-2));
    const span =
      name === ''
        ? undefined
        : {
            start: words.start + Math.max(0, tail + 2 - name.length) + this.context.offset,
            end: words.start + tail + 2 + this.context.offset,
          };
    return span ? { name, span } : { name };
  }

  /** Cuts scope words, adverbs, comparators and commitments from both ends and out of the middle. */
  private cleanName(words: string): string {
    // Only the last sentence part matters: 为促进增收，…
    let name = words
      .replace(/^.*[，,；;。：:！？]/s, '')
      .replace(/[“”"「」『』‘’'（(][^“”"「」『』‘’'（）()]*$/s, (open) =>
        open.replace(/^[（(].*$/s, ''),
      )
      .replace(/[“”"「」『』]/g, '');
    name = name.replace(
      /(?:19|20)\d\d年(?:度|末|底)?(?:全年)?|“?十[一二三四五]五”?(?:末|期间|时期)?|今年以来|今年|去年|全年|上半年|年末|年底/g,
      '',
    );
    let before: string;
    do {
      before = name;
      name = name.trim().replace(leadingWords, '').replace(scopePattern, '');
    } while (name !== before);
    do {
      before = name;
      name = name.trim().replace(trailingWords, '');
    } while (name !== before);
    // 规模企业实现工业总产值 → 规模企业工业总产值; 硬化了村组道路 → 硬化村组道路.
    name = name
      .replace(/(?:实现|實現|完成|达到|達到|力争|力爭|预计|預計|确保|確保|共)(?=.{2})/g, '')
      .replace(/了(?=.)/g, '')
      .replace(/\s+/g, '');
    // Long lead-ins: keep what follows the last preposition phrase.
    if (name.length > 16) {
      const cut = Math.max(
        name.lastIndexOf('的'),
        name.search(/(?:对|對|把|将|將|在|通过|通過|为|為)[^的]*$/),
      );
      if (cut > 0 && name.length - cut > 3) name = name.slice(cut + 1);
    }
    return name;
  }

  /** Items of a list get the shared head: 种植枸杞3万亩、小杂粮2万亩. */
  private withHead(named: { name: string; span?: Span }): { name: string; span?: Span } {
    return named;
  }

  /** 举办4次培训活动: the noun behind the figure, up to the next mark. */
  private nounBehind(end: number): { name: string; span: Span } | undefined {
    const rest = this.text.slice(end);
    const found = /^[^，,；;。、：:！？（()）0-9０-９\s]{1,24}/.exec(rest);
    if (!found) return undefined;
    let name = found[0]
      .replace(/[“”"「」『』]/g, '')
      .replace(
        /(?:得到|得以|实现|實現|正在|已经|全部|基本|顺利|完成|进行|進行|开工|建成|投产|竣工|通过|达到|实施|纳入|成为|参加|脱贫|建设完成|主体完成|分别|等)(?:.*)$/,
        (tail) => (tail.startsWith('建成') || tail.length < found[0].length ? '' : tail),
      );
    const of = name.lastIndexOf('的');
    if (of >= 0 && of < name.length - 1) name = name.slice(of + 1);
    name = name
      .replace(/^(?:的|以上|左右|多|余)/, '')
      .replace(/(?:了|的|等|和|与|并|以上|左右)$/, '');
    if (name.length === 0 || name.length > 18) return undefined;
    const start = end + found[0].indexOf(name) + this.context.offset;
    return { name, span: { start, end: start + name.length } };
  }

  // ------------------------------------------------------------ changes, shares, ranks

  private takeChange(
    clause: Clause,
    quantity: Quantity,
    kinds: ReadonlySet<ModifierKind>,
    base: Modifier | undefined,
  ): void {
    const change = changeOf(clause, quantity, kinds, base, this.context.offset);
    const waiting = this.distributed.shift();
    const own = waiting ? { name: waiting.name, span: waiting.span } : this.changeName(clause);
    let draft: Draft;
    const last = this.last;
    const joins =
      !waiting &&
      own.name === '' &&
      last !== undefined &&
      last.change === undefined &&
      !last.share &&
      !last.rank &&
      !last.completion &&
      last.qualitative === undefined;
    if (joins) {
      draft = last;
      draft.change = change;
    } else {
      const name = own.name !== '' ? own : (this.subject ?? { name: '' });
      draft = this.push(change, name, undefined);
      draft.change = change;
    }
    if (kinds.has('average')) draft.average = true;
    if (kinds.has('total')) draft.total = true;
    if (base) this.setBase(draft, base);
  }

  private changeName(clause: Clause): { name: string; span?: Span } {
    const words = this.wordsBefore(this.leadEnd(clause));
    if (this.distribute(words)) {
      const first = this.distributed.shift();
      if (first) return first;
    }
    return this.named(words);
  }

  private takeShare(clause: Clause, quantity: Quantity, modifiers: readonly Modifier[]): void {
    const share = modifiers.find(({ kind }) => kind === 'share');
    const of = share?.of?.text
      .replace(/的$/, '')
      .replace(/(?:的)?(?:比重|比例|份额)(?:达到?|为|由|提高到|从)?$/, '');
    const words = this.wordsBefore(share?.start ?? quantity.start);
    const own = this.named(words);
    const name = own.name !== '' && !onlyVerb.test(own.name) ? own : (this.subject ?? own);
    const draft = this.push(quantity, name, figureOf(quantity, clause, this.context.offset));
    const isCompletion = of !== undefined && /(?:任务|任務|计划|計劃|目标|目標|预算|預算)/.test(of);
    if (isCompletion) draft.completion = true;
    else draft.share = true;
    if (of) draft.of = of;
  }

  private takeRank(item: RankItem): void {
    const words = this.wordsBefore(item.modifiers[0]?.start ?? item.start);
    if (/(?:连续|連續|第[一二三]届|五年|三年)$/.test(words.text)) return;
    const own = this.named(words);
    const name = own.name !== '' ? own : (this.subject ?? own);
    // 第 belongs to the text of an ordinal; the claim's figure begins at its digits.
    const digits = /[0-9０-９一二三四五六七八九十百首]/.exec(this.text.slice(item.start, item.end));
    const start = item.start + (digits?.index ?? 0);
    this.push({ start, end: item.end }, name, {
      rank: true,
      value: item.rank,
      unit: '位',
      comparator: '=',
    });
  }

  private takeDoubling(item: DoublingItem): void {
    const at = this.context.offset;
    const change: ChangeClaim = {
      start: item.start + at,
      end: item.end + at,
      kind: 'times',
      value: String(Math.round(Math.log2(item.times))),
      unit: '番',
      numberStart: item.start + at,
      numberEnd: item.end + at,
    };
    const own = this.named(this.wordsBefore(item.modifiers[0]?.start ?? item.start));
    if (own.name === '' && this.last && this.last.change === undefined) {
      this.last.change = change;
      return;
    }
    const draft = this.push(change, own.name !== '' ? own : (this.subject ?? own), undefined);
    draft.change = change;
  }

  private takeQualitative(item: Span, text: string): void {
    const own = this.named(this.wordsBefore(item.start));
    if (own.name === '') return;
    this.push(item, own, { qualitative: text });
    this.last = undefined;
  }

  private setBase(draft: Draft, base: Modifier): void {
    const form = base.period?.period;
    const year = draft.period && !draft.period.span ? { year: draft.period.to } : {};
    const scope: PeriodScope = { ...this.context.scope, ...year };
    const period = form
      ? resolvePeriod(form, scope)
      : base.id === 'yearOnYear' && scope.year !== undefined
        ? resolvePeriod({ form: 'previous' }, scope)
        : undefined;
    if (period) draft.basePeriod = period;
  }

  private push(
    place: Span,
    subject: { name: string; span?: Span },
    figure: Partial<Draft> | undefined,
  ): Draft {
    const { context } = this;
    const at = 'kind' in place ? 0 : figure?.start === undefined ? context.offset : 0;
    const role: Role =
      this.sentenceForecast || this.commitment === 'expect'
        ? 'forecast'
        : this.commitment === 'strive' || this.commitment === 'ensure' || this.commitment === 'plan'
          ? 'target'
          : this.roleHere();
    const draft: Draft = {
      line: context.line,
      start: place.start + at,
      end: place.end + at,
      indicator: subject.name,
      key: foldName(subject.name),
      role,
      origin: 'prose',
      unit: '',
      numberStart: place.start + at,
      numberEnd: place.start + at,
      unitStart: place.end + at,
      unitEnd: place.end + at,
    };
    if (subject.span) draft.nameSpan = subject.span;
    if (this.commitment) draft.commitment = this.commitment;
    if (this.period) draft.period = this.period;
    if (this.periodForm) draft.periodForm = this.periodForm;
    Object.assign(draft, figure);
    this.claims.push(draft);
    this.last = draft;
    if (subject.name !== '') this.subject = subject;
    // In the middle of a sentence 预计 governs its own claim only.
    if (this.commitment === 'expect' && !this.sentenceForecast) this.commitment = undefined;
    return draft;
  }

  /** Words of the sentence may tell what the section does not: 完成了, 同比. */
  private roleHere(): Role {
    const { role, scope, period } = this.context;
    if (this.period && scope.plan && this.period !== period) {
      if (this.period.to < scope.plan.from) return role === 'target' ? 'result' : role;
    }
    return role;
  }
}

/** 城镇居民、农村居民人均可支配收入: the tail that the last name has and the others share. */
function sharedTail(names: readonly string[]): string {
  const last = names[names.length - 1];
  // The head noun: what follows the part that corresponds to the first name.
  const heads = [
    '居民人均可支配收入',
    '人均可支配收入',
    '种植面积',
    '面积',
    '产量',
    '产值',
    '总量',
    '收入',
    '投资',
    '增加值',
    '增速',
    '总额',
    '覆盖率',
    '普及率',
    '排放量',
    '完成率',
    '入学率',
    '参保率',
  ];
  return heads.find((head) => last.endsWith(head) && last.length > head.length) ?? '';
}

export { trimmed };
