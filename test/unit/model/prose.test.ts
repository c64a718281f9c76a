/** What is claimed in running text, and what is not (CLAIMS.md): one made-up sentence for each construct. */
import { describe, expect, test } from 'vitest';
import { PlanModel } from '../../../server/src/model/model.ts';
import { OwnPlaces } from '../../../server/src/model/places.ts';
import { readProse } from '../../../server/src/model/prose.ts';
import type { Claim, Role } from '../../../server/src/model/types.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { parseClaims } from '../../../server/src/syntax/parser.ts';

function read(text: string, role: Role = 'result', own: readonly string[] = []): readonly Claim[] {
  const line = PlanTree.parse(text, { proseOnly: true }).lines.at(0);
  const places = new OwnPlaces(own);
  return readProse(parseClaims(text), { line, offset: 0, scope: {}, places, role });
}

/** `indicator: comparator value unit; change; flags`, as short as a table wants it. */
function described(claim: Claim): string {
  const level =
    claim.mask !== undefined
      ? `?${claim.mask}`
      : (claim.ratio?.join('：') ??
        (claim.low === undefined ? (claim.value ?? '') : `${claim.low}~${claim.high}`));
  const parts = [
    level === ''
      ? ''
      : `${claim.comparator} ${claim.from ? `${claim.from}→` : ''}${level} ${claim.unit}`,
    claim.change
      ? `${claim.change.kind} ${claim.change.comparator ? `${claim.change.comparator} ` : ''}${claim.change.value ?? '?'}${claim.change.unit}`
      : '',
    ['average', 'total', 'share', 'rank', 'completion']
      .filter((flag) => claim[flag as 'average'])
      .join(' '),
    claim.qualitative ?? '',
  ];
  return `${claim.indicator}: ${parts.filter((part) => part !== '').join('; ')}`.trim();
}

const said = (text: string, role?: Role): string[] => read(text, role).map(described);

