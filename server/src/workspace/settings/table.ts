/**
 * Everything that can be set, one row each. From these rows come the editor's settings page (package.json), the
 * schema of `.planwright.json`, docs/settings.md and the reading of all of them: npm run generate.
 */
import type { Message } from '../../model/types.ts';
import type { Tier } from '../../rules/rule.ts';
import {
  choice,
  choiceByName,
  choices,
  flag,
  names,
  text,
  tiers,
  type ValueKind,
} from './kinds.ts';

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

const targetForms = {
  sentences: { zh: '连成一段话', en: 'sentences in one paragraph' },
  list: { zh: '逐条列出', en: 'a list' },
  table: { zh: '列成表', en: 'a table' },
} as const;

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
  'report.targets': row({
    kind: choice(targetForms),
    default: 'sentences',
    scope: 'resource',
    description: {
      zh: '成稿里，连在一起的目标（或实绩）怎样排。',
      en: 'How targets (or results) that follow each other stand in the finished document.',
    },
  }),
  'report.targetsIn': row({
    kind: choiceByName(targetForms, { zh: '{"农业": "list"}', en: '{"Parks": "list"}' }),
    default: {},
    scope: 'resource',
    description: {
      zh: '个别章节里的目标另有排法的，按章节标题写在这里，如{"农业": "list"}。它下面的小节跟着它。',
      en: 'Sections whose targets stand in another form, by their titles, such as {"Parks": "list"}. Sections inside them follow.',
    },
  }),
  'report.annexes': row({
    kind: choices({
      indicators: { zh: '指标汇总表', en: 'all indicators in one table' },
      owners: { zh: '按责任单位排列的举措', en: 'the measures by owner' },
      deadlines: { zh: '按时限排列的举措', en: 'the measures by deadline' },
      evaluation: {
        zh: '目标与实绩对照、完成与否',
        en: 'targets beside results, and whether they were met',
      },
    }),
    default: [],
    scope: 'resource',
    description: {
      zh: '成稿后面附哪些表，按所写的次序编为附件1、附件2……。内容都由文稿汇成，不必另写。',
      en: 'Which tables are put behind the finished document, as Annex 1, Annex 2 and so on in this order. They are made from the document itself.',
    },
  }),
  'export.layout': row({
    kind: choice({
      plain: { zh: '普通格式：题目下面署名', en: 'plain: the issuer below the title' },
      office: {
        zh: '发文格式：红头、落款和版记',
        en: 'as an office issues it: letterhead, signature and imprint',
      },
    }),
    default: 'plain',
    scope: 'resource',
    description: {
      zh: '导出Word文件用哪种格式。',
      en: 'The layout of Word files.',
    },
  }),
  'export.contents': row({
    kind: flag,
    default: false,
    scope: 'resource',
    description: {
      zh: '导出的Word文件在题目后面加目录。页码由Word打开时填上。',
      en: 'Puts a table of contents behind the title of Word files. Word fills in the page numbers when it opens the file.',
    },
  }),
  'export.copyTo': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: '发文格式的版记里，抄送哪些单位。',
      en: 'Who gets copies, in the imprint of Word files as an office issues them.',
    },
  }),
  'export.printedBy': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: '发文格式的版记里，由哪个单位印发。空着就是编制单位。',
      en: 'Who printed it, in the imprint of Word files as an office issues them. The issuer while empty.',
    },
  }),
  'export.fonts.title': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: 'Word文件中标题的字体。空着就用常用的（简体文稿是方正小标宋简体）。',
      en: 'The typeface of the title in Word files. The usual one while empty (方正小标宋简体 in simplified Chinese).',
    },
  }),
  'export.fonts.body': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: 'Word文件中正文的字体。空着就用常用的（简体文稿是仿宋_GB2312）。',
      en: 'The typeface of the body in Word files. The usual one while empty (仿宋_GB2312 in simplified Chinese).',
    },
  }),
  'export.fonts.heading': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: 'Word文件中一级标题和表头的字体。空着就用常用的（简体文稿是黑体）。',
      en: 'The typeface of headings of the first level and heads of tables in Word files. The usual one while empty (黑体 in simplified Chinese).',
    },
  }),
  'export.fonts.subheading': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: 'Word文件中二级标题、题下署名和举措要素的字体。空着就用常用的（简体文稿是楷体_GB2312）。',
      en: 'The typeface of headings of the second level, bylines and what measures say of themselves in Word files. The usual one while empty (楷体_GB2312 in simplified Chinese).',
    },
  }),
  'export.fonts.pageNumber': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: 'Word文件中页码的字体。空着就用常用的（简体文稿是宋体）。',
      en: 'The typeface of page numbers in Word files. The usual one while empty (宋体 in simplified Chinese).',
    },
  }),
  'export.fonts.latin': row({
    kind: text,
    default: '',
    scope: 'resource',
    description: {
      zh: 'Word文件中数字和西文的字体。空着就用常用的（简体文稿是Times New Roman）。',
      en: 'The typeface of digits and Latin letters in Word files. The usual one while empty (Times New Roman in simplified Chinese).',
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
  'inlayHints.base': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '在数字后面用浅色小字显示由它推算出的基数：“380万元，比上年增80万元”，上年就是300万元。已经写出的数不再显示；以下几项都这样，鼠标停在上面能看到算式。',
      en: 'Shows behind a figure, in faint letters, the base that it implies: 3.8 million yuan, up 0.8 million, come from 3.0 million. What is printed already is not shown again, here and below; the sum is shown where the mouse rests on it.',
    },
  }),
  'inlayHints.change': row({
    kind: flag,
    default: false,
    scope: 'resource',
    personal: true,
    description: {
      zh: '显示比基期增减多少。',
      en: 'Shows how much it is more or less than in the base year.',
    },
  }),
  'inlayHints.growth': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '显示比基期增长百分之几。跨几年、又显示年均增速的，只显示年均增速。生产总值和增加值的增速按可比价计算，不由现价数推算。',
      en: 'Shows by how many per cent it grows. Over several years, where average growth is shown, only that. Growth of gross product and value added is told at constant prices and does not follow from nominal levels.',
    },
  }),
  'inlayHints.average': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '跨几年的，显示年均增长百分之几。',
      en: 'Shows average growth a year, where there are several.',
    },
  }),
  'inlayHints.total': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '显示各年的数合计多少：“年均造林100亩”，五年就是500亩。',
      en: 'Shows what the figures of all years come to: 100 mu of trees a year are 500 in five years.',
    },
  }),
  'inlayHints.share': row({
    kind: flag,
    default: false,
    scope: 'resource',
    personal: true,
    description: {
      zh: '显示占总数的百分之几，总数由“其中”或“构成”写明。',
      en: 'Shows what share of a whole it is, where “of which” or “parts” tells the whole.',
    },
  }),
  'inlayHints.unitConversion': row({
    kind: flag,
    default: false,
    scope: 'resource',
    personal: true,
    description: {
      zh: '换成其他单位再显示一遍：5000亩是333.3公顷。',
      en: 'Shows it in another unit: 5,000 mu are 333.3 hectares.',
    },
  }),
  'codeLens.enabled': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '在指标、标题和举措上方显示一行小字：指标用在几处，一节有几项目标、几项举措没有时限，举措还缺什么。',
      en: 'Shows a small line above indicators, headings and measures: where an indicator is used, how many targets a section has and which measures have no deadline, what a measure still lacks.',
    },
  }),
  'outline.targets': row({
    kind: choice({
      auto: {
        zh: '列出；大纲超过3000条时不列',
        en: 'yes, unless the outline would have more than 3,000 entries',
      },
      always: { zh: '总是列出', en: 'always' },
      never: {
        zh: '不列出，只看章节、举措和指标',
        en: 'never: only sections, measures and indicators',
      },
    }),
    default: 'auto',
    scope: 'resource',
    personal: true,
    description: {
      zh: '大纲里是否列出目标和实绩。特别长的文稿，大纲太长会拖慢打字；“转到工作区中的符号”总能找到目标。',
      en: 'Whether targets and results stand in the outline. In a very long document a long outline slows typing; “Go to Symbol in Workspace” finds targets all the same.',
    },
  }),
  'editor.markPlaceholders': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '给还没有填的数和年份（xxx万元、20xx年）加上虚线框，在滚动条上也标出来。',
      en: 'Puts a dashed frame around figures and years that are still to be filled in (xxx, 20xx), and marks them beside the scroll bar.',
    },
  }),
  'editor.officialFonts': row({
    kind: flag,
    default: false,
    scope: 'resource',
    personal: true,
    description: {
      zh: '在编辑器里就用公文的字体显示标题：文件标题用小标宋，一级标题用黑体，二级用楷体，三级、四级用仿宋。电脑上没有的字体用相近的代替。',
      en: 'Shows headings in the editor in the typefaces of official documents: Xiaobiaosong for the title, Heiti for the first level, Kaiti for the second, Fangsong for the third and fourth. Typefaces that are not on the computer are replaced by similar ones.',
    },
  }),
  'editor.pasteAsLines': row({
    kind: flag,
    default: true,
    scope: 'resource',
    personal: true,
    description: {
      zh: '从Word、WPS、Excel或网页粘贴时，标题、列表和表格变成规划的标题、列表和表格。关掉以后，粘贴的只是文字。',
      en: 'What is pasted from Word, a spreadsheet or a web page keeps its headings, lists and tables, as lines of a plan. Off, only its words are pasted.',
    },
  }),
  'preview.view': row({
    kind: choice({
      pages: { zh: '分页：一页一页的A4纸', en: 'page by page, on sheets of A4' },
      continuous: { zh: '连续：不分页，与面板同宽', en: 'in one piece, as wide as the panel' },
    }),
    default: 'pages',
    scope: 'window',
    personal: true,
    description: {
      zh: '预览按打印的样子分页，还是连成一片。预览上方的按钮改的就是这一项。',
      en: 'Whether the preview shows sheets of paper as they will be printed, or one piece. The buttons above the preview change this.',
    },
  }),
  'preview.findings': row({
    kind: flag,
    default: true,
    scope: 'window',
    personal: true,
    description: {
      zh: '在预览里给查出的问题加下划线，鼠标停在上面显示说明。',
      en: 'Underlines in the preview what the checks have found; the pointer shows what it is.',
    },
  }),
  'preview.scrollWithEditor': row({
    kind: flag,
    default: true,
    scope: 'window',
    personal: true,
    description: {
      zh: '正文滚动时，预览跟着滚动。',
      en: 'The preview scrolls along with the text.',
    },
  }),
  'preview.scrollEditor': row({
    kind: flag,
    default: true,
    scope: 'window',
    personal: true,
    description: {
      zh: '预览滚动时，正文跟着滚动。',
      en: 'The text scrolls along with the preview.',
    },
  }),
  'preview.followCursor': row({
    kind: flag,
    default: true,
    scope: 'window',
    personal: true,
    description: {
      zh: '光标移到预览里看不见的地方时，预览移过去。',
      en: 'The preview moves to where the cursor is, when that is out of sight.',
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
