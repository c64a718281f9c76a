/** The indicators that a document declares, in a file that others can include as well. */

import type { PlanModel } from '../../model/model.ts';
import type { IndicatorDeclaration } from '../../model/types.ts';
import type { Line, PeriodForm } from '../../syntax/tree.ts';
import { keywordRow } from '../../syntax/vocabulary/keywords.ts';
import { lineEndOf } from '../places.ts';
import { usualForm, writtenLanguage } from '../written-language.ts';
import type { ActionEdit, ActionRequest, CodeAction } from './action.ts';

const fileNames = { hans: '指标库', hant: '指標庫', en: 'indicators' } as const;

export function shareIndicators(request: ActionRequest): CodeAction[] {
  const { plan, reader, first, takenNames } = request;
  if (!takenNames || first.kind !== 'indicator') return [];
  const { model } = plan;
  const moved = model.declarations().filter((declaration) => canMove(declaration, model));
  if (!moved.some(({ line }) => line === first)) return [];
  const language = writtenLanguage(model, reader);
  const name = freeName(fileNames[language], takenNames);
  return [
    {
      title: reader.say({
        zh: `把本文件的${moved.length}项指标移到共用文件`,
        en: `Move the ${moved.length} indicators of this document to a shared file`,
      }),
      kind: 'refactor.extract',
      newFile: { name, text: textOf(moved, model) },
      edits: () => [
        includeLine(`${usualForm(keywordRow('include'), language)} ./${name}`, model),
        ...moved.flatMap(({ line }) => removal(line, model)),
      ],
    },
  ];
}

function freeName(base: string, taken: ReadonlySet<string>): string {
  let name = `${base}.plan`;
  for (let count = 2; taken.has(name); count++) name = `${base}${count}.plan`;
  return name;
}

/** Years that are the same in every file. */
const absolute: ReadonlySet<PeriodForm['form']> = new Set(['year', 'years', 'plan']);

/**
 * Values move along where they are a base and name their year: in another file 基期 would be the base year of whoever
 * includes it, and a later year's value would no longer be a target of this plan.
 */
function canMove({ line }: IndicatorDeclaration, model: PlanModel): boolean {
  if (!model.tree.lines.has(line)) return false;
  return blockOf(line, model).every(
    (part) =>
      part.statement.kind !== 'value' ||
      (absolute.has(part.statement.period.period.form) &&
        model.claimsOf(part).every(({ role }) => role === 'base')),
  );
}

/** The line with the comments above that belong to it, and its fields and values. */
function blockOf(line: Line, model: PlanModel): Line[] {
  const { lines } = model.tree;
  const index = lines.indexOf(line);
  let from = index;
  while (from > 0 && lines.at(from - 1).kind === 'comment') from--;
  let to = index;
  while (to + 1 < lines.length && lines.at(to + 1).owner === line && isField(lines.at(to + 1)))
    to++;
  const block: Line[] = [];
  for (let at = from; at <= to; at++) block.push(lines.at(at));
  return block;
}

const isField = ({ kind }: Line): boolean => kind === 'field' || kind === 'value';

function textOf(declarations: readonly IndicatorDeclaration[], model: PlanModel): string {
  const lineEnd = lineEndOf(model.tree.lines);
  const blocks = declarations.map(({ line }) =>
    blockOf(line, model)
      .map(({ text }) => text + lineEnd)
      .join(''),
  );
  return blocks.join(lineEnd);
}

/** The block goes with the blank line behind it, so that no two are left. */
function removal(line: Line, model: PlanModel): ActionEdit[] {
  const { lines } = model.tree;
  const block = blockOf(line, model);
  const behind = lines.indexOf(block[block.length - 1]) + 1;
  const blank =
    behind < lines.length && lines.at(behind).kind === 'blank' ? [lines.at(behind)] : [];
  return [...block, ...blank].map((part) => ({
    ...{ line: part, start: 0, end: part.text.length },
    ...{ newText: '', wholeLine: true },
  }));
}

/** Above the first line that includes a file, else below the header, else at the top. */
function includeLine(text: string, model: PlanModel): ActionEdit {
  const { lines } = model.tree;
  const lineEnd = lineEndOf(lines);
  const { line: header } = model.header;
  let behindHeader: Line | undefined = header;
  for (const line of lines) {
    if (line.kind === 'include') return { line, start: 0, end: 0, newText: text + lineEnd };
    if (header && line.owner === header) behindHeader = line;
  }
  if (!behindHeader) {
    return { line: lines.at(0), start: 0, end: 0, newText: text + lineEnd + lineEnd };
  }
  const { length } = behindHeader.text;
  const newText = lineEnd + lineEnd + text;
  return { line: behindHeader, start: length, end: length, newText };
}
