// What is still open in the plan, by kind.

import {
  l10n,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import { AnswerView } from './answer-view.ts';
import type { OpenItem, OpenItemGroup, OpenItems } from './answers.ts';
import { goTo, lineText, rangeOf } from './places.ts';

export const openItemsViewId = 'planwright.openItemsView';

type Node = { readonly group: OpenItemGroup; readonly item?: OpenItem };

const icons: Readonly<Record<OpenItemGroup['kind'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  placeholder: new ThemeIcon('edit'),
  year: new ThemeIcon('calendar'),
  unit: new ThemeIcon('symbol-ruler'),
  owner: new ThemeIcon('person'),
  deadline: new ThemeIcon('watch'),
};

export class OpenItemsView extends AnswerView<OpenItems, Node> {
  protected override choices(): Record<string, never> {
    return {};
  }

  /** Goes to the first open place behind the cursor, and on from the top where there is none. */
  async goToNext(): Promise<void> {
    const { document } = this.plan;
    if (!document) return;
    const own = this.client.code2ProtocolConverter.asUri(document.uri);
    const places = ((await this.ask())?.groups ?? [])
      .flatMap(({ items }) => items.map(({ location }) => location))
      .filter(({ uri }) => uri === own)
      .map(rangeOf)
      .sort((a, b) => a.start.compareTo(b.start));
    const editor = await window.showTextDocument(document, { preserveFocus: false });
    const next = places.find(({ start }) => start.isAfter(editor.selection.start)) ?? places.at(0);
    if (!next) {
      await window.showInformationMessage(l10n.t('Nothing is open in this plan.'));
      return;
    }
    editor.selection = new Selection(next.start, next.end);
    editor.revealRange(next, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The number beside the icon, which is seen while the list is not. */
  showCount(count: number, tooltip: string): void {
    this.view.badge = count === 0 ? undefined : { value: count, tooltip };
  }

  protected override rows(node?: Node): Node[] {
    if (!node) return (this.answer?.groups ?? []).map((group) => ({ group }));
    return node.item ? [] : node.group.items.map((item) => ({ group: node.group, item }));
  }

  override getTreeItem({ group, item }: Node): TreeItem {
    return item ? itemOf(item) : groupOf(group);
  }
}

function groupOf({ kind, title, total }: OpenItemGroup): TreeItem {
  const entry = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  entry.id = kind;
  entry.iconPath = icons[kind];
  entry.description = String(total);
  return entry;
}

function itemOf({ label, emphasis, explanation, location }: OpenItem): TreeItem {
  const entry = new TreeItem({
    label,
    ...(emphasis ? { highlights: [[emphasis.start, emphasis.end]] } : {}),
  });
  entry.description = lineText(location);
  entry.tooltip = explanation;
  entry.command = goTo(location);
  return entry;
}
