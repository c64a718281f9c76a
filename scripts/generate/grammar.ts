/**
 * The TextMate grammar, made from the same tables as the lexer. It colours a file before the language server has
 * answered, and wherever there is none. It sees one line at a time, so it cannot tell a field that belongs to a
 * statement from a sentence that begins like one; the server's own colours correct that.
 *
 * The patterns keep to what both TextMate's engine and JavaScript understand, so that tests can try them.
 */
import {
  type FieldValue,
  type KeywordRole,
  keywordRows,
  silenceForms,
} from '../../server/src/syntax/vocabulary/keywords.ts';
import { periodSources } from '../../server/src/syntax/vocabulary/periods.ts';
import { type PhraseRow, phraseRows } from '../../server/src/syntax/vocabulary/phrases.ts';
import { magnitudeRows, unitRows } from '../../server/src/syntax/vocabulary/units.ts';

export interface GrammarPattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly GrammarPattern[];
}

type Captures = Readonly<
  Record<string, { readonly name?: string; readonly patterns?: readonly GrammarPattern[] }>
>;

export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly GrammarPattern[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly GrammarPattern[] }>>;
}

// ---------------------------------------------------------------- pieces of patterns

const space = '[ \\t\u3000\u00a0]';
const colon = '[：:]';
const digit = '[0-9０-９]';
const numeral = '[一二三四五六七八九十百]{1,4}';
const maskSign = '[xXｘＸ×_＿]';
const pipe = '[|｜]';

const isEnglish = (form: string): boolean => /^[a-zA-Z]/.test(form);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** The forms as alternatives, longest first. */
function anyOf(forms: readonly string[]): string {
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|');
}

/** Forms of words inside a line: English ones in any case and only as whole words. */
function anyWord(forms: readonly string[]): string {
  const english = forms.filter(isEnglish);
  const others = forms.filter((form) => !isEnglish(form));
  return [
    ...(others.length > 0 ? [anyOf(others)] : []),
    ...(english.length > 0 ? [`(?<![A-Za-z])(?i:${anyOf(english)})(?![A-Za-z])`] : []),
  ].join('|');
}

function allForms(row: {
  readonly hans: readonly string[];
  readonly hant: readonly string[];
  readonly en: readonly string[];
}): readonly string[] {
  return [...row.hans, ...row.hant, ...row.en];
}

/**
 * A keyword at the head of a line with the space or colon that makes it one, as groups 1 and 2 or 3 and 4. English
 * counts in any case before a colon, and in lower case before a space.
 */
function keywordAtHead(forms: readonly string[]): string {
  const words = anyOf(forms);
  return `^${space}*(?:((?i:${words}))${space}*(${colon})|(${words})(?:${space}+(${colon})?|$))`;
}

function keywordCaptures(scope: string): Captures {
  const word = { name: scope };
  const separator = { name: 'punctuation.separator.key-value.plan' };
  return { 1: word, 2: separator, 3: word, 4: separator };
}

/** A line that begins with one of the keywords; the patterns read what stands behind it. */
function statement(
  forms: readonly string[],
  name: string,
  scope: string,
  patterns: readonly GrammarPattern[],
): GrammarPattern {
  return {
    name,
    begin: keywordAtHead(forms),
    beginCaptures: keywordCaptures(scope),
    end: '$',
    patterns,
  };
}

function formsOfRoles(...roles: readonly KeywordRole[]): readonly string[] {
  return keywordRows.filter((row) => roles.includes(row.role)).flatMap(allForms);
}

function formsOfFields(...values: readonly FieldValue[]): readonly string[] {
  return keywordRows
    .filter((row) => row.role === 'field' && row.value && values.includes(row.value))
    .flatMap(allForms);
}

// ---------------------------------------------------------------- what stands inside lines

const inline: GrammarPattern = { include: '#inline' };
const claim: GrammarPattern = { include: '#claim' };

const reference: GrammarPattern = {
  name: 'meta.reference.plan',
  match: '([{｛])([^{｛}｝@＠.．]*)(?:([@＠])([^{｛}｝.．]*))?(?:([.．])([^{｛}｝]*))?([}｝])',
  captures: {
    1: { name: 'punctuation.section.embedded.begin.plan' },
    2: { name: 'variable.other.indicator.plan' },
    3: { name: 'punctuation.separator.period.plan' },
    4: { name: 'constant.numeric.period.plan' },
    5: { name: 'punctuation.accessor.plan' },
    6: { name: 'support.variable.facet.plan' },
    7: { name: 'punctuation.section.embedded.end.plan' },
  },
};

