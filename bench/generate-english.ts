/** What a generated document says in English. */
import type { Wording } from './generate.ts';
import {
  createIndicatorPool,
  type Indicator,
  type IndicatorKind,
  printFigure,
} from './indicators.ts';
import type { Random } from './random.ts';

const PLACES = [
  ['Willow', 'Stone', 'Pine', 'Amber', 'Clear', 'Mill', 'Plum', 'Birch', 'Fern', 'Otter', 'Heron'],
  ['Cedar', 'Maple', 'Sandy', 'Green', 'North', 'South', 'West', 'East', 'Old', 'Hazel', 'Swan'],
]
  .flat()
  .flatMap((first) =>
    [
      ['Creek', 'Ridge', 'Ford', 'Bank', 'Hollow', 'Meadow', 'Bridge', 'Field', 'Spring', 'Bend'],
      ['Gate', 'Hill', 'Brook', 'Marsh', 'Grove', 'Cross', 'Moor', 'Pond', 'Vale', 'Well', 'Barn'],
      ['Lane', 'Lock', 'Orchard', 'Quarry', 'Slope', 'Weir', 'Wood', 'Wharf', 'Yard', 'Terrace'],
    ]
      .flat()
      .map((second) => `${first} ${second}`),
  );

const CROPS = ['rice', 'tea', 'peach', 'grape', 'walnut', 'mushroom', 'lotus', 'herb', 'potato'];
const WORKS = ['canal', 'greenway', 'farm road', 'water main', 'sewer', 'levee', 'footpath'];
const SERVICES = [
  'tap water',
  'broadband',
  'street lighting',
  'family doctor',
  'canteen',
  'library',
];

const KINDS: readonly IndicatorKind[] = [
  amount('growing area', 'mu', 0, 400, 9000, CROPS),
  amount('harvest', 'tonnes', 0, 200, 8000, CROPS),
  amount('workshops', 'enterprises', 0, 4, 60, CROPS),
  amount('members', 'households', 0, 40, 900, CROPS),
  amount('length', 'km', 1, 20, 900, WORKS),
  amount('investment', 'million yuan', 1, 6, 500, WORKS),
  amount('visits', 'person-times', 0, 800, 20000, SERVICES),
  { ...amount('coverage', '%', 1, 600, 985, SERVICES), nature: 'rate' },
  { ...amount('complaint rate', '‰', 1, 8, 60, SERVICES), nature: 'ceiling' },
];

function amount(
  noun: string,
  unit: string,
  decimals: number,
  low: number,
  high: number,
  subjects: readonly string[],
): IndicatorKind {
  return { noun, unit, decimals, low, high, nature: 'amount', subjects };
}

const OFFICES = ['Agriculture Office', 'Finance Office', 'Water Station', 'Community Centre'];
const ACTORS = ['Village committees', 'Local cooperatives', 'Volunteers', 'Returning workers'];
const ACTIONS = [
  'repair ditches before the rains',
  'keep an open ledger of common funds',
  'turn empty classrooms into kitchens',
  'visit neighbouring growers to learn',
  'sign purchase agreements with processors',
  'look after the young trees in winter',
];
const OUTCOMES = [
  'so that families feel safe at home',
  'so that growers can count on a fair price',
  'and the streams run clear again',
  'and small disputes are settled on the spot',
];
const SECTION_TITLES = ['Farming', 'Water', 'Roads and paths', 'Public services', 'Common assets'];
const MEASURES = ['Open a demonstration orchard', 'Renew the old canal', 'Hold evening classes'];

const BASE_YEAR = 2020;
const MIDDLE_YEAR = 2023;
const LAST_YEAR = 2025;

export function createEnglishWording(random: Random): Wording {
  const indicators = createIndicatorPool(random, PLACES, KINDS, ' ');
  return {
    header: () => [
      'plan: Cloudbrook Township Five-Year Plan',
      `period: ${BASE_YEAR + 1}-${LAST_YEAR}`,
      `baseline: ${BASE_YEAR}`,
      'issuer: Cloudbrook Township Office',
    ],
    heading: (level) =>
      `${'#'.repeat(level)} ${random.pick(SECTION_TITLES)} at ${random.pick(PLACES)}`,
    measure: () => `measure ${random.pick(MEASURES)} at ${random.pick(PLACES)}`,
    measureField: () =>
      random.chance(0.6)
        ? `owner: ${random.pick(OFFICES)}`
        : `due: end of ${random.integer(BASE_YEAR + 1, LAST_YEAR)}`,
    prose,
    target: () => {
      const indicator = indicators.next();
      return `target ${indicator.name}: ${claims(indicator)}`;
    },
  };

  function prose(): string {
    const sentence = `${random.pick(ACTORS)} ${random.pick(ACTIONS)} ${random.pick(OUTCOMES)}.`;
    const known = indicators.recall();
    return known !== undefined && random.chance(0.1)
      ? `${sentence} By ${LAST_YEAR}, ${known.name} will reach {${known.name}@${LAST_YEAR}}.`
      : sentence;
  }

  function claims(indicator: Indicator): string {
    const { kind, value } = indicator;
    if (kind.nature === 'ceiling') {
      return `at most ${figure(indicator)}`;
    }
    const isRate = kind.nature === 'rate';
    const rise = isRate ? random.integer(5, 250) : random.integer(1, Math.max(1, value >> 2));
    const riseText = isRate ? `${printFigure(rise, 1)} percentage points` : amountOf(rise, kind);
    switch (random.integer(0, 5)) {
      case 0:
        indicators.remember(indicator);
        return `reach ${figure(indicator)}, up ${riseText} from the baseline`;
      case 1:
        indicators.remember(indicator);
        return `from ${figure(indicator, -rise)} in ${BASE_YEAR} to ${figure(indicator)}, up ${riseText}`;
      case 2:
        return `at least ${figure(indicator)}`;
      case 3:
        return `${figure(indicator, -rise)} by ${MIDDLE_YEAR}, more than ${figure(indicator)} by ${LAST_YEAR}`;
      case 4:
        return `keep at ${figure(indicator)} or more`;
      default:
        return isRate
          ? `no less than ${figure(indicator)}`
          : `grow ${printFigure(random.integer(20, 120), 1)}% a year`;
    }
  }

  function figure(indicator: Indicator, offset = 0): string {
    return amountOf(indicator.value + offset, indicator.kind);
  }
}

function amountOf(value: number, kind: IndicatorKind): string {
  const figure = printFigure(value, kind.decimals);
  return kind.unit === '%' || kind.unit === '‰'
    ? `${figure}${kind.unit}`
    : `${figure} ${kind.unit}`;
}
