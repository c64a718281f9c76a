import { describe, expect, test } from 'vitest';
import { trendSvg } from '../../../server/src/report/chart.ts';
import type { ChartPoint, ChartSeries } from '../../../server/src/report/tree.ts';
import { blockOf, html, markdown } from './fixtures.ts';

function point(year: number, value: number): ChartPoint {
  return { at: year, label: `${year}年`, value, printed: String(value), stance: 'actual' };
}

function series(name: string, unit: string, ...points: ChartPoint[]): ChartSeries {
  return { name, unit, points };
}

/** Attributes of all elements of a kind. */
function elements(svg: string, tag: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${tag} ([^>]*?)/?>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  );
}

describe('the picture', () => {
  test('of few values has bars as high as the values, on one line', () => {
    const bars = elements(trendSvg([series('甲', '亿元', point(2020, 1), point(2025, 3))]), 'rect');
    const heights = bars.map(({ height }) => Number(height));
    expect(heights[1] / heights[0]).toBeCloseTo(3, 1);
    const feet = bars.map(({ y, height }) => Number(y) + Number(height));
    expect(feet[0]).toBeCloseTo(feet[1], 0);
  });

  test('of many values has a line, and fewer figures than would fit', () => {
    const many = Array.from({ length: 30 }, (_, index) => point(1990 + index, index));
    const svg = trendSvg([series('甲', '', ...many)]);
    expect(elements(svg, 'circle')).toHaveLength(30);
    expect(svg).toContain('2019年');
    expect(elements(svg, 'text').length).toBeLessThan(20);
  });

  test('shows what falls below zero below the line', () => {
    const svg = trendSvg([series('甲', '', point(2020, 2), point(2021, -1))]);
    const [up, down] = elements(svg, 'rect');
    const [line] = elements(svg, 'line');
    expect(Number(up.y) + Number(up.height)).toBeCloseTo(Number(line.y1), 0);
    expect(Number(down.y)).toBeCloseTo(Number(line.y1), 0);
  });

  test('stays inside its frame', () => {
    for (const values of [[0], [5], [1e12, 1], [-3, -9], [0.001, 0.002], [7, 7, 7, 7, 7, 7, 7]]) {
      const svg = trendSvg([
        series('甲', '', ...values.map((value, at) => point(2000 + at, value))),
      ]);
      for (const { x, y, width, height } of elements(svg, 'rect')) {
        for (const number of [x, y, width, height])
          expect(Number(number)).toBeGreaterThanOrEqual(0);
      }
      for (const { cx, cy } of elements(svg, 'circle')) {
        expect(Number(cx)).toBeLessThan(480);
        expect(Number(cy)).toBeLessThan(220);
      }
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });

  test('cuts names that do not fit', () => {
    const svg = trendSvg([series('很长的名称'.repeat(20), '亿元', point(2020, 1))]);
    expect(svg).toMatch(/<text[^>]*>(?:很长的名称)+[^<]*…<\/text>/);
  });

  test('has no value that is none', () => {
    expect(trendSvg([series('甲', '', point(2020, Number.NaN))])).toBe('');
    expect(trendSvg([])).toBe('');
  });

  test('can have an ink and a size of its own', () => {
    const svg = trendSvg([series('甲', '', point(2020, 1))], {
      ink: '#888',
      width: 200,
      height: 100,
    });
    expect(svg).toContain('viewBox="0 0 200 100"');
    expect(svg).toContain('fill="#888"');
  });
});

const plan = `指标 产值（亿元）
2020年：2.20亿元
2021年：24000万元
2021年：2.5亿元

`;

describe('a chart line', () => {
  test('draws its indicators in their unit, with figures as printed', () => {
    const [chart, ...more] = blockOf(`${plan}图 产值`, 'chart').charts;
    expect(more).toEqual([]);
    expect(chart).toMatchObject({ form: 'trend', title: '产值', unit: '亿元' });
    expect(chart.series[0].points).toEqual([
      { at: 2020, label: '2020年', value: 2.2, printed: '2.20', stance: 'actual' },
      { at: 2021, label: '2021年', value: 2.4, printed: '24000万元', stance: 'actual' },
    ]);
    expect(chart.description).toBe('趋势图：产值（亿元）：2020年实绩2.20，2021年实绩24000万元。');
  });

  test('puts indicators of one unit into one picture, and others into a picture of their own', () => {
    const text =
      '指标 甲（亿元）\n2020年：1亿元\n\n指标 乙（%）\n2020年：2%\n\n指标 丙（亿元）\n2020年：3亿元\n\n';
    const { charts } = blockOf(`${text}图 甲、乙、丙`, 'chart');
    expect(charts.map(({ series }) => series.map(({ name }) => name))).toEqual([
      ['甲', '丙'],
      ['乙'],
    ]);
  });

  test('marks a name that is not known or has nothing to draw', () => {
    const { names } = blockOf(`${plan}目标 丙：增长5%\n\n图 产值、乙、丙`, 'chart');
    expect(names).toMatchObject([
      { kind: 'text', text: '产值' },
      { kind: 'problem', text: '乙', problem: 'unknown-indicator' },
      { kind: 'problem', text: '丙', problem: 'no-value' },
    ]);
  });

  test('is a figure with a caption in HTML, and a table in Markdown', () => {
    expect(html(`${plan}图 产值`)).toMatch(
      /^<figure data-line="5">\n<svg .*<\/svg>\n<figcaption>产值<\/figcaption>\n<\/figure>\n$/,
    );
    expect(markdown(`${plan}图 产值`)).toBe(
      '**产值**\n\n| 指标 | 2020年 | 2021年 |\n| --- | --- | --- |\n| 产值（亿元） | 2.20 | 24000万元 |\n',
    );
  });
});
