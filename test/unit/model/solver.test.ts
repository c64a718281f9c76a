/**
 * Random systems of figures. True values are drawn first and printed rounded, so what is printed holds together by
 * construction: nothing may be found. Then one figure is moved further than any rounding reaches, which an oracle of
 * its own makes sure of: something must be found that names the moved figure.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckedFinding } from '../../../server/src/rules/checker.ts';
import { checked } from '../rules/fixtures.ts';

/** A figure in the text, by a mark that is put in its place when the text is made. */
interface Printed {
  readonly value: number;
  readonly decimals: number;
}

interface System {
  readonly lines: readonly (readonly (string | Printed)[])[];
  /** The figures that the others determine: moving one of them must be found. */
  readonly determined: readonly Printed[];
}

const header = '规划：试\n期间：2021—2025年\n基期：2020年\n价格：现价\n\n';

/** Half a step of the last printed digit. */
const half = ({ decimals }: Printed): number => 0.5 * 10 ** -decimals;

const decimals = fc.integer({ min: 0, max: 2 });
/** Large against its rounding, so that no relation drowns in it. */
const size = fc.integer({ min: 200_00, max: 9_000_00 }).map((cents) => cents / 100);
const growth = fc.integer({ min: 20, max: 900 }).map((tenths) => tenths / 1000);

const printed = (value: number, digits: number): Printed => ({ value, decimals: digits });

const systems: Readonly<Record<string, fc.Arbitrary<System>>> = {
  'base and increment': fc
    .tuple(size, growth, decimals, decimals, decimals)
    .map(([base, rate, a, b, c]) => {
      const [from, to, more] = [
        printed(base, a),
        printed(base * (1 + rate), b),
        printed(base * rate, c),
      ];
      return {
        lines: [
          ['实绩 甲产值：2020年', from, '万元'],
          ['目标 甲产值：2025年', to, '万元，比2020年增', more, '万元'],
        ],
        determined: [from, to, more],
      };
    }),
  'base and growth': fc.tuple(size, growth, decimals, decimals).map(([base, rate, a, b]) => {
    const [from, to, per] = [
      printed(base, a),
      printed(base * (1 + rate), b),
      printed(rate * 100, 1),
    ];
    return {
      lines: [
        ['实绩 甲产值：2024年', from, '万元'],
        ['目标 甲产值：2025年', to, '万元，比上年增长', per, '%'],
      ],
      determined: [from, to],
    };
  }),
  'level, increment and growth of one statement': fc
    .tuple(size, growth, decimals, decimals)
    .map(([base, rate, a, b]) => {
      const [to, more, per] = [
        printed(base * (1 + rate), a),
        printed(base * rate, b),
        printed(rate * 100, 1),
      ];
      return {
        lines: [['目标 甲产值：2025年', to, '万元，比上年增', more, '万元，增长', per, '%']],
        determined: [to, more],
      };
    }),
  'average growth': fc.tuple(size, growth, decimals).map(([base, rate, a]) => {
    const yearly = rate / 5;
    const [from, to, per] = [
      printed(base, a),
      printed(base * (1 + yearly) ** 5, a),
      printed(yearly * 100, 1),
    ];
    return {
      lines: [
        ['实绩 甲产值：2020年', from, '万元'],
        ['目标 甲产值：2025年', to, '万元，年均增长', per, '%'],
      ],
      determined: [from, to],
    };
  }),
  'percentage points': fc
    .tuple(fc.integer({ min: 100, max: 500 }), fc.integer({ min: 20, max: 300 }))
    .map(([base, more]) => {
      const [from, to, points] = [
        printed(base / 10, 1),
        printed((base + more) / 10, 1),
        printed(more / 10, 1),
      ];
      return {
        lines: [
          ['实绩 甲覆盖率：2020年', from, '%'],
          ['目标 甲覆盖率：2025年', to, '%，比2020年提高', points, '个百分点'],
        ],
        determined: [from, to, points],
      };
    }),
  'a multiple': fc
    .tuple(size, fc.integer({ min: 12, max: 60 }), decimals)
    .map(([base, tenths, a]) => {
      const [from, to, times] = [
        printed(base, a),
        printed((base * tenths) / 10, a),
        printed(tenths / 10, 1),
      ];
      return {
        lines: [
          ['实绩 甲产值：2020年', from, '万元'],
          ['目标 甲产值：2025年', to, '万元，是2020年的', times, '倍'],
        ],
        determined: [from, to],
      };
    }),
  'from one level to another': fc.tuple(size, growth, decimals).map(([base, rate, a]) => {
    const [from, to, more] = [
      printed(base, a),
      printed(base * (1 + rate), a),
      printed(base * rate, a),
    ];
    return {
      lines: [['目标 甲产值：2025年由', from, '万元提高到', to, '万元，增', more, '万元']],
      determined: [from, to],
    };
  }),
  'parts of a whole': fc.tuple(size, size, size, decimals, decimals).map(([a, b, c, few, many]) => {
    const figures = [printed(a + b + c, few), printed(a, many), printed(b, few), printed(c, many)];
    return {
      lines: [
        ['指标 甲产值（万元）'],
        ['构成：乙产值 + 丙产值 + 丁产值'],
        [''],
        ...['甲', '乙', '丙', '丁'].map((name, index) => [
          `目标 ${name}产值：2025年`,
          figures[index],
          '万元',
        ]),
      ],
      determined: figures,
    };
  }),
  'a quotient': fc.tuple(size, size, decimals).map(([top, bottom, a]) => {
    const figures = [
      printed(top, a),
      printed(bottom, a),
      // 万元 over 亩, in 元/亩.
      printed((top / bottom) * 10_000, 0),
    ];
    return {
      lines: [
        ['指标 亩均产值（元/亩）'],
        ['公式：甲产值 / 种植面积'],
        [''],
        ['目标 甲产值：2025年', figures[0], '万元'],
        ['目标 种植面积：2025年', figures[1], '亩'],
        ['目标 亩均产值：2025年', figures[2], '元/亩'],
      ],
      determined: figures,
    };
  }),
  'a share': fc
    .tuple(size, fc.integer({ min: 200, max: 600 }), decimals)
    .map(([whole, thousandths, a]) => {
      const [all, part, share] = [
        printed(whole, a),
        printed((whole * thousandths) / 1000, a),
        printed(thousandths / 10, 1),
      ];
      return {
        lines: [
          ['实绩 甲收入：2025年', all, '万元'],
          ['实绩 乙收入：2025年', part, '万元，占甲收入的', share, '%'],
        ],
        determined: [all, part, share],
      };
    }),
  'a task done': fc
    .tuple(size, fc.integer({ min: 500, max: 1500 }), decimals)
    .map(([task, thousandths, a]) => {
      const [aim, done, rate] = [
        printed(task, a),
        printed((task * thousandths) / 1000, a),
        printed(thousandths / 10, 1),
      ];
      return {
        lines: [
          ['目标 甲收入：2025年', aim, '万元'],
          ['实绩 甲收入：2025年', done, '万元，占年度计划的', rate, '%'],
        ],
        determined: [aim, done, rate],
      };
    }),
  'one figure in two units': fc.tuple(size, decimals).map(([value, a]) => {
    const [one, other] = [printed(value, a), printed(value / 10_000, 4)];
    return {
      lines: [
        ['目标 甲产值：2025年', one, '万元'],
        ['目标 甲产值：2025年', other, '亿元'],
      ],
      determined: [one, other],
    };
  }),
  'parts that are told by their growth': fc
    .tuple(size, size, growth, growth, decimals)
    .map(([a, b, rateA, rateB, few]) => {
      const figures = [
        printed(a * (1 + rateA) + b * (1 + rateB), few),
        printed(a, few),
        printed(b, few),
      ];
      return {
        lines: [
          ['指标 甲产值（万元）'],
          ['构成：乙产值 + 丙产值'],
          [''],
          ['实绩 乙产值：2024年', figures[1], '万元'],
          ['实绩 丙产值：2024年', figures[2], '万元'],
          ['目标 乙产值：2025年增长', printed(rateA * 100, 2), '%'],
          ['目标 丙产值：2025年增长', printed(rateB * 100, 2), '%'],
          ['目标 甲产值：2025年', figures[0], '万元'],
        ],
        determined: figures,
      };
    }),
};

