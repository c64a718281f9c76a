import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../../server/src/report/chart.ts';
import { trendOf } from '../../../server/src/report/charts.ts';
import type { Chart, ChartPoint, ChartSeries } from '../../../server/src/report/tree.ts';
import { blockOf, html, markdown } from './fixtures.ts';

function point(year: number, value: number, stance: ChartPoint['stance'] = 'actual'): ChartPoint {
  return { at: year, label: `${year}年`, value, printed: String(value), stance };
}

function series(name: string, unit: string, ...points: ChartPoint[]): ChartSeries {
  return { name, unit, points };
}

function trendSvg(...all: ChartSeries[]): string {
  return chartSvg(trendOf(all, 'hans'));
}

/** Attributes of all elements of a kind. */
function elements(svg: string, tag: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${tag} ([^>]*?)/?>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  );
}

/** The bars, without the keys of the legend. */
function bars(svg: string): { x: number; y: number; width: number; height: number }[] {
  return elements(svg, 'rect')
    .map(({ x, y, width, height }) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }))
    .filter(({ y }) => y > 15);
}

/** The texts, in the order in which they were drawn. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
}

describe('a trend', () => {
  test('of few values has bars as high as the values, on one line', () => {
    const drawn = bars(trendSvg(series('甲', '亿元', point(2020, 1), point(2025, 3))));
    expect(drawn[1].height / drawn[0].height).toBeCloseTo(3, 1);
    expect(drawn[0].y + drawn[0].height).toBeCloseTo(drawn[1].y + drawn[1].height, 0);
  });

  test('tells base, result and target apart by texture, and names them', () => {
    const svg = trendSvg(
      series(
        '甲',
        '亿元',
        point(2020, 1, 'base'),
        point(2024, 2),
        point(2025, 2.1, 'forecast'),
        point(2025, 3, 'target'),
      ),
    );
    const looks = elements(svg, 'rect').map((rect) => [
      rect['fill-opacity'],
      rect['stroke-dasharray'],
    ]);
    const four = looks.slice(4);
    expect(four).toEqual(looks.slice(0, 4));
    expect(four[0]).not.toEqual(four[1]);
    // What is only aimed at or expected is hatched.
    expect(four.slice(2)).toEqual([
      ['0', '3 2'],
      ['0', undefined],
    ]);
    expect(elements(svg, 'path').length).toBe(4);
    expect(texts(svg)).toEqual(expect.arrayContaining(['基期', '实绩', '预计', '目标']));
    // Of one period the result stands left of the target.
    const drawn = bars(svg);
    expect(drawn[2].x).toBeLessThan(drawn[3].x);
  });

  test('of many values has a line, dashed to what is aimed at, and no more figures than fit', () => {
    const many = Array.from({ length: 60 }, (_, index) => point(1960 + index, index));
    const svg = trendSvg(series('甲', '', ...many, point(2025, 40, 'target')));
    const paths = elements(svg, 'path');
    expect(paths.filter((path) => path['stroke-dasharray'])).toHaveLength(2);
    expect(paths.filter((path) => path.transform)).toHaveLength(61 + 2);
    expect(texts(svg)).toContain('2025年');
    expect(texts(svg)).toContain('40');
    expect(texts(svg).length).toBeLessThan(70);
  });

  test('of several indicators has a sign for each', () => {
    const svg = trendSvg(
      series('甲', '亿元', point(2020, 1), point(2025, 3, 'target')),
      series('乙', '亿元', point(2020, 2), point(2025, 4, 'target')),
    );
    expect(texts(svg).slice(0, 3)).toEqual(['甲', '乙（亿元）', '目标']);
    expect(new Set(elements(svg, 'rect').map((rect) => rect['fill-opacity'])).size).toBe(3);
  });

  test('shows what falls below zero below the line', () => {
    const svg = trendSvg(series('甲', '', point(2020, 2), point(2021, -1)));
    const [up, down] = bars(svg);
    expect(up.y + up.height).toBeCloseTo(down.y, 0);
  });

  test('stays inside its frame', () => {
    for (const values of [[0], [5], [1e12, 1], [-3, -9], [0.001, 0.002], [7, 7, 7, 7, 7, 7, 7]]) {
      const svg = trendSvg(series('甲', '', ...values.map((value, at) => point(2000 + at, value))));
      for (const bar of bars(svg)) {
        for (const number of Object.values(bar)) expect(number).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(480);
        expect(bar.y + bar.height).toBeLessThanOrEqual(240);
      }
      for (const { x, y } of elements(svg, 'text')) {
        expect(Number(x)).toBeLessThanOrEqual(480);
        expect(Number(y)).toBeLessThanOrEqual(240);
      }
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test('cuts names that do not fit', () => {
    const svg = trendSvg(series('很长的名称'.repeat(20), '亿元', point(2020, 1)));
    expect(svg).toMatch(/<text[^>]*>(?:很长的名称)+[^<]*…<\/text>/);
  });

  test('has no value that is none', () => {
    expect(trendSvg(series('甲', '', point(2020, Number.NaN)))).toBe('');
    expect(trendSvg()).toBe('');
  });

  test('can have an ink and a size of its own', () => {
    const chart = trendOf([series('甲', '', point(2020, 1))], 'hans');
    const svg = chartSvg(chart, { ink: '#888', width: 200, height: 100 });
    expect(svg).toContain('viewBox="0 0 200 100"');
    expect(svg).toContain('fill="#888"');
    expect(svg).not.toContain('currentColor');
  });

  test('says in words what it shows', () => {
    const svg = trendSvg(series('甲', '亿元', point(2020, 1, 'base'), point(2025, 3, 'target')));
    expect(svg).toContain('<title>甲（亿元）</title>');
    expect(svg).toContain('<desc>趋势图。甲（亿元）：2020年基期1，2025年目标3。</desc>');
  });
});

/** The pictures that a plan's only chart line makes. */
function chartsOf(text: string): readonly Chart[] {
  return blockOf(`总结：甲\n期间：2025年\n\n${text}`, 'chart').charts;
}

