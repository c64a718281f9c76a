/** {粮食产量@2025} where nothing is said of 粮食产量; the same for charts and formulas. */
import { expressionOn, wordsInFormula } from '../../model/composition.ts';
import type { PlanModel } from '../../model/model.ts';
import { nearNames } from '../../model/names.ts';
import { periodIn } from '../../model/periods.ts';
import { facetForms } from '../../model/resolve.ts';
import type { Line, Reference, Word } from '../../syntax/tree.ts';
import type { Finding, LineRule } from '../rule.ts';
import { either, hasReferences, isChart, isFormula } from '../signals.ts';
import { quoted, replace } from '../text.ts';

/** Names in a chart or a formula of the line. */
function* namesOf(line: Line): Generator<Word> {
  const { statement } = line;
  if (line.kind !== statement.kind) return;
  if (statement.kind === 'chart') yield* statement.names;
  if (statement.kind === 'field' && statement.row.value === 'expression' && statement.value) {
    const expression = expressionOn(line);
    const offset = statement.value.start;
    for (const { start, end, text } of expression ? wordsInFormula(expression) : [])
      yield { start: start + offset, end: end + offset, text };
  }
}

function unknownName(line: Line, name: Word, candidates: readonly string[]): Finding {
  const near = quoted(candidates);
  return {
    line,
    start: name.start,
    end: name.end,
    message:
      candidates.length > 0
        ? {
            zh: `文中没有“${name.text}”这个指标，是不是${near.zh}？`,
            en: `The document says nothing of “${name.text}”. Did you mean ${near.en}?`,
          }
        : {
            zh: `文中没有“${name.text}”这个指标，取不到数。先写出它的目标、实绩或“指标”一行。`,
            en: `The document says nothing of “${name.text}”, so there is no figure to fetch. Give it a target, a result or an “indicator” line first.`,
          },
    fixes: candidates.map((candidate) =>
      replace({ line, ...name }, candidate, {
        zh: `改为“${candidate}”`,
        en: `Change to “${candidate}”`,
      }),
    ),
  };
}

function referenceFinding(line: Line, reference: Reference, model: PlanModel): Finding | undefined {
  const { problem, candidates = [] } = model.resolve(reference, line);
  if (problem === 'unknown-indicator') return unknownName(line, reference.name, candidates);
  if (problem === 'unknown-facet' && reference.facet) {
    const { facet } = reference;
    const zhForms = Object.values(facetForms).map(([form]) => form);
    const enForms = Object.values(facetForms).map((forms) =>
      forms.find((form) => /^\w/.test(form)),
    );
    return {
      line,
      start: facet.start,
      end: facet.end,
      message: {
        zh: `“${facet.text}”取不出来，点号后面可以写${zhForms.map((form) => `“${form}”`).join('')}。`,
        en: `“${facet.text}” cannot be fetched. Behind the dot stands one of: ${enForms.join(', ')}.`,
      },
    };
  }
  if (problem === 'unknown-period' && reference.period && !periodIn(reference.period.text)) {
    const { period } = reference;
    return {
      line,
      start: period.start,
      end: period.end,
      message: {
        zh: `“${period.text}”不是年份或时期，应写成“@2025”或“@上年”。`,
        en: `“${period.text}” is no year or period. Write “@2025” or “@last year”.`,
      },
    };
  }
  return undefined;
}

const rule: LineRule = {
  name: 'unknown-reference',
  tier: 'error',
  scope: 'line',
  waitsFor: either(hasReferences, isChart, isFormula),
  title: { zh: '取数的指标不存在', en: 'Reference to an unknown indicator' },
  description: {
    zh: '花括号、图表和算式里写的指标在文中没有出现过，取不到数，成文时会留下空白。多半是名称写错了，或别名没有写在“别名”里。',
    en: 'The indicator named in braces, in a chart or in a formula appears nowhere in the document, so there is no figure to fetch and a gap would be printed. Mostly the name is misspelt, or an alias is not declared.',
  },
  examples: {
    wrong: [
      '目标 国民生产总值：2025年达3亿元\n\n到2025年达到{⟦国民生产总植⟧@2025}。',
      '目标 粮食产量：2025年达5万吨\n\n到{粮食产量@⟦明后天⟧}，增加{粮食产量@2025.⟦多少⟧}。',
      '目标 粮食产量：2025年达5万吨\n图 粮食产量、⟦油料产量⟧',
      '指标 投资（亿元）\n构成：⟦产业投资⟧ + ⟦基建投资⟧',
    ],
    right: [
      '目标 国民生产总值：2025年达3亿元\n\n到2025年达到{国民生产总值@2025}。',
      '指标 地区生产总值（亿元）\n别名：GDP\n2025年：3亿元\n\n到2025年达到{GDP@2025}。',
    ],
  },
  indicatorsOf(line, model) {
    const keys: string[] = [];
    for (const { text } of [...line.references.map(({ name }) => name), ...namesOf(line)]) {
      const indicator = model.indicator(text);
      if (!indicator) return 'any';
      keys.push(model.keyOf(text), indicator.key);
    }
    return keys;
  },
  check(line, model, report) {
    // While an included file cannot be read, the name may be declared in it.
    const softer = model.lacksIncludes ? ({ tier: 'hint' } as const) : {};
    for (const reference of line.references) {
      const finding = referenceFinding(line, reference, model);
      if (finding) report({ ...finding, ...softer });
    }
    // A part that is told nowhere is only a gap in the check.
    const tier = line.kind === 'field' ? ({ tier: 'hint' } as const) : softer;
    for (const name of namesOf(line)) {
      if (model.indicator(name.text)) continue;
      const candidates = nearNames(name.text, new Set(model.names()));
      report({ ...unknownName(line, name, candidates), ...tier });
    }
  },
};

export default rule;
