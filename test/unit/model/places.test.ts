import { describe, expect, test } from 'vitest';
import { noConventions } from '../../../server/src/model/conventions.ts';
import { PlanModel } from '../../../server/src/model/model.ts';
import { OwnPlaces, placesOf } from '../../../server/src/model/places.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

describe('the region of a header', () => {
  test.each([
    ['青禾镇', ['青禾镇'], []],
    ['清河县青禾镇', ['清河县青禾镇', '青禾镇'], ['清河县']],
    ['江州市沙坪区城关街道', ['江州市沙坪区城关街道', '城关街道'], ['江州市', '沙坪区']],
    ['禾埂村', ['禾埂村'], []],
    ['清河縣青禾鎮', ['清河縣青禾鎮', '青禾鎮'], ['清河縣']],
    ['Willowmere', ['Willowmere'], []],
    ['沙市区', ['沙市区'], []],
  ])('%s is taken apart', (region, own, above) => {
    const { places } = noConventions;
    expect(placesOf({ region, basis: [], superior: [], rollup: [] }, places)).toEqual({
      own,
      above,
      below: [],
    });
  });

  test('is added to what the office has agreed on', () => {
    const agreed = { own: ['我镇'], above: ['江州市'], below: ['禾埂村'] };
    const header = { region: '清河县青禾镇', basis: [], superior: [], rollup: [] };
    expect(placesOf(header, agreed)).toEqual({
      own: ['我镇', '清河县青禾镇', '青禾镇'],
      above: ['江州市', '清河县'],
      below: ['禾埂村'],
    });
    expect(placesOf({ basis: [], superior: [], rollup: [] }, agreed)).toBe(agreed);
  });
});

describe('the own place', () => {
  test.each([
    ['青禾镇税收收入', '税收收入'],
    ['青禾鎮稅收收入', '税收收入'],
    ['青禾镇的税收收入', '税收收入'],
    ['青禾税收收入', '青禾税收收入'],
    ['青禾镇人', '青禾镇人'],
    ['全镇税收收入', '税收收入'],
  ])('%s is kept under %s', (name, key) => {
    const places = new OwnPlaces(['青禾镇']);
    expect(places.fold(name)).toBe(key);
    expect(places.fold(places.fold(name))).toBe(key);
  });

  const said = (text: string, own: readonly string[] = []) => {
    const places = { own, above: [], below: [] };
    const model = PlanModel.of(PlanTree.parse(text), { places });
    const indicator = model.indicator('税收收入');
    return indicator?.claims.map((claim) => `${claim.indicator} ${claim.value}`);
  };

  test('is no part of a name, in lines and in sentences, by the settings or the header', () => {
    const text = '目标 青禾镇税收收入：2025年达380万元\n\n2020年，青禾镇税收收入达到300万元。\n';
    expect(said(text)).toBe(undefined);
    expect(said(text, ['青禾镇'])).toEqual(['青禾镇税收收入 380', '税收收入 300']);
    const header = '规划：青禾镇规划\n期间：2021—2025年\n行政区：清河县青禾镇\n\n';
    expect(said(header + text)).toEqual(['青禾镇税收收入 380', '税收收入 300']);
  });

  test('is another one as soon as the header says so', () => {
    const tree = PlanTree.parse(
      '规划：规划\n行政区：甲镇\n\n目标 青禾镇税收收入：2025年达380万元\n',
    );
    const model = PlanModel.of(tree);
    expect(model.indicator('税收收入')).toBe(undefined);
    const range = { start: { line: 1, character: 4 }, end: { line: 1, character: 5 } };
    model.update(tree.edit({ range, text: '青禾' }));
    expect(model.indicator('税收收入')?.claims).toHaveLength(1);
  });
});
