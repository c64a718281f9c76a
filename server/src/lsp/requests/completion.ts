/** What can be written next. */

import { completions, triggerCharacters } from '../../features/completion.ts';
import * as convert from '../conversion.ts';
import { type AboutPosition, placeIn, type RequestGroup } from './answering.ts';

export const completionRequests: RequestGroup = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [...triggerCharacters] } }),

  answer({ connection, client, about }) {
    connection.onCompletion(
      about(
        'completion',
        ({ plan }, { position }: AboutPosition) => {
          const { line, character } = placeIn(plan, position);
          return completions(plan.model, line, character, client.reader).map((suggestion, index) =>
            convert.completionItem(suggestion, index, line),
          );
        },
        [],
      ),
    );
  },
};
