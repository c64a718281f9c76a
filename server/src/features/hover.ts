/**
 * What is known of the thing under the cursor: an indicator wherever it is named, what a reference
 * becomes, how a figure came about, a unit, a period, a keyword, a section or a measure, and a check
 * that is being silenced.
 */

import type { PlanModel } from '../model/model.ts';
import { periodText } from '../model/periods.ts';
import type {
  Figure,
  Indicator,
  IndicatorDeclaration,
  KnownValue,
  Message,
  Period,
  Resolved,
} from '../model/types.ts';
import { chartSvg } from '../report/chart.ts';
import { seriesOf, trendOf } from '../report/charts.ts';
import { rules } from '../rules/index.ts';
import type { Line, Reference } from '../syntax/tree.ts';
import { type KeywordId, keywordRow } from '../syntax/vocabulary/keywords.ts';
import { holds, nameAt } from './definition.ts';
import { type Hover, labelled } from './hover/answer.ts';
import { blockHover } from './hover/block.ts';
import { figureHover } from './hover/figure.ts';
import { periodHover } from './hover/period.ts';
import { unitHover } from './hover/unit.ts';
import { keywordHelp } from './keyword-help.ts';
import { escapeMarkdown, linksToLines, pictureOf } from './markdown.ts';
import type { Reader } from './reader.ts';

export type { Hover };

import { stanceOf } from './stances.ts';

/** An indicator may be told of for dozens of years; these will do. */
const mostValues = 12;

export function hover(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  return (
    silencedRule(line, character, reader) ??
    reference(model, line, character, reader) ??
    unitHover(model, line, character, reader) ??
    figureHover(model, line, character, reader) ??
    namedIndicator(model, line, character, reader) ??
    periodHover(model, line, character, reader) ??
    keyword(line, character, reader) ??
    blockHover(model, line, character, reader)
  );
}

// ---------------------------------------------------------------- what is under the cursor

function silencedRule(line: Line, character: number, reader: Reader): Hover | undefined {
  const { statement } = line;
  const word = statement.kind === 'comment' ? statement.silence?.rule : undefined;
  if (!word || word.text === '' || !holds(word, character)) return undefined;
  const rule = rules.find(({ name, title }) =>
    [name, title.zh, title.en].some((known) => known.toLowerCase() === word.text.toLowerCase()),
  );
  if (!rule) return undefined;
  return {
    place: { line, start: word.start, end: word.end },
    markdown: `**${escapeMarkdown(reader.say(rule.title))}** \`${rule.name}\`\n\n${escapeMarkdown(reader.say(rule.description))}`,
  };
}

function reference(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  const found = line.references.find((candidate) => holds(candidate, character));
  if (!found) return undefined;
  const resolved = model.resolve(found, line);
  const { indicator, period, text } = resolved;
  const parts = [
    text === undefined ? problemOf(resolved, found, reader) : `**${escapeMarkdown(text)}**`,
    ...(indicator ? [indicatorCard(model, indicator, period, reader)] : []),
  ];
  const { start, end } = found;
  return { place: { line, start, end }, markdown: parts.join('\n\n---\n\n') };
}

function problemOf(
  { problem, candidates = [] }: Resolved,
  { name, period, facet }: Reference,
  reader: Reader,
): string {
  const near = candidates.map(escapeMarkdown);
  const nameText = escapeMarkdown(name.text);
  switch (problem) {
    case 'unknown-indicator':
      return reader.say({
        zh: `没有名为“${nameText}”的指标${near.length > 0 ? `，是否指：${near.join('、')}` : ''}`,
        en: `No indicator is called “${nameText}”${near.length > 0 ? `; perhaps: ${near.join(', ')}` : ''}`,
      });
    case 'unknown-period': {
      const text = escapeMarkdown(period?.text ?? '');
      return reader.say({ zh: `“${text}”不是时期`, en: `“${text}” is not a period` });
    }
    case 'unknown-facet': {
      const text = escapeMarkdown(facet?.text ?? '');
      return reader.say({
        zh: `“.${text}”没有含义`,
        en: `“.${text}” does not mean anything`,
      });
    }
    case 'not-derivable':
      return reader.say({
        zh: '从已知的数推算不出',
        en: 'It does not follow from the known figures',
      });
    default:
      return reader.say({ zh: '还没有这个数', en: 'This figure is not known yet' });
  }
}

function namedIndicator(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  const place = nameAt(model, line, character);
  const indicator = place && model.indicator(place.text);
  if (!indicator) return undefined;
  const { start, end } = place;
  const claim = indicator.claims.find((candidate) => candidate.line === line);
  return {
    place: { line, start, end },
    markdown: indicatorCard(model, indicator, claim?.period, reader),
  };
}

