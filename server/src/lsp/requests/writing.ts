/** Help while a line is being written: what Enter continues, and what a claim can still say. */

import { claimHelp, claimHelpTriggers } from '../../features/claim-help.ts';
import { afterEnter } from '../../features/continuation.ts';
import * as convert from '../conversion.ts';
import { type AboutPosition, placeIn, type RequestGroup } from './answering.ts';

export const writingRequests: RequestGroup = {
  capabilities: () => ({
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    signatureHelpProvider: { triggerCharacters: [...claimHelpTriggers] },
  }),

  answer({ connection, client, about }) {
    connection.onDocumentOnTypeFormatting(
      about(
        'onTypeFormatting',
        ({ plan }, { position }: AboutPosition) =>
          afterEnter(plan.model, placeIn(plan, position).line, client.reader),
        [],
      ),
    );

    connection.onSignatureHelp(
      about(
        'signatureHelp',
        ({ plan }, { position }: AboutPosition) => {
          const { line, character } = placeIn(plan, position);
          const help = claimHelp(plan.model, line, character, client.reader);
          return help ? convert.signatureHelp(help) : null;
        },
        null,
      ),
    );
  },
};
