/** 82户354人: persons and households that do not go together. */
import Fraction from 'fraction.js';
import { parseDecimal } from '../../model/numbers.ts';
import type { LineRule } from '../rule.ts';
import { anyPair, digits } from '../signals.ts';
import { printedNumber, readableKinds, wording } from '../text.ts';

const households = new RegExp(
  `(?<![0-9０-９.．])(${printedNumber})(万|萬)?[户戶][，,、]?(?:共|计|計)?(${printedNumber})(万|萬)?人(?![次/／])`,
  'g',
);
const countedHouseholds = anyPair(`${digits}万萬`, '户戶');
const tenThousand = new Fraction(10_000);
/** Persons in a household, far beyond any average that a town has. */
const smallest = new Fraction(1);
const largest = new Fraction(8);

function count(number: string, magnitude: string | undefined): Fraction | undefined {
  const value = parseDecimal(number)?.value;
  return magnitude ? value?.mul(tenThousand) : value;
}

const rule: LineRule = {
  name: 'household-size',
  tier: 'hint',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: countedHouseholds,
  title: { zh: '户数和人数不合常理', en: 'Households and persons' },
  description: {
    zh: '“371户1080人”这样并列的户数和人数，平均每户不到1人或超过8人的，多半有一个数写错了，或者漏了“万”。',
    en: 'Where households and their members stand side by side, fewer than one or more than eight persons a household is hardly possible: a figure is wrong, or a magnitude is missing.',
  },
  examples: {
    wrong: ['全镇⟦371户10800人⟧脱贫，安置⟦354户82人⟧。'],
    right: ['全镇371户1080人脱贫，82户354人搬迁，1.2万户3.6万人受益，服务20户500人次。'],
  },
  check(line, _model, report) {
    for (const found of wording(line, households)) {
      const [whole, number, magnitude, persons, personsMagnitude] = found;
      const homes = count(number, magnitude);
      const people = count(persons, personsMagnitude);
      if (!homes || !people || homes.equals(0)) continue;
      const size = people.div(homes);
      if (size.gte(smallest) && size.lte(largest)) continue;
      report({
        line,
        start: found.index,
        end: found.index + whole.length,
        message: {
          zh: `“${whole}”平均每户${size.valueOf().toFixed(1)}人，不合常理，核对两个数。`,
          en: `“${whole}” makes ${size.valueOf().toFixed(1)} persons a household. Check both figures.`,
        },
      });
    }
  },
};

export default rule;
