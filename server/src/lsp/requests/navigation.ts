/** Going from where a thing is named to where it is said, to where else it is named, and to other plans. */

import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
} from 'vscode-languageserver';
import { definitions } from '../../features/definition.ts';
import { linkTip, type PathLink, pathLinks } from '../../features/path-links.ts';
import { rangeOf } from '../../features/places.ts';
import { highlights, indicatorAt, references } from '../../features/references.ts';
import { addressesAt, fileName, isPattern } from '../../workspace/paths.ts';
import * as convert from '../conversion.ts';
import type { OpenDocument } from '../open-document.ts';
import {
  type AboutDocument,
  type AboutPosition,
  firstOfEachKind,
  placeIn,
  type RequestGroup,
} from './answering.ts';

interface AboutReferences extends AboutPosition {
  readonly context: { readonly includeDeclaration: boolean };
}

/** What a link is remembered by until it is followed. */
interface LinkData {
  readonly uri: string;
  readonly path: string;
}

export const navigationRequests: RequestGroup = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: true },
  }),

  *prepare({ plan }) {
    yield pathLinks(plan.model, plan.includeLines());
    for (const line of firstOfEachKind(plan)) {
      yield highlights(plan.model, line, line.text.length >> 1);
    }
  },

  answer({ connection, documents, plans, client, about, anywhere }) {
    connection.onDefinition(
      about(
        'definition',
        async (document, { position }: AboutPosition) => {
          // Included files may hold the declaration, and they are read with the findings.
          await documents.settled(document);
          const { line, character } = placeIn(document.plan, position);
          const found = definitions(document.plan.model, line, character);
          if (!found) return null;
          const targets = found.path === undefined ? [] : await addresses(found.path, document.uri);
          const places = [...found.places.map(convert.locationOf), ...targets.map(convert.startOf)];
          return client.hasLocationLinks
            ? places.map((place) => convert.locationLink(found.origin, place))
            : places;
        },
        null,
      ),
    );

    connection.onReferences(
      about(
        'references',
        async (document, { position, context }: AboutReferences, token) => {
          await documents.settled(document);
          const { line, character } = placeIn(document.plan, position);
          const { model } = document.plan;
          const indicator = indicatorAt(model, line, character);
          if (!indicator) return null;
          const keys = model.keysOf(indicator);
          const naming = await plans.naming(document, keys, token);
          return naming.flatMap(({ plan }) =>
            references(plan.model, keys, context.includeDeclaration).map(convert.locationOf),
          );
        },
        null,
      ),
    );

    connection.onDocumentHighlight(
      about(
        'documentHighlight',
        ({ plan }, { position }: AboutPosition): DocumentHighlight[] => {
          const { line, character } = placeIn(plan, position);
          return highlights(plan.model, line, character).map((place) => ({
            range: rangeOf(place),
            kind: place.says ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
          }));
        },
        [],
      ),
    );

    connection.onDocumentLinks(
      about(
        'documentLink',
        async (document, _: AboutDocument): Promise<DocumentLink[]> => {
          const { plan, uri } = document;
          const links = pathLinks(plan.model, plan.includeLines());
          return Promise.all(links.map((link) => linkOf(link, uri)));
        },
        [],
      ),
    );

    connection.onDocumentLinkResolve(
      anywhere(
        'documentLink/resolve',
        async (link: DocumentLink): Promise<DocumentLink> => {
          const { path, uri } = link.data as LinkData;
          // Of many files the first: a link leads to one place.
          const [target] = await addresses(path, uri);
          return target === undefined ? link : { ...link, target };
        },
        { range: convert.startOf('').range },
      ),
    );

    async function linkOf(link: PathLink, uri: string): Promise<DocumentLink> {
      const { path } = link;
      const names = isPattern(path) ? (await addresses(path, uri)).map(fileName) : undefined;
      const data: LinkData = { uri, path };
      return { range: rangeOf(link), tooltip: client.reader.say(linkTip(link, names)), data };
    }

    async function addresses(path: string, base: OpenDocument['uri']): Promise<string[]> {
      return addressesAt(path, base, isPattern(path) ? await plans.addresses() : []);
    }
  },
};
