/** What each word is, for colours: all of them, those of the lines that are seen, or what has changed since. */

import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import {
  editBetween,
  encoded,
  type LineTokens,
  tokenModifiers,
  tokensOfLines,
  tokenTypes,
} from '../../features/semantic-tokens.ts';
import type { PlanDocument } from '../../workspace/document.ts';
import type { OpenDocument } from '../open-document.ts';
import type { AboutDocument, RequestGroup } from './answering.ts';

/** What a client was last told of a document. The tokens are those that the lines keep, not copies. */
interface Told {
  readonly resultId: string;
  readonly lines: readonly LineTokens[];
}

const allLines = ({ tree, model }: PlanDocument): LineTokens[] =>
  tokensOfLines(model, 0, tree.lines.length);

export const semanticTokensRequests: RequestGroup = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),

  answer({ connection, about }) {
    const toldOf = new WeakMap<OpenDocument, Told>();
    let count = 0;
    const tell = (document: OpenDocument, lines: readonly LineTokens[]): string => {
      count += 1;
      const resultId = String(count);
      toldOf.set(document, { resultId, lines });
      return resultId;
    };
    const full = (document: OpenDocument): SemanticTokens => {
      const lines = allLines(document.plan);
      return { resultId: tell(document, lines), data: encoded(lines) };
    };

    connection.languages.semanticTokens.on(
      about<AboutDocument, SemanticTokens>('semanticTokens/full', full, { data: [] }),
    );

    connection.languages.semanticTokens.onDelta(
      about<
        AboutDocument & { readonly previousResultId: string },
        SemanticTokens | SemanticTokensDelta
      >(
        'semanticTokens/full/delta',
        (document, { previousResultId }) => {
          const told = toldOf.get(document);
          if (told?.resultId !== previousResultId) return full(document);
          const lines = allLines(document.plan);
          const edit = editBetween(told.lines, lines);
          return {
            resultId: tell(document, lines),
            edits: edit ? [{ ...edit, data: [...edit.data] }] : [],
          };
        },
        { data: [] },
      ),
    );

    connection.languages.semanticTokens.onRange(
      about<AboutDocument & { readonly range: Range }, SemanticTokens>(
        'semanticTokens/range',
        ({ plan }, { range }) => {
          const first = Math.max(0, range.start.line);
          const lines = tokensOfLines(plan.model, first, range.end.line + 1);
          return { data: encoded(lines, first) };
        },
        { data: [] },
      ),
    );
  },
};
