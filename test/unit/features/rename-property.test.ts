/** After a rename a document says what it said before, but for the name; on documents that nobody has thought of. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renamable, renaming } from '../../../server/src/features/rename.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';
import { samples } from '../../kit/data.ts';
import { numberOf } from './fixture.ts';

const places = /^(?:line|start|end|nameSpan|partOf|.*(?:Start|End))$/;

/** What is meant for indicators, line by line, with another name put for one; running text is left out. */
function meaningOf(model: PlanModel, rename: (name: string) => string): unknown {
  return [...model.tree.lines].map((line) => [
    line.kind,
    line.owner ? numberOf(line.owner) : 0,
    model
      .namesIn(line)
      .filter(({ use }) => use !== 'prose')
      .map(({ text, use, key }) => [use, rename(text), rename(model.indicator(key)?.name ?? '')]),
    model
      .claimsOf(line)
      .filter(({ origin }) => origin !== 'prose')
      .map((claim) => ({
        ...claim,
        key: '',
        indicator: rename(claim.indicator),
        of: rename(claim.of ?? ''),
      }))
      .map((claim) =>
        JSON.stringify(claim, (key, value) => (places.test(key) ? undefined : value)),
      ),
    model.unreadOf(line).length,
  ]);
}

const modelOf = (text: string): PlanModel => PlanModel.of(PlanTree.parse(text));

/** The text after a rename of what is named at a place; undefined where that is refused. */
function renamedText(model: PlanModel, at: number, character: number, newName: string) {
  const line = model.tree.lines.at(at);
  const found = renamable(model, line, character);
  if (!found || 'refused' in found) return undefined;
  const done = renaming(model, found, newName);
  if ('refused' in done) {
    expect(done.refused.zh).toMatch(/。$/);
    return undefined;
  }
  const texts = [...model.tree.lines].map(({ text }) => text);
  for (const { line: place, start, end, newText } of [...done.edits].reverse()) {
    const index = numberOf(place) - 1;
    texts[index] = texts[index].slice(0, start) + newText + texts[index].slice(end);
  }
  const terminators = [...model.tree.lines].map(({ terminator }) => terminator);
  return { name: found.name, text: texts.map((text, index) => text + terminators[index]).join('') };
}

/** Whether there was anything to compare. */
function expectSameMeaning(text: string, at: number, character: number, newName: string): boolean {
  const before = modelOf(text);
  const after = renamedText(before, at, character, newName);
  const written = newName.trim();
  // A chart may ask for a name that nothing had before.
  if (!after || text.includes(written)) return false;
  const head = (name: string) => name.slice(0, before.headLength(name));
  const isRenamed = (name: string) => name.slice(before.headLength(name)) === after.name;
  const rename = (name: string) => (isRenamed(name) ? head(name) + written : name);
  expect(meaningOf(modelOf(after.text), (name) => name)).toEqual(meaningOf(before, rename));
  return true;
}

const names = [
  '税收',
  '税收收入',
  '财政收入',
  '粮食产量',
  '固定资产投资',
  '5G基站',
  'PM2.5平均浓度',
];
const name = fc.constantFrom(...names);
const figure = fc.constantFrom(
  '3亿元',
  '380万元，增长5%',
  '由2亿元提高到3亿元',
  '占财政收入的30%',
  '—',
  '',
);

const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('目标 ', '实绩 ', '目标 全镇'),
      name,
      fc.constantFrom('：', '（万元）：', ''),
      figure,
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(name, name, fc.constantFrom('、', '，'))
    .map(([a, b, mark]) => `目标 财政收入：9亿元，其中：${a}3亿元${mark}${b}2亿元`),
  fc
    .tuple(name, fc.constantFrom('', '（万元）'), name, name)
    .map(([a, unit, b, c]) => `指标 ${a}${unit}\n别名：${b}额\n构成：${b} + ${c}\n2020年：2亿元`),
  fc.tuple(name, name).map(([a, b]) => `图 ${a}、${b}`),
  fc
    .tuple(name, fc.constantFrom('', '@2025', '@2025.增速', '.单位'))
    .map(([a, facet]) => `达到{${a}${facet}}。`),
  fc
    .array(fc.tuple(fc.constantFrom('', '1. ', '（2）'), name, fc.constantFrom('', '（万元）')), {
      maxLength: 3,
    })
    .map((rows) =>
      [
        '表 主要指标',
        '| 指标 | 2020年 | 2025年 |',
        '| --- | --- | --- |',
        ...rows.map((row) => `| ${row.join('')} | 2 | 3 |`),
      ].join('\n'),
    ),
  fc.constantFrom(
    '',
    '# 农业',
    '举措 建园区',
    '一句话。',
    '规划：甲',
    '期间：2021—2025年',
    '行政区：甲镇',
  ),
);
const newName = fc.oneof(
  fc.constantFrom(
    '工商税',
    '数字经济',
    '第三产业',
    '3A级',
    '2025年目标',
    '增长率',
    '目标',
    '其中',
    '全镇',
    'A/B',
    '不低于',
  ),
  fc.string({
    unit: fc.constantFrom(...'税产0甲 %：、（）{}@.|+-/亿元增其中：“”a1'),
    minLength: 1,
    maxLength: 6,
  }),
  name,
);

test('random documents, random names', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 2, maxLength: 8 }),
      newName,
      fc.nat(),
      fc.nat(),
      (lines, to, at, character) => {
        const text = lines.join('\n');
        const all = text.split('\n');
        const index = at % all.length;
        if (expectSameMeaning(text, index, character % (all[index].length + 1), to)) compared += 1;
      },
    ),
    { numRuns: 1500, seed: 20_251_122 },
  );
  // A test that compares nothing would prove nothing.
  expect(compared).toBeGreaterThan(100);
});

test.each(samples)('every indicator of $name', ({ text }) => {
  const model = modelOf(text);
  for (const indicator of model.indicators().slice(0, 40)) {
    const [place] = model.placesOf(indicator, 'declared');
    if (!place) continue;
    expectSameMeaning(text, numberOf(place.line) - 1, place.start, '从未有过的指标');
  }
});
