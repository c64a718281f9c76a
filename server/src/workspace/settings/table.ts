/**
 * Everything that can be set, one row each. From these rows come the editor's settings page (package.json), the
 * schema of `.planwright.json`, docs/settings.md and the reading of all of them: npm run generate.
 */
import type { Message } from '../../model/types.ts';
import type { Tier } from '../../rules/rule.ts';
import { choice, flag, names, tiers, type ValueKind } from './kinds.ts';

export interface SettingRow<Value> {
  readonly kind: ValueKind<Value>;
  readonly default: NoInfer<Value>;
  /** `resource`: may differ from folder to folder. `window`: one for the whole window. */
  readonly scope: 'resource' | 'window';
  /** A reader's own taste, which stays out of the project file that all share. */
  readonly personal?: true;
  /** One or two sentences: what it does, and why one would want it. */
  readonly description: Message;
}

/** Lets each row's default be of the kind that it names. */
const row = <Value>(setting: SettingRow<Value>): SettingRow<Value> => setting;

/** By key. A dot in a key is a level in the project file: `"places": { "own": […] }`. */
export const settingRows = {
  checks: row<Readonly<Record<string, Tier>>>({
    kind: tiers,
    default: {},
    scope: 'resource',
    description: {
      zh: '把某项检查调成错误、警告、提示，或者不检查；默认不查的几项也在这里打开。没有列出的照原样。',
      en: 'Makes a check an error, a warning or a hint, or switches it off; those that are off by default are switched on here too. Checks that are not listed stay as they are.',
    },
  }),
  rangeDash: row({
    kind: choice({
      any: {
        zh: '哪种都行，只要全文一致',
        en: 'any, as long as it is the same throughout',
      },
      '—': { zh: '一字线：3—5项', en: 'a dash: 3—5' },
      '–': { zh: '短横线：3–5项', en: 'a short dash: 3–5' },
      '～': { zh: '全角浪纹：3～5项', en: 'a wide tilde: 3～5' },
      '~': { zh: '半角浪纹：3~5项', en: 'a tilde: 3~5' },
      '-': { zh: '连字符：3-5项', en: 'a hyphen: 3-5' },
      至: { zh: '“至”字：3至5项', en: 'the word 至: 3至5项' },
    }),
    default: 'any',
    scope: 'resource',
    description: {
      zh: '数量的区间用哪种连接号。选定以后，不同的写法都会提示，可以一次改全。',
      en: 'The dash of ranges such as 3—5. Once one is chosen, others are pointed out, with one repair for all.',
    },
  }),
  prices: row({
    kind: choice({
      unspecified: {
        zh: '不写明：生产总值、增加值的增速不与现价数核对',
        en: 'not said: growth of gross product and value added is not held against nominal levels',
      },
      current: { zh: '现价', en: 'current prices' },
      constant: { zh: '可比价', en: 'constant prices' },
    }),
    default: 'unspecified',
    scope: 'resource',
    description: {
      zh: '文稿没有写“价格：”时，数字按哪种价格计算。文稿里写了的，以文稿为准。',
      en: 'The price basis of figures in documents that have no “prices:” line. A document that has one is read by it.',
    },
  }),
  'places.own': row<readonly string[]>({
    kind: names,
    default: [],
    scope: 'resource',
    description: {
      zh: '本镇（乡、街道、县）的名称，如“青禾镇”“我镇”。指标名前面的这些词不算名称的一部分：“青禾镇税收收入”就是“税收收入”。',
      en: 'Names of your own township or county. In front of an indicator they are not part of its name: “青禾镇税收收入” is “税收收入”.',
    },
  }),
  'places.above': row<readonly string[]>({
    kind: names,
    default: [],
    scope: 'resource',
    description: {
      zh: '上级的名称：县、市、省。文稿里提到它们是正常的。',
      en: 'Names of the county, city and province above. Documents may speak of them.',
    },
  }),
  'places.below': row<readonly string[]>({
    kind: names,
    default: [],
    scope: 'resource',
    description: {
      zh: '下辖的村、社区的名称。文稿里提到它们是正常的。',
      en: 'Names of the villages and communities that belong to you. Documents may speak of them.',
    },
  }),
  'completion.pinyin': row({
    kind: flag,
    default: true,
    scope: 'window',
    personal: true,
    description: {
      zh: '不切换输入法，用拼音或拼音首字母也能找到建议：“dqsczz”找到“地区生产总值”。',
      en: 'Suggestions are found by their pinyin and its initials as well, without an input method: “dqsczz” finds “地区生产总值”.',
    },
  }),
  language: row({
    kind: choice({
      auto: { zh: '与编辑器一致', en: 'as the editor' },
      'zh-CN': { zh: '简体中文', en: 'simplified Chinese' },
      'zh-TW': { zh: '繁体中文', en: 'traditional Chinese' },
      en: { zh: '英文', en: 'English' },
    }),
    default: 'auto',
    scope: 'window',
    personal: true,
    description: {
      zh: '检查结果和说明用哪种语言。文稿用哪种语言写都一样。',
      en: 'The language of findings and explanations, whatever the document is written in.',
    },
  }),
  'trace.server': row({
    kind: choice({
      off: { zh: '不记录', en: 'nothing' },
      messages: { zh: '记录往来的名目', en: 'what is said' },
      verbose: { zh: '连内容一起记录', en: 'with the contents' },
    }),
    default: 'off',
    scope: 'window',
    personal: true,
    description: {
      zh: '把编辑器与语言服务之间的往来写进输出面板，供查找故障用。',
      en: 'Writes what the editor and the language server say to each other into the output channel, for whoever looks for a fault.',
    },
  }),
};

export type SettingKey = keyof typeof settingRows;
export type Settings = {
  readonly [Key in SettingKey]: (typeof settingRows)[Key] extends SettingRow<infer Value>
    ? Value
    : never;
};

export const settingKeys = Object.keys(settingRows) as SettingKey[];

export const defaultSettings = Object.fromEntries(
  settingKeys.map((key) => [key, settingRows[key].default]),
) as Settings;
