/**
 * Random documents of written statements: true values are drawn first, as exact fractions, and every figure is
 * printed from them at a precision of its own. So what is written holds together by construction. One figure can
 * then be moved further than any rounding reaches, which this file makes sure of by itself: it tries every corner
 * of what the printed figures can stand for, in plain floating point, and shares no arithmetic with the server.
 */
import Fraction from 'fraction.js';
import type { Random } from './random.ts';

/** A figure in the text: its digits stand where the text is put together. */
export interface Figure {
  /** In the unit that is printed behind it. */
  readonly value: Fraction;
  readonly decimals: number;
  readonly style: 'plain' | 'comma' | 'fullWidth' | 'chinese';
}

/** What holds between figures: zero where their values agree. Monotonic in each of them. */
export interface Relation {
  readonly figures: readonly Figure[];
  readonly residual: (values: readonly number[]) => number;
}

export type Piece = string | Figure;

/** Where a disagreement has to be found: in one statement, between sentences, or among declared lines. */
export type Reach = 'statement' | 'sentences' | 'declared';

export interface Written {
  /** The phrasing, by which alarms and misses are counted. */
  readonly phrasing: string;
  readonly reach: Reach;
  readonly lines: readonly (readonly Piece[])[];
  readonly relations: readonly Relation[];
  /** Stands in one paragraph with what is like it and stands before it. */
  readonly joins?: boolean;
}

export interface Moved {
  readonly figure: Figure;
  readonly value: Fraction;
}

// ---------------------------------------------------------------- printing

const chineseDigits = '零一二三四五六七八九';

/** 0 to 9999 in Chinese numerals. */
export function chineseNumeral(value: number): string {
  if (value === 0) return '零';
  let text = '';
  let skipped = false;
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += '零';
    skipped = false;
    text += (unit === 10 && digit === 1 && text === '' ? '' : chineseDigits[digit]) + word;
  }
  return text;
}

/** Rounded half up, as an office does; ties are drawn as well. */
export function rounded(value: Fraction, decimals: number): Fraction {
  const scale = new Fraction(10).pow(decimals) as Fraction;
  const scaled = value.abs().mul(scale).add(new Fraction(1, 2)).floor();
  const size = scaled.div(scale);
  return value.compare(0) < 0 ? size.neg() : size;
}

export function print({ value, decimals, style }: Figure): string {
  const digits = rounded(value, decimals).toString(decimals + 2);
  const [whole, fraction = ''] = digits.split('.');
  const plain = decimals > 0 ? `${whole}.${fraction.padEnd(decimals, '0')}` : whole;
  switch (style) {
    case 'plain':
      return plain;
    case 'comma':
      return plain.replace(/^\d+/, (integer) => integer.replace(/\B(?=(?:\d{3})+$)/g, ','));
    case 'fullWidth':
      return plain.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    case 'chinese':
      return chineseNumeral(Number(plain));
  }
}

// ---------------------------------------------------------------- the oracle

function boundsOf({ value, decimals }: Figure): readonly [number, number] {
  const printed = rounded(value, decimals).valueOf();
  const half = 0.5 * 10 ** -decimals;
  return [printed - half, printed + half];
}

/** The least and the greatest residual over all that the printed figures can stand for. */
function reach({ figures, residual }: Relation): readonly [number, number] {
  const bounds = figures.map(boundsOf);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let corner = 0; corner < 2 ** bounds.length; corner++) {
    const at = residual(
      bounds.map(([least, most], index) => ((corner >> index) & 1 ? most : least)),
    );
    low = Math.min(low, at);
    high = Math.max(high, at);
  }
  return [low, high];
}

/** Whether the figures cannot stand for values that agree, by more than their rounding once again. */
export function disagrees(relation: Relation): boolean {
  const [low, high] = reach(relation);
  const width = high - low;
  return low > width || high < -width;
}

/** Whether they certainly agree; what is drawn does. */
export function agrees(relation: Relation): boolean {
  const [low, high] = reach(relation);
  return low <= 1e-9 * Math.abs(high) && high >= -1e-9 * Math.abs(low);
}

/** A value for a figure of a statement that no rounding explains; undefined where its rounding hides everything. */
export function moveOne(written: Written, random: Random): Moved | undefined {
  const figures = [...new Set(written.relations.flatMap((relation) => relation.figures))];
  for (let attempt = 0; attempt < 12 && figures.length > 0; attempt++) {
    const figure = random.pick(figures);
    const factor = random.pick([
      new Fraction(13, 10),
      new Fraction(7, 10),
      new Fraction(3, 2),
      new Fraction(1, 2),
      new Fraction(2),
      new Fraction(10),
      new Fraction(1, 10),
    ]);
    const value =
      figure.style === 'chinese'
        ? new Fraction(Math.min(9999, Math.max(1, Math.round(figure.value.mul(factor).valueOf()))))
        : rounded(figure.value.mul(factor), figure.decimals);
    if (value.compare(0) <= 0) continue;
    const moved = { ...figure, value };
    const disagree = written.relations.some(
      (relation) =>
        relation.figures.includes(figure) &&
        disagrees({
          ...relation,
          figures: relation.figures.map((one) => (one === figure ? moved : one)),
        }),
    );
    if (disagree) return { figure, value };
  }
  return undefined;
}

// ---------------------------------------------------------------- what is written about

