/** StratML Part 2: what a document becomes, and that it keeps to the structure of the standard. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../server/src/report/build.ts';
import {
  contentModel,
  namespace,
  type StratmlElement,
} from '../../../server/src/report/stratml/content-model.ts';
import { daysOf } from '../../../server/src/report/stratml/dates.ts';
import { stratmlOf } from '../../../server/src/report/stratml/stratml.ts';
import { xmlOf } from '../../../server/src/report/stratml/xml.ts';
import { freshReport, modelOf, samples } from './fixtures.ts';
import { wrongInXml } from './xml.ts';

const schema = fileURLToPath(new URL('stratml.xsd', import.meta.url));

/** All elements of a name, in order. */
function all(root: StratmlElement, name: string): StratmlElement[] {
  const inside = typeof root.content === 'string' ? [] : root.content;
  return [...(root.name === name ? [root] : []), ...inside.flatMap((child) => all(child, name))];
}

const textOf = ({ content }: StratmlElement): string =>
  typeof content === 'string' ? content : content.map(textOf).join('/');

/** An outline without identifiers: `Goal: 甲`, what is inside it further in. */
function outline({ name, content }: StratmlElement, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  if (typeof content === 'string') return [`${indent}${name}: ${content}`];
  const inside = content.filter((child) => child.name !== 'Identifier');
  return [indent + name, ...inside.flatMap((child) => outline(child, depth + 1))];
}

function check(text: string, name: string, expected: readonly string[]): void {
  expect(all(stratmlOf(freshReport(text)), name).flatMap((one) => outline(one))).toEqual(expected);
}

describe('the document', () => {
  test.each([
    ['规划', 'Strategic_Plan'],
    ['计划', 'Performance_Plan'],
    ['总结', 'Performance_Report'],
    ['报告', 'Performance_Report'],
  ])('%s is a %s', (keyword, type) => {
    expect(stratmlOf(freshReport(`${keyword}：甲\n`)).attributes?.Type).toBe(type);
  });

  test('tells whose it is, and from when to when', () => {
    const text =
      '规划：甲\n期间：2021—2025年\n编制单位：甲镇政府\n行政区：甲镇\n日期：2021年3月5日\n';
    check(text, 'Organization', ['Organization', '  Name: 甲镇政府', '  Description: 甲镇']);
    check(text, 'AdministrativeInformation', [
      'AdministrativeInformation',
      '  StartDate: 2021-01-01',
      '  EndDate: 2025-12-31',
      '  PublicationDate: 2021-03-05',
    ]);
  });

  test('without any section is a goal itself', () =>
    check('规划：甲\n正文。\n', 'Goal', ['Goal', '  Name: 甲', '  Description: ']));
});

test('sections are goals, sections and measures in them objectives', () =>
  check(
    '计划：甲\n期间：2021年\n\n# 农业\n稳住面积。\n\n## 水稻\n举措 植树\n责任：农办\n配合：林站\n时限：年底前\n\n目标 树：不少于3棵\n',
    'Goal',
    [
      'Goal',
      '  Name: 农业',
      '  Description: 稳住面积。',
      '  SequenceIndicator: 一、',
      '  Objective',
      '    Name: 水稻',
      '    SequenceIndicator: （一）',
      '  Objective',
      '    Name: 植树',
      '    Stakeholder',
      '      Name: 农办',
      '      Role',
      '        Name: 责任',
      '        RoleType: Performer',
      '    Stakeholder',
      '      Name: 林站',
      '      Role',
      '        Name: 配合',
      '        RoleType: Performer',
      '    OtherInformation: 时限：年底前',
      '    PerformanceIndicator',
      '      MeasurementDimension: 树',
      '      UnitOfMeasurement: 棵',
      '      MeasurementInstance',
      '        TargetResult',
      '          StartDate: 2021-01-01',
      '          EndDate: 2021-12-31',
      '          NumberOfUnits: 3',
      '          Descriptor',
      '            DescriptorName: 比较',
      '            DescriptorValue: ≥',
      '          Description: ≥3棵',
    ],
  ));

