import { describe, expect, test } from 'vitest';
import {
  editBetween,
  encodedBlocks,
  tokenModifiers,
  tokensOfDocument,
  tokensOfLine,
  tokenTypes,
} from '../../../server/src/features/semantic-tokens.ts';
import { PlanDocument } from '../../../server/src/workspace/document.ts';
import { samples } from '../../kit/data.ts';
import { Random } from '../../kit/random.ts';
import { fixture } from './fixture.ts';

/** The tokens of the line with the cursor, as `type.modifier:text`. */
function tokensAt(marked: string): string[] {
  const { model, line } = fixture(marked);
  const tokens = tokensOfLine(model, line);
  const shown: string[] = [];
  for (let at = 0; at < tokens.length; at += 4) {
    const [start, length, type, bits] = tokens.slice(at, at + 4);
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const name = [tokenTypes[type], ...modifiers].join('.');
    shown.push(`${name}:${line.text.slice(start, start + length)}`);
  }
  return shown;
}

function check(marked: string, expected: readonly string[]): void {
  expect(tokensAt(marked)).toEqual(expected);
}

const header = '规划：甲镇规划\n期间：2021—2025年\n\n';

test('header and its fields', () => {
  check('$0规划：甲镇规划', ['keyword:规划', 'title.declaration:甲镇规划']);
  check('规划：甲镇规划\n$0期间：2021—2025年', ['keyword:期间', 'period:2021—2025年']);
  check('规划：甲镇规划\n$0价格：可比价', ['keyword:价格', 'enumMember:可比价']);
  check('规划：甲镇规划\n$0依据：./总结.plan、./b.plan', [
    'keyword:依据',
    'string:./总结.plan',
    'string:./b.plan',
  ]);
});

test('headings by level, with what is in them', () => {
  check('$0# 发展目标', ['heading.level1:#', 'heading.level1:发展目标']);
  check('$0（二）农业{粮食@2025}。增长。', [
    'heading.level2:（二）',
    'heading.level2:农业{',
    'variable:粮食',
    'heading.level2:@',
    'period:2025',
    'heading.level2:}',
  ]);
});

test('a target in all its parts', () => {
  check(`${header}$0目标 地区生产总值：力争达3亿元以上，比基期增0.8亿元，年均增长6.5%`, [
    'keyword:目标',
    'variable:地区生产总值',
    'modifier:力争',
    'operator:达',
    'number:3',
    'unit:亿元',
    'operator:以上',
    'operator:比',
    'period:基期',
    'operator:增',
    'number:0.8',
    'unit:亿元',
    'operator:年均',
    'operator:增长',
    'number:6.5',
    'unit:%',
  ]);
});

test('figures that are not there yet are placeholders', () => {
  check(`${header}$0目标 税收：xxx万元`, [
    'keyword:目标',
    'variable:税收',
    'placeholder:xxx',
    'unit:万元',
  ]);
});

test('an indicator, its values and its formula', () => {
  check('$0指标 税收（万元）', ['keyword:指标', 'variable.declaration:税收', 'unit:万元']);
  check('指标 税收（万元）\n$02020年：300万元', ['period:2020年', 'number:300', 'unit:万元']);
  check('指标 税收（万元）\n$0构成：国税 + 地税', [
    'keyword:构成',
    'variable:国税',
    'variable:地税',
  ]);
});

test('a measure', () => {
  check('$0举措 建园区', ['keyword:举措', 'function.declaration:建园区']);
  check('$0一是建园区。', ['keyword:一是', 'function.declaration:建园区']);
});

test('figures in sentences and rows', () => {
  check(`${header}$0到2025年，税收达到380万元，修建5G基站。`, ['number:380', 'unit:万元']);
  check(`${header}表 指标\n| 指标 | 2025年 |\n$0| 税收（万元） | 380 |`, ['number:380']);
});

test('a field that belongs to nothing is a sentence', () => {
  check('一句话。\n\n$0责任：人人有责', ['text:责任：人人有责']);
  check('一句话。\n$0  期间：20天 ', ['text:期间：20天']);
});

test('comments, and the check that one of them silences', () => {
  check('$0// 待核', ['comment:// 待核']);
  check('$0// 忽略 placeholder-x：待核', [
    'comment:// 忽略 ',
    'parameter:placeholder-x',
    'comment:：待核',
  ]);
});

test('charts and includes', () => {
  check('$0图 税收、粮食', ['keyword:图', 'variable:税收', 'variable:粮食']);
  check('$0引用 ./共用.plan', ['keyword:引用', 'string:./共用.plan']);
});

test('a line keeps its tokens while others come and go', () => {
  const document = PlanDocument.open('file:///a.plan', `${header}目标 税收：380万元\n一句话。\n`);
  const target = document.tree.lines.at(3);
  const before = tokensOfLine(document.model, target);
  const above = { line: 2, character: 0 };
  document.edit([{ range: { start: above, end: above }, text: '文\n' }]);
  expect(document.tree.lines.at(4)).toBe(target);
  expect(tokensOfLine(document.model, target)).toBe(before);
});

describe('an answer changed as the edit says is the new answer', () => {
  const all = ({ model }: PlanDocument) => tokensOfDocument(model);
  const long = Array.from({ length: 1500 }, (_, index) =>
    index % 700 < 20 ? `目标 甲${index}：5吨` : '。',
  );
  for (const { name, text } of [...samples, { name: 'long', text: long.join('\n') }]) {
    test(name, () => {
      const random = new Random(name.length);
      const document = PlanDocument.open(`file:///${name}`, text);
      const pieces = text.split('\n');
      let blocks = all(document);
      const data = encodedBlocks(blocks);
      for (let count = 0; count < 300; count++) {
        const line = random.below(document.tree.lines.length);
        const { length } = document.tree.lines.at(line).text;
        const start = { line, character: random.below(length + 1) };
        const removed = random.below(3);
        const end =
          removed === 2
            ? { line: line + random.below(4), character: random.below(20) }
            : { line, character: start.character + removed };
        const ordered = end.line > start.line || end.character >= start.character;
        const put = random.pick(['', '5', '\n', `\n${random.pick(pieces)}\n`, '责任：', '。']);
        document.edit([{ range: { start, end: ordered ? end : start }, text: put }]);
        const after = all(document);
        const edit = editBetween(blocks, after);
        if (edit) data.splice(edit.start, edit.deleteCount, ...edit.data);
        blocks = after;
        if (count % 10 > 0) continue;
        const fresh = PlanDocument.open(document.uri, document.text());
        expect(data.join()).toEqual(encodedBlocks(all(fresh)).join());
      }
    });
  }
});
