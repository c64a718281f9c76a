/** Lines above indicators, headings and measures. Where they stand is told at once, what they say when one is seen. */

import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLenses, lensText, prepareCodeLenses } from '../../features/code-lenses.ts';
import { lineIndex } from '../../features/places.ts';
import type { Line } from '../../syntax/tree.ts';
import * as convert from '../conversion.ts';
import { logProblem } from '../log.ts';
import { KeptJson, listPieces, ReadyJson } from '../ready-json.ts';
import type { RequestGroup } from './answering.ts';
import { onSettledAgain } from './refreshing.ts';

interface LensData {
  readonly uri: string;
}

const kept = new KeptJson<Line>();

export function lensesJson(lines: readonly Line[], data: LensData): ReadyJson {
  return new ReadyJson(listPieces(lines.map((line) => lensBytes(line, data))));
}

function lensBytes(line: Line, data: LensData): Uint8Array {
  return kept.bytesOfValue(line, [lineIndex(line)], () => convert.codeLens(line, data));
}

export const codeLensRequests: RequestGroup = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),

  *prepare({ plan, settings, uri }, { takesReadyJson }) {
    if (!settings['codeLens.enabled']) return;
    yield* prepareCodeLenses(plan.model);
    const lines = codeLenses(plan.model);
    yield;
    if (takesReadyJson) for (const line of lines) yield lensBytes(line, { uri });
  },

  answer({ connection, documents, client, about, large }) {
    connection.onCodeLens(
      about(
        'codeLens',
        async (document): Promise<CodeLens[]> => {
          // Settings and included files are read when the document is looked at.
          await documents.atRest(document);
          if (!document.settings['codeLens.enabled']) return [];
          const data: LensData = { uri: document.uri };
          const lines = codeLenses(document.plan.model);
          return large<CodeLens[]>(
            () => lensesJson(lines, data),
            () => lines.map((line) => convert.codeLens(line, data)),
          );
        },
        [],
      ),
    );

    connection.onCodeLensResolve((lens) => {
      const document = documents.get((lens.data as LensData).uri);
      const index = lens.range.start.line;
      try {
        // Where the document has changed meanwhile, the client asks for others anyway.
        const line =
          document && index < document.plan.tree.lines.length
            ? document.plan.tree.lines.at(index)
            : undefined;
        const text = document && line && lensText(document.plan.model, line);
        return convert.resolvedLens(lens, text, client);
      } catch (problem) {
        logProblem(connection, 'codeLens/resolve', problem);
        return convert.resolvedLens(lens, undefined, client);
      }
    });

    onSettledAgain(documents, () => {
      if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
    });
  },
};