export interface Subject {
  readonly name: string;
  readonly english: string;
  /** The plain unit and the magnitudes in which it is told. */
  readonly unit: string;
  readonly englishUnit: string;
  readonly magnitudes: readonly ('' | '万' | '亿')[];
  /** Of the true value, in plain units. */
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

const magnitudeOf: Readonly<Record<'' | '万' | '亿', number>> = { '': 1, 万: 1e4, 亿: 1e8 };

// biome-ignore format: a table
const subjects: readonly Subject[] = [
  ...[
    ['粮食总产量', 'Grain output'], ['水果产量', 'Fruit output'], ['蔬菜产量', 'Vegetable output'], ['茶叶产量', 'Tea output'], ['水产品产量', 'Fish output'], ['油料产量', 'Oilseed output'],
    ['食用菌产量', 'Mushroom output'], ['猪肉产量', 'Pork output'], ['牛奶产量', 'Milk output'], ['中药材产量', 'Herb output'],
  ].map(([name, english]): Subject => ({ name, english, unit: '吨', englishUnit: 'tonnes', magnitudes: ['', '万'], least: 2e3, most: 9e5 })),
  ...[
    ['社会消费品零售总额', 'Retail sales'], ['固定资产投资', 'Fixed-asset investment'], ['规上工业总产值', 'Industrial output value'], ['农业总产值', 'Farm output value'], ['一般公共预算收入', 'General budget revenue'],
    ['一般公共预算支出', 'General budget expenditure'], ['旅游综合收入', 'Tourism revenue'], ['农产品网络零售额', 'Online sales of farm produce'], ['各项存款余额', 'Outstanding deposits'], ['各项贷款余额', 'Outstanding loans'],
    ['村集体经济收入', 'Income of village collectives'], ['建筑业总产值', 'Construction output value'], ['工业投资', 'Industrial investment'], ['民间投资', 'Private investment'], ['招商引资到位资金', 'Investment received'],
    ['农产品加工业产值', 'Output value of food processing'], ['限额以上批发业销售额', 'Wholesale turnover'], ['进出口总额', 'Foreign trade'],
  ].map(([name, english]): Subject => ({ name, english, unit: '元', englishUnit: 'yuan', magnitudes: ['万', '亿'], least: 3e7, most: 8e10 })),
  ...[
    ['高标准农田面积', 'High-standard farmland'], ['优质水稻种植面积', 'Area of quality rice'], ['设施农业面积', 'Greenhouse area'], ['经济林面积', 'Orchard area'], ['油菜播种面积', 'Rapeseed area'], ['蔬菜种植面积', 'Vegetable area'],
  ].map(([name, english]): Subject => ({ name, english, unit: '亩', englishUnit: 'mu', magnitudes: ['', '万'], least: 2e3, most: 6e5 })),
  ...[
    ['接待游客', 'Visitors'], ['电商从业人数', 'People in online trade'], ['城镇新增就业', 'New urban jobs'], ['参加城乡居民养老保险人数', 'People in the pension scheme'], ['农村劳动力转移就业', 'Rural workers placed'],
  ].map(([name, english]): Subject => ({ name, english, unit: '人', englishUnit: 'people', magnitudes: ['', '万'], least: 3e3, most: 8e5, whole: true })),
  ...[
    ['规上工业企业', 'Industrial firms above size'], ['农民专业合作社', 'Farm cooperatives'], ['家庭农场', 'Family farms'], ['高新技术企业', 'High-tech firms'], ['农业龙头企业', 'Leading farm firms'], ['个体工商户', 'Sole traders'],
  ].map(([name, english]): Subject => ({ name, english, unit: '家', englishUnit: 'firms', magnitudes: [''], least: 12, most: 4000, whole: true })),
  ...[
    ['农村居民人均可支配收入', 'Rural income per head'], ['城镇居民人均可支配收入', 'Urban income per head'], ['村均集体收入', 'Average village income'],
  ].map(([name, english]): Subject => ({ name, english, unit: '元', englishUnit: 'yuan', magnitudes: [''], least: 9e3, most: 7e4 })),
  ...[
    ['公路总里程', 'Road length'], ['农村公路通车里程', 'Rural road length'], ['供水管网长度', 'Water mains'],
  ].map(([name, english]): Subject => ({ name, english, unit: '公里', englishUnit: 'kilometres', magnitudes: [''], least: 60, most: 6000 })),
];

const rates: readonly (readonly [name: string, english: string])[] = [
  ['森林覆盖率', 'Forest cover'],
  ['常住人口城镇化率', 'Urban share of residents'],
  ['农村自来水普及率', 'Tap water coverage'],
  ['生活垃圾无害化处理率', 'Waste treatment rate'],
  ['学前三年毛入园率', 'Kindergarten enrolment rate'],
  ['农作物耕种收综合机械化率', 'Mechanization rate'],
  ['城镇污水处理率', 'Sewage treatment rate'],
  ['空气质量优良天数比率', 'Share of days with good air'],
  ['卫生厕所普及率', 'Sanitary toilet coverage'],
  ['基本养老保险参保率', 'Pension coverage'],
  ['秸秆综合利用率', 'Straw use rate'],
  ['群众安全满意度', 'Satisfaction with safety'],
];

/** Wholes with two or three parts that are all of them. */
const partitions: readonly (readonly [whole: string, parts: readonly string[], unit: string])[] = [
  ['地区生产总值', ['第一产业增加值', '第二产业增加值', '第三产业增加值'], '亿元'],
  ['户籍人口', ['男性', '女性'], '人'],
  ['年末常住人口', ['城镇人口', '乡村人口'], '万人'],
  ['财政收入', ['税收收入', '非税收入'], '万元'],
  ['外贸进出口', ['出口', '进口'], '亿元'],
];

const places = ['全县', '我县', ''];

// ---------------------------------------------------------------- drawing

export interface Draw {
  readonly random: Random;
  readonly names: Set<string>;
  /** The year that the document tells of. */
  readonly year: number;
  readonly language: 'zh' | 'en';
}

const figure = (value: Fraction, decimals: number, style: Figure['style'] = 'plain'): Figure => ({
  value,
  decimals,
  style,
});

function between({ random }: Draw, least: number, most: number): number {
  return least + random.below(most - least + 1);
}

function draw<T extends { readonly name: string }>(
  { random, names }: Draw,
  items: readonly T[],
): T | undefined {
  const free = items.filter(({ name }) => !names.has(name));
  if (free.length === 0) return undefined;
  const item = random.pick(free);
  names.add(item.name);
  return item;
}

/** How a value of a subject is told in one statement. */
interface Telling {
  readonly subject: Subject;
  readonly magnitude: '' | '万' | '亿';
  readonly unit: string;
  /** Printed with 3 to 5 significant digits or so. */
  figure(value: Fraction, fewer?: number): Figure;
  /** In plain units. */
  plain(of: Figure): Fraction;
}

function telling(draw: Draw, subject: Subject, near: number): Telling {
  const { random, language } = draw;
  const fit = subject.magnitudes.filter((one) => near / magnitudeOf[one] >= 1.2);
  const magnitude = random.pick(fit.length > 0 ? fit : [subject.magnitudes[0]]);
  const per = magnitudeOf[magnitude];
  const inUnit = near / per;
  const digits = Math.max(0, Math.floor(Math.log10(inUnit)) + 1);
  const most = subject.whole && magnitude === '' ? 0 : Math.max(0, Math.min(2, 5 - digits));
  const styles: readonly Figure['style'][] =
    inUnit >= 1000 && random.below(4) === 0 ? ['comma'] : ['plain'];
  const style = random.below(14) === 0 ? 'fullWidth' : random.pick(styles);
  const english = { '': '', 万: 'thousand ', 亿: 'million ' };
  return {
    subject,
    magnitude,
    unit: language === 'en' ? ` ${english['']}${subject.englishUnit}` : magnitude + subject.unit,
    figure: (value, fewer = 0) =>
      figure(
        language === 'en' ? value : value.div(per),
        language === 'en'
          ? most > 0 && subject.magnitudes.length === 1 && !subject.whole
            ? 1
            : 0
          : Math.max(0, most - fewer),
        language === 'en' ? (near >= 10000 ? 'comma' : 'plain') : style,
      ),
    plain: ({ value, decimals }) => rounded(value, decimals).mul(language === 'en' ? 1 : per),
  };
}

function trueValue(draw: Draw, { least, most, whole }: Subject): Fraction {
  const { random } = draw;
  const log = Math.log(least) + random.next() * (Math.log(most) - Math.log(least));
  const value = Math.round(Math.exp(log) * (whole ? 1 : 100));
  return new Fraction(value).div(whole ? 1 : 100);
}

/** A growth in tenths of a per cent, not near nothing. */
function growthOf(draw: Draw): Fraction {
  return new Fraction(between(draw, 21, 420), 1000);
}

const sumOf = ([to, from, more]: readonly number[]): number => to - from - more;
/** to = more × (1 + g) / g, in one unit. */
const growthFromIncrement = ([to, more, percent]: readonly number[]): number =>
  (to - more) * (percent / 100) - more;
const growthFromBase = ([to, from, percent]: readonly number[]): number =>
  to - from * (1 + percent / 100);
const averageOf =
  (years: number) =>
  ([to, from, percent]: readonly number[]): number =>
    to - from * (1 + percent / 100) ** years;

/** Units of the same dimension in one relation: residuals are in plain units. */
function inPlain(residual: Relation['residual'], factors: readonly number[]): Relation['residual'] {
  return (values) => residual(values.map((value, index) => value * (factors[index] ?? 1)));
}

const scaleOf = ({ magnitude }: Telling, language: 'zh' | 'en'): number =>
  language === 'en' ? 1 : magnitudeOf[magnitude];

const percentFigure = (value: Fraction, decimals = 1): Figure => figure(value.mul(100), decimals);

type Phrase = (draw: Draw) => Written | undefined;

/** A level that grew: the values that most phrasings tell. */
function grown(
  draw: Draw,
): { subject: Subject; from: Fraction; to: Fraction; rate: Fraction } | undefined {
  const found = drawSubject(draw);
  if (!found) return undefined;
  const base = trueValue(draw, found);
  const rate = growthOf(draw);
  const raised = base.mul(rate.add(1));
  const to = found.whole ? rounded(raised, 0) : raised;
  const from = base;
  if (to.sub(from).compare(0) <= 0) return undefined;
  return { subject: found, from, to, rate: to.div(from).sub(1) };
}

function drawSubject(current: Draw): Subject | undefined {
  return draw(current, subjects);
}

function drawRate(
  current: Draw,
): { name: string; english: string; from: Fraction; to: Fraction } | undefined {
  const found = draw(
    current,
    rates.map(([name, english]) => ({ name, english })),
  );
  if (!found) return undefined;
  const from = new Fraction(between(current, 2500, 8000), 100);
  const to = from.add(new Fraction(between(current, 60, 1900), 100));
  return { ...found, from, to };
}

const verbsOfLevel = ['达到', '达', '为', '实现', '完成', ''];

/** Level, increment and growth in one breath. */
const tripleInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const down = random.below(5) === 0;
  const [level, before] = down ? [from, to] : [to, from];
  const change = to.sub(from);
  const share = down ? change.div(before) : rate;
  const level_ = telling(current, subject, level.valueOf());
  const change_ = telling(current, subject, change.valueOf());
  const [a, b, c] = [
    level_.figure(level),
    change_.figure(change),
    percentFigure(share, random.pick([1, 1, 2, 0])),
  ];
  const sign = down ? -1 : 1;
  const relation: Relation = {
    figures: [a, b, c],
    residual: inPlain(
      ([to_, more, percent]) => (to_ - sign * more) * (percent / 100) - more,
      [scaleOf(level_, 'zh'), scaleOf(change_, 'zh'), 1],
    ),
  };
  const place = random.pick(places);
  const [up, more] = down
    ? ['下降', '减少']
    : random.pick([
        ['增长', '增加'],
        ['增长', '增'],
        ['增长', '净增'],
        ['提高', '增加'],
      ]);
  const head = [
    `${year}年，${place}${subject.name}${random.pick(verbsOfLevel)}`,
    `${year}年${place}${subject.name}${random.pick(verbsOfLevel)}`,
    `${year}年，${place}实现${subject.name}`,
  ];
  const base = random.pick(['比上年', '同比', '较上年', `比${year - 1}年`]);
  const tail = random.pick<readonly Piece[]>([
    [`，${base}${more}`, b, `${change_.unit}，${up}`, c, '%。'],
    [`，${base}${more}`, b, `${change_.unit}、${up}`, c, '%。'],
    [`，${base}${up}`, c, `%，${more}`, b, `${change_.unit}。`],
    [`，${base}${more}了`, b, `${change_.unit}，${down ? '降幅' : '增幅'}`, c, '%。'],
    [`，${base}${more}`, b, `${change_.unit}，${down ? '降幅为' : '增幅达'}`, c, '%。'],
    [`（${base}${more}`, b, `${change_.unit}，${up}`, c, '%）。'],
    [`，${base}${up}`, c, `%（${more}`, b, `${change_.unit}）。`],
  ]);
  return {
    phrasing: 'level, increment and growth',
    reach: 'statement',
    lines: [[random.pick(head), a, `${level_.unit}`, ...tail]],
    relations: [relation],
  };
};

