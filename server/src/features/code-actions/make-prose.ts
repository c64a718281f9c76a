/** A line that only looks like a statement, and the way back. */

import type { CheckedFinding } from '../../rules/checker.ts';
import { parseStatement } from '../../syntax/parser.ts';
import type { Line } from '../../syntax/tree.ts';
import type { ActionRequest, CodeAction } from './action.ts';

/** What these find may come of a sentence that was taken for something else. */
const aboutForm: ReadonlySet<string> = new Set([
  ...['syntax', 'words-not-understood', 'target-colon-missing', 'field-value-unknown'],
  ...['heading-sequence', 'heading-level-skip', 'heading-punctuation'],
  ...['measure-sequence', 'yishi-sequence'],
]);

export function makeProse(
  findings: readonly CheckedFinding[],
  { first, last, reader }: ActionRequest,
): CodeAction[] {
  if (first !== last) return [];
  const { statement } = first;
  if (statement.kind === 'prose' && statement.escaped) return backToStatement(first, reader);
  // Rows and comments are told by signs that no sentence begins with.
  const isStatement =
    first.kind === statement.kind &&
    !['blank', 'prose', 'comment', 'row', 'header'].includes(statement.kind);
  if (!isStatement) return [];
  const finding = findings.find(({ line, rule }) => line === first && aboutForm.has(rule));
  const start = first.text.length - first.text.trimStart().length;
  const action: CodeAction = {
    title: reader.say({
      zh: '这一行是正文（行首加“\\”）',
      en: 'This line is a sentence (put “\\” in front)',
    }),
    kind: finding ? 'quickfix' : 'refactor.rewrite',
    ...(finding ? { finding } : {}),
    edits: () => [{ line: first, start, end: start, newText: '\\' }],
  };
  return [action];
}

function backToStatement(line: Line, reader: ActionRequest['reader']): CodeAction[] {
  const start = line.text.indexOf('\\');
  const { statement } = parseStatement(line.text.slice(start + 1));
  if (statement.kind === 'prose' || statement.kind === 'blank') return [];
  return [
    {
      title: reader.say({
        zh: '这一行不是正文（去掉行首的“\\”）',
        en: 'This line is not a sentence (take the “\\” away)',
      }),
      kind: 'refactor.rewrite',
      edits: () => [{ line, start, end: start + 1, newText: '' }],
    },
  ];
}
