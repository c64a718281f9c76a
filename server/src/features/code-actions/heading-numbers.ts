/** Headings with typed numbers into `#` headings, which are numbered by themselves, and back. */

import type { PlanModel } from '../../model/model.ts';
import { parseStatement } from '../../syntax/parser.ts';
import type { HeadingStatement, Line } from '../../syntax/tree.ts';
import { writtenLanguage } from '../written-language.ts';
import { type ActionEdit, type ActionRequest, type CodeAction, replacement } from './action.ts';

export function headingNumbers({ plan: { model }, reader, first }: ActionRequest): CodeAction[] {
  const heading = headingOf(first);
  // 1.1 and its like are numbers of English documents that nobody can type as a heading.
  if (!heading || writtenLanguage(model, reader) === 'en') return [];
  const toHash = heading.style !== 'hash';
  if (!rewritten(first, heading, toHash, model)) return [];
  return [
    {
      title: toHash
        ? reader.say({
            zh: '全文标题改用“#”，序号自动编排',
            en: 'Write all headings with “#”, numbered by themselves',
          })
        : reader.say({
            zh: '全文标题写明序号（一、（一）1.（1））',
            en: 'Write the number of every heading (一、（一）1.（1）)',
          }),
      kind: 'refactor.rewrite',
      edits: () => allRewritten(model, toHash),
    },
  ];
}

function headingOf({ kind, statement }: Line): HeadingStatement | undefined {
  return kind === 'heading' && statement.kind === 'heading' ? statement : undefined;
}

function allRewritten(model: PlanModel, toHash: boolean): ActionEdit[] {
  const edits: ActionEdit[] = [];
  for (const line of model.tree.lines) {
    const heading = headingOf(line);
    const text = heading && rewritten(line, heading, toHash, model);
    if (text) edits.push(replacement({ line, start: 0, end: line.text.length }, text));
  }
  return edits;
}

/** Undefined where the heading is so already, or its title runs on into a sentence, which only a typed number allows. */
function rewritten(
  line: Line,
  { style, level, marker, title }: HeadingStatement,
  toHash: boolean,
  model: PlanModel,
): string | undefined {
  if ((style !== 'hash') !== toHash || !title) return undefined;
  const words = line.text.slice(marker.end).trim();
  const lead = toHash ? `${'#'.repeat(level)} ` : model.headingNumber(line);
  const { statement } = parseStatement(lead + words);
  const same =
    statement.kind === 'heading' &&
    statement.level === level &&
    statement.title?.text.replace(/。$/, '') === title.text &&
    !statement.rest &&
    words.replace(/。$/, '') === title.text;
  return same ? lead + words : undefined;
}
