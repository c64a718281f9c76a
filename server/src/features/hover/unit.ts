/** What a unit measures and how large it is, and the figure in front of it in other units. */

import { conversionSum } from '../../model/conversions.ts';
import type { PlanModel } from '../../model/model.ts';
import type { Message } from '../../model/types.ts';
import { parseUnit } from '../../model/units.ts';
import { scriptOf } from '../../report/script.ts';
import type { Line, Span } from '../../syntax/tree.ts';
import type { BaseDimension } from '../../syntax/vocabulary/units.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Reader } from '../reader.ts';
import { unitLanguages } from '../written-language.ts';
import type { Hover } from './answer.ts';

/** What is measured, by the dimension or its family. */
const measured: Readonly<Record<string, Message>> = {
  money: { zh: '金额', en: 'money' },
  area: { zh: '面积', en: 'area' },
  length: { zh: '长度', en: 'length' },
  volume: { zh: '体积', en: 'volume' },
  mass: { zh: '重量', en: 'weight' },
  'mass.class': { zh: '吨位', en: 'tonnage' },
  'mass.carbon': { zh: '碳排放', en: 'carbon emissions' },
  transport: { zh: '周转量', en: 'transport work' },
  energy: { zh: '能量', en: 'energy' },
  power: { zh: '功率', en: 'power' },
  voltage: { zh: '电压', en: 'voltage' },
  pressure: { zh: '压力', en: 'pressure' },
  temperature: { zh: '温度', en: 'temperature' },
  noise: { zh: '声音大小', en: 'loudness' },
  data: { zh: '数据量', en: 'data' },
  'data.rate': { zh: '网速', en: 'transmission speed' },
  'data.computing': { zh: '算力', en: 'computing power' },
  time: { zh: '时间', en: 'time' },
  'time.labour': { zh: '用工', en: 'labour' },
  'time.labourYear': { zh: '用工', en: 'labour' },
  ratio: { zh: '比率', en: 'rate' },
  'ratio.points': { zh: '两个比率之差', en: 'difference of two rates' },
  times: { zh: '倍数', en: 'multiple' },
  doubling: { zh: '翻番', en: 'doubling' },
  rank: { zh: '位次', en: 'rank' },
  grade: { zh: '等级', en: 'grade' },
  score: { zh: '评分', en: 'score' },
  count: { zh: '个数', en: 'number of things' },
  'count.person': { zh: '人数', en: 'number of people' },
  'count.household': { zh: '户数', en: 'number of households' },
  'count.visit': { zh: '人次', en: 'number of visits' },
  'count.event': { zh: '次数', en: 'number of times' },
  'count.animal': { zh: '牲畜数', en: 'number of animals' },
  'count.plant': { zh: '株数', en: 'number of plants' },
  'count.machine': { zh: '台数', en: 'number of machines' },
  'count.container': { zh: '箱数', en: 'number of containers' },
};

/** One of a unit is told so exactly: 1亩 ≈ 666.7平方米. */
const exactOne = '1.0000';

export function unitHover(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  const found = unitAt(model, line, character);
  const unit = found && parseUnit(found.text);
  if (!unit || found.text === '') return undefined;
  const language = unitLanguages[scriptOf(model.tree)];
  const sums = [
    found.digits && conversionSum(found.digits, found.text, language),
    conversionSum(exactOne, found.text, language)?.replace(exactOne, '1'),
  ];
  const kind = reader.say(whatIsMeasured(unit.dimension, unit.per));
  return {
    place: { line, ...found.span },
    markdown: [
      `**${escapeMarkdown(found.text)}** · ${escapeMarkdown(kind)}`,
      ...sums.flatMap((sum) => (sum ? [escapeMarkdown(sum)] : [])),
    ].join('\n\n'),
  };
}

function whatIsMeasured(dimension: string, per: string | undefined): Message {
  const [top] = dimension.split('/') as BaseDimension[];
  const [family] = top.split('.');
  const what = measured[top] ?? measured[family] ?? { zh: '数', en: 'number' };
  if (per === undefined) return what;
  return { zh: `${what.zh}，按每${per}计`, en: `${what.en}, for each ${per}` };
}

interface FoundUnit {
  readonly span: Span;
  readonly text: string;
  /** Of the figure in front of it. */
  readonly digits?: string;
}

function unitAt(model: PlanModel, line: Line, character: number): FoundUnit | undefined {
  const at = ({ start, end }: Span): boolean => start <= character && character < end;
  for (const { unitStart, unitEnd, unit, value, change } of model.claimsOf(line)) {
    const span = { start: unitStart, end: unitEnd };
    if (at(span)) return { span, text: unit, ...(value === undefined ? {} : { digits: value }) };
    if (!change) continue;
    const behind = { start: change.numberEnd, end: change.end };
    const digits = change.value?.replace(/^-/, '');
    if (at(behind)) return { span: behind, text: change.unit, ...(digits ? { digits } : {}) };
  }
  const { statement } = line;
  const declared = 'unit' in statement ? statement.unit : undefined;
  return declared && at(declared) ? { span: declared, text: declared.text } : undefined;
}
