/**
 * A document as StratML Part 2 (ISO 17469-2): sections of the first level are goals; the sections and
 * measures in them are objectives, each with the indicators that it sets targets for.
 */
import { evaluationsOf } from '../../model/evaluation.ts';
import { formatDecimal, parseDecimal } from '../../model/numbers.ts';
import { periodKey, resolvePeriod } from '../../model/periods.ts';
import type { Claim, DocumentKind, Indicator, Period } from '../../model/types.ts';
import { convert, parseUnit } from '../../model/units.ts';
import type { Line } from '../../syntax/tree.ts';
import { blocksOf } from '../build.ts';
import { comparatorSign } from '../csv.ts';
import { changeOf, levelOf } from '../figures.ts';
import { grouped, unitOfRow } from '../indicator-tables.ts';
import { keywordText } from '../script.ts';
import { declared } from '../stated-figures.ts';
import { type Block, type MeasureBlock, plainText, type Report, titleText } from '../tree.ts';
import { type Words, wordsOf } from '../words.ts';
import { element, type StratmlElement } from './content-model.ts';
import { daysOf } from './dates.ts';

/** A summary tells results, a plan of several years the strategy, and a plan of one year its part in it. */
const typeOf: Readonly<Record<DocumentKind, string>> = {
  plan: 'Strategic_Plan',
  annualPlan: 'Performance_Plan',
  summary: 'Performance_Report',
  report: 'Performance_Report',
};

export function stratmlOf(report: Report): StratmlElement {
  return new Writer(report).root();
}

/** What may still get a paragraph or a figure. */
interface Holder {
  readonly name: string;
  readonly sequence: string;
  readonly description: string[];
}

interface Objective extends Holder {
  readonly measure?: MeasureBlock;
  readonly indicators: Measured[];
}

interface Goal extends Holder {
  readonly objectives: Objective[];
  /** What the section itself sets targets for. */
  own?: Objective;
}

interface Measured {
  readonly indicator: Indicator;
  readonly claims: readonly Claim[];
}

class Writer {
  private readonly report: Report;
  private readonly words: Words;
  private readonly goals: Goal[] = [];
  /** Paragraphs before the first section. */
  private readonly opening: string[] = [];
  private objective: Objective | undefined;
  /** How often an identifier was wanted: things of the same name are told apart by their order. */
  private readonly seeds = new Map<string, number>();

  constructor(report: Report) {
    this.report = report;
    this.words = wordsOf(report.script);
  }

  root(): StratmlElement {
    const { report } = this;
    const { kind, model, facts, script } = report;
    this.read();
    const name = titleText(report);
    const of = (id: string): string => {
      const fact = facts.find((one) => one.id === id);
      return fact ? plainText(fact.inlines) : '';
    };
    const told = facts.filter(({ id }) => id === 'baseline' || id === 'region' || id === 'prices');
    const issuer = of('issuer');
    const { period, date } = model.header;
    const published = date && resolvePeriod(date, model.periodScope);
    const day = published?.part?.includes('-') && /^\d/.test(published.part);
    return element(
      'PerformancePlanOrReport',
      {
        Name: name,
        Description: this.opening.join('\n'),
        OtherInformation: told
          .map(({ label, inlines }) => label + this.words.colon + plainText(inlines))
          .join(this.words.semicolon),
        StrategicPlanCore: element('StrategicPlanCore', {
          ...(issuer === ''
            ? {}
            : {
                Organization: element('Organization', {
                  Name: issuer,
                  Identifier: this.identifier('organization', issuer),
                  Description: of('region'),
                }),
              }),
          Goal: this.goals.map((goal) => this.goal(goal)),
        }),
        AdministrativeInformation: element('AdministrativeInformation', {
          Identifier: this.identifier('document', keywordText('plan', script) + name),
          ...(period ? daysOf(period) : {}),
          PublicationDate: (day && published && daysOf(published)?.EndDate) || '',
        }),
      },
      { Type: kind ? typeOf[kind] : 'Performance_Plan' },
    );
  }

  // -------------------------------------------------------------- reading

