/** The shape of a document: its outline, what can be folded and selected; and what is found in all of them. */

import type { Position, WorkspaceSymbolParams } from 'vscode-languageserver';
import {
  documentSymbols,
  documentSymbolsWithoutTargets,
  listsTargets,
  prepareOutline,
} from '../../features/document-symbols.ts';
import { foldingRanges } from '../../features/folding.ts';
import { selectionRanges } from '../../features/selection-ranges.ts';
import { matchingSymbols, prepareSymbols } from '../../features/workspace-symbols.ts';
import * as convert from '../conversion.ts';
import { outlineJson, outlineJsonInSteps } from '../outline-json.ts';
import { type AboutDocument, firstOfEachKind, placeIn, type RequestGroup } from './answering.ts';

interface AboutPositions extends AboutDocument {
  readonly positions: readonly Position[];
}

export const outlineRequests: RequestGroup = {
  capabilities: () => ({
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    workspaceSymbolProvider: true,
  }),

  *prepare({ plan, settings }, { client, takesReadyJson }) {
    const { model } = plan;
    yield* prepareOutline(model);
    if (takesReadyJson && client.hasSymbolTree) {
      yield* outlineJsonInSteps(model, listsTargets(model, settings['outline.targets']));
    }
    yield* prepareSymbols(model);
    yield* model.prepareNames();
    for (const line of firstOfEachKind(plan)) yield selectionRanges(model, line, 0);
  },

  answer({ connection, documents, plans, client, about, anywhere, large }) {
    connection.onDocumentSymbol(
      about(
        'documentSymbol',
        async (document) => {
          const settings = await documents.settingsOf(document);
          const { model } = document.plan;
          const withTargets = listsTargets(model, settings['outline.targets']);
          const items = withTargets ? documentSymbols : documentSymbolsWithoutTargets;
          if (!client.hasSymbolTree) return convert.symbolInformation(items(model));
          return large(
            () => outlineJson(model, withTargets),
            () => items(model).map(convert.documentSymbol),
          );
        },
        [],
      ),
    );

    connection.onFoldingRanges(
      about('foldingRange', ({ plan }) => foldingRanges(plan.model).map(convert.foldingRange), []),
    );

    connection.onSelectionRanges(
      about(
        'selectionRange',
        ({ plan }, { positions }: AboutPositions) =>
          positions.map((position) => {
            const { line, character } = placeIn(plan, position);
            return convert.selectionRange(
              selectionRanges(plan.model, line, character),
              line,
              character,
            );
          }),
        [],
      ),
    );

    connection.onWorkspaceSymbol(
      anywhere(
        'workspaceSymbol',
        async ({ query }: WorkspaceSymbolParams, token) => {
          const symbols = (await plans.all(token)).flatMap((plan) => plan.symbols);
          return matchingSymbols(symbols, query).map(convert.workspaceSymbol);
        },
        [],
      ),
    );
  },
};
