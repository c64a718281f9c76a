// Before a document leaves the house, what is still open in it is told.

import { commands, l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, type OpenItem, type OpenItemGroup, type OpenItems } from '../workbench/answers.ts';
import { goTo, lineText } from '../workbench/places.ts';

interface Choice extends QuickPickItem {
  /** Absent for going on all the same. */
  readonly item?: OpenItem;
}

/** Blanks and errors; what else is open does not make a document wrong. */
const grave: ReadonlySet<OpenItemGroup['kind']> = new Set(['error', 'placeholder']);

/** @returns true where nothing is open, or the writer wants to go on all the same */
export async function passGate(client: BaseLanguageClient, document: Uri): Promise<boolean> {
  const uri = client.code2ProtocolConverter.asUri(document);
  const open = await ask<OpenItems>(client, 'planwright.openItems', { uri });
  const groups = (open?.groups ?? []).filter(({ kind }) => grave.has(kind));
  const count = groups.reduce((sum, { total }) => sum + total, 0);
  if (count === 0) return true;
  const goOn: Choice = {
    label: `$(export) ${l10n.t('Export anyway')}`,
    detail: l10n.t('Blanks are marked yellow in the file.'),
    alwaysShow: true,
  };
  const list = groups.flatMap(choicesOf);
  const chosen = await choose(
    [goOn, ...list],
    list.find(({ item }) => item),
    count,
  );
  if (chosen?.item) {
    const { command, arguments: words = [] } = goTo(chosen.item.location);
    await commands.executeCommand(command, ...words);
  }
  return chosen === goOn;
}

function choicesOf({ title, total, items }: OpenItemGroup): Choice[] {
  const heading: Choice = { label: `${title} (${total})`, kind: QuickPickItemKind.Separator };
  return [
    heading,
    ...items.map((item) => ({
      label: item.label,
      description: lineText(item.location),
      ...(item.explanation === item.label ? {} : { detail: item.explanation }),
      item,
    })),
  ];
}

/** Enter goes to the first open place: nobody sends out a document by pressing it once too often. */
function choose(
  items: readonly Choice[],
  active: Choice | undefined,
  count: number,
): Promise<Choice | undefined> {
  const list = window.createQuickPick<Choice>();
  list.title = l10n.t('Still open before the export: {0}', count);
  list.placeholder = l10n.t('Select one to go there, or export anyway');
  list.matchOnDetail = true;
  list.ignoreFocusOut = true;
  list.items = items;
  if (active) list.activeItems = [active];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
