/** What a generated document says in Chinese, simplified or traditional. */
import type { Wording } from './generate.ts';
import {
  createIndicatorPool,
  type Indicator,
  type IndicatorKind,
  printFigure,
} from './indicators.ts';
import type { Random } from './random.ts';
import { toTraditional } from './traditional.ts';

const PLACES = [...'青柳石白云清龙金松竹梅杨桃李丰安永宁东西南北新古'].flatMap((first) =>
  [...'禾溪桥岭坪湾塘泉岗坡江河湖林田园山峰谷洲渡井沟坝'].map((second) => `${first}${second}村`),
);

const CROPS = [...'稻麦茶桑梨橘藕菊']
  .map((crop) => `${crop}园`)
  .concat(
    '优质水稻',
    '油菜',
    '中药材',
    '食用菌',
    '露天蔬菜',
    '大棚蔬菜',
    '红薯',
    '花生',
    '油茶',
    '蓝莓',
    '猕猴桃',
    '黄桃',
  );
const WORKS = ['水渠', '绿道', '机耕路', '供水管网', '污水管网', '通村公路', '防火道', '堤防'];
const SERVICES = [
  '自来水',
  '宽带',
  '垃圾分类',
  '路灯',
  '家庭医生',
  '养老助餐',
  '文化活动',
  '科普宣传',
];

const KINDS: readonly IndicatorKind[] = [
  amount('种植面积', '亩', 0, 400, 9000, CROPS),
  amount('年产量', '吨', 0, 200, 8000, CROPS),
  amount('年产值', '万元', 1, 1200, 90000, CROPS),
  amount('加工企业', '家', 0, 4, 60, CROPS),
  amount('合作社成员', '户', 0, 40, 900, CROPS),
  amount('改造里程', '公里', 1, 20, 900, WORKS),
  amount('改造投资', '万元', 0, 60, 5000, WORKS),
  amount('服务人次', '人次', 0, 800, 20000, SERVICES),
  { ...amount('覆盖率', '%', 1, 600, 985, SERVICES), nature: 'rate' },
  { ...amount('投诉率', '‰', 1, 8, 60, SERVICES), nature: 'ceiling' },
];

function amount(
  noun: string,
  unit: string,
  decimals: number,
  low: number,
  high: number,
  subjects: readonly string[],
): IndicatorKind {
  return { noun, unit, decimals, low, high, nature: 'amount', subjects };
}

const OFFICES = [
  '农业农村办公室',
  '经济发展办公室',
  '社会事务办公室',
  '综合服务中心',
  '水利站',
  '林业站',
];
const OPENINGS = [
  '坚持因地制宜，',
  '围绕群众最关心的事，',
  '按照先易后难的顺序，',
  '从补齐短板入手，',
  '结合村情实际，',
  '在听取村民代表意见的基础上，',
  '汛期到来之前，',
  '农闲时节，',
  '',
  '',
];
const ACTORS = [
  '各村',
  '驻村干部',
  '村级合作社',
  '党员志愿者',
  '镇直各单位',
  '返乡青年',
  '种植大户',
  '网格员',
];
const ACTIONS = [
  '摸清家底并逐户登记',
  '把闲置校舍改成老年食堂',
  '组织种植户到邻县学习',
  '修补田间水渠和机耕道路',
  '做好冬春两季树木管护',
  '定期公开集体收支账目',
  '办好晚间课堂和田间课堂',
  '建立河道巡查台账',
  '与加工企业签订长期收购协议',
  '推广节水灌溉和绿色防控',
  '整理村史资料并布置展室',
  '为独居老人安装呼叫装置',
];
const OUTCOMES = [
  '群众出行更加方便',
  '种植户收入更有保障',
  '村容村貌明显改善',
  '项目落地更加顺畅',
  '邻里矛盾化解在门前',
  '集体家底越来越厚实',
  '山水资源得到合理利用',
  '年轻人愿意回来、留得下来',
];
const SECTION_TITLES = [
  '夯实产业基础',
  '改善人居环境',
  '完善公共服务',
  '加强水利建设',
  '壮大集体经济',
  '培育特色品牌',
  '守护绿水青山',
  '提升治理水平',
];
const MEASURES = [
  '建设示范基地',
  '改造老旧水渠',
  '开办村民夜校',
  '打造采摘线路',
  '整治房前屋后',
  '引进冷链仓库',
];

