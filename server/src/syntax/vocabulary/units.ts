/**
 * Units, measure words and magnitudes: the one table from which the lexer, the completion list, the grammar and
 * the arithmetic are made. Pure data. A new unit is one new row.
 *
 * A figure's unit is a magnitude (`万`, `亿`, `million`), a unit from the table, and perhaps one or more units that
 * it is counted per (`元/人`). Only the parts stand here; `model/units.ts` puts them together.
 */

/**
 * What a unit measures. Two units of one dimension can be converted into each other; the part before the dot is the
 * family, inside which it takes more than a different dimension to be sure that two units do not belong together.
 *
 * Measure words that count the same things interchangeably (`3个企业`, `3家企业`) share the dimension `count`.
 * What writers do keep apart has its own: `count.person`, `count.household`, `count.visit`.
 */
export type BaseDimension =
  | 'none'
  | 'money'
  | 'money.usd'
  | 'money.eur'
  | 'money.hkd'
  | 'money.mop'
  | 'money.twd'
  | 'money.jpy'
  | 'money.gbp'
  | 'money.krw'
  | 'money.rub'
  | 'area'
  | 'length'
  | 'volume'
  | 'mass'
  | 'mass.class'
  | 'mass.carbon'
  | 'transport.freight'
  | 'transport.passenger'
  | 'energy'
  | 'energy.coal'
  | 'power'
  | 'power.apparent'
  | 'power.steam'
  | 'voltage'
  | 'pressure'
  | 'temperature'
  | 'noise'
  | 'data'
  | 'data.rate'
  | 'data.computing'
  | 'time'
  | 'time.calendar'
  | 'time.workday'
  | 'time.lesson'
  | 'time.labour'
  | 'time.labourYear'
  | 'ratio'
  | 'ratio.points'
  | 'times'
  | 'doubling'
  | 'rank'
  | 'grade'
  | 'score'
  | 'count'
  | 'count.person'
  | 'count.household'
  | 'count.visit'
  | 'count.event'
  | 'count.animal'
  | 'count.plant'
  | 'count.machine'
  | 'count.container';

/** A dimension, or one per another: `money/count.person`, `money/count.person/time.calendar`. */
export type Dimension = BaseDimension | `${BaseDimension}/${string}`;

export interface UnitRow {
  /** The canonical spelling, in simplified characters where it has any. */
  name: string;
  /** All other spellings: traditional first, then everyday words, then English. */
  forms: readonly string[];
  dimension: BaseDimension;
  /** How many `base` are in one of this unit: an exact decimal or fraction. */
  factor: string;
  /** The unit in which the dimension is computed. */
  base: string;
  /** The magnitudes with which completion offers the unit, most frequent first; alone where absent. */
  usual?: readonly string[];
}

export interface MagnitudeRow {
  /** The canonical spelling, in simplified characters. */
  name: string;
  forms: readonly string[];
  /** The power of ten. */
  power: number;
}

/**
 * `百` and `千` count as magnitudes only directly after digits (`3千人`); in `百强` and `千瓦` they are part of the word.
 * A bare `十` is none: it only occurs in numerals (`三十`) and in longer magnitudes.
 */
// biome-ignore format: one magnitude, one line
export const magnitudeRows: readonly MagnitudeRow[] = [
  { name: '百', forms: ['佰', 'hundred'], power: 2 },
  { name: '千', forms: ['仟', 'thousand'], power: 3 },
  { name: '万', forms: ['萬', 'ten thousand'], power: 4 },
  { name: '十万', forms: ['十萬', 'hundred thousand'], power: 5 },
  { name: '百万', forms: ['百萬', 'million', 'mn'], power: 6 },
  { name: '千万', forms: ['千萬', 'ten million'], power: 7 },
  { name: '亿', forms: ['億', 'hundred million'], power: 8 },
  { name: '十亿', forms: ['十億', 'billion', 'bn'], power: 9 },
  { name: '百亿', forms: ['百億', 'ten billion'], power: 10 },
  { name: '千亿', forms: ['千億', 'hundred billion'], power: 11 },
  { name: '万亿', forms: ['萬億', 'trillion', 'tn'], power: 12 },
];

/** Simplified and traditional characters, in pairs, of those that occur in the names of units and magnitudes. */
export const traditionalPairs =
  '万萬亿億个個项項条條处處场場张張辆輛台臺头頭只隻种種盏盞栋棟间間类類级級门門户戶亩畝顷頃吨噸担擔标標准準时時厘釐钟鐘岁歲欧歐镑鎊韩韓卢盧币幣点點强強双雙对對块塊节節届屆轮輪册冊顶頂杆桿层層笔筆团團队隊组組单單车車机機岗崗课課学學剂劑颗顆盘盤页頁贝貝摄攝马馬载載当當纪紀线線镇鎮乡鄉县縣环環圈圈档檔纳納总總长長';

