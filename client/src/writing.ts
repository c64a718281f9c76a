// Two things that the protocol has no words for: what is suggested next, and where the cursor is in a new table row.

import {
  CompletionList,
  Range,
  SnippetString,
  type TextDocument,
  type TextEdit,
  window,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Behind these there is something to choose from. */
const leadsOn = /[\s：:]$/;

const emptyRow = /(?:^|\n)\|(?: {2}\|)+$/;

export function writingMiddleware(): Middleware {
  return {
    provideCompletionItem: async (document, position, context, token, next) => {
      const found = await next(document, position, context, token);
      for (const item of found instanceof CompletionList ? found.items : (found ?? [])) {
        if (typeof item.insertText === 'string' && leadsOn.test(item.insertText)) {
          item.command = { command: 'editor.action.triggerSuggest', title: '' };
        }
      }
      return found;
    },
    provideOnTypeFormattingEdits: async (document, position, character, options, token, next) => {
      const { version } = document;
      const edits = await next(document, position, character, options, token);
      const [row] = edits ?? [];
      if (edits?.length !== 1 || !emptyRow.test(row.newText)) return edits;
      if (document.version === version) insertRow(document, row);
      return [];
    },
  };
}

/** The cursor goes into the first cell, and the tab key to the next. */
function insertRow(document: TextDocument, { range, newText }: TextEdit): void {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return;
  const [row] = emptyRow.exec(newText) ?? [''];
  const snippet = new SnippetString().appendText(newText.slice(0, newText.length - row.length));
  if (row.startsWith('\n')) snippet.appendText('\n');
  snippet.appendText('|');
  for (let cell = 1; cell < row.trim().split('|').length - 1; cell++) {
    snippet.appendText(' ').appendTabstop(cell).appendText(' |');
  }
  snippet.appendTabstop(0);
  void editor.insertSnippet(snippet, new Range(range.start, range.end));
}