/** 由A增加到B，增加C. */
const fromToInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const before = telling(current, subject, from.valueOf());
  const level = random.below(3) === 0 ? telling(current, subject, to.valueOf()) : before;
  const scales = [scaleOf(level, 'zh'), scaleOf(before, 'zh')];
  const [a, b] = [before.figure(from), level.figure(to)];
  const place = random.pick(places);
  const kind = random.pick(['absolute', 'percent', 'average', 'both'] as const);
  const years = between(current, 2, 5);
  const base = year - years;
  const dated = kind === 'average' || random.below(2) === 0;
  const lead = random.pick(['由', '从']);
  const verb = random.pick(['增加到', '增长到', '提高到', '增至', '上升到']);
  const head: Piece[] = dated
    ? [
        `${place}${subject.name}${lead}${base}年的`,
        a,
        `${before.unit}${verb}${year}年的`,
        b,
        level.unit,
      ]
    : [
        `${year}年，${place}${subject.name}${lead}${random.pick(['上年的', '', ''])}`,
        a,
        `${before.unit}${verb}`,
        b,
        level.unit,
      ];
  if (kind === 'average') {
    const average = new Fraction(between(current, 12, 140), 1000);
    const raised = from.mul(average.add(1).pow(years) as Fraction);
    const end = level.figure(raised);
    const g = percentFigure(average, random.pick([1, 2]));
    return {
      phrasing: 'from A to B with average growth',
      reach: 'statement',
      lines: [
        [
          ...head.slice(0, 3),
          end,
          level.unit,
          random.pick(['，年均增长', '，年均增速', '、年均增长']),
          g,
          '%。',
        ],
      ],
      relations: [{ figures: [end, a, g], residual: inPlain(averageOf(years), [...scales, 1]) }],
    };
  }
  const more = telling(current, subject, to.sub(from).valueOf());
  const c = more.figure(to.sub(from));
  const g = percentFigure(rate, random.pick([1, 2, 0]));
  const sum: Relation = {
    figures: [b, a, c],
    residual: inPlain(sumOf, [...scales, scaleOf(more, 'zh')]),
  };
  const ratio: Relation = { figures: [b, a, g], residual: inPlain(growthFromBase, [...scales, 1]) };
  const gain = random.pick(['，增加', '，净增', '、增加', '，增加了']);
  const tail: Piece[] =
    kind === 'absolute'
      ? [gain, c, `${more.unit}。`]
      : kind === 'percent'
        ? ['，增长', g, '%。']
        : [gain, c, `${more.unit}，增长`, g, '%。'];
  return {
    phrasing: `from A to B with ${kind === 'absolute' ? 'increment' : kind === 'percent' ? 'growth' : 'both'}`,
    reach: 'statement',
    lines: [[...head, ...tail]],
    relations: kind === 'absolute' ? [sum] : kind === 'percent' ? [ratio] : [sum, ratio],
  };
};

/** 由A%提高到B%，提高C个百分点. */
const pointsInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = drawRate(current);
  if (!told) return undefined;
  const decimals = random.pick([1, 1, 2, 0]);
  const [a, b, c] = [
    figure(told.from, decimals),
    figure(told.to, decimals),
    figure(told.to.sub(told.from), random.pick([1, decimals])),
  ];
  const place = random.pick(places);
  const base = year - between(current, 1, 5);
  const lead = random.pick(['由', '从']);
  const verb = random.pick(['提高到', '提升至', '上升到', '提高至']);
  const gain = random.pick(['，提高', '，提升', '，上升', '、提高', '，提高了']);
  const line = random.pick<readonly Piece[]>([
    [`${place}${told.name}${lead}`, a, `%${verb}`, b, `%${gain}`, c, '个百分点。'],
    [
      `${place}${told.name}${lead}${base}年的`,
      a,
      `%${verb}${year}年的`,
      b,
      `%${gain}`,
      c,
      '个百分点。',
    ],
    [`${year}年，${place}${told.name}${lead}上年的`, a, `%${verb}`, b, `%${gain}`, c, '个百分点。'],
    [`${place}${told.name}从${base}年的`, a, `%${verb}`, b, `%${gain}`, c, '个百分点。'],
  ]);
  return {
    phrasing: 'from A% to B%, points',
    reach: 'statement',
    lines: [line],
    relations: [{ figures: [b, a, c], residual: sumOf }],
  };
};

