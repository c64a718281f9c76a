// How long the plan is, how many targets it sets, and how much is open, below the text.

import {
  Disposable,
  env,
  type LogOutputChannel,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActivePlan } from './active-plan.ts';
import { ask, type Statistics } from './answers.ts';
import { type OpenItemsView, openItemsViewId } from './open-items-view.ts';

export class StatusBar implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #plan: ActivePlan;
  readonly #output: LogOutputChannel;
  readonly #openItems: OpenItemsView;
  readonly #item: StatusBarItem;
  readonly #subscriptions: Disposable;
  #isAsking = false;
  #isStale = false;

  constructor(
    client: BaseLanguageClient,
    plan: ActivePlan,
    output: LogOutputChannel,
    openItems: OpenItemsView,
  ) {
    this.#client = client;
    this.#plan = plan;
    this.#output = output;
    this.#openItems = openItems;
    this.#item = window.createStatusBarItem('planwright.statistics', StatusBarAlignment.Right, 99);
    this.#item.name = 'Planwright';
    this.#item.command = `${openItemsViewId}.focus`;
    this.#subscriptions = Disposable.from(
      this.#item,
      plan.onDidChange(() => void this.#refresh()),
    );
    void this.#refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#isStale) {
      this.#isStale = false;
      const { document } = this.#plan;
      try {
        const uri = document && this.#client.code2ProtocolConverter.asUri(document.uri);
        this.#show(uri && (await ask<Statistics>(this.#client, 'planwright.statistics', { uri })));
      } catch (error) {
        // The document changed meanwhile or the server stopped: the next change asks again.
        this.#output.debug(`planwright.statistics: ${error}`);
      }
    }
    this.#isAsking = false;
  }

  #show(statistics: Statistics | undefined | ''): void {
    if (!statistics) {
      this.#item.hide();
      this.#openItems.showCount(0, '');
      return;
    }
    const [words, targets, openItems] = [
      statistics.words,
      statistics.targets,
      statistics.openItems,
    ].map((count) => count.toLocaleString(env.language));
    const said = [
      l10n.t('Words: {0}', words),
      // Plain prose sets its targets in sentences.
      ...(statistics.targets > 0 ? [l10n.t('Targets: {0}', targets)] : []),
      l10n.t('Open: {0}', openItems),
    ];
    this.#item.text = said.join(' · ');
    this.#item.tooltip = new MarkdownString(
      [
        l10n.t('Words as Word counts them: every Chinese character and mark is one.'),
        l10n.t('Open is what still has to be filled in or put right.'),
        l10n.t('Select to see what is open.'),
      ].join('\n\n'),
    );
    this.#item.accessibilityInformation = {
      label: `Planwright: ${said.join(', ')}`,
      role: 'button',
    };
    this.#item.show();
    this.#openItems.showCount(statistics.openItems, l10n.t('Open: {0}', openItems));
  }
}
