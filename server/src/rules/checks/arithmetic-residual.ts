import {
  expressionOn,
  leftBeside,
  namesInFormula,
  type Residual,
  residualsOf,
} from '../../model/composition.ts';
import { decimalsOf, printLevel, printValue } from '../../model/figures.ts';
import { meets, middle } from '../../model/interval.ts';
import type { PlanModel } from '../../model/model.ts';
import { foldName } from '../../model/names.ts';
import { periodText } from '../../model/periods.ts';
import type { Claim, Stance } from '../../model/types.ts';
import type { Line } from '../../syntax/tree.ts';
import type { LineRule, Report } from '../rule.ts';
import { either, hasParts, isFormula } from '../signals.ts';

/** Whole and parts force the rest down while the whole grows (N05). */
const rule: LineRule = {
  name: 'arithmetic-residual',
  scope: 'line',
  kinds: ['field', 'target', 'result', 'prose', 'heading', 'measure'],
  waitsFor: either(hasParts, isFormula),
  tier: 'hint',
  title: { zh: '按合计和分项推算，其余部分要下降', en: 'Whole and parts force the rest to fall' },
  description: {
    zh: '合计在增长，写明的分项也在增长，两者一减，没有写出来的那一部分反而比上期少。数没有写错时，可以把这一部分的目标写明；否则请核对合计与分项。',
    en: 'The whole grows and so do the parts that are printed, but their difference leaves less than before for the part that is not. If that is meant, say so; otherwise check whole and parts.',
  },
  examples: {
    wrong: [
      '指标 工农业总产值（亿元）\n构成：工业总产值 + 农业总产值\n\n实绩 工农业总产值：2003年108.23亿元\n实绩 工业总产值：2003年106.17亿元\n目标 工农业总产值：2004年⟦124.3亿元⟧\n目标 工业总产值：2004年122.4亿元',
      '计划：试\n期间：2004年\n\n去年工农业总产值108.23亿元，其中工业总产值106.17亿元。今年的目标是工农业总产值⟦124.3亿元⟧，其中工业总产值122.4亿元。',
    ],
    right: [
      '指标 工农业总产值（亿元）\n构成：工业总产值 + 农业总产值\n\n实绩 工农业总产值：2003年108.23亿元\n实绩 工业总产值：2003年106.17亿元\n目标 工农业总产值：2004年124.3亿元\n目标 工业总产值：2004年121.4亿元',
      '去年工农业总产值108.23亿元，其中工业总产值106.17亿元。今年的目标是工农业总产值124.3亿元，其中工业总产值121.4亿元。',
      '指标 工农业总产值（亿元）\n构成：工业总产值 + 农业总产值\n\n实绩 工农业总产值：2003年108亿元\n实绩 工业总产值：2003年106亿元\n目标 工农业总产值：2004年124亿元\n目标 工业总产值：2004年122亿元',
    ],
  },
  indicatorsOf(line, model) {
    if (line.kind !== 'field') {
      return [...wholesIn(line, model)].flatMap(([whole, parts]) =>
        [whole, ...parts].map(({ key }) => model.canonical(key)),
      );
    }
    const expression =
      line.statement.kind === 'field' && line.statement.row.id === 'parts'
        ? expressionOn(line)
        : undefined;
    const whole = line.owner && model.declarationOf(line.owner);
    if (!expression || !whole) return [];
    const keys = [whole.name.text, ...namesInFormula(expression)].map(
      (name) => model.indicator(name)?.key,
    );
    return keys.some((key) => key === undefined) ? 'any' : (keys as string[]);
  },
  check(line, model, report) {
    if (line.kind !== 'field') {
      for (const [whole, parts] of wholesIn(line, model)) {
        const indicator = model.indicator(whole.indicator);
        // Nothing falls where the whole is told of once.
        if (!indicator || indicator.claims.length < 2) continue;
        // Where the parts are declared, it is told of the one that is not printed.
        if (indicator.declarations.some((declaration) => declaration.parts)) continue;
        // Told where the later whole is printed, and once.
        reportFalls(leftBeside(whole, parts, model), undefined, (finding) => {
          if (finding.line === line && finding.start === whole.start) report(finding);
        });
      }
      return;
    }
    const declaration = line.owner && model.declarationOf(line.owner);
    const expression = declaration?.parts?.line === line ? expressionOn(line) : undefined;
    if (!declaration || !expression) return;
    for (const name of namesInFormula(expression)) {
      const part = model.indicator(name) ?? {
        key: model.canonical(foldName(name)),
        name,
        declarations: [],
        claims: [],
      };
      reportFalls(residualsOf(part, declaration, model), name, report);
    }
  },
};