/** What is still to be filled in: `xxx`, `x.6`, `200_`, `__`, `**`. 5×3 is a product. */
const placeholder: GrammarPattern = {
  name: 'invalid.placeholder.plan',
  match: [
    `(?<![A-Za-z0-9０-９.．])(?!${digit}+×${digit})${digit}*${maskSign}+(?:${digit}|${maskSign})*(?:[.．](?:${digit}|${maskSign})+)?(?![A-Za-z])`,
    `(?<![0-9０-９.．])${digit}+[.．]${maskSign}+(?![A-Za-z])`,
    `(?<![0-9０-９])${digit}{1,3}[*＊]+(?=年)`,
    '[*＊]{2,}',
  ].join('|'),
};

const magnitudeForms = magnitudeRows.flatMap((row) => [row.name, ...row.forms]);
const unitForms = unitRows.flatMap((row) => [row.name, ...row.forms]);

/** A spelling of a unit or magnitude; English ones are whole words, single letters in their own case. */
function anySpelling(spellings: readonly string[]): string {
  const letters = spellings.filter((form) => isEnglish(form) && form.length === 1);
  const words = spellings.filter((form) => isEnglish(form) && form.length > 1);
  const others = spellings.filter((form) => !isEnglish(form));
  return [
    anyOf(others),
    `(?i:${anyOf(words)})(?![A-Za-z])`,
    ...(letters.length > 0 ? [`(?:${anyOf(letters)})(?![A-Za-z])`] : []),
  ].join('|');
}

const unit = `(?:${anySpelling(unitForms)})`;
const magnitude = `(?:${anySpelling(magnitudeForms)})`;
/** 千瓦 and 百分点 begin like a magnitude and are none. */
const unitsLikeMagnitudes = unitForms.filter((form) => /^[百千万萬亿億]./.test(form));
/** `余万元`, `万余元`, ` million yuan`, `万元/人`. All of it is optional, so that bare numbers match too. */
const fullUnit = `[余餘多]?(?:(?:${anyOf(unitsLikeMagnitudes)})|${magnitude}?[余餘多]?(?: ?${unit})?)(?:[/／][百千万萬亿億]{0,2}${unit})?`;
const number = `(?<![A-Za-z0-9０-９.．])[-−－]?${digit}+(?:[,，]${digit}{3})*(?:[.．]${digit}+)?`;

/** A number with its unit; a number that runs into letters which are no unit is a name such as 5G. */
const figure: GrammarPattern = {
  match: `(${number})(?!${digit}) ?(${fullUnit})(?![A-Za-z])`,
  captures: {
    1: { name: 'constant.numeric.plan' },
    2: { name: 'keyword.other.unit.plan' },
  },
};

/** In prose only the digits: a paragraph is read, not scanned for units. */
const plainNumber: GrammarPattern = {
  name: 'constant.numeric.plan',
  match: `${number}[%％‰]?(?![A-Za-z0-9０-９])`,
};

const period: GrammarPattern = {
  name: 'constant.numeric.period.plan',
  match: `(?<![A-Za-z])(?i:${periodSources.join('|')})`,
};

/** Where two kinds have phrases with the same beginning, the kind with the longer one stands first. */
const phraseScopes: readonly (readonly [scope: string, kinds: readonly PhraseRow['kind'][]])[] = [
  ['storage.modifier.commitment.plan', ['commitment']],
  ['keyword.operator.comparison.plan', ['to', 'comparator', 'suffix']],
  ['constant.language.plan', ['doubling', 'all', 'none']],
  [
    'keyword.operator.relation.plan',
    ['share', 'base', 'average', 'total', 'parts', 'from', 'flow', 'sync'],
  ],
  ['keyword.operator.change.plan', ['up', 'down']],
];

/** All phrases of some kinds, longest first, each without the words that may not follow it. */
function phrasePattern(scope: string, kinds: readonly PhraseRow['kind'][]): GrammarPattern {
  const rows = phraseRows.filter((row) => kinds.includes(row.kind));
  const chinese = rows
    .flatMap((row) => row.zh.map((form) => ({ form, not: row.not })))
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1))
    .map(({ form, not }) => escaped(form) + (not ? `(?!${anyOf(not)})` : ''));
  return {
    name: scope,
    match: `${chinese.join('|')}|${anyWord(rows.flatMap((row) => row.en))}`,
  };
}

