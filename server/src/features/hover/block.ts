/** What a section holds, and what a measure says: who, with whom, by when, how much, how far. */

import type { PlanModel } from '../../model/model.ts';
import { periodText } from '../../model/periods.ts';
import type { Line } from '../../syntax/tree.ts';
import { lensText } from '../code-lenses.ts';
import { holds } from '../definition.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Reader } from '../reader.ts';
import { type Hover, labelled } from './answer.ts';

export function blockHover(
  model: PlanModel,
  line: Line,
  character: number,
  reader: Reader,
): Hover | undefined {
  const { statement } = line;
  if (statement.kind !== 'heading' && statement.kind !== 'measure') return undefined;
  const { marker, title } = statement;
  const word = [title, marker].find((part) => part && holds(part, character));
  if (!word) return undefined;
  const parts =
    statement.kind === 'heading'
      ? sectionParts(model, line, title?.text ?? '')
      : measureParts(model, line, reader);
  const open = lensText(model, line);
  const all = [...parts, ...(open ? [escapeMarkdown(reader.say(open.title))] : [])];
  if (all.length === 0) return undefined;
  const { start, end } = word;
  return { place: { line, start, end }, markdown: all.join('  \n') };
}

/** The heading as it will be printed. */
function sectionParts(model: PlanModel, line: Line, title: string): string[] {
  return [`**${escapeMarkdown(model.headingNumber(line) + title)}**`];
}

function measureParts(model: PlanModel, line: Line, reader: Reader): string[] {
  const measure = model.measureOf(line);
  if (!measure) return [];
  const { owner, with: others, due, budget, progress } = measure;
  const names = (words: readonly { readonly text: string }[]): string =>
    words.map(({ text }) => text).join('、');
  const deadline = due?.period ? periodText(due.period, reader.language) : '';
  const dueText =
    due && deadline !== '' && !due.word.text.includes(deadline)
      ? `${due.word.text}（${deadline}）`
      : due?.word.text;
  return [
    ...labelled('owner', names(owner), reader),
    ...labelled('with', names(others), reader),
    ...labelled('due', dueText, reader),
    ...labelled('budget', budget?.word.text, reader),
    ...labelled('progress', progress?.word.text, reader),
  ];
}
