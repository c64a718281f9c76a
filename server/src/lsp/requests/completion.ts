/** What can be written next. */

import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import {
  type About,
  type CompletionOptions,
  completions,
  documentationOf,
  folderWanted,
  prepareNames,
  triggerCharacters,
} from '../../features/completion.ts';
import type { Line } from '../../syntax/tree.ts';
import { resolvePath } from '../../workspace/paths.ts';
import * as convert from '../conversion.ts';
import type { OpenDocument } from '../open-document.ts';
import { today } from '../today.ts';
import {
  type AboutDocument,
  type AboutPosition,
  type Answering,
  firstOfEachKind,
  placeIn,
  type RequestGroup,
} from './answering.ts';

/** What an item carries, to be given back when somebody looks at it. */
interface ItemData extends AboutDocument {
  readonly about: About;
}

export const completionRequests: RequestGroup = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
  }),

  *prepare({ plan, settings }, { client: { reader, putsTabStops: snippets } }) {
    const pinyin = settings['completion.pinyin'];
    yield* prepareNames(plan.model, pinyin);
    for (const line of firstOfEachKind(plan)) {
      const options = { reader, pinyin, snippets, today: today() };
      yield completions(plan.model, line, line.text.length >> 1, options);
      yield completions(plan.model, line, 0, options);
    }
  },

  answer(answering) {
    const { connection, client, about } = answering;
    connection.onCompletion(
      about(
        'completion',
        async (
          document,
          { position }: AboutPosition,
        ): Promise<CompletionList | CompletionItem[]> => {
          const { line, character } = placeIn(document.plan, position);
          const options = await optionsFor(document, line, character, answering);
          const { items, isIncomplete } = completions(
            document.plan.model,
            line,
            character,
            options,
          );
          const { uri } = document;
          return {
            isIncomplete,
            items: items.map((suggestion, index) =>
              convert.completionItem(suggestion, index, line, { uri, ...client }),
            ),
          };
        },
        [],
      ),
    );

    const describe = about(
      'completionItem/resolve',
      ({ plan }, { about: subject }: ItemData) =>
        documentationOf(subject, plan.model, client.reader),
      undefined,
    );
    connection.onCompletionResolve(async (item, token): Promise<CompletionItem> => {
      const data = item.data as ItemData | undefined;
      const value = data && (await describe(data, token));
      return value === undefined
        ? item
        : { ...item, documentation: convert.markdownFor(client, value) };
    });
  },
};

async function optionsFor(
  document: OpenDocument,
  line: Line,
  character: number,
  { client, documents, files }: Answering,
): Promise<CompletionOptions> {
  const settings = await documents.settingsOf(document);
  const folder = folderWanted(line, character);
  const address = folder && resolvePath(folder, document.uri);
  return {
    reader: client.reader,
    pinyin: settings['completion.pinyin'],
    snippets: client.putsTabStops,
    today: today(),
    ...(address ? { entries: await files.entriesIn(address) } : {}),
  };
}