/** The years of every generated plan; one plan needs no others. */
const BASE_YEAR = 2020;
const MIDDLE_YEAR = 2023;
const LAST_YEAR = 2025;

export function createChineseWording(random: Random, traditional: boolean): Wording {
  const script = traditional ? toTraditional : (text: string) => text;
  const indicators = createIndicatorPool(random, PLACES, KINDS, '');
  return {
    header: () =>
      [
        '规划：云溪镇五年发展规划',
        `期间：${BASE_YEAR + 1}—${LAST_YEAR}年`,
        `基期：${BASE_YEAR}年`,
        '编制单位：云溪镇人民政府',
      ].map(script),
    heading: (level, numbers) => script(heading(level, numbers[numbers.length - 1])),
    measure: () => script(`举措 在${random.pick(PLACES)}${random.pick(MEASURES)}`),
    measureField: () =>
      script(
        random.chance(0.6)
          ? `责任：${random.pick(OFFICES)}`
          : `时限：${random.integer(BASE_YEAR + 1, LAST_YEAR)}年底前`,
      ),
    prose: () => script(prose()),
    target: () => script(`目标 ${target(indicators.next())}`),
  };

  function heading(level: number, number: number): string {
    const title = `${random.pick(PLACES)}${random.pick(SECTION_TITLES)}`;
    switch (level) {
      case 1:
        return `${chineseNumeral(number)}、${title}`;
      case 2:
        return `（${chineseNumeral(number)}）${title}`;
      case 3:
        return `${number}．${title}`;
      default:
        return `#### ${title}`;
    }
  }

  function prose(): string {
    const sentences = [`${random.pick(OPENINGS)}${plainSentence()}`];
    if (random.chance(0.35)) {
      sentences.push(figureSentence());
    } else if (random.chance(0.6)) {
      sentences.push(plainSentence());
    }
    return sentences.join('');
  }

  function plainSentence(): string {
    const first = random.integer(0, ACTIONS.length - 1);
    const second = (first + random.integer(1, ACTIONS.length - 1)) % ACTIONS.length;
    return `${random.pick(ACTORS)}${ACTIONS[first]}，${ACTIONS[second]}，${random.pick(OUTCOMES)}。`;
  }

  function figureSentence(): string {
    const known = indicators.recall();
    if (known !== undefined && random.chance(0.2)) {
      return `到${LAST_YEAR}年，${known.name}达到{${known.name}@${LAST_YEAR}}。`;
    }
    if (known !== undefined && random.chance(0.1)) {
      return `到${LAST_YEAR}年，${known.name}达到${figure(known)}。`;
    }
    const fresh = indicators.next();
    return fresh.kind.nature === 'ceiling'
      ? `到${LAST_YEAR}年，${fresh.name}控制在${figure(fresh)}以内。`
      : `到${LAST_YEAR}年，${fresh.name}达到${figure(fresh)}，${random.pick(OUTCOMES)}。`;
  }

  /** A line without its keyword: a name, a colon, and claims that agree with each other. */
  function target(indicator: Indicator): string {
    return `${indicator.name}：${claims(indicator)}`;
  }

  function claims(indicator: Indicator): string {
    switch (indicator.kind.nature) {
      case 'rate':
        return rateClaims(indicator);
      case 'ceiling':
        return random.chance(0.5)
          ? `控制在${figure(indicator)}以内`
          : `到${LAST_YEAR}年不超过${figure(indicator)}`;
      default:
        return amountClaims(indicator);
    }
  }

  function rateClaims(indicator: Indicator): string {
    const rise = random.integer(5, 250);
    switch (random.integer(0, 3)) {
      case 0:
        indicators.remember(indicator);
        return `由${BASE_YEAR}年的${figure(indicator, -rise)}提高到${figure(indicator)}，提高${printFigure(rise, 1)}个百分点`;
      case 1:
        indicators.remember(indicator);
        return `达到${figure(indicator)}，比基期提高${printFigure(rise, 1)}个百分点`;
      case 2:
        return `到${LAST_YEAR}年稳定在${figure(indicator)}以上`;
      default:
        return random.chance(0.3) ? '实现全覆盖' : `不低于${figure(indicator)}`;
    }
  }

  function amountClaims(indicator: Indicator): string {
    const { kind, value } = indicator;
    const rise = random.integer(1, Math.max(1, Math.floor(value * 0.3)));
    const rest = Math.max(1, Math.floor(value * random.next()));
    switch (random.integer(0, 13)) {
      case 0:
      case 1:
        indicators.remember(indicator);
        return `达${figure(indicator)}，比基期增${amountOf(rise, kind)}`;
      case 2:
        return `力争达到${figure(indicator)}以上`;
      case 3:
        indicators.remember(indicator);
        return `由${BASE_YEAR}年的${figure(indicator, -rise)}增加到${figure(indicator)}，增加${amountOf(rise, kind)}`;
      case 4:
        return `${MIDDLE_YEAR}年达到${figure(indicator, -rise)}，到${LAST_YEAR}年突破${figure(indicator)}`;
      case 5:
        return `确保不少于${figure(indicator)}`;
      case 6:
        return `年均增长${printFigure(random.integer(20, 120), 1)}%`;
      case 7:
        return `保持${figure(indicator)}`;
      case 8:
        return `累计新增${figure(indicator)}`;
      case 9:
        return `每年完成${amountOf(value, kind)}以上`;
      case 10:
        return `达${figure(indicator)}左右，比${BASE_YEAR}年增长${random.integer(5, 60)}%`;
      case 11:
        return withParts(indicator, rest);
      case 12:
        return withShare(indicator);
      default:
        // A small count cannot show a growth rate with a decimal.
        return value < 100 ? `至少${figure(indicator)}` : withAverageGrowth(indicator);
    }
  }

  function withParts(indicator: Indicator, part: number): string {
    const { kind, value, name } = indicator;
    const first = Math.min(part, value - 1);
    const place = name.slice(0, 3);
    const noun = name.slice(3);
    // The parts are named after the place and its halves, so that no other line speaks of them.
    return `达${figure(indicator)}，其中：${place}东片${noun}${amountOf(first, kind)}、${place}西片${noun}${amountOf(value - first, kind)}`;
  }

  function withShare(indicator: Indicator): string {
    const whole = indicators.recall();
    if (whole === undefined || whole.kind !== indicator.kind) {
      return `至少${figure(indicator)}`;
    }
    const percent = random.integer(5, 60);
    const part = Math.round((whole.value * percent) / 100);
    return part === 0
      ? `至少${figure(indicator)}`
      : `达${amountOf(part, indicator.kind)}，占${whole.name}的${percentOf(part, whole.value)}%`;
  }

  function withAverageGrowth(indicator: Indicator): string {
    const growth = random.integer(20, 90);
    const years = LAST_YEAR - BASE_YEAR;
    const last = Math.round(indicator.value * (1 + growth / 1000) ** years);
    return `由${BASE_YEAR}年的${figure(indicator)}增加到${LAST_YEAR}年的${amountOf(last, indicator.kind)}，年均增长${percentPerYear(indicator.value, last, years)}%`;
  }

  function figure(indicator: Indicator, offset = 0): string {
    return amountOf(indicator.value + offset, indicator.kind);
  }
}

function amountOf(value: number, kind: IndicatorKind): string {
  return `${printFigure(value, kind.decimals)}${kind.unit}`;
}

function percentOf(part: number, whole: number): string {
  return printFigure(Math.round((part * 1000) / whole), 1);
}

/** The growth that leads from `first` to `last`, rounded as a statistician would print it. */
function percentPerYear(first: number, last: number, years: number): string {
  return printFigure(Math.round(((last / first) ** (1 / years) - 1) * 1000), 1);
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 999 in Chinese numerals, as the numbers of headings are written. */
function chineseNumeral(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  let text = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
  if (tens > 0) {
    text += tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`;
  } else if (hundreds > 0 && ones > 0) {
    text += '零';
  }
  return ones > 0 ? text + DIGITS[ones] : text;
}