const noWholes: ReadonlyMap<Claim, Claim[]> = new Map();

/** The wholes of a line with the parts that 其中 names for each. */
function wholesIn(line: Line, model: PlanModel): ReadonlyMap<Claim, Claim[]> {
  const claims = model.claimsOf(line);
  // Nearly no line has an 其中.
  if (claims.every(({ partOf }) => !partOf)) return noWholes;
  const wholes = new Map<Claim, Claim[]>();
  for (const claim of claims) {
    if (!claim.partOf || claim.value === undefined) continue;
    const parts = wholes.get(claim.partOf);
    if (parts) parts.push(claim);
    else wholes.set(claim.partOf, [claim]);
  }
  return wholes;
}

/** Each period against the one before it. `name` is the part that is not printed, where it has a name. */
function reportFalls(
  residuals: readonly Residual[],
  name: string | undefined,
  report: Report,
): void {
  const ordered = [...residuals].sort(
    (a, b) => a.period.to - b.period.to || stances.indexOf(a.stance) - stances.indexOf(b.stance),
  );
  for (let index = 1; index < ordered.length; index++) {
    const [before, after] = [ordered[index - 1], ordered[index]];
    if (!falls(before, after)) continue;
    const { claim } = after.whole;
    const rest = { zh: name ? `“${name}”` : '其余部分', en: name ? `“${name}”` : 'the rest' };
    const year = ({ period, stance }: Residual, language: 'zh' | 'en'): string =>
      periodText(period, language) +
      (stance === 'target' ? (language === 'zh' ? '目标' : ' (aim)') : '');
    report({
      line: claim.line,
      start: claim.start,
      end: claim.end,
      message: {
        zh: `合计${printLevel(claim)}减去写明的分项，${rest.zh}${year(after, 'zh')}只剩${leftText(after)}，比${year(before, 'zh')}的${leftText(before)}还少。是这个意思吗？`,
        en: `${printLevel(claim)} less the parts that are printed leaves ${leftText(after)} for ${rest.en} in ${year(after, 'en')}, down from ${leftText(before)} in ${year(before, 'en')}. Is that meant?`,
      },
      related: [...after.others, before.whole, ...before.others].map((level) => ({
        line: level.claim.line,
        start: level.claim.start,
        end: level.claim.end,
        message: {
          zh: `${level.claim.indicator}：${printLevel(level.claim)}`,
          en: `${level.claim.indicator}: ${printLevel(level.claim)}`,
        },
      })),
    });
  }
}

const stances: readonly Stance[] = ['actual', 'forecast', 'target'];

/** The rest certainly falls although the whole certainly grows. */
function falls(before: Residual, after: Residual): boolean {
  if (meets(before.left, after.left) || meets(before.whole.interval, after.whole.interval))
    return false;
  const [less, more] = [middle(after.left), middle(before.left)];
  const [grown, was] = [middle(after.whole.interval), middle(before.whole.interval)];
  if (!less || !more || !grown || !was) return false;
  return less.compare(more) < 0 && grown.compare(was) > 0;
}

function leftText({ left, whole, unit, others }: Residual): string {
  const value = middle(left);
  const decimals = Math.max(...[whole, ...others].map(({ claim }) => decimalsOf(claim.value)));
  return value ? printValue(value, unit, whole.claim.unit, decimals) : '?';
}

export default rule;
