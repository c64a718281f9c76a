/** How a figure came about: what it says, the sums that it is part of, and what follows from it. */

import { type Derivation, derivationsOf, wholesByPart } from '../../model/derivations.ts';
import { explainFigure, type Relation, type Verdict } from '../../model/explanations.ts';
import type { PlanModel } from '../../model/model.ts';
import type { Claim, Message } from '../../model/types.ts';
import { scriptOf } from '../../report/script.ts';
import type { Line } from '../../syntax/tree.ts';
import { holds } from '../definition.ts';
import { escapeMarkdown, linksToLines } from '../markdown.ts';
import type { Reader } from '../reader.ts';
import { unitLanguages } from '../written-language.ts';
import type { Hover } from './answer.ts';

/** A hover is read at a glance. */
const mostRelations = 6;

const verdicts: Readonly<Record<Verdict, Message>> = {
  agrees: { zh: '相符', en: 'agrees' },
  loose: { zh: '四舍五入后相符', en: 'agrees by rounding' },
  disagrees: { zh: '不符', en: 'does not agree' },
  follows: { zh: '可推算', en: 'follows' },
  open: { zh: '无从核对', en: 'cannot be checked' },
};

export function figureHover(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  const claim = figureAt(model, line, character);
  if (!claim) return undefined;
  const { told, relations } = explainFigure(claim, model);
  const derivations = derivationsOf(claim, {
    model,
    wholes: wholesByPart(model),
    language: unitLanguages[scriptOf(model.tree)],
  });
  const items = [
    ...relations.slice(0, mostRelations).map((relation) => relationText(relation, line, reader)),
    ...derivations.flatMap((derivation) => derivationText(derivation, reader)),
  ];
  const { start, end } = claim.change && holds(claim.change, character) ? claim.change : claim;
  return {
    place: { line, start, end },
    markdown: [`**${escapeMarkdown(reader.say(told))}**`, items.join('\n')]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

/** The claim whose level or change stands at a place. */
export function figureAt(model: PlanModel, line: Line, character: number): Claim | undefined {
  return model
    .claimsOf(line)
    .find((claim) => holds(claim, character) || (claim.change && holds(claim.change, character)));
}

/** 380万元 = 300万元 + 80万元（相符，见第4行） */
function relationText(
  { verdict, sum, remark, places }: Relation,
  line: Line,
  reader: Reader,
): string {
  const others = places.filter((place) => place.line !== line).map((place) => place.line);
  const see = linksToLines(others, reader);
  const notes = [
    escapeMarkdown(reader.say(verdicts[verdict])),
    ...(remark ? [escapeMarkdown(reader.say(remark))] : []),
    ...(see === '' ? [] : [reader.say({ zh: '见', en: 'see ' }) + see]),
  ];
  const told = escapeMarkdown(reader.say(sum));
  return `- ${told}${reader.say({ zh: '（', en: ' (' })}${notes.join(reader.say({ zh: '，', en: ', ' }))}${reader.say({ zh: '）', en: ')' })}`;
}

/** What the writer has printed is among the relations; the rest is told with its sum. */
function derivationText({ kind, text, sum, printed }: Derivation, reader: Reader): string[] {
  if (printed) return [];
  if (kind === 'conversion') return [`- ${escapeMarkdown(sum)}`];
  const colon = reader.say({ zh: '：', en: ': ' });
  return [`- ${escapeMarkdown(reader.say(text))}${colon}${escapeMarkdown(sum)}`];
}