function keyword(line: Line, character: number, reader: Reader): Hover | undefined {
  const { statement } = line;
  // A keyword that stands where it is prose means nothing.
  if (statement.kind !== line.kind) return undefined;
  const word =
    'keyword' in statement
      ? statement.keyword
      : statement.kind === 'measure' && statement.style === 'keyword'
        ? statement.marker
        : undefined;
  if (!word || !holds(word, character)) return undefined;
  const id: KeywordId = 'row' in statement ? statement.row.id : (statement.kind as KeywordId);
  const { start, end } = word;
  return { place: { line, start, end }, markdown: escapeMarkdown(reader.say(keywordHelp[id])) };
}

// ---------------------------------------------------------------- the card of an indicator

/** Everything that is known of an indicator; what follows from its figures is told for one period. */
export function indicatorCard(
  model: PlanModel,
  indicator: Indicator,
  period: Period | undefined,
  reader: Reader,
): string {
  const values = model.valuesOf(indicator);
  const focus = period ?? values.findLast((value) => value.period && !value.derived)?.period;
  // A hover is low: what one looks for comes first, and what was once declared last.
  const [declaration] = indicator.declarations;
  return [
    title(model, indicator, declaration, reader),
    valueTable(values, reader),
    focus ? derived(model, indicator, focus, reader) : '',
    trend(model, indicator, reader),
    declaration ? declared(declaration, reader) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The name, its unit, and in a word each of what kind it is. */
function title(
  model: PlanModel,
  indicator: Indicator,
  declaration: IndicatorDeclaration | undefined,
  reader: Reader,
): string {
  const { unitText } = model.assess(indicator);
  const unit = unitText === '' ? '' : reader.say({ zh: `（${unitText}）`, en: ` (${unitText})` });
  const { category, binding, nature, direction } = declaration ?? {};
  const kinds = [
    category,
    binding && reader.say(choiceMessage('binding', binding)),
    nature && reader.say(choiceMessage('nature', nature)),
    direction && reader.say(choiceMessage('direction', direction)),
  ];
  const name = `**${escapeMarkdown(indicator.name)}**${escapeMarkdown(unit)}`;
  return [name, ...kinds.flatMap((kind) => (kind ? [escapeMarkdown(kind)] : []))].join(' · ');
}

function declared(declaration: IndicatorDeclaration, reader: Reader): string {
  const { aliases, definition, source, parts, formula } = declaration;
  return [
    ...labelled('alias', aliases.map(({ text }) => text).join('、'), reader),
    ...labelled('definition', definition, reader),
    ...labelled('source', source, reader),
    ...labelled('parts', parts?.word.text, reader),
    ...labelled('formula', formula?.word.text, reader),
  ].join('  \n');
}

function choiceMessage(id: KeywordId, choice: string): Message {
  const row = keywordRow(id).choices?.find((candidate) => candidate.id === choice);
  return { zh: row?.hans[0] ?? choice, en: row?.en[0] ?? choice };
}

// ---------------------------------------------------------------- values

function valueTable(values: readonly KnownValue[], reader: Reader): string {
  if (values.length === 0) {
    return reader.say({ zh: '*还没有数*', en: '*No figures yet*' });
  }
  const titles: Message[] = [
    { zh: '时期', en: 'period' },
    { zh: '数值', en: 'value' },
    { zh: '性质', en: 'kind' },
    { zh: '出处', en: 'said in' },
  ];
  const rows = values.slice(-mostValues).map((value) => [
    value.period ? periodText(value.period, reader.language) : '—',
    escapeMarkdown(value.printed),
    reader.say(stanceOf(value)),
    linksToLines(
      value.claims.map(({ line }) => line),
      reader,
    ),
  ]);
  return [titles.map((title) => reader.say(title)), ['---', '---:', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function derived(model: PlanModel, indicator: Indicator, period: Period, reader: Reader): string {
  const { base, change, growth, average } = model.derivedOf(indicator, period);
  const from = (change ?? growth ?? average ?? base)?.from;
  if (!from) return '';
  const labelled: [Message, Figure | undefined][] = [
    [{ zh: '基数', en: 'base' }, base],
    [{ zh: '增量', en: 'change' }, change],
    [{ zh: '增速', en: 'growth' }, growth],
    [{ zh: '年均', en: 'a year' }, average],
  ];
  const figures = labelled.flatMap(([label, figure]) =>
    figure ? [`${reader.say(label)} ${escapeMarkdown(figure.text)}`] : [],
  );
  const [later, earlier] = [period, from].map((each) => periodText(each, reader.language));
  const head = reader.say({ zh: `${later}比${earlier}：`, en: `${later} against ${earlier}: ` });
  return head + figures.join(reader.say({ zh: '，', en: ', ' }));
}

// ---------------------------------------------------------------- picture

/** A mid grey: a hover may be light or dark, and a picture in it does not know. */
const trendStyle = { ink: '#808080', width: 360, height: 130 };

/** The values over the years, where there are at least two to compare. */
function trend(model: PlanModel, indicator: Indicator, reader: Reader): string {
  const script = reader.language === 'en' ? 'en' : 'hans';
  const series = seriesOf(indicator, model, script);
  if (series.points.length < 2) return '';
  return pictureOf(chartSvg(trendOf([series], script), trendStyle), indicator.name);
}