/**
 * By dimension; inside a dimension the units that completion should offer first stand first.
 *
 * `位` and `名` stand where they are met most: `第4位` is a rank, `20名` are people. `度` is a kilowatt-hour, `方` a
 * cubic metre, and `分` a point of a score. A level in per cent and its change in points share a base, so that they add up.
 * English has no measure words, so that only words which themselves count stand there (`people`, `sets`), never the things
 * counted (`schools`): those are the indicator's name.
 */
// biome-ignore format: one unit, one line
export const unitRows: readonly UnitRow[] = [
  { name: '元', forms: ['圓', '圆', '元人民币', '元人民幣', '人民币元', '人民幣元', '块钱', '塊錢', 'yuan', 'RMB', 'CNY', 'renminbi'], dimension: 'money', factor: '1', base: '元', usual: ['亿', '万', ''] },
  { name: '角', forms: ['jiao'], dimension: 'money', factor: '1/10', base: '元' },
  { name: '美元', forms: ['美金', 'US dollars', 'US dollar', 'dollars', 'dollar', 'USD', 'US$'], dimension: 'money.usd', factor: '1', base: '美元', usual: ['亿', '万', ''] },
  { name: '欧元', forms: ['歐元', 'euros', 'euro', 'EUR'], dimension: 'money.eur', factor: '1', base: '欧元', usual: ['亿', '万', ''] },
  { name: '港元', forms: ['港币', '港幣', '港圓', 'Hong Kong dollars', 'Hong Kong dollar', 'HKD', 'HK$'], dimension: 'money.hkd', factor: '1', base: '港元', usual: ['亿', '万', ''] },
  { name: '澳门元', forms: ['澳門元', '澳门币', '澳門幣', 'patacas', 'MOP'], dimension: 'money.mop', factor: '1', base: '澳门元', usual: ['亿', '万', ''] },
  { name: '新台币', forms: ['新臺幣', '新台幣', '台币', '臺幣', '台幣', 'New Taiwan dollars', 'TWD', 'NT$'], dimension: 'money.twd', factor: '1', base: '新台币', usual: ['亿', '万', ''] },
  { name: '日元', forms: ['日圓', '日圆', 'yen', 'JPY'], dimension: 'money.jpy', factor: '1', base: '日元', usual: ['亿', '万', ''] },
  { name: '英镑', forms: ['英鎊', 'pounds sterling', 'GBP'], dimension: 'money.gbp', factor: '1', base: '英镑', usual: ['亿', '万', ''] },
  { name: '韩元', forms: ['韓元', '韩圆', '韓圜', 'South Korean won', 'KRW'], dimension: 'money.krw', factor: '1', base: '韩元', usual: ['亿', '万', ''] },
  { name: '卢布', forms: ['盧布', 'roubles', 'rubles', 'RUB'], dimension: 'money.rub', factor: '1', base: '卢布', usual: ['亿', '万', ''] },

  { name: '亩', forms: ['畝', '市亩', '市畝', 'mu'], dimension: 'area', factor: '2000/3', base: '平方米', usual: ['万', ''] },
  { name: '公顷', forms: ['公頃', 'hectares', 'hectare', 'ha'], dimension: 'area', factor: '10000', base: '平方米', usual: ['', '万'] },
  { name: '平方米', forms: ['平方公尺', '平米', '平方', '㎡', 'm²', 'm2', 'square metres', 'square metre', 'square meters', 'square meter', 'sq m', 'sqm'], dimension: 'area', factor: '1', base: '平方米', usual: ['万', ''] },
  { name: '平方公里', forms: ['平方千米', 'km²', 'km2', 'square kilometres', 'square kilometre', 'square kilometers', 'square kilometer', 'sq km', 'sqkm'], dimension: 'area', factor: '1000000', base: '平方米', usual: ['', '万'] },
  { name: '平方厘米', forms: ['平方釐米', '平方公分', 'cm²', 'cm2', 'square centimetres', 'square centimeters'], dimension: 'area', factor: '1/10000', base: '平方米' },
  { name: '英亩', forms: ['英畝', 'acres', 'acre'], dimension: 'area', factor: '4046.8564224', base: '平方米' },
  { name: '坪', forms: ['ping'], dimension: 'area', factor: '400/121', base: '平方米' },

  { name: '公里', forms: ['千米', 'kilometres', 'kilometre', 'kilometers', 'kilometer', 'km'], dimension: 'length', factor: '1000', base: '米', usual: ['', '万'] },
  { name: '米', forms: ['公尺', 'metres', 'metre', 'meters', 'meter', 'm'], dimension: 'length', factor: '1', base: '米', usual: ['', '万'] },
  { name: '延米', forms: ['延長米', '延长米', 'linear metres', 'linear meters'], dimension: 'length', factor: '1', base: '米', usual: ['', '万'] },
  { name: '皮长公里', forms: ['皮長公里', 'sheath kilometres', 'sheath kilometers'], dimension: 'length', factor: '1000', base: '米' },
  { name: '分米', forms: ['公寸', 'decimetres', 'decimeters', 'dm'], dimension: 'length', factor: '1/10', base: '米' },
  { name: '厘米', forms: ['釐米', '公分', 'centimetres', 'centimetre', 'centimeters', 'centimeter', 'cm'], dimension: 'length', factor: '1/100', base: '米' },
  { name: '毫米', forms: ['公厘', '公釐', 'millimetres', 'millimetre', 'millimeters', 'millimeter', 'mm'], dimension: 'length', factor: '1/1000', base: '米' },
  { name: '微米', forms: ['micrometres', 'micrometers', 'microns', 'µm', 'um'], dimension: 'length', factor: '1/1000000', base: '米' },
  { name: '纳米', forms: ['納米', '奈米', 'nanometres', 'nanometers', 'nm'], dimension: 'length', factor: '1/1000000000', base: '米' },
  { name: '里', forms: ['华里', '華里', '市里'], dimension: 'length', factor: '500', base: '米' },
  { name: '丈', forms: ['市丈'], dimension: 'length', factor: '10/3', base: '米' },
  { name: '尺', forms: ['市尺'], dimension: 'length', factor: '1/3', base: '米' },
  { name: '寸', forms: ['市寸'], dimension: 'length', factor: '1/30', base: '米' },
  { name: '海里', forms: ['浬', 'nautical miles', 'nautical mile'], dimension: 'length', factor: '1852', base: '米' },
  { name: '英里', forms: ['哩', 'miles', 'mile'], dimension: 'length', factor: '1609.344', base: '米' },
  { name: '英尺', forms: ['英呎', '呎', 'feet', 'foot', 'ft'], dimension: 'length', factor: '0.3048', base: '米' },
  { name: '英寸', forms: ['英吋', '吋', 'inches', 'inch'], dimension: 'length', factor: '0.0254', base: '米' },

  { name: '立方米', forms: ['立方公尺', '方', '立方', '㎥', 'm³', 'm3', 'cubic metres', 'cubic metre', 'cubic meters', 'cubic meter', 'cu m'], dimension: 'volume', factor: '1', base: '立方米', usual: ['亿', '万', ''] },
  { name: '标准立方米', forms: ['標準立方米', '标方', '標方', 'Nm³', 'Nm3', 'normal cubic metres', 'normal cubic meters'], dimension: 'volume', factor: '1', base: '立方米', usual: ['万', ''] },
  { name: '立方千米', forms: ['立方公里', 'km³', 'km3', 'cubic kilometres', 'cubic kilometers'], dimension: 'volume', factor: '1000000000', base: '立方米' },
  { name: '立方厘米', forms: ['立方釐米', '立方公分', 'cm³', 'cm3', 'cubic centimetres', 'cubic centimeters'], dimension: 'volume', factor: '1/1000000', base: '立方米' },
  { name: '升', forms: ['公升', 'litres', 'litre', 'liters', 'liter', 'L', 'l'], dimension: 'volume', factor: '1/1000', base: '立方米', usual: ['', '万'] },
  { name: '毫升', forms: ['millilitres', 'milliliters', 'mL'], dimension: 'volume', factor: '1/1000000', base: '立方米' },
  { name: '百升', forms: ['hectolitres', 'hectoliters', 'hL'], dimension: 'volume', factor: '1/10', base: '立方米' },
  { name: '千升', forms: ['kilolitres', 'kiloliters', 'kL'], dimension: 'volume', factor: '1', base: '立方米', usual: ['万', ''] },

  { name: '吨', forms: ['噸', '公吨', '公噸', 'tonnes', 'tonne', 'metric tons', 'metric ton', 'tons', 'ton', 't'], dimension: 'mass', factor: '1000', base: '千克', usual: ['万', '', '亿'] },
  { name: '斤', forms: ['市斤', 'jin', 'catties'], dimension: 'mass', factor: '1/2', base: '千克', usual: ['亿', '万', ''] },
  { name: '公斤', forms: ['千克', 'kilograms', 'kilogram', 'kilos', 'kilo', 'kg'], dimension: 'mass', factor: '1', base: '千克', usual: ['', '万'] },
  { name: '担', forms: ['擔', '市担', '市擔', 'piculs', 'dan'], dimension: 'mass', factor: '50', base: '千克', usual: ['万', ''] },
  { name: '公担', forms: ['公擔', 'quintals'], dimension: 'mass', factor: '100', base: '千克' },
  { name: '克', forms: ['公克', 'grams', 'gram', 'g'], dimension: 'mass', factor: '1/1000', base: '千克' },
  { name: '毫克', forms: ['milligrams', 'milligram', 'mg'], dimension: 'mass', factor: '1/1000000', base: '千克' },
  { name: '微克', forms: ['micrograms', 'microgram', 'µg', 'ug'], dimension: 'mass', factor: '1/1000000000', base: '千克' },
  { name: '纳克', forms: ['納克', '奈克', 'nanograms', 'ng'], dimension: 'mass', factor: '1/1000000000000', base: '千克' },
  { name: '克拉', forms: ['carats', 'carat'], dimension: 'mass', factor: '1/5000', base: '千克' },
  { name: '磅', forms: ['英磅', 'pounds', 'pound', 'lbs', 'lb'], dimension: 'mass', factor: '0.45359237', base: '千克' },
  { name: '重量箱', forms: ['重箱', 'weight cases'], dimension: 'mass', factor: '50', base: '千克', usual: ['万', ''] },
  { name: '吨级', forms: ['噸級', '吨位', '噸位', 'tonnage class'], dimension: 'mass.class', factor: '1', base: '吨级', usual: ['万', ''] },
  { name: '载重吨', forms: ['載重噸', 'deadweight tonnes', 'deadweight tons', 'DWT', 'dwt'], dimension: 'mass.class', factor: '1', base: '吨级', usual: ['万', ''] },
  { name: '总吨', forms: ['總噸', 'gross tonnage', 'GT'], dimension: 'mass.class', factor: '1', base: '吨级', usual: ['万', ''] },
  { name: '吨二氧化碳', forms: ['噸二氧化碳', '吨二氧化碳当量', '噸二氧化碳當量', 'tonnes of CO2', 'tonnes of CO2 equivalent', 'tCO2e', 'tCO2'], dimension: 'mass.carbon', factor: '1', base: '吨二氧化碳', usual: ['万', ''] },

  { name: '吨公里', forms: ['噸公里', '公吨公里', '公噸公里', 'tonne-kilometres', 'tonne-kilometers', 'ton-kilometers', 'tkm'], dimension: 'transport.freight', factor: '1', base: '吨公里', usual: ['亿', '万'] },
  { name: '人公里', forms: ['人千米', 'passenger-kilometres', 'passenger-kilometers', 'pkm'], dimension: 'transport.passenger', factor: '1', base: '人公里', usual: ['亿', '万'] },

  { name: '千瓦时', forms: ['千瓦時', '度', '度电', '度電', '瓩時', 'kilowatt-hours', 'kilowatt-hour', 'kilowatt hours', 'kWh'], dimension: 'energy', factor: '1', base: '千瓦时', usual: ['亿', '万', ''] },
  { name: '瓦时', forms: ['瓦時', 'watt-hours', 'Wh'], dimension: 'energy', factor: '1/1000', base: '千瓦时' },
  { name: '兆瓦时', forms: ['兆瓦時', 'megawatt-hours', 'megawatt hours', 'MWh'], dimension: 'energy', factor: '1000', base: '千瓦时' },
  { name: '吉瓦时', forms: ['吉瓦時', 'gigawatt-hours', 'gigawatt hours', 'GWh'], dimension: 'energy', factor: '1000000', base: '千瓦时' },
  { name: '太瓦时', forms: ['太瓦時', 'terawatt-hours', 'terawatt hours', 'TWh'], dimension: 'energy', factor: '1000000000', base: '千瓦时' },
  { name: '千焦', forms: ['千焦耳', 'kilojoules', 'kJ'], dimension: 'energy', factor: '1/3600', base: '千瓦时' },
  { name: '兆焦', forms: ['兆焦耳', 'megajoules', 'MJ'], dimension: 'energy', factor: '5/18', base: '千瓦时' },
  { name: '吉焦', forms: ['吉焦耳', 'gigajoules', 'GJ'], dimension: 'energy', factor: '2500/9', base: '千瓦时', usual: ['万', ''] },
  { name: '千卡', forms: ['大卡', 'kilocalories', 'kcal'], dimension: 'energy', factor: '0.001163', base: '千瓦时' },
  { name: '吨标准煤', forms: ['噸標準煤', '吨标煤', '噸標煤', 'tonnes of standard coal', 'tonnes of coal equivalent', 'tons of standard coal', 'tce'], dimension: 'energy.coal', factor: '1000', base: '千克标准煤', usual: ['万', '亿', ''] },
  { name: '千克标准煤', forms: ['千克標準煤', '公斤标准煤', '公斤標準煤', '千克标煤', '公斤标煤', 'kilograms of standard coal', 'kgce'], dimension: 'energy.coal', factor: '1', base: '千克标准煤' },
  { name: '克标准煤', forms: ['克標準煤', '克标煤', '克標煤', 'grams of standard coal', 'gce'], dimension: 'energy.coal', factor: '1/1000', base: '千克标准煤' },

  { name: '千瓦', forms: ['瓩', 'kilowatts', 'kilowatt', 'kW'], dimension: 'power', factor: '1', base: '千瓦', usual: ['万', '', '亿'] },
  { name: '兆瓦', forms: ['megawatts', 'megawatt', 'MW'], dimension: 'power', factor: '1000', base: '千瓦' },
  { name: '吉瓦', forms: ['gigawatts', 'gigawatt', 'GW'], dimension: 'power', factor: '1000000', base: '千瓦' },
  { name: '瓦', forms: ['瓦特', 'watts', 'watt', 'W'], dimension: 'power', factor: '1/1000', base: '千瓦' },
  { name: '兆瓦峰', forms: ['megawatts peak', 'MWp'], dimension: 'power', factor: '1000', base: '千瓦' },
  { name: '千瓦峰', forms: ['kilowatts peak', 'kWp'], dimension: 'power', factor: '1', base: '千瓦' },
  { name: '马力', forms: ['馬力', '匹马力', '匹馬力', 'horsepower', 'hp'], dimension: 'power', factor: '0.73549875', base: '千瓦', usual: ['', '万'] },
  { name: '千伏安', forms: ['kilovolt-amperes', 'kVA'], dimension: 'power.apparent', factor: '1', base: '千伏安', usual: ['万', ''] },
  { name: '兆伏安', forms: ['megavolt-amperes', 'MVA'], dimension: 'power.apparent', factor: '1000', base: '千伏安' },
  { name: '蒸吨', forms: ['蒸噸', '蒸吨/小时', '蒸噸/小時', 'tonnes of steam per hour', 'tons of steam per hour'], dimension: 'power.steam', factor: '1', base: '蒸吨' },

  { name: '千伏', forms: ['千伏特', 'kilovolts', 'kilovolt', 'kV'], dimension: 'voltage', factor: '1000', base: '伏' },
  { name: '伏', forms: ['伏特', 'volts', 'volt', 'V'], dimension: 'voltage', factor: '1', base: '伏' },
  { name: '千帕', forms: ['千帕斯卡', 'kilopascals', 'kPa'], dimension: 'pressure', factor: '1', base: '千帕' },
  { name: '兆帕', forms: ['兆帕斯卡', 'megapascals', 'MPa'], dimension: 'pressure', factor: '1000', base: '千帕' },
  { name: '摄氏度', forms: ['攝氏度', '℃', '°C', 'degrees Celsius', 'degrees centigrade'], dimension: 'temperature', factor: '1', base: '摄氏度' },
  { name: '分贝', forms: ['分貝', 'decibels', 'decibel', 'dB'], dimension: 'noise', factor: '1', base: '分贝' },
  { name: 'TB', forms: ['太字节', '太位元組', 'terabytes'], dimension: 'data', factor: '1000', base: 'GB' },
  { name: 'GB', forms: ['吉字节', '吉位元組', 'gigabytes'], dimension: 'data', factor: '1', base: 'GB' },
  { name: 'PB', forms: ['拍字节', '拍位元組', 'petabytes'], dimension: 'data', factor: '1000000', base: 'GB' },
  { name: 'Mbps', forms: ['兆', '兆比特/秒', '兆位元/秒', 'Mb/s', 'Mbit/s', 'megabits per second'], dimension: 'data.rate', factor: '1', base: 'Mbps' },
  { name: 'Gbps', forms: ['吉比特/秒', '吉位元/秒', 'Gb/s', 'Gbit/s', 'gigabits per second'], dimension: 'data.rate', factor: '1000', base: 'Mbps' },
  { name: 'Tbps', forms: ['太比特/秒', '太位元/秒', 'Tb/s', 'Tbit/s', 'terabits per second'], dimension: 'data.rate', factor: '1000000', base: 'Mbps' },
  { name: 'PFlops', forms: ['PFLOPS', 'petaflops'], dimension: 'data.computing', factor: '1', base: 'PFlops' },
  { name: 'EFlops', forms: ['EFLOPS', 'exaflops'], dimension: 'data.computing', factor: '1000', base: 'PFlops' },

  { name: '天', forms: ['日', 'days', 'day'], dimension: 'time', factor: '86400', base: '秒' },
  { name: '小时', forms: ['小時', '个小时', '個小時', '钟头', '鐘頭', 'hours', 'hour', 'h'], dimension: 'time', factor: '3600', base: '秒' },
  { name: '分钟', forms: ['分鐘', 'minutes', 'minute', 'min'], dimension: 'time', factor: '60', base: '秒' },
  { name: '秒', forms: ['秒钟', '秒鐘', 'seconds', 'second', 's'], dimension: 'time', factor: '1', base: '秒' },
  { name: '毫秒', forms: ['milliseconds', 'millisecond', 'ms'], dimension: 'time', factor: '1/1000', base: '秒' },
  { name: '周', forms: ['週', '星期', '个星期', '個星期', 'weeks', 'week'], dimension: 'time', factor: '604800', base: '秒' },
  { name: '年', forms: ['years', 'year', 'annum'], dimension: 'time.calendar', factor: '12', base: '月' },
  { name: '月', forms: ['个月', '個月', 'months', 'month'], dimension: 'time.calendar', factor: '1', base: '月' },
  { name: '季度', forms: ['季', '个季度', '個季度', 'quarters', 'quarter'], dimension: 'time.calendar', factor: '3', base: '月' },
  { name: '岁', forms: ['歲', '周岁', '周歲', '週歲', 'years old', 'years of age'], dimension: 'time.calendar', factor: '12', base: '月' },
  { name: '周年', forms: ['週年', 'anniversary'], dimension: 'time.calendar', factor: '12', base: '月' },
  { name: '世纪', forms: ['世紀', 'centuries', 'century'], dimension: 'time.calendar', factor: '1200', base: '月' },
  { name: '工作日', forms: ['个工作日', '個工作日', 'working days', 'working day', 'workdays', 'workday'], dimension: 'time.workday', factor: '1', base: '工作日' },
  { name: '课时', forms: ['課時', '学时', '學時', 'class hours', 'class hour'], dimension: 'time.lesson', factor: '1', base: '课时' },
  { name: '工日', forms: ['人天', '人日', 'person-days', 'person-day', 'man-days'], dimension: 'time.labour', factor: '1', base: '工日', usual: ['万', ''] },
  { name: '人年', forms: ['person-years', 'person-year', 'man-years'], dimension: 'time.labourYear', factor: '1', base: '人年', usual: ['万', ''] },

  { name: '%', forms: ['％', '﹪', 'per cent', 'percent', 'pct'], dimension: 'ratio', factor: '1/100', base: '1' },
  { name: '‰', forms: ['per mille', 'permille', 'per thousand'], dimension: 'ratio', factor: '1/1000', base: '1' },
  { name: '‱', forms: ['per ten thousand'], dimension: 'ratio', factor: '1/10000', base: '1' },
  { name: '成', forms: ['tenths'], dimension: 'ratio', factor: '1/10', base: '1' },
  { name: '个百分点', forms: ['個百分點', '百分点', '百分點', 'percentage points', 'percentage point', 'pp', 'p.p.'], dimension: 'ratio.points', factor: '1/100', base: '1' },
  { name: '个千分点', forms: ['個千分點', '千分点', '千分點', 'per mille points', 'per mille point'], dimension: 'ratio.points', factor: '1/1000', base: '1' },
  { name: '个基点', forms: ['個基點', '基点', '基點', 'basis points', 'basis point', 'bps', 'bp'], dimension: 'ratio.points', factor: '1/10000', base: '1' },
  { name: '倍', forms: ['times', 'fold'], dimension: 'times', factor: '1', base: '倍' },
  { name: '番', forms: ['doublings', 'doubling'], dimension: 'doubling', factor: '1', base: '番' },
  { name: '位', forms: ['位次', '个位次', '個位次', '个名次', '個名次', '名次', 'places', 'place', 'positions', 'position'], dimension: 'rank', factor: '1', base: '位' },
  { name: '强', forms: ['強', '佳'], dimension: 'rank', factor: '1', base: '位' },
  { name: '级', forms: ['級', '等级', '等級', 'grades', 'grade', 'levels'], dimension: 'grade', factor: '1', base: '级' },
  { name: '星', forms: ['星級', '星级', 'stars', 'star'], dimension: 'grade', factor: '1', base: '级' },
  { name: '分', forms: ['marks'], dimension: 'score', factor: '1', base: '分' },

  { name: '人', forms: ['口人', 'people', 'persons', 'person', 'inhabitants', 'capita'], dimension: 'count.person', factor: '1', base: '人', usual: ['', '万'] },
  { name: '名', forms: [], dimension: 'count.person', factor: '1', base: '人', usual: ['', '万'] },
  { name: '户', forms: ['戶', 'households', 'household', 'families'], dimension: 'count.household', factor: '1', base: '户', usual: ['', '万'] },
  { name: '人次', forms: ['人(次)', 'person-times', 'person-time', 'person times', 'person-visits', 'visits', 'visit'], dimension: 'count.visit', factor: '1', base: '人次', usual: ['万', '', '亿'] },

  { name: '次', forms: ['occasions', 'occasion'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '场次', forms: ['場次', '场(次)', '場(次)'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '场', forms: ['場', 'sessions', 'session'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '期', forms: [], dimension: 'count.event', factor: '1', base: '次' },
  { name: '届', forms: ['屆', 'editions', 'edition'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '轮', forms: ['輪', 'rounds', 'round'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '起', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '例', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '批', forms: ['batches', 'batch'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '批次', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '班次', forms: [], dimension: 'count.event', factor: '1', base: '次' },
  { name: '台次', forms: ['臺次', '台(次)', '臺(次)'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '车次', forms: ['車次', '辆次', '輛次', 'vehicle trips'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '架次', forms: ['sorties'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '航次', forms: [], dimension: 'count.event', factor: '1', base: '次' },
  { name: '列次', forms: ['train trips'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '艘次', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '户次', forms: ['戶次'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '家次', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '件次', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '项次', forms: ['項次'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '门次', forms: ['門次'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '例次', forms: [], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '册次', forms: ['冊次'], dimension: 'count.event', factor: '1', base: '次', usual: ['', '万'] },
  { name: '头次', forms: ['頭次'], dimension: 'count.event', factor: '1', base: '次', usual: ['万', ''] },
  { name: '亩次', forms: ['畝次'], dimension: 'count.event', factor: '1', base: '次', usual: ['万', ''] },
  { name: '剂次', forms: ['劑次'], dimension: 'count.event', factor: '1', base: '次', usual: ['万', ''] },
  { name: '趟', forms: ['trips', 'trip'], dimension: 'count.event', factor: '1', base: '次' },
  { name: '遍', forms: [], dimension: 'count.event', factor: '1', base: '次' },

  { name: '头', forms: ['頭', 'head'], dimension: 'count.animal', factor: '1', base: '头', usual: ['万', ''] },
  { name: '只', forms: ['隻'], dimension: 'count.animal', factor: '1', base: '头', usual: ['万', ''] },
  { name: '头只', forms: ['頭隻', '头(只)', '頭(隻)', '头匹只', '頭匹隻'], dimension: 'count.animal', factor: '1', base: '头', usual: ['万', ''] },
  { name: '羽', forms: [], dimension: 'count.animal', factor: '1', base: '头', usual: ['万', ''] },
  { name: '匹', forms: [], dimension: 'count.animal', factor: '1', base: '头' },
  { name: '尾', forms: [], dimension: 'count.animal', factor: '1', base: '头', usual: ['万', ''] },
  { name: '峰', forms: [], dimension: 'count.animal', factor: '1', base: '头' },
  { name: '羊单位', forms: ['羊單位', '个羊单位', '個羊單位', 'sheep units', 'sheep unit'], dimension: 'count.animal', factor: '1', base: '头', usual: ['万', ''] },
  { name: '株', forms: [], dimension: 'count.plant', factor: '1', base: '株', usual: ['万', ''] },
  { name: '棵', forms: [], dimension: 'count.plant', factor: '1', base: '株', usual: ['', '万'] },
  { name: '苗', forms: [], dimension: 'count.plant', factor: '1', base: '株', usual: ['万', ''] },
  { name: '辆', forms: ['輛', 'vehicles', 'vehicle'], dimension: 'count.machine', factor: '1', base: '台', usual: ['', '万'] },
  { name: '台', forms: ['臺'], dimension: 'count.machine', factor: '1', base: '台', usual: ['', '万'] },
  { name: '台套', forms: ['臺套', '台(套)', '臺(套)', '台/套', '臺/套'], dimension: 'count.machine', factor: '1', base: '台', usual: ['', '万'] },
  { name: '艘', forms: [], dimension: 'count.machine', factor: '1', base: '台' },
  { name: '架', forms: [], dimension: 'count.machine', factor: '1', base: '台' },
  { name: '具', forms: [], dimension: 'count.machine', factor: '1', base: '台' },
  { name: '列', forms: [], dimension: 'count.machine', factor: '1', base: '台' },
  { name: '机架', forms: ['機架', '标准机架', '標準機架'], dimension: 'count.machine', factor: '1', base: '台', usual: ['', '万'] },
  { name: '标箱', forms: ['標箱', '标准箱', '標準箱', '国际标准箱', '國際標準箱', '个标箱', '個標箱', '个标准箱', '個標準箱', 'TEUs', 'TEU'], dimension: 'count.container', factor: '1', base: '标箱', usual: ['万', ''] },

  { name: '个', forms: ['個', '箇', 'units', 'unit'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '家', forms: ['enterprises', 'enterprise', 'companies', 'firms'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '项', forms: ['項'], dimension: 'count', factor: '1', base: '个' },
  { name: '条', forms: ['條'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '件', forms: ['items', 'item', 'pieces', 'piece'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '所', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '套', forms: ['sets', 'set'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '座', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '处', forms: ['處'], dimension: 'count', factor: '1', base: '个' },
  { name: '个(处)', forms: ['個(處)', '处(个)', '處(個)'], dimension: 'count', factor: '1', base: '个' },
  { name: '张', forms: ['張'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '床', forms: ['beds', 'bed'], dimension: 'count', factor: '1', base: '个' },
  { name: '口', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '眼', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '盏', forms: ['盞'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '栋', forms: ['棟'], dimension: 'count', factor: '1', base: '个' },
  { name: '幢', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '间', forms: ['間'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '层', forms: ['層', 'storeys', 'floors'], dimension: 'count', factor: '1', base: '个' },
  { name: '宗', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '笔', forms: ['筆'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '单', forms: ['單'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '支', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '队', forms: ['隊'], dimension: 'count', factor: '1', base: '个' },
  { name: '组', forms: ['組', 'groups', 'group'], dimension: 'count', factor: '1', base: '个' },
  { name: '团', forms: ['團'], dimension: 'count', factor: '1', base: '个' },
  { name: '群', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '部', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万', '亿'] },
  { name: '篇', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '册', forms: ['冊', 'volumes'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '本', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '卷', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '页', forms: ['頁', 'pages', 'page'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '字', forms: ['characters', 'words'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '枚', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '份', forms: ['copies', 'copy'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '人份', forms: ['portions'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '剂', forms: ['劑', 'doses', 'dose'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '对', forms: ['對', 'pairs', 'pair'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '双', forms: ['雙'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '根', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '杆', forms: ['桿'], dimension: 'count', factor: '1', base: '个' },
  { name: '块', forms: ['塊'], dimension: 'count', factor: '1', base: '个', usual: ['', '万', '亿'] },
  { name: '片', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万', '亿'] },
  { name: '面', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '幅', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '顶', forms: ['頂'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '节', forms: ['節'], dimension: 'count', factor: '1', base: '个' },
  { name: '堂', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '班', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '门', forms: ['門'], dimension: 'count', factor: '1', base: '个' },
  { name: '类', forms: ['類', '大类', '大類', '小类', '小類'], dimension: 'count', factor: '1', base: '个' },
  { name: '种', forms: ['種', 'kinds', 'varieties'], dimension: 'count', factor: '1', base: '个' },
  { name: '款', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '道', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '孔', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '岗', forms: ['崗'], dimension: 'count', factor: '1', base: '个' },
  { name: '席', forms: ['seats', 'seat'], dimension: 'count', factor: '1', base: '个' },
  { name: '环', forms: ['環'], dimension: 'count', factor: '1', base: '个' },
  { name: '圈', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '颗', forms: ['顆'], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '粒', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '瓶', forms: ['bottles', 'bottle'], dimension: 'count', factor: '1', base: '个', usual: ['万', '', '亿'] },
  { name: '袋', forms: ['bags', 'bag'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '包', forms: ['packets'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '盒', forms: ['boxes', 'box'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '箱', forms: ['crates'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '桶', forms: ['barrels', 'barrel'], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '罐', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '盆', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['万', ''] },
  { name: '盘', forms: ['盤'], dimension: 'count', factor: '1', base: '个' },
  { name: '棚', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '集', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '首', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '档', forms: ['檔'], dimension: 'count', factor: '1', base: '个' },
  { name: '封', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '通', forms: [], dimension: 'count', factor: '1', base: '个', usual: ['', '万'] },
  { name: '股', forms: ['shares'], dimension: 'count', factor: '1', base: '个', usual: ['亿', '万', ''] },
  { name: '段', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '排', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '村', forms: [], dimension: 'count', factor: '1', base: '个' },
  { name: '乡', forms: ['鄉'], dimension: 'count', factor: '1', base: '个' },
  { name: '镇', forms: ['鎮'], dimension: 'count', factor: '1', base: '个' },
  { name: '县', forms: ['縣'], dimension: 'count', factor: '1', base: '个' },
];
