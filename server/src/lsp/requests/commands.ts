/** The named commands, for what the protocol has no request of its own for. docs/commands.md tells of them. */

import type { ExecuteCommandParams } from 'vscode-languageserver';
import {
  indicatorFilters,
  indicatorList,
  indicatorOrders,
  prepareIndicatorList,
} from '../../features/indicator-list.ts';
import { measureSchedule, scheduleOrders } from '../../features/measure-schedule.ts';
import { openItems } from '../../features/open-items.ts';
import { outputOfDocument } from '../../features/report.ts';
import { prepareStatistics, statistics } from '../../features/statistics.ts';
import { layouts, outputFormats } from '../../report/outputs.ts';
import type { Client } from '../client.ts';
import { locationOf } from '../conversion.ts';
import type { OpenDocument } from '../open-document.ts';
import type { AboutDocument, RequestGroup } from './answering.ts';
import { documentKinds, documentText } from './new-document.ts';
import { type Options, oneOf } from './options.ts';

type Command = (
  document: OpenDocument,
  options: Options,
  client: Client,
) => object | Promise<object>;

const commands: Readonly<Record<string, Command>> = {
  'planwright.indicators': ({ plan }, { filter, sort, search, limit }, { reader }) => {
    const list = indicatorList(plan.model, plan.findings(), reader, {
      ...oneOf('filter', indicatorFilters, filter),
      ...oneOf('sort', indicatorOrders, sort),
      ...(typeof search === 'string' ? { search } : {}),
      ...(typeof limit === 'number' ? { limit } : {}),
    });
    const rows = list.rows.map(({ place, values, ...row }) => ({
      ...row,
      location: locationOf(place),
      values: values.map(({ place: printed, ...value }) => ({
        ...value,
        location: locationOf(printed),
      })),
    }));
    return { ...list, rows };
  },

  'planwright.openItems': ({ plan }, _, { reader }) => ({
    groups: openItems(plan.model, plan.findings(), reader).map((group) => ({
      ...group,
      items: group.items.map(({ place, ...item }) => ({ ...item, location: locationOf(place) })),
    })),
  }),

  'planwright.measures': ({ plan }, options, { reader }) => {
    const { order = 'owner' } = oneOf('order', scheduleOrders, options.order);
    return {
      groups: measureSchedule(plan.model, order, reader).map((group) => ({
        ...group,
        measures: group.measures.map(({ place, ...measure }) => ({
          ...measure,
          location: locationOf(place),
        })),
      })),
    };
  },

  'planwright.export': async ({ plan }, { format, layout, contents, documentNumber }) => {
    const wanted = outputFormats.find((candidate) => candidate === format);
    if (!wanted) return { problem: 'unknown-format' };
    const made = await outputOfDocument(
      plan,
      wanted,
      {},
      {
        ...oneOf('layout', layouts, layout),
        ...(typeof contents === 'boolean' ? { contents } : {}),
        office: typeof documentNumber === 'string' ? { documentNumber } : {},
      },
    );
    return { format: wanted, content: base64(made) };
  },

  'planwright.statistics': ({ plan }) => statistics(plan.model, plan.findings()),
};

/** Those that are about no document. */
const otherCommands: Readonly<Record<string, (options: Options, client: Client) => object | null>> =
  {
    'planwright.documentKinds': (_, client) => documentKinds(client),
    'planwright.newDocument': (options) => documentText(options),
  };

export const commandRequests: RequestGroup = {
  capabilities: () => ({
    executeCommandProvider: { commands: Object.keys({ ...commands, ...otherCommands }) },
  }),

  *prepare({ plan }, { reader }) {
    yield* prepareStatistics(plan.model);
    yield statistics(plan.model, plan.findings());
    yield* prepareIndicatorList(plan.model);
    yield indicatorList(plan.model, plan.findings(), reader);
    yield measureSchedule(plan.model, 'owner', reader);
  },

  answer({ connection, documents, client, about }) {
    connection.onExecuteCommand(({ command, arguments: given }: ExecuteCommandParams, token) => {
      const other = otherCommands[command];
      if (other) return other(askedFor(given).options, client);
      const answer = commands[command];
      if (!answer) return null;
      const ask = about<AboutDocument & { readonly options: Options }, object | null>(
        command,
        async (document, { options }) => {
          // What is told of a later state than was asked about is all the better.
          await documents.atRest(document);
          const { version } = document;
          return { version, ...(await answer(document, options, client)) };
        },
        null,
      );
      return ask(askedFor(given), token);
    });
  },
};

/** `{ uri, …options }`, or the address alone. */
function askedFor([first]: readonly unknown[] = []): AboutDocument & { readonly options: Options } {
  const { uri, ...options } =
    typeof first === 'object' && first ? (first as Options) : { uri: first };
  return { textDocument: { uri: String(uri) }, options };
}

/** Bytes as a message of the protocol can hold them. */
function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const some = 0x8000;
  let characters = '';
  for (let at = 0; at < bytes.length; at += some) {
    characters += String.fromCharCode(...bytes.subarray(at, at + some));
  }
  return btoa(characters);
}
