/** The usual form of the document, or of a part of it. */

import type { Range, TextEdit } from 'vscode-languageserver';
import { formattingChanges } from '../../features/formatting.ts';
import type { TextChange } from '../../syntax/document.ts';
import type { AboutDocument, RequestGroup } from './answering.ts';

export const formattingRequests: RequestGroup = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  }),

  *prepare({ plan: { tree } }) {
    const step = 100;
    for (let first = 0; first < tree.lines.length; first += step) {
      yield formattingChanges(tree, { first, last: first + step - 1 });
    }
  },

  answer({ connection, about }) {
    connection.onDocumentFormatting(
      about('formatting', ({ plan }) => formattingChanges(plan.tree).map(textEdit), []),
    );
    connection.onDocumentRangeFormatting(
      about(
        'rangeFormatting',
        ({ plan }, { range: { start, end } }: AboutDocument & { readonly range: Range }) => {
          // A selection of whole lines ends at the start of the line behind them.
          const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
          return formattingChanges(plan.tree, { first: start.line, last }).map(textEdit);
        },
        [],
      ),
    );
  },
};

function textEdit({ range, text }: TextChange): TextEdit {
  return { range, newText: text };
}
