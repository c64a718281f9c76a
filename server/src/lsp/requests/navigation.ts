/** Going from where a thing is named to where it is said. */

import { definitions } from '../../features/definition.ts';
import { resolvePath } from '../../workspace/includes.ts';
import * as convert from '../conversion.ts';
import { type AboutPosition, placeIn, type RequestGroup } from './answering.ts';

export const navigationRequests: RequestGroup = {
  capabilities: () => ({ definitionProvider: true }),

  answer({ connection, documents, client, about }) {
    connection.onDefinition(
      about(
        'definition',
        async (document, { position }: AboutPosition) => {
          // Included files may hold the declaration, and they are read with the findings.
          await documents.settled(document);
          const { line, character } = placeIn(document.plan, position);
          const found = definitions(document.plan.model, line, character);
          if (!found) return null;
          const target = found.path && resolvePath(found.path, document.uri);
          const places = [
            ...found.places.map(convert.locationOf),
            ...(target ? [convert.startOf(target)] : []),
          ];
          return client.hasLocationLinks
            ? places.map((place) => convert.locationLink(found.origin, place))
            : places;
        },
        null,
      ),
    );
  },
};