describe('an indicator', () => {
  test('has its targets and results year by year, in one unit', () =>
    check(
      '总结：甲\n期间：2021年\n\n指标 产值（亿元）\n口径：全部\n2020年：2.2亿元\n\n目标 产值：3亿元\n实绩 产值：31000万元\n',
      'PerformanceIndicator',
      [
        'PerformanceIndicator',
        '  MeasurementDimension: 产值',
        '  UnitOfMeasurement: 亿元',
        '  MeasurementInstance',
        '    ActualResult',
        '      StartDate: 2020-01-01',
        '      EndDate: 2020-12-31',
        '      NumberOfUnits: 2.2',
        '      Descriptor',
        '        DescriptorName: 类型',
        '        DescriptorValue: 基期',
        '      Description: 2.2亿元',
        '  MeasurementInstance',
        '    TargetResult',
        '      StartDate: 2021-01-01',
        '      EndDate: 2021-12-31',
        '      NumberOfUnits: 3',
        '      Description: 3亿元',
        '    ActualResult',
        '      StartDate: 2021-01-01',
        '      EndDate: 2021-12-31',
        '      NumberOfUnits: 3.1',
        '      Description: 31000万元',
        '  OtherInformation: 口径：全部',
      ],
    ));

  test('without a figure is told in words', () =>
    check('目标 村道：全覆盖\n目标 增速：5%～8%\n', 'Descriptor', [
      'Descriptor',
      '  DescriptorName: 原文',
      '  DescriptorValue: 全覆盖',
      'Descriptor',
      '  DescriptorName: 范围',
      '  DescriptorValue: 5～8',
    ]));

  test('of a summary is held against the target of its plan', () => {
    const basis = [modelOf('计划：甲\n期间：2021年\n目标 树：3棵\n')];
    const report = reportOf(modelOf('总结：甲\n期间：2021年\n实绩 树：4棵\n'), { basis });
    expect(all(stratmlOf(report), 'NumberOfUnits').map(textOf)).toEqual(['3', '4']);
  });
});

test.each([
  [{ from: 2021, to: 2025, span: true }, '2021-01-01', '2025-12-31'],
  [{ from: 2024, to: 2024, span: false, part: '02' }, '2024-02-01', '2024-02-29'],
  [{ from: 2023, to: 2023, span: false, part: '06-30' }, '2023-06-30', '2023-06-30'],
  [{ from: 2023, to: 2023, span: false, part: 'Q2' }, '2023-04-01', '2023-06-30'],
  [{ from: 2023, to: 2023, span: false, part: 'Q1-3' }, '2023-01-01', '2023-09-30'],
  [{ from: 2023, to: 2023, span: false, part: 'H2' }, '2023-07-01', '2023-12-31'],
])('%j is from %s to %s', (period, start, end) => {
  expect(daysOf(period)).toEqual({ StartDate: start, EndDate: end });
});

describe.each(samples)('$name', ({ text }) => {
  const root = stratmlOf(freshReport(text));
  const xml = xmlOf(root);

  test('has only what the standard has, in its order', () => {
    for (const [name, children] of Object.entries(contentModel)) {
      for (const { content } of all(root, name)) {
        if (typeof content === 'string') throw new Error(`${name} holds text`);
        const order = content.map((child) => (children as readonly string[]).indexOf(child.name));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(order).not.toContain(-1);
      }
    }
  });

  test('is XML in the namespace of the standard, the same each time, with no identifier twice', () => {
    expect(wrongInXml(xml)).toBeUndefined();
    expect(xml).toContain(`<PerformancePlanOrReport xmlns="${namespace}"`);
    expect(xmlOf(stratmlOf(freshReport(text)))).toBe(xml);
    const identifiers = [...xml.matchAll(/<Identifier>(.*?)</g)].map(([, one]) => one);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    const uuid = /^_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    expect(identifiers.filter((one) => !uuid.test(one))).toEqual([]);
  });

  test('keeps to the schema', (context) => {
    const run = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {
      input: xml,
      encoding: 'utf8',
    });
    if (run.error) context.skip('xmllint is not installed');
    expect(run.stderr).toBe('- validates\n');
  });
});