describe('a comparison', () => {
  const text = `目标 路：10公里
实绩 路：12公里
目标 渠：5公里
实绩 渠：4公里

图 路、渠`;

  test('is what results and targets of one period make', () => {
    const [chart, ...more] = chartsOf(text);
    expect(more).toEqual([]);
    expect(chart.form).toBe('comparison');
    expect(chart.description).toBe(
      '对比图。路（公里）：2025年实绩12，2025年目标10；渠（公里）：2025年实绩4，2025年目标5。',
    );
  });

  test('has a pair of bars for each, as long as the values', () => {
    const svg = chartSvg(chartsOf(text)[0]);
    const lengths = bars(svg).map(({ width }) => width);
    expect(lengths[1] / lengths[0]).toBeCloseTo(10 / 12, 1);
    expect(lengths[2] / lengths[0]).toBeCloseTo(4 / 12, 1);
    expect(texts(svg)).toEqual([
      '2025年（公里）',
      '实绩',
      '目标',
      '路',
      '12',
      '10',
      '渠',
      '4',
      '5',
    ]);
  });

  test('is not made where one of the two is missing', () => {
    expect(chartsOf(text.replace('实绩 渠：4公里', ''))[0].form).toBe('trend');
  });
});

describe('a composition', () => {
  const parts = `指标 收入（亿元）
构成：税收 + 其他收入

目标 收入：10亿元
目标 税收：6.5亿元
目标 其他收入：3.5亿元
`;

  test('shows a whole as made of its parts', () => {
    const [chart, ...more] = chartsOf(`${parts}\n图 收入、税收、其他收入`);
    expect(more).toEqual([]);
    expect(chart).toMatchObject({ form: 'composition', title: '收入', unit: '亿元' });
    expect(chart.whole?.points.map(({ printed }) => printed)).toEqual(['10']);
    const drawn = bars(chartSvg(chart));
    expect(drawn[0].y).toBeCloseTo(drawn[1].y + drawn[1].height, 0);
    expect(drawn[0].height / drawn[1].height).toBeCloseTo(6.5 / 3.5, 1);
  });

  test('follows the course over time where a whole stands alone', () => {
    const forms = (text: string): string[] => chartsOf(text).map(({ form }) => form);
    expect(forms(`${parts}\n图 收入`)).toEqual(['composition']);
    expect(forms(`${parts}实绩 收入：2025年9亿元\n\n图 收入`)).toEqual(['trend', 'composition']);
  });

  test('leaves room for what the parts do not tell', () => {
    const [chart] = chartsOf('目标 收入：10亿元，其中：税收6亿元、费2亿元\n\n图 收入');
    expect(chart.series.map(({ name }) => name)).toEqual(['税收', '费', '其他']);
    expect(chart.series[2]).toMatchObject({ rest: true, points: [{ value: 2, printed: '' }] });
    expect(chart.description).not.toContain('其他');
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
    expect(chart.description).toBe('趋势图。产值（亿元）：2020年实绩2.20，2021年实绩24000万元。');
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