/** 其中税收收入P，占S%. */
const shareInChinese: Phrase = (current) => {
  const { random, year, names } = current;
  const pairs = [
    ['一般公共预算收入', '税收收入'],
    ['工业投资', '技改投资'],
    ['规上工业总产值', '装备制造业产值'],
    ['旅游综合收入', '住宿餐饮收入'],
    ['农业总产值', '畜牧业产值'],
    ['各项贷款余额', '涉农贷款余额'],
  ] as const;
  const free = pairs.filter(([whole, part]) => !names.has(whole) && !names.has(part));
  if (free.length === 0) return undefined;
  const [whole, part] = random.pick(free);
  names.add(whole);
  names.add(part);
  const subject: Subject = {
    name: whole,
    english: '',
    unit: '元',
    englishUnit: '',
    magnitudes: ['万', '亿'],
    least: 3e7,
    most: 4e10,
  };
  const all = trueValue(current, subject);
  const some = all.mul(new Fraction(between(current, 110, 930), 1000));
  const [w, p] = [
    telling(current, subject, all.valueOf()),
    telling(current, subject, some.valueOf()),
  ];
  const [a, b, c] = [
    w.figure(all),
    p.figure(some),
    percentFigure(some.div(all), random.pick([1, 2, 1])),
  ];
  const place = random.pick(places);
  const tail = random.pick<readonly Piece[]>([
    [`，占${whole}的`, c, '%。'],
    [`，占${whole}的比重为`, c, '%。'],
    [`，占${whole}比重达`, c, '%。'],
    ['，占比', c, '%。'],
    ['，占比为', c, '%。'],
    ['，占比达到', c, '%。'],
    ['，占', c, '%。'],
  ]);
  return {
    phrasing: 'part of a whole with its share',
    reach: 'statement',
    lines: [
      [
        `${year}年，${place}${whole}${random.pick(verbsOfLevel)}`,
        a,
        `${w.unit}，其中${part}`,
        b,
        p.unit,
        ...tail,
      ],
    ],
    relations: [
      {
        figures: [b, a, c],
        residual: inPlain(
          ([some_, all_, percent]) => some_ - (all_ * percent) / 100,
          [scaleOf(p, 'zh'), scaleOf(w, 'zh'), 1],
        ),
      },
    ],
  };
};

/** 完成年度目标T的C%. */
const completionInChinese: Phrase = (current) => {
  const { random, year } = current;
  const subject = drawSubject(current);
  if (!subject || subject.whole) return undefined;
  const task = trueValue(current, subject);
  const done = task.mul(new Fraction(between(current, 820, 1290), 1000));
  const t = telling(current, subject, task.valueOf());
  const d = telling(current, subject, done.valueOf());
  const [a, b, c] = [
    d.figure(done),
    t.figure(task),
    percentFigure(done.div(task), random.pick([1, 2])),
  ];
  const place = random.pick(places);
  const line = random.pick<readonly Piece[]>([
    [
      `${year}年，${place}${subject.name}目标任务`,
      b,
      `${t.unit}，实际完成`,
      a,
      `${d.unit}，完成率为`,
      c,
      '%。',
    ],
    [
      `${year}年，${place}${subject.name}年度目标为`,
      b,
      `${t.unit}，实际完成`,
      a,
      `${d.unit}，完成年度目标的`,
      c,
      '%。',
    ],
    [
      `${year}年，${place}完成${subject.name}`,
      a,
      `${d.unit}，完成年度目标`,
      b,
      `${t.unit}的`,
      c,
      '%。',
    ],
    [
      `${year}年，${place}${subject.name}完成`,
      a,
      `${d.unit}，为年度目标（`,
      b,
      `${t.unit}）的`,
      c,
      '%。',
    ],
    [
      `${year}年，${place}${subject.name}完成`,
      a,
      `${d.unit}，占年度任务`,
      b,
      `${t.unit}的`,
      c,
      '%。',
    ],
  ]);
  return {
    phrasing: 'completion of a task',
    reach: 'statement',
    lines: [line],
    relations: [
      {
        figures: [a, b, c],
        residual: inPlain(
          ([done_, task_, percent]) => done_ - (task_ * percent) / 100,
          [scaleOf(d, 'zh'), scaleOf(t, 'zh'), 1],
        ),
      },
    ],
  };
};

/** 其中男性A人、女性B人. */
const partitionInChinese: Phrase = (current) => {
  const { random, year, names } = current;
  const free = partitions.filter(
    ([whole, parts]) => ![whole, ...parts].some((name) => names.has(name)),
  );
  if (free.length === 0) return undefined;
  const [whole, parts, unit] = random.pick(free);
  for (const name of [whole, ...parts]) names.add(name);
  const decimals = unit === '人' ? 0 : random.pick([1, 2]);
  const step = new Fraction(1).div(new Fraction(10).pow(unit === '人' ? 0 : 3) as Fraction);
  const values = parts.map(() => new Fraction(between(current, 2000, 90000)).mul(step));
  const sum = values.reduce((total, value) => total.add(value));
  const figures = values.map((value) => figure(value, decimals));
  const total = figure(sum, random.pick([decimals, decimals, Math.max(0, decimals - 1)]));
  const place = random.pick(places);
  const listed = parts.flatMap((part, index): Piece[] => [
    `${index > 0 ? random.pick(['、', '，']) : ''}${part}${random.pick(['', '', '为', '达'])}`,
    figures[index],
    unit,
  ]);
  return {
    phrasing: 'whole and all of its parts',
    reach: 'statement',
    lines: [
      [
        `${year}年，${place}${whole}${random.pick(['达到', '为', ''])}`,
        total,
        `${unit}，其中${random.pick(['', '：'])}`,
        ...listed,
        '。',
      ],
    ],
    relations: [
      {
        figures: [total, ...figures],
        residual: ([all, ...some]) => all - some.reduce((left, right) => left + right, 0),
      },
    ],
  };
};

/** 第一、第二产业分别…，两项合计. */
const totalInChinese: Phrase = (current) => {
  const { random, year } = current;
  const items = Array.from({ length: between(current, 2, 3) }, () => drawOf(current, '吨')).filter(
    (item) => item !== undefined,
  );
  if (items.length < 2) return undefined;
  const base = trueValue(current, items[0]);
  const values = items.map(() => base.mul(new Fraction(between(current, 40, 300), 100)));
  const level = telling(current, items[0], base.valueOf());
  const figures = values.map((value) => level.figure(value));
  const sum = values.reduce((all, value) => all.add(value));
  const total = level.figure(sum);
  const each = items.flatMap(({ name }, index): Piece[] => [
    `${index > 0 ? random.pick(['、', '，']) : ''}${name}`,
    figures[index],
    level.unit,
  ]);
  return {
    phrasing: 'figures and their total',
    reach: 'statement',
    lines: [
      [
        `${year}年，${random.pick(places)}`,
        ...each,
        random.pick(['，合计', '，共计', '，合计达']),
        total,
        `${level.unit}。`,
      ],
    ],
    relations: [
      {
        figures: [total, ...figures],
        residual: ([all, ...some]) => all - some.reduce((left, right) => left + right, 0),
      },
    ],
  };
};

function drawOf(current: Draw, unit: string): Subject | undefined {
  return draw(
    current,
    subjects.filter((subject) => subject.unit === unit),
  );
}

/** 到2030年达到B，比2025年增加C，年均增长g. */
const aimInChinese: Phrase = (current) => {
  const { random, year } = current;
  const subject = drawSubject(current);
  if (!subject || subject.whole) return undefined;
  const years = 5;
  const from = trueValue(current, subject);
  const average = new Fraction(between(current, 15, 120), 1000);
  const to = from.mul(average.add(1).pow(years) as Fraction);
  const level = telling(current, subject, to.valueOf());
  const more = telling(current, subject, to.sub(from).valueOf());
  const [b, c, g] = [level.figure(to), more.figure(to.sub(from)), percentFigure(average)];
  const scale = scaleOf(level, 'zh');
  return {
    phrasing: 'aim with increment and average growth',
    reach: 'statement',
    lines: [
      [
        `到${year + years}年，${random.pick(places)}${subject.name}${random.pick(['达到', '力争达到', '达'])}`,
        b,
        `${level.unit}，比${year}年增加`,
        c,
        `${more.unit}，年均增长`,
        g,
        '%。',
      ],
    ],
    relations: [
      {
        figures: [b, c, g],
        residual: inPlain(
          ([to_, more_, percent]) => to_ - (to_ - more_) * (1 + percent / 100) ** years,
          [scale, scaleOf(more, 'zh'), 1],
        ),
      },
    ],
  };
};