/** Writes a system down; `moved` is printed with another value. Tells where each figure stands. */
function written(
  { lines }: System,
  moved?: { readonly figure: Printed; readonly value: number },
): { text: string; places: Map<Printed, { line: number; start: number; end: number }> } {
  const places = new Map<Printed, { line: number; start: number; end: number }>();
  const first = header.split('\n').length - 1;
  const rows = lines.map((pieces, index) => {
    let row = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        row += piece;
        continue;
      }
      const start = row.length;
      const value = piece === moved?.figure ? moved.value : piece.value;
      row += value.toFixed(piece.decimals);
      places.set(piece, { line: first + index, start, end: row.length });
    }
    return row;
  });
  return { text: header + rows.join('\n'), places };
}

function arithmetic(text: string): readonly CheckedFinding[] {
  return checked(text)
    .checker.findings()
    .filter(({ rule, tier }) => rule.startsWith('arithmetic-') && tier === 'error');
}

/** A finding’s own places and the related ones, as line numbers and offsets. */
function placesOf(finding: CheckedFinding): { line: number; start: number; end: number }[] {
  return [finding, ...(finding.related ?? [])].map(({ line, start, end }) => ({
    line: line.chunk.firstLine + line.indexInChunk,
    start,
    end,
  }));
}

describe.each(Object.entries(systems))('%s', (_name, system) => {
  test('figures that are rounded from true ones agree', () => {
    fc.assert(
      fc.property(system, (drawn) => {
        const { text } = written(drawn);
        expect(
          arithmetic(text).map(({ message }) => message.zh),
          text,
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('a figure that is moved further than rounding reaches is named', () => {
    fc.assert(
      fc.property(system, fc.nat(), fc.boolean(), (drawn, pick, up) => {
        const figure = drawn.determined[pick % drawn.determined.length];
        // Rounding of rates reaches a few per cent at most: twice or half is far beyond, and so are ten steps.
        const value = up
          ? figure.value * 2 + 20 * half(figure)
          : figure.value / 2 - 20 * half(figure);
        fc.pre(value > 0);
        const { text, places } = written(drawn, { figure, value });
        const found = arithmetic(text);
        const at = places.get(figure)!;
        const named = found.some((finding) =>
          placesOf(finding).some(
            ({ line, start, end }) => line === at.line && start <= at.start && at.end <= end,
          ),
        );
        expect(named, `${text}\n\n${found.map(({ message }) => message.zh).join('\n')}`).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
