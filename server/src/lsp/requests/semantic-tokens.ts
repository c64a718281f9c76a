/** What each word is, for colours: all of them, those of the lines that are seen, or what has changed since. */

import type { Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import {
  editBetween,
  encoded,
  encodedBlocks,
  placedBlocks,
  prepareTokens,
  type TokenBlock,
  tokenModifiers,
  tokensOfDocument,
  tokensOfLines,
  tokenTypes,
} from '../../features/semantic-tokens.ts';
import type { OpenDocument } from '../open-document.ts';
import { oncePerObject, ReadyJson } from '../ready-json.ts';
import { inSlices } from '../settling.ts';
import type { AboutDocument, RequestGroup } from './answering.ts';

/** What a client was last told of a document. The tokens are those that the lines keep, not copies. */
interface Told {
  readonly resultId: string;
  readonly blocks: readonly TokenBlock[];
}

/** A long document is read in slices when it is new, or when its header has changed. */
async function prepared(document: OpenDocument): Promise<void> {
  let version: number;
  do ({ version } = document);
  while (!(await inSlices(prepareTokens(document.plan.model), () => document.version === version)));
}

/** What `SemanticTokens` says, with the numbers of each block as they were sent before. */
function tokensJson(resultId: string, blocks: readonly TokenBlock[]): ReadyJson {
  const pieces: (Uint8Array | string)[] = [`{"resultId":${JSON.stringify(resultId)},"data":[`];
  for (const [index, { block, firstNumber }] of placedBlocks(blocks).entries()) {
    pieces.push(index === 0 ? `${firstNumber}` : `,${firstNumber}`, numbersBehindFirst(block));
  }
  pieces.push(']}');
  return new ReadyJson(pieces);
}

const numbersBehindFirst = oncePerObject(({ data }: TokenBlock) => `,${data.slice(1).join()}`);

export const semanticTokensRequests: RequestGroup = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),

  *prepare({ plan }, { takesReadyJson }) {
    yield* prepareTokens(plan.model);
    if (!takesReadyJson) return;
    for (const block of tokensOfDocument(plan.model)) yield numbersBehindFirst(block);
  },

  answer({ connection, about, large }) {
    const toldOf = new WeakMap<OpenDocument, Told>();
    let count = 0;
    const tell = (document: OpenDocument, blocks: readonly TokenBlock[]): string => {
      count += 1;
      const resultId = String(count);
      toldOf.set(document, { resultId, blocks });
      return resultId;
    };
    const full = async (document: OpenDocument): Promise<SemanticTokens> => {
      await prepared(document);
      const blocks = tokensOfDocument(document.plan.model);
      const resultId = tell(document, blocks);
      return large(
        () => tokensJson(resultId, blocks),
        () => ({ resultId, data: encodedBlocks(blocks) }),
      );
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
        async (document, { previousResultId }) => {
          await prepared(document);
          const told = toldOf.get(document);
          if (told?.resultId !== previousResultId) return full(document);
          const blocks = tokensOfDocument(document.plan.model);
          const edit = editBetween(told.blocks, blocks);
          return { resultId: tell(document, blocks), edits: edit ? [edit] : [] };
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