/** 翻一番, 是…的N倍. */
const multipleInChinese: Phrase = (current) => {
  const { random, year } = current;
  const subject = drawSubject(current);
  if (!subject || subject.whole) return undefined;
  const from = trueValue(current, subject);
  const tenths = between(current, 13, 48);
  const doubling = random.below(3) === 0;
  const to = doubling ? from.mul(2) : from.mul(new Fraction(tenths, 10));
  const level = telling(current, subject, from.valueOf());
  const [a, b, n] = [level.figure(from), level.figure(to), figure(to.div(from), 1)];
  const base = year - between(current, 3, 6);
  const place = random.pick(places);
  const line: readonly Piece[] = doubling
    ? [
        `${place}${subject.name}由${base}年的`,
        a,
        `${level.unit}增加到${year}年的`,
        b,
        `${level.unit}，翻了一番。`,
      ]
    : random.pick<readonly Piece[]>([
        [
          `${year}年，${place}${subject.name}达到`,
          b,
          `${level.unit}，是${base}年（`,
          a,
          `${level.unit}）的`,
          n,
          '倍。',
        ],
        [
          `${year}年，${place}${subject.name}达到`,
          b,
          `${level.unit}，是${base}年`,
          a,
          `${level.unit}的`,
          n,
          '倍。',
        ],
        [
          `${place}${subject.name}由${base}年的`,
          a,
          `${level.unit}增加到${year}年的`,
          b,
          `${level.unit}，是${base}年的`,
          n,
          '倍。',
        ],
      ]);
  return {
    phrasing: doubling ? 'doubling' : 'so many times as much',
    reach: 'statement',
    lines: [line],
    relations: [
      doubling
        ? // Twice as much is said of what comes near it.
          {
            figures: [b, a],
            residual: ([to_, from_]) => {
              const off = to_ - 2 * from_;
              return Math.sign(off) * Math.max(0, Math.abs(off) - 0.1 * from_);
            },
          }
        : { figures: [b, a, n], residual: ([to_, from_, times]) => to_ - from_ * times },
    ],
  };
};

/** 达到B（上年为A），增加C. */
const besideInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const level = telling(current, subject, from.valueOf());
  const more = telling(current, subject, to.sub(from).valueOf());
  const [a, b, c, g] = [
    level.figure(from),
    level.figure(to),
    more.figure(to.sub(from)),
    percentFigure(rate),
  ];
  const scale = scaleOf(level, 'zh');
  const place = random.pick(places);
  const sum: Relation = {
    figures: [b, a, c],
    residual: inPlain(sumOf, [scale, scale, scaleOf(more, 'zh')]),
  };
  const ratio: Relation = { figures: [b, a, g], residual: growthFromBase };
  const [line, relations] = random.pick<readonly [readonly Piece[], readonly Relation[]]>([
    [
      [
        `${year}年，${place}${subject.name}达到`,
        b,
        `${level.unit}（${year - 1}年为`,
        a,
        `${level.unit}），增长`,
        g,
        '%。',
      ],
      [ratio],
    ],
    [
      [
        `${year}年，${place}${subject.name}达到`,
        b,
        `${level.unit}，比上年的`,
        a,
        `${level.unit}增加`,
        c,
        `${more.unit}。`,
      ],
      [sum],
    ],
    [
      [
        `${year}年，${place}${subject.name}达到`,
        b,
        `${level.unit}，比${year - 1}年的`,
        a,
        `${level.unit}增长`,
        g,
        '%。',
      ],
      [ratio],
    ],
    [
      [
        `${year}年，${place}${subject.name}为`,
        b,
        `${level.unit}，上年为`,
        a,
        `${level.unit}，增加`,
        c,
        `${more.unit}。`,
      ],
      [sum],
    ],
  ]);
  return {
    phrasing: 'level beside that of the year before',
    reach: 'statement',
    lines: [line],
    relations,
  };
};

/** Plan and fact: 年度目标T，完成A，超额C. */
const surplusInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told || told.subject.whole) return undefined;
  const { subject, from, to } = told;
  const level = telling(current, subject, from.valueOf());
  const more = telling(current, subject, to.sub(from).valueOf());
  const over = random.below(2) === 0;
  const [task, done] = over
    ? [level.figure(from), level.figure(to)]
    : [level.figure(to), level.figure(from)];
  const c = more.figure(to.sub(from));
  const scale = scaleOf(level, 'zh');
  return {
    phrasing: 'more or less than the task',
    reach: 'statement',
    lines: [
      [
        `${year}年，${random.pick(places)}${subject.name}目标`,
        task,
        `${level.unit}，实际完成`,
        done,
        `${level.unit}，${over ? '超目标' : '比目标少'}`,
        c,
        `${more.unit}。`,
      ],
    ],
    relations: [
      {
        figures: [done, task, c],
        residual: inPlain(
          ([done_, task_, more_]) => done_ - task_ - (over ? 1 : -1) * more_,
          [scale, scale, scaleOf(more, 'zh')],
        ),
      },
    ],
  };
};

/** The year before in a sentence of its own. */
const yearsInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const a_ = telling(current, subject, from.valueOf());
  const b_ = telling(current, subject, to.valueOf());
  const c_ = telling(current, subject, to.sub(from).valueOf());
  const [a, b, c, g] = [
    a_.figure(from),
    b_.figure(to),
    c_.figure(to.sub(from)),
    percentFigure(rate),
  ];
  const scales = [scaleOf(b_, 'zh'), scaleOf(a_, 'zh')];
  const place = random.pick(places);
  const ago = random.pick([1, 1, between(current, 2, 5)]);
  const base = year - ago;
  const kind = random.pick(['growth', 'increment'] as const);
  const named =
    ago === 1 ? random.pick(['比上年', '同比', `比${base}年`, '较上年']) : `比${base}年`;
  const first: readonly Piece[] = [
    `${base}年，${place}${subject.name}${random.pick(verbsOfLevel)}`,
    a,
    `${a_.unit}。`,
  ];
  const second: readonly Piece[] =
    kind === 'growth'
      ? [
          `${year}年，${place}${subject.name}${random.pick(verbsOfLevel)}`,
          b,
          `${b_.unit}，${named}增长`,
          g,
          '%。',
        ]
      : [
          `${year}年，${place}${subject.name}${random.pick(verbsOfLevel)}`,
          b,
          `${b_.unit}，${named === '同比' ? '同比' : named}增加`,
          c,
          `${c_.unit}。`,
        ];
  return {
    phrasing: `two years in two sentences, ${kind}`,
    reach: 'sentences',
    lines: random.below(2) === 0 ? [first, second] : [second, first],
    relations: [
      kind === 'growth'
        ? { figures: [b, a, g], residual: inPlain(growthFromBase, [...scales, 1]) }
        : { figures: [b, a, c], residual: inPlain(sumOf, [...scales, scaleOf(c_, 'zh')]) },
    ],
  };
};

/** Rates of two years in two sentences. */
const ratesInChinese: Phrase = (current) => {
  const { random, year } = current;
  const told = drawRate(current);
  if (!told) return undefined;
  const base = year - between(current, 1, 5);
  const [a, b, c] = [
    figure(told.from, random.pick([1, 2])),
    figure(told.to, random.pick([1, 2])),
    figure(told.to.sub(told.from), 1),
  ];
  const place = random.pick(places);
  return {
    phrasing: 'rates of two years, points',
    reach: 'sentences',
    lines: [
      [`${base}年，${place}${told.name}为`, a, '%。'],
      [`${year}年，${place}${told.name}达到`, b, `%，比${base}年提高`, c, '个百分点。'],
    ],
    relations: [{ figures: [b, a, c], residual: sumOf }],
  };
};

