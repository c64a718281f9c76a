/** What follows from the figures, shown behind them. */

import type { Range } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.ts';
import type { DerivationKind } from '../../model/derivations.ts';
import type { Line } from '../../syntax/tree.ts';
import type { Settings } from '../../workspace/settings/table.ts';
import * as convert from '../conversion.ts';
import { type AboutDocument, firstOfEachKind, type RequestGroup } from './answering.ts';
import { onSettledAgain } from './refreshing.ts';

const settingOf = {
  base: 'inlayHints.base',
  change: 'inlayHints.change',
  growth: 'inlayHints.growth',
  average: 'inlayHints.average',
  total: 'inlayHints.total',
  share: 'inlayHints.share',
  conversion: 'inlayHints.unitConversion',
} as const satisfies Record<DerivationKind, keyof Settings>;

const kinds = Object.keys(settingOf) as DerivationKind[];
const wantedIn = (settings: Settings): DerivationKind[] =>
  kinds.filter((kind) => settings[settingOf[kind]]);

export const inlayHintRequests: RequestGroup = {
  capabilities: () => ({ inlayHintProvider: true }),

  *prepare({ plan, settings }) {
    yield inlayHints(plan.model, firstOfEachKind(plan), new Set(wantedIn(settings)));
  },

  answer({ connection, documents, client, about }) {
    connection.languages.inlayHint.on(
      about(
        'inlayHint',
        async (document, { range }: AboutDocument & { readonly range: Range }) => {
          // Settings and included files are read when the document is looked at.
          await documents.atRest(document);
          const { model, tree } = document.plan;
          const lines: Line[] = [];
          const last = Math.min(range.end.line, tree.lines.length - 1);
          for (let index = Math.max(0, range.start.line); index <= last; index++) {
            lines.push(tree.lines.at(index));
          }
          const wanted = new Set(wantedIn(document.settings));
          return inlayHints(model, lines, wanted).map((hint) =>
            convert.inlayHint(hint, client.reader),
          );
        },
        [],
      ),
    );

    onSettledAgain(documents, () => {
      if (client.refreshesHints) void connection.languages.inlayHint.refresh();
    });
  },
};
