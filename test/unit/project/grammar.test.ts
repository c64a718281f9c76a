/** The TextMate grammar tells the kinds of lines apart as the parser does, keyword by keyword. */
import { describe, expect, test } from 'vitest';
import { type GrammarPattern, makeGrammar } from '../../../scripts/generate/grammar.ts';
import { parseClaims } from '../../../server/src/syntax/parser.ts';
import { keywordRows } from '../../../server/src/syntax/vocabulary/keywords.ts';
import { unitRows } from '../../../server/src/syntax/vocabulary/units.ts';

const grammar = makeGrammar();

/** JavaScript knows no \G; it stands where the line's head has ended, which no test here looks at. */
const compile = (source: string): RegExp => new RegExp(source.replaceAll('\\G', ''));

/** The first pattern of the grammar's top level that takes the whole line for itself. */
function linePattern(line: string): GrammarPattern | undefined {
  return grammar.patterns.find((pattern) => {
    const source = pattern.match ?? pattern.begin;
    return source?.startsWith('^') && compile(source).test(line);
  });
}

function scopeOf(line: string): string {
  const pattern = linePattern(line);
  return pattern?.name ?? pattern?.captures?.[1]?.name ?? 'prose';
}

const wordsOf = (id: string): string[] => {
  const row = keywordRows.find((candidate) => candidate.id === id);
  return row ? [...row.hans, ...row.hant, ...row.en] : [];
};

describe('keywords', () => {
  const forms = keywordRows.flatMap((row) => wordsOf(row.id));

  test('every form counts before a colon and before a space', () => {
    const lines = forms.flatMap((form) => [
      `${form}：x`,
      `${form}: x`,
      `  ${form} x`,
      `　${form} ： x`,
    ]);
    expect(lines.filter((line) => !linePattern(line)?.beginCaptures)).toEqual([]);
  });

  test.each([
    '目标明确，措施有力。',
    '图文并茂',
    'Target groups are named below.',
    'planting season begins',
    '表现良好',
  ])('%s is prose', (line) => {
    expect(scopeOf(line)).toBe('prose');
  });

  test('English counts in any case before a colon', () => {
    expect(scopeOf('Annual Plan: Riverside')).toBe('meta.title.plan');
  });
});

test.each([
  ['# 农业', 'markup.heading.plan'],
  ['##农业', 'markup.heading.plan'],
  ['##### 五级', 'prose'],
  ['一、农业', 'markup.heading.plan punctuation.definition.heading.plan'],
  ['（一）农业', 'markup.heading.plan punctuation.definition.heading.plan'],
  ['1．粮食', 'markup.heading.plan punctuation.definition.heading.plan'],
  ['1.5亿元是底数', 'prose'],
  ['一是抓项目。', 'keyword.control.statement.plan'],
  ['一是不是都要', 'prose'],
  ['| a | b |', 'meta.table.row.plan'],
  ['2020年：2.2亿元', 'meta.value.plan'],
  ['“十四五”末：3亿元', 'meta.value.plan'],
  ['// 待核', 'comment.line.double-slash.plan'],
  ['\\目标 两个字', 'meta.paragraph.plan'],
  ['- 每个数都有出处', 'meta.paragraph.plan'],
])('%s is %s', (line, scope) => {
  expect(scopeOf(line)).toBe(scope);
});

describe('inside a line', () => {
  const claims = grammar.repository.claim.patterns;
  const find = (capture: string) =>
    claims.find(({ name, captures }) => name === capture || captures?.[1]?.name === capture);
  const figure = compile(find('constant.numeric.plan')?.match ?? '');
  const period = compile(find('constant.numeric.period.plan')?.match ?? '');
  const placeholder = compile(find('invalid.placeholder.plan')?.match ?? '');

  test('every unit is read whole', () => {
    const broken = unitRows.filter(({ name }) => figure.exec(`3${name}`)?.[2] !== name);
    expect(broken).toEqual([]);
  });

  test.each([
    ['500余万元', '余万元'],
    ['550 million yuan', 'million yuan'],
    ['0.6万元/亩', '万元/亩'],
    ['8.5%', '%'],
  ])('the unit of %s is %s', (text, unit) => {
    expect(figure.exec(text)?.[2]).toBe(unit);
  });

  test.each([
    '2025年',
    '2025年底前',
    '2021—2025年',
    '到2025年',
    '“十四五”末',
    '“十四五”期间',
    '2025年6月底',
    '一季度',
    '上半年',
    '2003年11月底',
    '上年同期',
    '基期',
    '全年',
    'by 2025',
    'end of June',
    'last year',
    'first quarter',
  ])('%s is a period, as the parser says', (text) => {
    const items = parseClaims(text);
    expect(items.map(({ kind }) => kind)).toEqual(['period']);
    expect(period.exec(text)?.[0]).toBe(text);
  });

  test.each(['based', '25年级'])('%s is no period', (text) => {
    expect(period.test(text)).toBe(false);
  });

  test.each(['5G', 'PM2.5', '110xyz'])('%s is a name', (text) => {
    expect(figure.test(text)).toBe(false);
  });

  test.each(['xxx万元', 'x.6亿元', '200_年', '200*年', '**', 'xx镇', '××村'])(
    '%s is to be filled in',
    (text) => {
      expect(placeholder.test(text)).toBe(true);
    },
  );

  test.each(['5×3', '60.6*', 'exit', 'snake_case', '2025年'])('%s is not', (text) => {
    expect(placeholder.test(text)).toBe(false);
  });
});
