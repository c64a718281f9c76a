/** The named commands, for what the protocol has no request of its own for. docs/commands.md tells of them. */

import {
  type CancellationToken,
  type ExecuteCommandParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import {
  type IndicatorList,
  type IndicatorRow,
  indicatorFilters,
  indicatorList,
  indicatorOrders,
  prepareIndicatorList,
} from '../../features/indicator-list.ts';
import { measureSchedule, scheduleOrders } from '../../features/measure-schedule.ts';
import { openItems } from '../../features/open-items.ts';
import { lineIndex } from '../../features/places.ts';
import { outputOfDocumentInSteps } from '../../features/report.ts';
import { prepareStatistics, statistics } from '../../features/statistics.ts';
import {
  layouts,
  type OutputFormat,
  type OutputOptions,
  outputFormats,
} from '../../report/outputs.ts';
import type { Client } from '../client.ts';
import { locationOf } from '../conversion.ts';
import { contentInSteps } from '../exporting.ts';
import { logProblem } from '../log.ts';
import type { OpenDocument } from '../open-document.ts';
import { KeptJson, listPieces, ReadyJson } from '../ready-json.ts';
import type { AboutDocument, Answering, RequestGroup } from './answering.ts';
import { importedFile, pasteText } from './importing.ts';
import { documentKinds, documentText } from './new-document.ts';
import { type Options, oneOf } from './options.ts';

type Command = (
  document: OpenDocument,
  options: Options,
  client: Client,
  token: CancellationToken,
  answering: Answering,
) => object | Promise<object>;

const commands: Readonly<Record<string, Command>> = {
  'planwright.indicators': (document, options, { reader }, _, { large }) => {
    const { filter, sort, search, limit } = options;
    const { plan, version } = document;
    const list = indicatorList(plan.model, plan.findings(), reader, {
      ...oneOf('filter', indicatorFilters, filter),
      ...oneOf('sort', indicatorOrders, sort),
      ...(typeof search === 'string' ? { search } : {}),
      ...(typeof limit === 'number' ? { limit } : {}),
    });
    return large<object>(
      () => indicatorsJson(version, list),
      () => ({ ...list, rows: list.rows.map(indicatorRow) }),
    );
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

  'planwright.export': async (document, options, _client, token, answering) => {
    const { format, layout, contents, documentNumber } = options;
    const wanted = outputFormats.find((candidate) => candidate === format);
    if (!wanted) return { problem: 'unknown-format' };
    const outputOptions = {
      ...oneOf('layout', layouts, layout),
      ...(typeof contents === 'boolean' ? { contents } : {}),
      office: typeof documentNumber === 'string' ? { documentNumber } : {},
    };
    const { version, content } = await exportedContent(
      document,
      wanted,
      outputOptions,
      token,
      answering,
    );
    const answer = { version, format: wanted };
    return answering.large<object>(
      () => {
        const start = JSON.stringify(answer).slice(0, -1);
        return new ReadyJson([`${start},"content":"`, ...content, '"}']);
      },
      () => ({ ...answer, content: content.join('') }),
    );
  },

  'planwright.statistics': ({ plan }) => statistics(plan.model, plan.findings()),

  'planwright.paste': pasteText,
};

/** A row as the protocol has it. */
export function indicatorRow({ place, values, ...row }: IndicatorRow): object {
  return {
    ...row,
    location: locationOf(place),
    values: values.map(({ place: printed, ...value }) => ({
      ...value,
      location: locationOf(printed),
    })),
  };
}

/** What the plain answer says, with the rows as they were sent before. */
export function indicatorsJson(version: number, { rows, ...list }: IndicatorList): ReadyJson {
  const start = JSON.stringify({ version, ...list }).slice(0, -1);
  return new ReadyJson([`${start},"rows":`, ...listPieces(rows.map(rowBytes)), '}']);
}

function rowBytes(row: IndicatorRow): Uint8Array {
  const lines = [row, ...row.values].map(({ place }) => lineIndex(place.line));
  return keptRows.bytesOfValue(row, lines, () => indicatorRow(row));
}

const keptRows = new KeptJson<IndicatorRow>();

type CommandAnywhere = (
  options: Options,
  client: Client,
  token: CancellationToken,
) => object | null | Promise<object | null>;

/** Those that are about no document. */
const otherCommands: Readonly<Record<string, CommandAnywhere>> = {
  'planwright.documentKinds': (_, client) => documentKinds(client),
  'planwright.newDocument': (options) => documentText(options),
  'planwright.import': importedFile,
};

/** Those whose libraries make all of it at once. */
const madeAtOnce: ReadonlySet<OutputFormat> = new Set(['docx', 'xlsx', 'stratml']);
/** A thread has to read the document anew, with code that has not run before: of a shorter one that takes longest. */
const longLines = 2000;

interface Exported {
  /** Of the document that was exported. */
  readonly version: number;
  /** In base64, to be put together. */
  readonly content: readonly string[];
}

async function exportedContent(
  document: OpenDocument,
  format: OutputFormat,
  options: OutputOptions,
  token: CancellationToken,
  { connection, documents, exportElsewhere }: Answering,
): Promise<Exported> {
  const { uri, version, plan, settings } = document;
  if (exportElsewhere && madeAtOnce.has(format) && plan.tree.lines.length > longLines) {
    const open = documents.all().map((one) => ({ uri: one.uri, text: one.text }));
    try {
      const content = await exportElsewhere({ uri, format, options, settings, open }, token);
      return { version, content: [content] };
    } catch (problem) {
      if (token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      // It can still be made here.
      logProblem(connection, `planwright.export of ${uri}`, problem);
    }
  }
  const content = await documents.inSlices(document, () =>
    contentInSteps(outputOfDocumentInSteps(document.plan, format, {}, options)),
  );
  return { version: document.version, content };
}

export const commandRequests: RequestGroup = {
  capabilities: () => ({
    executeCommandProvider: { commands: Object.keys({ ...commands, ...otherCommands }) },
  }),

  *prepare({ plan }, { client: { reader }, takesReadyJson }) {
    yield* prepareStatistics(plan.model);
    yield statistics(plan.model, plan.findings());
    yield* prepareIndicatorList(plan.model, reader);
    const { rows } = indicatorList(plan.model, plan.findings(), reader);
    yield;
    if (takesReadyJson) for (const row of rows) yield rowBytes(row);
    yield measureSchedule(plan.model, 'owner', reader);
  },

  answer(answering) {
    const { connection, documents, client, about, anywhere } = answering;
    connection.onExecuteCommand(({ command, arguments: given }: ExecuteCommandParams, token) => {
      const other = Object.hasOwn(otherCommands, command) ? otherCommands[command] : undefined;
      if (other) {
        const ask = anywhere<Options, object | null>(
          command,
          (options, cancelled) => other(options, client, cancelled),
          null,
        );
        return ask(askedFor(given).options, token);
      }
      const answer = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (!answer) return null;
      const ask = about<AboutDocument & { readonly options: Options }, object | null>(
        command,
        async (document, { options }, cancelled) => {
          // What is told of a later state than was asked about is all the better.
          await documents.atRest(document);
          const { version } = document;
          const made = await answer(document, options, client, cancelled, answering);
          return made instanceof ReadyJson ? made : { version, ...made };
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