/** The same figure told twice, in two precisions and units. */
const twiceInChinese: Phrase = (current) => {
  const { random, year } = current;
  const subject = drawSubject(current);
  if (!subject) return undefined;
  const value = trueValue(current, subject);
  const [a_, b_] = [
    telling(current, subject, value.valueOf()),
    telling(current, subject, value.valueOf()),
  ];
  const [a, b] = [a_.figure(value), b_.figure(value, random.below(2))];
  const place = random.pick(places);
  return {
    phrasing: 'one figure told twice',
    reach: 'sentences',
    lines: [
      [`${year}年，${place}${subject.name}${random.pick(verbsOfLevel)}`, a, `${a_.unit}。`],
      [
        `总的看，${year}年${place}${subject.name}${random.pick(['达到', '为', '已达'])}`,
        b,
        `${b_.unit}，来之不易。`,
      ],
    ],
    relations: [
      {
        figures: [a, b],
        residual: inPlain(([one, other]) => one - other, [scaleOf(a_, 'zh'), scaleOf(b_, 'zh')]),
      },
    ],
  };
};

const product = '地区生产总值';

/** Things that hold together with nothing: bounds, ranges, hedges, comparisons, parts of the year. */
const alone: Phrase = (current) => {
  const { random, year } = current;
  const subject = drawSubject(current);
  if (!subject) return undefined;
  const value = trueValue(current, subject);
  const t = telling(current, subject, value.valueOf());
  const a = t.figure(value);
  const wider = t.figure(value.mul(new Fraction(between(current, 104, 140), 100)));
  const g = percentFigure(growthOf(current));
  const h = percentFigure(growthOf(current));
  const place = random.pick(places);
  const { name } = subject;
  const count = figure(new Fraction(between(current, 2, 99)), 0, 'chinese');
  const line = random.pick<readonly Piece[]>([
    [`到${year + 1}年，${place}${name}达到`, a, `${t.unit}以上。`],
    [`${year + 1}年，力争${name}突破`, a, `${t.unit}。`],
    [`${year + 1}年，${name}不低于`, a, `${t.unit}，增长`, g, '%左右。'],
    [`${year}年，${place}${name}近`, figure(rounded(a.value, 0), 0), `${t.unit}。`],
    [`${year}年，${name}约`, a, `${t.unit}，同比增长`, g, '%。'],
    [`${year + 1}年，${name}保持在`, a, '—', wider, `${t.unit}之间。`],
    [
      `${year}年上半年，${place}${name}`,
      a,
      `${t.unit}，同比增长`,
      g,
      '%；全年达到',
      wider,
      `${t.unit}，增长`,
      h,
      '%。',
    ],
    [
      `${year}年1—9月，${name}`,
      a,
      `${t.unit}，同比增长`,
      g,
      '%。全年预计达到',
      wider,
      `${t.unit}。`,
    ],
    [`“十四五”时期，${place}累计完成${name}`, a, `${t.unit}，年均增长`, g, '%。'],
    [
      `${year}年，${place}${name}增长`,
      g,
      '%，增速比全市平均水平高',
      figure(new Fraction(between(current, 2, 60), 10), 1),
      '个百分点。',
    ],
    [
      `${year}年，${place}${name}增长`,
      g,
      `%，比上年提高`,
      figure(new Fraction(between(current, 2, 60), 10), 1),
      '个百分点，完成投资目标的',
      h,
      '%。',
    ],
    [`${year}年，${place}${name}`, a, `${t.unit}，增长`, g, '%，其中第四季度增长', h, '%。'],
    [
      `全年安排重点项目`,
      count,
      `个，总投资`,
      figure(new Fraction(between(current, 10, 900), 10), 1),
      '亿元，年度计划投资',
      figure(new Fraction(between(current, 10, 99), 10), 1),
      '亿元。',
    ],
    [`${year}年，${place}${name}`, a, `${t.unit}，增长`, g, '%，两年平均增长', h, '%。'],
    [
      `${year}年，${place}${name}`,
      a,
      `${t.unit}，按可比口径增长`,
      g,
      '%，增加',
      t.figure(value.div(7)),
      `${t.unit}。`,
    ],
    [
      `剔除价格因素，${place}${name}由`,
      a,
      `${t.unit}增加到`,
      wider,
      `${t.unit}，实际增长`,
      figure(new Fraction(between(current, 1, 30), 10), 1),
      '%。',
    ],
    [
      `${year}年，${place}地区生产总值`,
      figure(new Fraction(between(current, 300, 9000), 10), 1),
      '亿元，比上年增加',
      figure(new Fraction(between(current, 10, 200), 10), 1),
      '亿元，按不变价格计算增长',
      figure(new Fraction(between(current, 20, 90), 10), 1),
      '%。',
    ],
    [
      `${place}户均增收`,
      figure(new Fraction(between(current, 300, 9000)), 0),
      '元，人均增收',
      figure(new Fraction(between(current, 100, 3000)), 0),
      '元。',
    ],
    [
      `新建${name.slice(0, 2)}基地`,
      count,
      '个，面积',
      figure(new Fraction(between(current, 300, 9000)), 0),
      '亩，辐射带动',
      figure(new Fraction(between(current, 300, 9000)), 0),
      '户。',
    ],
  ]);
  // Told once, as of everything else.
  if (line.some((piece) => typeof piece === 'string' && piece.includes(product))) {
    if (current.names.has(product)) return undefined;
    current.names.add(product);
  }
  return { phrasing: 'figures that stand alone', reach: 'statement', lines: [line], relations: [] };
};

/** A、B分别达到…，分别增长…, with the year before in a sentence of its own. */
const respectively: Phrase = (current) => {
  const { random, year } = current;
  const [one, other] = [drawOf(current, '吨'), drawOf(current, '吨')];
  if (!one || !other) return undefined;
  const values = [one, other].map((subject) => trueValue(current, subject));
  const rates_ = [growthOf(current), growthOf(current)];
  const now = values.map((value, index) => value.mul(rates_[index].add(1)));
  const t = [one, other].map((subject, index) =>
    telling(current, subject, values[index].valueOf()),
  );
  const a = values.map((value, index) => t[index].figure(value));
  const b = now.map((value, index) => t[index].figure(value));
  const g = rates_.map((rate) => percentFigure(rate));
  const place = random.pick(places);
  return {
    phrasing: 'respectively',
    reach: 'sentences',
    lines: [
      [
        `${year - 1}年，${place}${one.name}、${other.name}分别为`,
        a[0],
        `${t[0].unit}和`,
        a[1],
        `${t[1].unit}。`,
      ],
      [
        `${year}年，${place}${one.name}和${other.name}分别达到`,
        b[0],
        `${t[0].unit}、`,
        b[1],
        `${t[1].unit}，分别增长`,
        g[0],
        '%、',
        g[1],
        '%。',
      ],
    ],
    relations: [0, 1].map((index) => ({
      figures: [b[index], a[index], g[index]],
      residual: growthFromBase,
    })),
  };
};

// ---------------------------------------------------------------- English

const tripleInEnglish: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const level = telling(current, subject, to.valueOf());
  const [b, c, g] = [level.figure(to), level.figure(to.sub(from)), percentFigure(rate)];
  const u = level.unit;
  const name = subject.english;
  const line = random.pick<readonly Piece[]>([
    [`${name} reached `, b, `${u} in ${year}, up by `, c, `${u}, or `, g, `%, from ${year - 1}.`],
    [
      `In ${year}, ${name.toLowerCase()} reached `,
      b,
      `${u}, an increase of `,
      c,
      `${u} or `,
      g,
      '% over the previous year.',
    ],
    [`${name} was `, b, `${u} in ${year}, up `, c, `${u} (`, g, '%) from the previous year.'],
  ]);
  return {
    phrasing: 'English: level, increment and growth',
    reach: 'statement',
    lines: [line],
    relations: [{ figures: [b, c, g], residual: growthFromIncrement }],
  };
};