const quoted: GrammarPattern = {
  name: 'string.quoted.plan',
  match: '“[^“”]*”|"[^"]*"|「[^「」]*」|『[^『』]*』',
};
const separator: GrammarPattern = {
  name: 'punctuation.separator.plan',
  match: '[，,；;、：:]',
};
const bracket: GrammarPattern = {
  name: 'punctuation.section.brackets.plan',
  match: '[〔〕［］\\[\\]]',
};
const star: GrammarPattern = { name: 'keyword.operator.note.plan', match: `(?<=${digit})[*＊]` };

const parenthesisedUnit: GrammarPattern = {
  match: '([（(])([^（）()]*(?:[（(][^（）()]*[）)])?[^（）()]*)([）)])',
  captures: {
    1: { name: 'punctuation.section.parens.begin.plan' },
    2: { name: 'keyword.other.unit.plan' },
    3: { name: 'punctuation.section.parens.end.plan' },
  },
};

/** The name in front of the colon, perhaps with its unit; without a colon the claim's words tell where it ends. */
const indicatorName: GrammarPattern = {
  match: `\\G${space}*([^：:，,；;。“”"「」]+?)(?<!其中)(?=${space}*${colon})`,
  captures: {
    1: {
      name: 'variable.other.indicator.plan',
      patterns: [{ ...parenthesisedUnit, match: `${parenthesisedUnit.match}$` }],
    },
  },
};

// ---------------------------------------------------------------- lines

const comment: GrammarPattern = {
  name: 'comment.line.double-slash.plan',
  match: `^${space}*(//)(?:${space}*(${anyOf(silenceForms)})(?:${space}*${colon}?${space}+|${space}*${colon}|$)([^：:]*))?.*$`,
  captures: {
    1: { name: 'punctuation.definition.comment.plan' },
    2: { name: 'keyword.control.silence.plan' },
    3: { name: 'variable.parameter.rule.plan' },
  },
};

const escapedProse: GrammarPattern = {
  name: 'meta.paragraph.plan',
  begin: `^${space}*(\\\\)`,
  beginCaptures: { 1: { name: 'constant.character.escape.plan' } },
  end: '$',
  patterns: [inline],
};

const hashHeading: GrammarPattern = {
  name: 'markup.heading.plan',
  match: `^${space}*([#＃]{1,4})(?![#＃])(.*)$`,
  captures: {
    1: { name: 'punctuation.definition.heading.plan' },
    2: { name: 'entity.name.section.plan', patterns: [inline] },
  },
};

/** `一、` `（一）` `1.` `（1）`; behind the first full stop a run-in heading goes on as prose. */
const numberedHeading: GrammarPattern = {
  match: `^${space}*(${numeral}、|[（(]${numeral}[）)]、?|${digit}{1,3}(?:、|[.．](?!${digit}))|[（(]${digit}{1,3}[）)]、?)([^。]*)(。.*)?$`,
  captures: {
    1: { name: 'markup.heading.plan punctuation.definition.heading.plan' },
    2: { name: 'markup.heading.plan entity.name.section.plan', patterns: [inline] },
    3: { name: 'meta.paragraph.plan', patterns: [inline] },
  },
};

const numberedMeasure: GrammarPattern = {
  match: `^${space}*(${numeral}是(?![否不]))([^。]*)(。.*)?$`,
  captures: {
    1: { name: 'keyword.control.statement.plan' },
    2: { name: 'entity.name.function.measure.plan', patterns: [inline] },
    3: { name: 'meta.paragraph.plan', patterns: [inline] },
  },
};

const row: GrammarPattern = {
  name: 'meta.table.row.plan',
  begin: `^${space}*(${pipe})`,
  beginCaptures: { 1: { name: 'punctuation.separator.table.plan' } },
  end: '$',
  patterns: [
    { name: 'punctuation.separator.table.plan', match: pipe },
    { name: 'punctuation.definition.table.rule.plan', match: '[-—－]{2,}' },
    // Words are left alone: most cells of words are names. The unit of a name stands behind it: 城镇化率（%）.
    star,
    period,
    placeholder,
    figure,
    { name: 'keyword.operator.comparison.plan', match: '[＞>＜<≥≤≧≦]' },
    bracket,
    { ...parenthesisedUnit, match: `${parenthesisedUnit.match}(?=${space}*(?:${pipe}|$))` },
  ],
};