describe('patterns', () => {
  test.each<[string, ...string[]]>([
    ['全镇粮食总产量达到1.2万吨。', '粮食总产量: = 1.2 万吨'],
    ['全县税收收入突破900万元，比“十三五”末增150万元。', '税收收入: > 900 万元; absolute 150万元'],
    ['预计全年茶叶销售额增长12%以上。', '茶叶销售额: percent >= 12%'],
    ['工业总产值完成7.5亿元，同比增长6.4%。', '工业总产值: = 7.5 亿元; percent 6.4%'],
    [
      '完成水产品产值3200万元，比上年同期增260万元，增长8.8%。',
      '水产品产值: = 3200 万元; absolute 260万元',
      '水产品产值: percent 8.8%',
    ],
    ['全年培训农技员不少于120人次。', '培训农技员: >= 120 人次'],
    ['城镇登记失业率控制在3.8%以内。', '城镇登记失业率: <= 3.8 %'],
    [
      '蔬菜总产量约4.6万吨，游客接待量近30万人次。',
      '蔬菜总产量: ~ 4.6 万吨',
      '游客接待量: ~ 30 万人次',
    ],
    [
      '茶园面积达到二万亩，比上年增长百分之八点五，亩产提高百分之6.2。',
      '茶园面积: = 2 万亩; percent 8.5%',
      '亩产: percent 6.2%',
    ],
    ['绿化覆盖率由百分之三十二提高到百分之四十。', '绿化覆盖率: from-to 32→40 %'],
    ['粮食产量年均增长百分之三至百分之五。', '粮食产量: percent 3%; average'],
    ['人口自然增长率控制在千分之三以内。', '人口自然增长率: <= 3 ‰'],
    ['引进3—5个适合山区的果树新品种。', '引进果树新品种: range 3~5 个'],
    ['新增路灯86盏、垃圾桶410个。', '新增路灯: = 86 盏', '垃圾桶: = 410 个'],
    [
      '固定资产投资9.1亿元，其中技改投资2.3亿元、增长15%。',
      '固定资产投资: = 9.1 亿元',
      '技改投资: = 2.3 亿元; percent 15%',
    ],
    ['服务业增加值占地区生产总值的41.5%。', '服务业增加值: = 41.5 %; share'],
    ['民营经济占比超过62%。', '民营经济: > 62 %; share'],
    [
      '一般公共预算收入4100万元，完成年度任务的102.5%。',
      '一般公共预算收入: = 4100 万元',
      '一般公共预算收入: = 102.5 %; completion',
    ],
    ['医保参保率98.2%，人口自然增长率4.5‰。', '医保参保率: = 98.2 %', '人口自然增长率: = 4.5 ‰'],
    ['农村居民人均可支配收入21500元。', '农村居民人均可支配收入: = 21500 元'],
    [
      '营商环境评价居全市第3位，比去年前进了5位。',
      '营商环境评价: = 3 位; rank',
      '营商环境评价: rank 5位',
    ],
    ['粮食亩产由420公斤提高到465公斤。', '粮食亩产: from-to 420→465 公斤'],
    ['减少了6个薄弱村。', '薄弱村: absolute -6个'],
    ['累计发放贷款8600万元。', '发放贷款: = 8600 万元; total'],
    [
      '保持优质水稻种植4000亩，油菜种植2500亩。',
      '优质水稻种植: keep 4000 亩',
      '油菜种植: keep 2500 亩',
    ],
    ['财政收入xxx万元，工业投资x.4亿元。', '财政收入: = ?xxx 万元', '工业投资: = ?x.4 亿元'],
    ['完成造林面积达万亩，增长%。', '造林面积: = ? 万亩; percent ?%'],
    ['实际利用外资320万美元。', '实际利用外资: = 320 万美元'],
    ['硬化村道12.6公里。', '硬化村道: = 12.6 公里'],
    ['工业税收突破千万元，可带动近百人就业。', '工业税收: > 1000 万元', '带动就业: ~ 100 人'],
    ['新建冷库一座，开展两次消防演练。', '新建冷库: = 1 座', '开展消防演练: = 2 次'],
    ['投入资金300余万元新建了文化广场4个。', '投入资金: ~ 300 万元', '新建文化广场: = 4 个'],
    ['乡镇卫生室实现全覆盖。', '乡镇卫生室: 全覆盖'],
    ['地区生产总值五年翻一番。', '地区生产总值: times 1番'],
    ['合作社产值是2019年的1.8倍。', '合作社产值: times 1.8倍'],
    ['森林覆盖率再提高1.5个百分点。', '森林覆盖率: points 1.5个百分点'],
    ['三次产业结构调整为14.2：45.1：40.7。', '三次产业结构: = 14.2：45.1：40.7'],
    ['粮食产量年均增长2.4%。', '粮食产量: percent 2.4%; average'],
    [
      '财政收入比上年增长6%，两年平均增长5.2%。',
      '财政收入: percent 6%',
      '财政收入: percent 5.2%; average',
    ],
    [
      '非税收入3.1亿元，为年初预算的104%，比上年减收0.2亿元。',
      '非税收入: = 3.1 亿元; absolute -0.2亿元',
      '非税收入: = 104 %; completion',
    ],
    [
      '教育支出占财政支出的21.3%，较上年提高0.7个百分点。',
      '教育支出: = 21.3 %; points 0.7个百分点; share',
    ],
    ['项目支出安排820万元，比上年年初预算增长3%。', '项目支出: = 820 万元; percent 3%'],
    ['亩均造价1480元，比概算节约2.5%。', '亩均造价: = 1480 元; percent -2.5%'],
    ['投诉比上年少14件。', '投诉: absolute -14件'],
    ['办事环节由12项精简为5项。', '办事环节: from-to 12→5 项'],
    ['城乡居民收入比由1.95降至1.9。', '城乡居民收入比: from-to 1.95→1.9'],
    [
      '小学、初中平均班额分别控制在40人和45人以内。',
      '小学平均班额: <= 40 人',
      '初中平均班额: <= 45 人',
    ],
    ['师生比分别达到1：15和1：12。', '师生比: = 1：15', '师生比: = 1：12'],
    [
      '综合考核得分93.5分，在全市18个区县中排名第4位。',
      '综合考核得分: = 93.5 分',
      '综合考核得分: = 4 位; rank',
    ],
    [
      '农民人均收入1.9万元，高出全市平均水平640元。',
      '农民人均收入: = 1.9 万元',
      '农民人均收入: absolute 640元',
    ],
    ['两年新增专利600件，是此前历史总量的1.3倍。', '新增专利: = 600 件; times 1.3倍; total'],
    ['改造厂房开工40栋、基本建成25栋。', '改造厂房开工: = 40 栋', '改造厂房建成: = 25 栋'],
    ['培育1家中国500强企业。', '培育中国500强企业: = 1 家'],
    ['为86条无灯巷道加装路灯。', '无灯巷道加装路灯: = 86 条'],
    ['30户以上自然村全部通硬化路，首位产业产值9亿元。', '首位产业产值: = 9 亿元'],
    [
      '新购120辆纯电动公交车，特别是共享单车达到900辆。',
      '新购纯电动公交车: = 120 辆',
      '共享单车: = 900 辆',
    ],
    ['改造提升6个农贸市场。', '改造提升农贸市场: = 6 个'],
    [
      '居民医保报销比例分别提高到70%、75%。',
      '居民医保报销比例: = 70 %',
      '居民医保报销比例: = 75 %',
    ],
    ['供水保证率稳定在96%以上。', '供水保证率: >= 96 %'],
    ['孕产妇死亡率12.5/10万。', '孕产妇死亡率: = 12.5 /10万'],
  ])('%s', (text, ...expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('traps', () => {
  test('a threshold is no bound, and a bound is no threshold', () => {
    expect(said('规模以上工业企业用电量增长7%以上。')).toEqual([
      '规模以上工业企业用电量: percent >= 7%',
    ]);
    expect(said('引进投资3000万元以上的项目4个以上。')).toEqual([
      '引进投资3000万元以上的项目: >= 4 个',
    ]);
  });

  test('a deadline governs the list behind it', () => {
    const claims = read('到2026年，粮食产量达2万吨；茶园面积达8000亩；游客突破10万人次。');
    expect(claims.map(({ period }) => period?.to)).toEqual([2026, 2026, 2026]);
  });

  test('a period in mid clause governs that clause only', () => {
    const claims = read('在2018年引进6家企业的基础上，又引进食品企业9家。');
    expect(claims.map(({ value, period }) => [value, period?.to])).toEqual([
      ['6', 2018],
      ['9', undefined],
    ]);
  });

  test('a period behind a semicolon tells of the same thing again', () => {
    const claims = read('到2023年，污水治理率达到50%；到2025年达到75%以上。', 'target');
    expect(claims.map(({ indicator, value, period }) => [indicator, value, period?.to])).toEqual([
      ['污水治理率', '50', 2023],
      ['污水治理率', '75', 2025],
    ]);
  });

  test('余 and 多 stand before or behind the magnitude', () => {
    expect(said('投入5万余元，补助农户300余户，筹资800多万元。')).toEqual([
      '投入: ~ 5 万元',
      '补助农户: ~ 300 户',
      '筹资: ~ 800 万元',
    ]);
  });

  test.each([
    '完成G56高速和305省道整治，新建220kV变电站。',
    '推进5G网络、PM2.5治理和“1+4+N”体系建设。',
    '破获“8·15”案件，处置H7N9疫情。',
    '创建4A级景区和国家级示范区。',
    '连续5年安全生产无事故，提前2个月完工。',
    '第3次党代会于2021年6月5日召开。',
    '坚持安全第一，把民生放在首位。',
    '总投资4亿元、装机容量30兆瓦的云岭光伏电站开工。',
    '推进汇源20万吨饲料加工项目建设。',
    '规模以上企业和亿元以上项目稳步推进。',
    '加强与世界500强企业合作。',
    '全市565万人民共同奋斗。',
    '坚持“三个一”标准，抓好两个方面。',
    '发布时间：2021-03-02 08:30:11',
  ])('no claim: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('a reading behind a character and the mark of a footnote are no part of the text', () => {
    const text = '鎮(zhèn)工業(yè)總產值[^3]完成2.4億元，同比增長(zhǎng)6%。';
    const [claim] = read(text);
    expect(described(claim)).toBe('鎮工業總產值: = 2.4 億元; percent 6%');
    expect(text.slice(claim.start, claim.end)).toBe('2.4億元');
    expect(text.slice(claim.numberStart, claim.numberEnd)).toBe('2.4');
    expect(text.slice(claim.change?.start, claim.change?.end)).toBe('6%');
  });

  test('half-width commas part clauses as well', () => {
    expect(said('水费收入12万元,电费收入30万元,增长5%。')).toEqual([
      '水费收入: = 12 万元',
      '电费收入: = 30 万元; percent 5%',
    ]);
  });

  test('其中 may introduce a bound', () => {
    expect(said('农业总产值18亿元，其中种植业产值突破10亿元。')).toEqual([
      '农业总产值: = 18 亿元',
      '种植业产值: > 10 亿元',
    ]);
  });
});

describe('lists', () => {
  test('分别 is distributed over its figures', () => {
    expect(said('城镇和农村居民人均可支配收入分别增长7%和8.5%。')).toEqual([
      '城镇居民人均可支配收入: percent 7%',
      '农村居民人均可支配收入: percent 8.5%',
    ]);
    expect(said('枸杞、小杂粮种植面积分别达3万亩和1.2万亩。')).toEqual([
      '枸杞种植面积: = 3 万亩',
      '小杂粮种植面积: = 1.2 万亩',
    ]);
    expect(said('城镇居民收入31000元，农村居民收入19000元，分别增长6%和7.5%。')).toEqual([
      '城镇居民收入: = 31000 元; percent 6%',
      '农村居民收入: = 19000 元; percent 7.5%',
    ]);
    expect(said('城乡居民收入分别高于全省平均1.5和0.5个百分点。')).toEqual([
      '城镇居民收入: points 1.5个百分点',
      '农村居民收入: points 0.5个百分点',
    ]);
  });

  test('a level and the first change behind it are one claim, in either order', () => {
    expect(said('家庭农场发展到107家、新增18家。')).toEqual(['家庭农场: = 107 家; absolute 18家']);
    expect(said('新增养殖户132户、达1095户。')).toEqual(['新增养殖户: = 1095 户; absolute 132户']);
    expect(said('招商到位资金增长20%以上，突破5亿元。')).toEqual([
      '招商到位资金: > 5 亿元; percent >= 20%',
    ]);
  });

  test('the noun behind the figure goes behind the verb', () => {
    expect(said('举办4次技能比武，完成1.2万亩高标准农田建设。')).toEqual([
      '举办技能比武: = 4 次',
      '高标准农田建设: = 1.2 万亩',
    ]);
    expect(said('新建公厕3个改建户厕460个。')).toEqual(['新建公厕: = 3 个', '改建户厕: = 460 个']);
    expect(said('32家企业被认定为科技型中小企业。')).toEqual(['企业: = 32 家']);
  });

  test('确保 and 力争 make two targets', () => {
    const claims = read('固定资产投资确保28亿元、力争31亿元。');
    expect(claims.map(({ value, role, commitment }) => [value, role, commitment])).toEqual([
      ['28', 'target', 'ensure'],
      ['31', 'target', 'strive'],
    ]);
  });

  test('one figure of several things is one claim', () => {
    expect(said('工业用电量、货运量均增长9%。')).toHaveLength(1);
  });
});

describe('English', () => {
  test.each<[string, ...string[]]>([
    [
      'Orchard output reached 4,200 tonnes, up 6% from a year earlier. Tea output was 310 tonnes.',
      'Orchard output: = 4200 tonnes; percent 6%',
      'Tea output: = 310 tonnes',
    ],
    [
      'We paved 14 km of village roads, renovated 6 old clinics and added 240 school places.',
      'paved village roads: = 14 km',
      'renovated old clinics: = 6',
      'added school places: = 240',
    ],
    ['Rents rose 5.2% to 1.3 million yuan.', 'Rents: = 1.3 million yuan; percent 5.2%'],
    ['Accidents fell from 31 to 24.', 'Accidents: from-to 31→24'],
    [
      'Wages reached 4,100 yuan and pensions 1,900 yuan, up 5% and 3.5% respectively.',
      'Wages: = 4100 yuan; percent 5%',
      'pensions: = 1900 yuan; percent 3.5%',
    ],
    [
      'The clinics treated 8,200 patients, 4% fewer than the year before.',
      'treated patients: = 8200 ; percent -4%',
    ],
    ['The share of clean days was 92.5%.', 'clean days: = 92.5 %; share'],
    ['At least 85% of household waste was sorted.', 'household waste: >= 85 %'],
    ['A total of 12 farms were registered.', 'farms: = 12'],
    [
      'Roads to be built: 35 km, including 9 km of forest roads',
      'Roads to be built: = 35 km',
      'forest roads: = 9 km',
    ],
  ])('%s', (text, ...expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('will makes a target of its sentence', () => {
    const claims = read(
      'Tea output was 310 tonnes. We will cut energy use by 3% and raise rents from 1.2 to 1.5 million yuan.',
    );
    expect(claims.map((claim) => `${claim.role} ${described(claim)}`)).toEqual([
      'result Tea output: = 310 tonnes',
      'target energy use: percent -3%',
      'target rents: from-to 1.2→1.5 million yuan',
    ]);
  });
});

describe('roles', () => {
  const roles = (text: string, role?: Role): string[] =>
    read(text, role).map((claim) => claim.role);

  test('预计 at the head of a sentence governs all of it, in the middle its own claim', () => {
    expect(roles('预计全年产值达5亿元，税收达900万元。产值达6亿元。')).toEqual([
      'forecast',
      'forecast',
      'result',
    ]);
    expect(roles('产值预计达5亿元，税收达900万元。')).toEqual(['forecast', 'result']);
  });

  test('计划 and 努力 as nouns are no commitment', () => {
    expect(roles('列入科技发展计划项目55项，在共同努力下脱贫371户。')).toEqual([
      'result',
      'result',
    ]);
  });

  test('what was planned and what was really done stand in one sentence', () => {
    expect(roles('计划修渠12公里，实际完成11.5公里，完成率95.8%。')).toEqual([
      'target',
      'result',
      'result',
    ]);
  });

  test('a sentence that names goals makes targets of what follows', () => {
    expect(roles('主要预期目标是：产值增长8%，税收增长6%。')).toEqual(['target', 'target']);
  });
});

test('a line of a megabyte is read in a time that grows with its length', () => {
  const piece = '新建水渠12公里整修山塘3口';
  const text = piece.repeat(80_000);
  expect(read(text).length).toBeGreaterThan(100_000);
}, 20_000);

test('years in Chinese numerals are years, and no part of a name', () => {
  const claims = read('一九九八年粮食产量9800吨，二○二四年1.2万吨，到二〇二五年达1.3万吨。');
  expect(claims.map(({ indicator, period }) => [indicator, period?.from])).toEqual([
    ['粮食产量', 1998],
    ['粮食产量', 2024],
    ['粮食产量', 2025],
  ]);
  expect(read('粮食产量年均增长百分之三至百分之五。')[0].change).toMatchObject({
    value: '3',
    high: '5',
  });
});

test('years of the Republic are years, and 100年一遇 is none', () => {
  const claims = read(
    '一一三年遊客80萬人次；114年遊客達86萬人次，較113年成長7.5%。防洪達100年一遇。',
  );
  expect(claims.map(({ indicator, period }) => [indicator, period?.from])).toEqual([
    ['遊客', 2024],
    ['遊客', 2025],
  ]);
});

test('a unit may be told per another in words', () => {
  expect(read('PM10浓度54微克每立方米，氨氮0.38毫克每升。').map(({ unit }) => unit)).toEqual([
    '微克每立方米',
    '毫克每升',
  ]);
});

test('who did it, and what it comes from, is no part of the name', () => {
  expect(
    read('各级仲裁机构共处理争议48件，小学迁建后可增加学位90个。').map(
      ({ indicator }) => indicator,
    ),
  ).toEqual(['处理争议', '学位']);
});

test('the sign of a currency belongs to its figure', () => {
  const claims = read('Reserves fell by £1.2 million to £17.5m. Grants came to HK$3 million.');
  expect(claims.map(({ indicator, value, unit }) => [indicator, value, unit])[0]).toEqual([
    'Reserves',
    '17.5',
    'million GBP',
  ]);
  expect(claims[0].change).toMatchObject({ value: '-1.2', unit: 'million GBP' });
  expect(claims[1].unit).toBe('million');
});

test('a whole may stand behind the comparator of its share', () => {
  const [first, second] = read(
    '交流教师比例不低于符合条件教师总数的15%；能繁母猪1.96万头，为正常保有量的103%。',
  );
  expect(first).toMatchObject({ comparator: '>=', share: true, of: '符合条件教师总数' });
  expect(second).toMatchObject({ indicator: '能繁母猪', value: '1.96' });
});

test('what is new beside what there is does not say what there was', () => {
  const [firms] = read('新增经营主体618户，累计达到4207户，比上年末增长11.6%。');
  expect(firms.change).toMatchObject({ value: '618', hedge: 'gross' });
  const [green] = read('新增绿地40公顷，累计达到400公顷。');
  expect(green.change?.hedge).toBeUndefined();
});

test('a bracket of more units stands between a unit and its bound', () => {
  expect(read('畜禽饲养总量达到650万头（只、羽）以上。')[0]).toMatchObject({
    value: '650',
    unit: '万头',
    comparator: '>=',
  });
});

test('a question of what to do leads to what is meant', () => {
  const claims = read('粮食总产2.8万吨，比上年多打了1200吨。今年怎么办？修通组路32公里。');
  expect(claims.map(({ role, change }) => [role, change?.value])).toEqual([
    ['result', '1200'],
    ['target', undefined],
  ]);
});

describe('as offices write', () => {
  test.each<[string, ...string[]]>([
    [
      '面粉每公斤4.72元，环比微涨0.4%；花生油每5升126元，跌1%。',
      '面粉每公斤: = 4.72 元; percent 0.4%',
      '花生油每5升: = 126 元; percent -1%',
    ],
    [
      '猪肉均价24.2元，比去年同期的29.4元低17.8%。',
      '猪肉均价: = 24.2 元; percent -17.8%',
      '猪肉均价: = 29.4 元',
    ],
    ['发放补助437万元，同比多发28万元。', '发放补助: = 437 万元; absolute 28万元'],
    [
      '奖补资金386万元，惠及农户872户，户均4427元。',
      '奖补资金: = 386 万元',
      '惠及农户: = 872 户',
      '户均奖补资金: = 4427 元',
    ],
    [
      '整改问题149个，整改率95.5%，还有7个正在推进。',
      '整改问题: = 149 个',
      '整改率: = 95.5 %',
      '正在推进: = 7 个',
    ],
    ['村集体经济收入全部过20万元。', '村集体经济收入: > 20 万元'],
    [
      '药占比26.3%，平均住院日从7.9天降到7.2天。',
      '药占比: = 26.3 %; share',
      '平均住院日: from-to 7.9→7.2 天',
    ],
    ['产值由100亿元升至180亿元，几乎翻了一番。', '产值: from-to 100→180 亿元; times ~ 1番'],
    ['经济总量再上新台阶，达到213亿元。', '经济总量: = 213 亿元'],
    [
      '用电量256亿千瓦时，最高负荷再破纪录，今夏达到498万千瓦。',
      '用电量: = 256 亿千瓦时',
      '最高负荷: = 498 万千瓦',
    ],
    ['办件量86万件，同比增长两成三。', '办件量: = 86 万件; absolute 2.3成'],
    ['归集数据2.8亿条，较2024年末新增9600万条。', '归集数据: = 2.8 亿条; absolute 9600万条'],
    [
      '办结率99.6%，满意率97.1%，分别比上年高0.8个和1.4个百分点。',
      '办结率: = 99.6 %; points 0.8个百分点',
      '满意率: = 97.1 %; points 1.4个百分点',
    ],
    ['新增规上企业18家，总数达到133家。', '新增规上企业: = 18 家', '规上企业总数: = 133 家'],
    [
      '增加值增长4.4%，高于一季度1.1个、上半年0.5个百分点。',
      '增加值: percent 4.4%',
      '增加值: points 1.1个百分点',
      '增加值: points 0.5个百分点',
    ],
    [
      '医保参保率11月底前达到95%，11月10日前完成秋冬种3.6万亩。',
      '医保参保率: = 95 %',
      '秋冬种: = 3.6 万亩',
    ],
    [
      '人均收入22860元，增长6.8%，比城镇居民快2.1个百分点。',
      '人均收入: = 22860 元; percent 6.8%',
      '人均收入: points 2.1个百分点',
    ],
    ['增速8.3%，比上半年加快0.5个百分点。', '增速: = 8.3 %; points 0.5个百分点'],
    ['引进项目46个，其中50亿元以上2个。', '引进项目: = 46 个', '50亿元以上引进项目: = 2 个'],
    ['有5个乡镇备案率低于60%。', '乡镇备案率: = 5 个'],
    ['干茶每斤均价180元，比前年贵了30元。', '干茶每斤均价: = 180 元; absolute 30元'],
    [
      '支出1432万元，比上年减少119万元，降幅7.7%。',
      '支出: = 1432 万元; absolute -119万元',
      '支出降幅: = 7.7 %',
    ],
  ])('%s', (text, ...expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('what the head of a sentence says is to come is meant to be', () => {
    const claims = read('未来五年，产值突破400亿元；企业达到260家。去年企业151家。');
    expect(claims.map(({ role }) => role)).toEqual(['target', 'target', 'result']);
  });
});

test('what a meeting asks for is to be done', () => {
  const text =
    '会议指出，完成投资2亿元。会议要求，四季度要抓紧。一要完成投资3亿元；二要改造农田8000亩。';
  expect(read(text).map(({ role }) => role)).toEqual(['result', 'target', 'target']);
});

test('what is lacking, and what is only so much, is so already', () => {
  const text = '应用率达到80%。仍有不小差距：上线21件，办结率低于全市2个百分点。达标的只有8个。';
  const roles = read(text, 'target').map(({ role }) => role);
  expect(roles).toEqual(['target', 'result', 'result', 'result']);
});

describe('declared lines', () => {
  test.each<[string, ...string[]]>([
    ['目标 道路：由10公里增加到12公里', '道路: from-to 10→12 公里'],
    [
      '实绩 税收：1—9月300万元，增速6.5%，全县第3名',
      '税收: = 300 万元; percent 6.5%',
      '税收: = 3 位; rank',
    ],
    ['实绩 危改：120户，完成率120%', '危改: = 120 户', '危改: = 120 %; completion'],
    ['目标 合作社：达到20家，新增5家', '合作社: = 20 家; absolute 5家'],
    [
      '目标 企业：达到120家，比2025年的95家增加25家',
      '企业: = 120 家; absolute 25家',
      '企业: = 95 家',
    ],
    ['目标 产量：2026年5000吨（2025年4800吨）', '产量: = 5000 吨', '产量: = 4800 吨'],
    ['target Paths: from 10 km to 12 km', 'Paths: from-to 10→12 km'],
    ['target Paths: increase from 10 to 12 km', 'Paths: from-to 10→12 km'],
    ['target Paths: from 10% in 2020 to 12% in 2025', 'Paths: from-to 10→12 %'],
  ])('%s', (text, ...expected) => {
    const model = PlanModel.of(PlanTree.parse(text));
    expect(model.claimsOf(model.tree.lines.at(0)).map(described)).toEqual(expected);
  });
});
