/** Measure words that do not go with their nouns: only pairs that nobody would defend. */

export interface MeasureWord {
  /** Wrong measure words, each one character or more. */
  readonly wrong: readonly string[];
  readonly nouns: readonly string[];
  readonly right: string;
}

export const measureWords: readonly MeasureWord[] = [
  {
    wrong: ['名', '位'],
    nouns: ['农户', '農戶', '贫困户', '貧困戶', '住户', '住戶', '商户', '商戶'],
    right: '户',
  },
  {
    wrong: ['名', '位', '只'],
    nouns: ['企业', '企業', '公司', '合作社', '商场', '商場'],
    right: '家',
  },
  {
    wrong: ['个', '個', '只', '条', '條'],
    nouns: ['生猪', '生豬', '肉牛', '奶牛', '耕牛'],
    right: '头',
  },
  {
    wrong: ['头', '頭', '个', '個', '条', '條'],
    nouns: ['肉鸡', '肉雞', '蛋鸡', '蛋雞', '肉鸭', '肉鴨', '家禽', '肉羊', '山羊'],
    right: '只',
  },
  { wrong: ['辆', '輛', '家', '所'], nouns: ['桥梁', '橋樑', '水库', '水庫', '泵站'], right: '座' },
  {
    wrong: ['座', '个', '個', '只'],
    nouns: ['汽车', '汽車', '公交车', '公交車', '垃圾清运车', '垃圾清運車', '洒水车', '灑水車'],
    right: '辆',
  },
  {
    wrong: ['家', '位', '只'],
    nouns: ['党员', '黨員', '群众', '群眾', '教师', '教師', '医生', '醫生'],
    right: '名',
  },
];