const fromToInEnglish: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const level = telling(current, subject, from.valueOf());
  const [a, b, c, g] = [
    level.figure(from),
    level.figure(to),
    level.figure(to.sub(from)),
    percentFigure(rate),
  ];
  const u = level.unit;
  const base = year - between(current, 1, 4);
  const name = subject.english;
  const [line, relation] = random.pick<readonly [readonly Piece[], Relation]>([
    [
      [`${name} rose from `, a, `${u} in ${base} to `, b, `${u} in ${year}, up `, g, '%.'],
      { figures: [b, a, g], residual: growthFromBase },
    ],
    [
      [`${name} rose from `, a, `${u} to `, b, `${u}, an increase of `, c, `${u}.`],
      { figures: [b, a, c], residual: sumOf },
    ],
    [
      [`${name} increased from `, a, `${u} to `, b, `${u}, up `, g, '%.'],
      { figures: [b, a, g], residual: growthFromBase },
    ],
  ]);
  return {
    phrasing: 'English: from A to B',
    reach: 'statement',
    lines: [line],
    relations: [relation],
  };
};

const pointsInEnglish: Phrase = (current) => {
  const { year } = current;
  const told = drawRate(current);
  if (!told) return undefined;
  const [a, b, c] = [figure(told.from, 1), figure(told.to, 1), figure(told.to.sub(told.from), 1)];
  return {
    phrasing: 'English: from A% to B%, points',
    reach: 'statement',
    lines: [
      [
        `${told.english} rose from `,
        a,
        `% in ${year - 5} to `,
        b,
        `% in ${year}, up `,
        c,
        ' percentage points.',
      ],
    ],
    relations: [{ figures: [b, a, c], residual: sumOf }],
  };
};

const yearsInEnglish: Phrase = (current) => {
  const { year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const level = telling(current, subject, from.valueOf());
  const [a, b, g] = [level.figure(from), level.figure(to), percentFigure(rate)];
  return {
    phrasing: 'English: two years in two sentences',
    reach: 'sentences',
    lines: [
      [`In ${year - 1}, ${subject.english.toLowerCase()} was `, a, `${level.unit}.`],
      [
        `In ${year}, ${subject.english.toLowerCase()} was `,
        b,
        `${level.unit}, up `,
        g,
        `% from ${year - 1}.`,
      ],
    ],
    relations: [{ figures: [b, a, g], residual: growthFromBase }],
  };
};

// ---------------------------------------------------------------- declared lines and tables

const declaredYears: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const a_ = telling(current, subject, from.valueOf());
  const b_ = telling(current, subject, to.valueOf());
  const c_ = telling(current, subject, to.sub(from).valueOf());
  const [a, b, c, g] = [
    a_.figure(from),
    b_.figure(to),
    c_.figure(to.sub(from)),
    percentFigure(rate),
  ];
  const scales = [scaleOf(b_, 'zh'), scaleOf(a_, 'zh')];
  const base = random.pick([year - 1, year - 5]);
  const named =
    base === year - 1
      ? random.pick(['比上年', '同比', `比${base}年`])
      : random.pick([`比${base}年`, `较${base}年`]);
  const word = random.pick(['目标', '实绩']);
  const sum: Relation = {
    figures: [b, a, c],
    residual: inPlain(sumOf, [...scales, scaleOf(c_, 'zh')]),
  };
  const ratio: Relation = { figures: [b, a, g], residual: inPlain(growthFromBase, [...scales, 1]) };
  const [tail, relations] = random.pick<readonly [readonly Piece[], readonly Relation[]]>([
    [[`，${named}增`, c, c_.unit], [sum]],
    [[`，${named}增长`, g, '%'], [ratio]],
    [
      [`，${named}增加`, c, `${c_.unit}，增长`, g, '%'],
      [sum, ratio],
    ],
  ]);
  return {
    phrasing: 'declared: base, level and change',
    reach: 'declared',
    lines: [
      [`实绩 ${subject.name}：${base}年`, a, a_.unit],
      [`${word} ${subject.name}：${year}年${random.pick(['达', '达到', ''])}`, b, b_.unit, ...tail],
    ],
    relations,
  };
};

const declaredFromTo: Phrase = (current) => {
  const { random, year } = current;
  const told = grown(current);
  if (!told) return undefined;
  const { subject, from, to, rate } = told;
  const t = telling(current, subject, from.valueOf());
  const c_ = telling(current, subject, to.sub(from).valueOf());
  const [a, b, c, g] = [t.figure(from), t.figure(to), c_.figure(to.sub(from)), percentFigure(rate)];
  const scale = scaleOf(t, 'zh');
  const absolute = random.below(2) === 0;
  return {
    phrasing: 'declared: from A to B',
    reach: 'declared',
    lines: [
      [
        `目标 ${subject.name}：${random.pick(['', `${year}年`])}由`,
        a,
        `${t.unit}提高到`,
        b,
        t.unit,
        ...(absolute ? ['，增加', c, c_.unit] : ['，增长', g, '%']),
      ],
    ],
    relations: [
      absolute
        ? { figures: [b, a, c], residual: inPlain(sumOf, [scale, scale, scaleOf(c_, 'zh')]) }
        : { figures: [b, a, g], residual: growthFromBase },
    ],
  };
};

const declaredRate: Phrase = (current) => {
  const { random, year } = current;
  const told = drawRate(current);
  if (!told) return undefined;
  const base = year - 5;
  const [a, b, c] = [
    figure(told.from, random.pick([1, 2])),
    figure(told.to, random.pick([1, 2])),
    figure(told.to.sub(told.from), 1),
  ];
  return {
    phrasing: 'declared: points',
    reach: 'declared',
    lines: [
      [`实绩 ${told.name}：${base}年`, a, '%'],
      [`目标 ${told.name}：${year}年达到`, b, `%，比${base}年提高`, c, '个百分点'],
    ],
    relations: [{ figures: [b, a, c], residual: sumOf }],
  };
};

const declaredParts: Phrase = (current) => {
  const { random, year } = current;
  const items = Array.from({ length: 3 }, () => drawOf(current, '亩')).filter(
    (item) => item !== undefined,
  );
  if (items.length < 3) return undefined;
  const [whole, ...parts] = items;
  const values = parts.map(() => trueValue(current, whole));
  const sum = values.reduce((all, value) => all.add(value));
  const w = telling(current, whole, sum.valueOf());
  const t = values.map((value) => telling(current, whole, value.valueOf()));
  const total = w.figure(sum);
  const figures = values.map((value, index) => t[index].figure(value));
  return {
    phrasing: 'declared: parts',
    reach: 'declared',
    lines: [
      [`指标 ${whole.name}（${w.unit}）`],
      [`构成：${parts.map(({ name }) => name).join(' + ')}`],
      [''],
      [`目标 ${whole.name}：${year}年`, total, w.unit],
      ...parts.map(({ name }, index): readonly Piece[] => [
        `目标 ${name}：${year}年${random.pick(['', '达'])}`,
        figures[index],
        t[index].unit,
      ]),
    ],
    relations: [
      {
        figures: [total, ...figures],
        residual: inPlain(
          ([all, ...some]) => all - some.reduce((left, right) => left + right, 0),
          [scaleOf(w, 'zh'), ...t.map((one) => scaleOf(one, 'zh'))],
        ),
      },
    ],
  };
};

