/** What can be said of an indicator, shown above the line while it is written: a claim with all its parts, one of them marked. */

import { spaced } from '../model/figures.ts';
import type { PlanModel } from '../model/model.ts';
import { baselineOf } from '../model/periods.ts';
import type { Message } from '../model/types.ts';
import type { Script } from '../report/tree.ts';
import type { ClaimItem, Line } from '../syntax/tree.ts';
import { unitOf } from './completion/names.ts';
import type { Reader } from './reader.ts';
import { toTraditional } from './traditional.ts';
import { writtenLanguage } from './written-language.ts';

export interface ClaimHelp {
  /** An example of the whole claim, in the document’s own years and units. */
  readonly label: string;
  readonly parts: readonly HelpPart[];
  /** Index of the part that comes next, or is being written. */
  readonly active: number;
}

export interface HelpPart {
  /** Where it stands in the label. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type PartId = 'period' | 'commitment' | 'comparator' | 'quantity' | 'change' | 'average' | 'share';

/** After these characters it is worth showing. */
export const claimHelpTriggers: readonly string[] = [...'：:，,'];

export function claimHelp(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): ClaimHelp | undefined {
  const { statement } = line;
  if (statement.kind !== line.kind) return undefined;
  if (statement.kind !== 'target' && statement.kind !== 'result' && statement.kind !== 'value') {
    return undefined;
  }
  if (statement.kind !== 'value' && !statement.colon) return undefined;
  if (character < statement.claimsStart) return undefined;
  const ids = partsOf(statement.kind);
  const written = writtenLanguage(model, reader);
  const examples = examplesFor(model, line, written);
  const parts: HelpPart[] = [];
  let label = '';
  for (const [index, id] of ids.entries()) {
    if (index > 0) label += glueBefore(id, written);
    const start = label.length;
    label += written === 'hant' ? toTraditional(examples[id]) : examples[id];
    parts.push({ start, end: label.length, text: reader.say(helpTexts[id]) });
  }
  const active = ids.indexOf(activePart(statement.claims, character));
  return { label, parts, active: Math.max(0, active) };
}

/** Who tells what was reached promises nothing; a year that stands in front of the colon is not said again. */
function partsOf(kind: 'target' | 'result' | 'value'): readonly PartId[] {
  const all: readonly PartId[] = [
    'period',
    'commitment',
    'comparator',
    'quantity',
    'change',
    'average',
    'share',
  ];
  if (kind === 'value') return all.filter((id) => id === 'quantity' || id === 'change');
  return kind === 'result' ? all.filter((id) => id !== 'commitment') : all;
}

function glueBefore(id: PartId, written: Script): string {
  if (id !== 'change' && id !== 'average' && id !== 'share') return ' ';
  return written === 'en' ? ', ' : '，';
}

function examplesFor(model: PlanModel, line: Line, written: Script): Record<PartId, string> {
  const { statement } = line.kind === 'value' && line.owner ? line.owner : line;
  const name = 'name' in statement ? statement.name?.text : undefined;
  const indicator = name === undefined ? undefined : model.indicator(name);
  const unit = (indicator && unitOf(indicator)) || (written === 'en' ? 'million yuan' : '亿元');
  const last = model.header.period?.to;
  const base = baselineOf(model.periodScope)?.to;
  if (written === 'en') {
    return {
      period: `by ${last ?? 'June'}`,
      commitment: 'strive for',
      comparator: 'at least',
      quantity: `…${spaced(unit)}`,
      change: `up …% from ${base ?? 'last year'}`,
      average: 'annual average growth of …%',
      share: 'accounting for …% of …',
    };
  }
  return {
    period: last === undefined ? '到年底' : `到${last}年`,
    commitment: '力争',
    comparator: '达到',
    quantity: `…${unit}`,
    change: `比${base === undefined ? '上年' : '基期'}增…${unit}`,
    average: '年均增长…%',
    share: '占…的…%',
  };
}

const helpTexts: Readonly<Record<PartId, Message>> = {
  period: {
    zh: '什么时候：年份、“十四五”末、上半年。不写时，指规划的最后一年。',
    en: 'When: a year, a quarter, a month. Without it the plan’s last year is meant.',
  },
  commitment: {
    zh: '语气：力争、确保、预计。可以不写。',
    en: 'How firmly: strive for, ensure, expected. It may be left out.',
  },
  comparator: {
    zh: '达到、突破、不低于、不超过、控制在、约。只写数，就是正好这个数。',
    en: 'Reach, more than, at least, at most, within, about. A bare figure means just that.',
  },
  quantity: { zh: '数和单位，也可以是区间：3—5项。', en: 'Figure and unit; 3—5 is a range.' },
  change: {
    zh: '与什么时候相比，增减多少：比基期增、比上年下降、同比增长。会与数量核对。',
    en: 'How much more or less, and since when: up 5% from last year. It is held against the figure.',
  },
  average: {
    zh: '从基期算起，平均每年增长多少。会与数量核对。',
    en: 'The average growth in a year, from the base year. It is held against the figure.',
  },
  share: {
    zh: '是整体的百分之几：占财政收入的60%。',
    en: 'What part of a whole it is: accounting for 60% of revenue.',
  },
};

/** The part at the cursor: the one that the last words begin, or the one that usually follows. */
function activePart(items: readonly ClaimItem[], character: number): PartId {
  let active = 'period' as PartId;
  let isReached = false;
  for (const item of items) {
    if (item.start >= character) break;
    switch (item.kind) {
      case 'separator':
        if (isReached)
          active = active === 'change' || active === 'average' ? after[active] : 'change';
        else active = 'period';
        break;
      case 'period':
        if (active === 'period') active = 'commitment';
        break;
      case 'clause':
        for (const { kind, end } of item.modifiers) {
          if (end > character) break;
          // 年均 makes an average of the growth behind it.
          if (active !== 'average' || kind === 'share') active = partBehind[kind] ?? active;
        }
        if (item.quantity) {
          if (active === 'period' || active === 'commitment' || active === 'comparator') {
            active = 'quantity';
          }
          isReached ||= active === 'quantity';
        }
        break;
      default:
        break;
    }
  }
  return active;
}

const after = { change: 'average', average: 'share' } as const;

const partBehind: Partial<Record<string, PartId>> = {
  commitment: 'comparator',
  comparator: 'quantity',
  to: 'quantity',
  base: 'change',
  up: 'change',
  down: 'change',
  average: 'average',
  share: 'share',
};