  private read(): void {
    const { model, lines } = this.report;
    const blocks = new Map<Line, Block>(blocksOf(model).map((block) => [block.source, block]));
    const holders = new Map<Line, () => Objective>();
    for (const line of lines) {
      const block = blocks.get(line);
      if (block) this.block(block);
      if (model.claimsOf(line).length > 0) holders.set(line, this.holder());
    }
    this.share(holders);
    // The schema wants one goal at least.
    if (this.goals.length === 0) this.openGoal();
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'heading': {
        const holder: Holder = {
          name: plainText(block.title),
          sequence: block.number,
          description: block.runIn ? [plainText(block.runIn)] : [],
        };
        if (block.level === 1) {
          this.goals.push({ ...holder, objectives: [] });
          this.objective = undefined;
        } else this.open({ ...holder, indicators: [] });
        break;
      }
      case 'measure':
        this.open({
          name: plainText(block.title),
          sequence: block.marker,
          description: block.body ? [plainText(block.body)] : [],
          measure: block,
          indicators: [],
        });
        break;
      case 'paragraph':
        this.say(plainText(block.inlines));
        break;
      case 'list':
        for (const { inlines } of block.items) this.say(plainText(inlines));
        break;
      case 'note':
        this.say(block.label + plainText(block.inlines));
        break;
      default:
        // Targets and tables are told by their figures.
        break;
    }
  }

  private say(text: string): void {
    if (text === '') return;
    (this.objective ?? this.goals.at(-1) ?? { description: this.opening }).description.push(text);
  }

  private open(objective: Objective): void {
    this.openGoal().objectives.push(objective);
    this.objective = objective;
  }

  /** The goal that is open; before the first section the document itself is one. */
  private openGoal(): Goal {
    const open = this.goals.at(-1);
    if (open) return open;
    const goal: Goal = {
      name: titleText(this.report),
      sequence: '',
      description: [],
      objectives: [],
    };
    this.goals.push(goal);
    return goal;
  }

  /** What a figure of the line would belong to; made only when one does. */
  private holder(): () => Objective {
    const { objective } = this;
    if (objective) return () => objective;
    const goal = this.goals.at(-1);
    return () => {
      const open = goal ?? this.openGoal();
      if (!open.own) {
        open.own = { name: open.name, sequence: '', description: [], indicators: [] };
        open.objectives.unshift(open.own);
      }
      return open.own;
    };
  }

  /** Every indicator goes where the document first sets a target for it, or else first speaks of it. */
  private share(holders: ReadonlyMap<Line, () => Objective>): void {
    const { model, basis = [] } = this.report;
    const aims = new Map(
      evaluationsOf(model, basis).flatMap(({ indicator, target, elsewhere }) =>
        elsewhere ? [[indicator, target] as const] : [],
      ),
    );
    for (const indicator of model.indicators()) {
      const claims = indicator.claims.filter(({ origin }) => origin !== 'prose');
      const here = claims.filter(({ line }) => holders.has(line));
      const first = here.find(({ line }) => line.kind !== 'value') ?? here[0];
      const holder = first && holders.get(first.line);
      if (!holder) continue;
      const aim = aims.get(indicator);
      holder().indicators.push({ indicator, claims: aim ? [aim, ...claims] : claims });
    }
  }

  // -------------------------------------------------------------- writing

  private goal({ name, sequence, description, objectives }: Goal): StratmlElement {
    return element('Goal', {
      Name: name,
      Description: description.join('\n'),
      Identifier: this.identifier('goal', name),
      SequenceIndicator: sequence,
      Objective: objectives.map((objective) => this.objectiveOf(objective, name)),
    });
  }

  private objectiveOf(
    { name, sequence, description, measure, indicators }: Objective,
    goal: string,
  ): StratmlElement {
    const fields = measure?.fields ?? [];
    const told = fields.filter(({ id }) => id !== 'owner' && id !== 'with');
    return element('Objective', {
      Name: name,
      Description: description.join('\n'),
      Identifier: this.identifier('objective', `${goal}/${name}`),
      SequenceIndicator: sequence,
      Stakeholder: measure ? this.stakeholders(measure) : [],
      OtherInformation: told
        .map(({ label, inlines }) => label + this.words.colon + plainText(inlines))
        .join(this.words.semicolon),
      PerformanceIndicator: indicators.map((measured) => this.indicator(measured, goal)),
    });
  }

  /** Who answers for a measure, and who helps. */
  private stakeholders({ source }: MeasureBlock): readonly StratmlElement[] {
    const { model, script } = this.report;
    const measure = model.measureOf(source);
    return (['owner', 'with'] as const).flatMap((id) =>
      (measure?.[id] ?? []).map(({ text }) =>
        element(
          'Stakeholder',
          {
            Name: text,
            Role: element('Role', { Name: keywordText(id, script), RoleType: 'Performer' }),
          },
          { StakeholderTypeType: 'Organization' },
        ),
      ),
    );
  }

  private indicator({ indicator, claims }: Measured, goal: string): StratmlElement {
    const { model, script } = this.report;
    const unit = unitOfRow(indicator, claims, model, script);
    const told = (['definition', 'source'] as const).flatMap((field) => {
      const text = declared(indicator, field);
      return text === undefined ? [] : [keywordText(field, script) + this.words.colon + text];
    });
    const periods = grouped(claims, ({ period }) => (period ? periodKey(period) : ''));
    const isCounted = claims.some(({ qualitative }) => qualitative === undefined);
    return element(
      'PerformanceIndicator',
      {
        MeasurementDimension: indicator.name,
        UnitOfMeasurement: unit,
        Identifier: this.identifier('indicator', `${goal}/${indicator.name}`),
        MeasurementInstance: [...periods.values()]
          .sort((a, b) => endOf(a[0].period) - endOf(b[0].period))
          .map((group) =>
            element('MeasurementInstance', {
              TargetResult: this.results('TargetResult', group, unit),
              ActualResult: this.results('ActualResult', group, unit),
            }),
          ),
        OtherInformation: told.join(this.words.semicolon),
      },
      { PerformanceIndicatorType: isCounted ? 'Quantitative' : 'Qualitative' },
    );
  }

  /** What was said twice, in a table and in a target, is one result. */
  private results(
    name: 'TargetResult' | 'ActualResult',
    claims: readonly Claim[],
    unit: string,
  ): readonly StratmlElement[] {
    const aims = name === 'TargetResult';
    const made = claims
      .filter(({ role }) => (role === 'target') === aims)
      .map((claim) => this.result(name, claim, unit));
    return made.filter(
      (one, index) =>
        made.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index,
    );
  }

  private result(
    name: 'TargetResult' | 'ActualResult',
    claim: Claim,
    unit: string,
  ): StratmlElement {
    const { script } = this.report;
    const level = levelOf(claim, '', script, 'exact');
    const change = changeOf(claim);
    const printed = [level, change].flatMap((inlines) => (inlines ? [plainText(inlines)] : []));
    return element(name, {
      ...(claim.period ? daysOf(claim.period) : {}),
      NumberOfUnits: unitsOf(claim, unit),
      Descriptor: this.descriptor(claim),
      Description: printed.join(this.words.enumeration),
    });
  }

  /** What a bare number does not tell: a bound, a range, a change, or words. */
  private descriptor(claim: Claim): StratmlElement | readonly StratmlElement[] {
    const { figures, chart } = this.words;
    const { low, high, qualitative } = claim;
    const change = changeOf(claim);
    const sign = comparatorSign(claim);
    const [name, value] =
      qualitative !== undefined
        ? [figures.statement, qualitative]
        : low !== undefined || high !== undefined
          ? [figures.range, [low, high].join('～')]
          : sign !== ''
            ? [figures.comparator, sign]
            : change && claim.value === undefined
              ? [figures.change, plainText(change)]
              : claim.role === 'forecast' || claim.role === 'base'
                ? [figures.kind, chart.stances[claim.role]]
                : ['', ''];
    return name === ''
      ? []
      : element('Descriptor', { DescriptorName: name, DescriptorValue: value });
  }

  private identifier(kind: string, name: string): string {
    const seed = `${kind}:${titleText(this.report)}/${name}`;
    const count = (this.seeds.get(seed) ?? 0) + 1;
    this.seeds.set(seed, count);
    return count === 1 ? seed : `${seed}#${count}`;
  }
}

/** Figures without a year come last. */
const endOf = (period: Period | undefined): number => period?.to ?? Number.MAX_SAFE_INTEGER;

const mostDecimals = 12;

/** The figure in the indicator's unit, digit for digit; empty where that has no end, or there is none. */
function unitsOf({ value, unit, mask }: Claim, rowUnit: string): string {
  const printed = mask === undefined && value !== undefined ? parseDecimal(value) : undefined;
  if (!printed) return '';
  if (unit === '' || unit === rowUnit) return printed.text;
  const [from, to] = [parseUnit(unit), parseUnit(rowUnit)];
  const converted = from && to && convert(printed.value, from, to);
  if (!converted) return '';
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const digits = formatDecimal(converted, decimals);
    if (parseDecimal(digits)?.value.equals(converted)) return digits;
  }
  return '';
}
