/** What is known of the thing under the pointer. */

import { hover } from '../../features/hover.ts';
import * as convert from '../conversion.ts';
import { type AboutPosition, firstOfEachKind, placeIn, type RequestGroup } from './answering.ts';

export const hoverRequests: RequestGroup = {
  capabilities: () => ({ hoverProvider: true }),

  *prepare({ plan }, { client: { reader } }) {
    for (const line of firstOfEachKind(plan)) {
      yield hover(plan.model, line, line.text.length >> 1, reader);
    }
  },

  answer({ connection, client, about }) {
    connection.onHover(
      about(
        'hover',
        ({ plan }, { position }: AboutPosition) => {
          const { line, character } = placeIn(plan, position);
          const found = hover(plan.model, line, character, client.reader);
          return found ? convert.hover(found, client) : null;
        },
        null,
      ),
    );
  },
};
