/** The shape of a document: its outline, and what can be folded. */

import { documentSymbols } from '../../features/document-symbols.ts';
import { foldingRanges } from '../../features/folding.ts';
import * as convert from '../conversion.ts';
import type { RequestGroup } from './answering.ts';

export const outlineRequests: RequestGroup = {
  capabilities: () => ({ documentSymbolProvider: true, foldingRangeProvider: true }),

  answer({ connection, client, about }) {
    connection.onDocumentSymbol(
      about(
        'documentSymbol',
        ({ plan }) => {
          const items = documentSymbols(plan.model);
          return client.hasSymbolTree
            ? items.map(convert.documentSymbol)
            : convert.symbolInformation(items);
        },
        [],
      ),
    );

    connection.onFoldingRanges(
      about('foldingRange', ({ plan }) => foldingRanges(plan.model).map(convert.foldingRange), []),
    );
  },
};
