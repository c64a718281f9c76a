/** What a reference stands for, in its place: for a text that leaves the editor. */

import { type ActionRequest, type CodeAction, isPointedAt, replacement } from './action.ts';

export function inlineReference(request: ActionRequest): CodeAction[] {
  const { plan, reader, first } = request;
  return first.references.flatMap((reference): CodeAction[] => {
    if (!isPointedAt(reference, request)) return [];
    const { text } = plan.model.resolve(reference, first);
    if (text === undefined) return [];
    const { start, end } = reference;
    return [
      {
        title: reader.say({
          zh: `把引用换成它的数“${text}”`,
          en: `Put the figure in place of the reference: “${text}”`,
        }),
        kind: 'refactor.inline',
        edits: () => [replacement({ line: first, start, end }, text)],
      },
    ];
  });
}
