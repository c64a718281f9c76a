import { expect, test } from 'vitest';
import { mostShown, openItemCount, openItems } from '../../../server/src/features/open-items.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import { statistics } from '../../../server/src/features/statistics.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { chineseReader, englishReader, fixture, numberOf } from './fixture.ts';

/** Groups as `kind: label@line, …`. */
function check(text: string, expected: readonly string[], reader: Reader = chineseReader): void {
  const { model } = fixture(text);
  const findings = new Checker(model).findings();
  const groups = openItems(model, findings, reader);
  expect(
    groups.map(
      ({ kind, items }) =>
        `${kind}: ${items.map(({ label, place }) => `${label}@${numberOf(place.line)}`).join(', ')}`,
    ),
  ).toEqual(expected);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  expect(openItemCount(model, findings)).toBe(total);
}

const header = '计划：甲镇2021年工作计划\n期间：2021年\n基期：2020年\n\n';

test('nothing is open in a document that is finished', () => {
  check(`${header}目标 税收：380万元\n举措 种树\n责任：农办\n时限：2021年底前`, []);
});

test('blanks, each with the words around it', () => {
  check(`${header}目标 税收：xxx万元\n全镇完成投资xx亿元，增长  %。`, [
    'placeholder: 目标 税收：xxx万元@5, 全镇完成投资xx亿元，增长  %。@6',
  ]);
});

test('targets without a year', () => {
  check('规划：甲镇规划\n\n目标 税收：380万元，占财政收入的50%\n目标 产值：2025年5亿元', [
    'year: 没有写明是哪一年的。在标题下面加一行“期间：2026年”或“期间：2021—2025年”。@1, 目标 税收：380万元，占财政收入的50%@3',
  ]);
});

test('figures without a unit', () => {
  check(`${header}目标 引进项目：3—5`, ['unit: 目标 引进项目：3—5@5']);
});

test('measures without an owner or a deadline', () => {
  check(`${header}举措 种树\n责任：农办\n举措 修路\n时限：2021年底前`, [
    'owner: 举措 修路@7',
    'deadline: 举措 种树@5',
  ]);
});

test('a counted sentence is no measure to be planned unless it has a field', () => {
  check(`${header}一是抓好生产。\n二是抓好防疫。\n责任：卫健办`, ['deadline: 二是抓好防疫。@6']);
});

test('errors with what is wrong', () => {
  const { model } = fixture(`${header}目标 税收：380万元，比2020年增80万元，增长50%`);
  const [{ kind, items }] = openItems(model, new Checker(model).findings(), chineseReader);
  expect(kind).toBe('error');
  expect(items[0].label).toContain('不符');
  expect(items[0].explanation).toBe(items[0].label);
});

test('what has been silenced is settled', () => {
  check(`${header}// 忽略 placeholder-x：范本\n目标 税收：xxx万元`, []);
});

test('in the reader’s language', () => {
  const { model } = fixture('annual plan: A\nperiod: 2026\n\nmeasure Plant trees\nowner: Parks');
  const [group] = openItems(model, [], englishReader);
  expect(group.title).toBe('Measures without a deadline');
  expect(group.items[0].explanation).toContain('“due:”');
});

test('a long line shows the words around the place', () => {
  const long = '全镇上下团结一心，攻坚克难，各项工作都取得了新的成绩，人民生活水平稳步提高，';
  check(`${header}${long}完成投资xx亿元，${long}`, [
    'placeholder: …活水平稳步提高，完成投资xx亿元，全镇上下团结一心，攻坚克难，各项工作都取得了新…@5',
  ]);
});

test('the very place is told among the words around it', () => {
  const emphasised = (line: string) => {
    const { model } = fixture(`${header}${line}`);
    const [{ items }] = openItems(model, new Checker(model).findings(), chineseReader);
    return items.map(({ label, emphasis }) => label.slice(emphasis?.start, emphasis?.end));
  };
  expect(emphasised('  目标 税收：xxx万元')).toEqual(['xxx']);
  expect(emphasised(`${'𠮷'.repeat(40)}完成投资xx亿元，${'𠮷'.repeat(40)}`)).toEqual(['xx']);
});

test('of very many the first are shown, and all are counted', () => {
  const { model } = fixture('目标 税收：xx万元\n'.repeat(mostShown + 50));
  const findings = new Checker(model).findings();
  const group = openItems(model, findings, chineseReader).find(
    ({ kind }) => kind === 'placeholder',
  );
  expect([group?.items.length, group?.total]).toEqual([mostShown, mostShown + 50]);
});

test('a document in three figures', () => {
  const { model } = fixture(`${header}目标 税收：380万元\n目标 产值：xx万元\n举措 种树`);
  expect(statistics(model, new Checker(model).findings())).toEqual({
    words: 41,
    targets: 2,
    openItems: 3,
  });
});