const valueLine: GrammarPattern = {
  name: 'meta.value.plan',
  begin: `^${space}*(${digit}{4}(?:年(?:[末底初]|${digit}{1,2}月底?)?)?|[“"]?十?[一二三四五六七八九]五[”"]?末|基期|上年)${space}*(${colon})`,
  beginCaptures: {
    1: { name: 'constant.numeric.period.plan' },
    2: { name: 'punctuation.separator.key-value.plan' },
  },
  end: '$',
  patterns: [claim],
};

const listItem: GrammarPattern = {
  name: 'meta.paragraph.plan',
  begin: `^${space}*([-－])(?= \\S)`,
  beginCaptures: { 1: { name: 'punctuation.definition.list.begin.plan' } },
  end: '$',
  patterns: [inline],
};

const keywordScope = 'keyword.control.statement.plan';
// The colour of 指标 and 目标: themes paint other keywords red, and a red 期间 reads like a mistake.
const fieldScope = 'keyword.control.field.plan';

const choices = keywordRows.flatMap((row) => row.choices ?? []).flatMap(allForms);

const statements: readonly GrammarPattern[] = [
  statement(formsOfRoles('target', 'result'), 'meta.target.plan', keywordScope, [
    indicatorName,
    parenthesisedUnit,
    claim,
  ]),
  statement(formsOfRoles('indicator'), 'meta.indicator.plan', keywordScope, [
    { match: '\\G[^（(]+', name: 'entity.name.type.indicator.plan' },
    parenthesisedUnit,
  ]),
  statement(formsOfRoles('measure'), 'meta.measure.plan', keywordScope, [
    { match: '\\G[^。]+', captures: { 0: { name: 'entity.name.function.measure.plan' } } },
    inline,
  ]),
  statement(formsOfRoles('chart'), 'meta.chart.plan', keywordScope, [
    { match: '[^、，,；;]+', name: 'variable.other.indicator.plan' },
    separator,
  ]),
  statement(formsOfRoles('include'), 'meta.include.plan', keywordScope, [
    { match: '\\G.+', name: 'string.unquoted.path.plan' },
  ]),
  statement(formsOfRoles('header', 'table'), 'meta.title.plan', keywordScope, [
    { match: '\\G.+', captures: { 0: { name: 'entity.name.section.plan', patterns: [inline] } } },
  ]),
  statement(formsOfRoles('note'), 'meta.note.plan', keywordScope, [inline]),
];

const fields: readonly GrammarPattern[] = [
  statement(formsOfFields('period', 'date', 'amount'), 'meta.field.plan', fieldScope, [claim]),
  statement(formsOfFields('choice'), 'meta.field.plan', fieldScope, [
    { match: anyWord(choices), name: 'constant.language.plan' },
  ]),
  statement(formsOfFields('path'), 'meta.field.plan', fieldScope, [
    { match: '\\G.+', name: 'string.unquoted.path.plan' },
  ]),
  statement(formsOfFields('expression'), 'meta.field.plan', fieldScope, [
    { match: '[+＋−–*＊×✕/／÷-]', name: 'keyword.operator.arithmetic.plan' },
    plainNumber,
    { match: '[^+＋−–*＊×✕/／÷()（）-]+', name: 'variable.other.indicator.plan' },
  ]),
  statement(formsOfFields('text', 'names'), 'meta.field.plan', fieldScope, [inline]),
];

/** The whole grammar: each line is of the first kind that fits; every other line is prose. */
export function makeGrammar(): Grammar {
  return {
    name: 'Plan',
    scopeName: 'text.plan',
    fileTypes: ['plan'],
    patterns: [
      comment,
      hashHeading,
      row,
      escapedProse,
      listItem,
      ...statements,
      ...fields,
      valueLine,
      numberedMeasure,
      numberedHeading,
      inline,
    ],
    repository: {
      inline: { patterns: [reference, placeholder, plainNumber] },
      claim: {
        patterns: [
          reference,
          star,
          period,
          placeholder,
          quoted,
          ...phraseScopes.map(([scope, kinds]) => phrasePattern(scope, kinds)),
          figure,
          separator,
          bracket,
        ],
      },
    },
  };
}