const declaredCompletion: Phrase = (current) => {
  const { random, year } = current;
  const subject = drawSubject(current);
  if (!subject || subject.whole) return undefined;
  const task = trueValue(current, subject);
  const done = task.mul(new Fraction(between(current, 820, 1290), 1000));
  const t = telling(current, subject, task.valueOf());
  const d = telling(current, subject, done.valueOf());
  const [a, b, c] = [d.figure(done), t.figure(task), percentFigure(done.div(task))];
  return {
    phrasing: 'declared: completion',
    reach: 'declared',
    lines: [
      [`目标 ${subject.name}：${year}年`, b, t.unit],
      [
        `实绩 ${subject.name}：${year}年`,
        a,
        `${d.unit}，${random.pick(['完成年度目标的', '占年度计划的', '完成年度任务的'])}`,
        c,
        '%',
      ],
    ],
    relations: [
      {
        figures: [a, b, c],
        residual: inPlain(
          ([done_, task_, percent]) => done_ - (task_ * percent) / 100,
          [scaleOf(d, 'zh'), scaleOf(t, 'zh'), 1],
        ),
      },
    ],
  };
};

/** A row of a table beside a sentence or a line, whichever the document takes. */
const tableRows =
  (declared: boolean): Phrase =>
  (current) => {
    const { random, year } = current;
    const rows = Array.from({ length: between(current, 2, 4) }, () => grown(current)).filter(
      (row) => row !== undefined,
    );
    if (rows.length < 2) return undefined;
    const base = random.pick([year - 1, year - 5]);
    const printed = rows.map(({ subject, from, to, rate }) => {
      const t = telling(current, subject, from.valueOf());
      return {
        subject,
        unit: t.unit,
        a: t.figure(from),
        b: t.figure(to),
        more: t.figure(to.sub(from)),
        g: percentFigure(rate),
        t,
      };
    });
    const chosen = random.pick(printed);
    const second = telling(
      current,
      chosen.subject,
      chosen.b.value.valueOf() * scaleOf(chosen.t, 'zh'),
    );
    const again = second.figure(chosen.b.value.mul(scaleOf(chosen.t, 'zh')));
    const grows = base === year - 1;
    const head: readonly Piece[] = [
      `| 指标 | 单位 | ${base}年 | ${year}年 |${grows ? ' 增长（%） |' : ''}`,
    ];
    const line: readonly Piece[] = declared
      ? [`目标 ${chosen.subject.name}：${year}年达`, again, second.unit]
      : [`${year}年，${chosen.subject.name}达到`, again, `${second.unit}。`];
    return {
      phrasing: declared ? 'table beside a declared line' : 'table beside a sentence',
      reach: declared ? 'declared' : 'sentences',
      lines: [
        ...(declared ? [[`表 主要指标${base}—${year}`]] : []),
        head,
        [grows ? '| --- | --- | --- | --- | --- |' : '| --- | --- | --- | --- |'],
        ...printed.map(({ subject, unit, a, b, g }): readonly Piece[] => [
          `| ${subject.name} | ${unit} | `,
          a,
          ' | ',
          b,
          ...(grows ? [' | ', g] : []),
          ' |',
        ]),
        [''],
        line,
      ],
      relations: [
        {
          figures: [chosen.b, again],
          residual: inPlain(
            ([one, other]) => one - other,
            [scaleOf(chosen.t, 'zh'), scaleOf(second, 'zh')],
          ),
        },
      ],
    };
  };

const inChinese: readonly Phrase[] = [
  tripleInChinese,
  tripleInChinese,
  fromToInChinese,
  fromToInChinese,
  pointsInChinese,
  shareInChinese,
  completionInChinese,
  partitionInChinese,
  totalInChinese,
  aimInChinese,
  multipleInChinese,
  besideInChinese,
  surplusInChinese,
  yearsInChinese,
  yearsInChinese,
  ratesInChinese,
  twiceInChinese,
  respectively,
  alone,
  alone,
  alone,
];
const inTables: readonly Phrase[] = [tableRows(false)];
const inEnglish: readonly Phrase[] = [
  tripleInEnglish,
  fromToInEnglish,
  pointsInEnglish,
  yearsInEnglish,
];
const inPlans: readonly Phrase[] = [
  declaredYears,
  declaredYears,
  declaredFromTo,
  declaredRate,
  declaredParts,
  declaredCompletion,
  tableRows(true),
];

// ---------------------------------------------------------------- documents

export type Form = 'markdown' | 'plan' | 'traditional' | 'english';

export interface RandomDocument {
  readonly form: Form;
  readonly written: readonly Written[];
  readonly year: number;
}

export interface PlacedFigure {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface DocumentText {
  readonly text: string;
  readonly places: ReadonlyMap<Figure, PlacedFigure>;
  /** The statement that each line belongs to. */
  readonly statementOf: readonly (Written | undefined)[];
}

export function randomDocument(random: Random, count = 20 + random.below(25)): RandomDocument {
  const form = random.pick<Form>([
    'markdown',
    'markdown',
    'plan',
    'plan',
    'traditional',
    'english',
  ]);
  const year = random.pick([2023, 2024, 2025]);
  const current: Draw = {
    random,
    names: new Set(),
    year,
    language: form === 'english' ? 'en' : 'zh',
  };
  const phrases =
    form === 'english'
      ? inEnglish
      : form === 'plan'
        ? [...inPlans, ...inPlans, ...inChinese]
        : [...inChinese, ...(form === 'markdown' ? inTables : [])];
  const written: Written[] = [];
  for (let attempt = 0; attempt < 3 * count && written.length < count; attempt++) {
    const one = random.pick(phrases)(current);
    // What a figure that is drawn in a larger unit loses can be more than there is: it is drawn again.
    if (one?.relations.every(agrees)) written.push({ ...one, joins: random.below(2) === 0 });
  }
  return { form, written, year };
}

/** Puts the text together, with one figure moved or with all as they are. */
export function textOf(
  { form, written, year }: RandomDocument,
  convert: (text: string) => string,
  moved?: Moved,
): DocumentText {
  const lines: string[] = [];
  const statementOf: (Written | undefined)[] = [];
  const places = new Map<Figure, PlacedFigure>();
  const put = (text: string, owner?: Written): void => {
    lines.push(text);
    statementOf.push(owner);
  };
  if (form === 'plan') {
    put(`规划：青禾县发展规划`);
    put(`期间：${year - 4}—${year}年`);
    put(`基期：${year - 5}年`);
    put('');
  } else if (form === 'english') {
    put(`# Work report of Greenfield County ${year}`);
    put('');
  } else {
    put(convert(`# 青禾县${year}年工作情况`));
    put('');
  }
  const titles = ['工作情况', '主要成效', '工作进展', '重点指标'];
  const isProse = form !== 'plan';
  for (const [index, one] of written.entries()) {
    if (form !== 'english' && index % 9 === 0 && index / 9 < titles.length)
      put(convert(`${form === 'plan' ? '#' : '##'} ${titles[index / 9]}`));
    // A paragraph holds several sentences, of which some belong together.
    const isParagraph =
      isProse && one.joins && one.lines.every(([first]) => !String(first).startsWith('|'));
    for (const [at, pieces] of one.lines.entries()) {
      const follows = isParagraph && (at > 0 || statementOf[lines.length - 1]?.joins === true);
      let text = follows ? (lines.pop() ?? '') : '';
      if (follows) statementOf.pop();
      if (follows && form === 'english') text += ' ';
      for (const piece of pieces) {
        if (typeof piece === 'string') {
          text += form === 'traditional' ? convert(piece) : piece;
          continue;
        }
        const printed = print(moved?.figure === piece ? { ...piece, value: moved.value } : piece);
        places.set(piece, {
          line: lines.length,
          start: text.length,
          end: text.length + printed.length,
        });
        text += printed;
      }
      put(text, one);
    }
    if (!isParagraph) put('');
  }
  return { text: lines.join('\n'), places, statementOf };
}
