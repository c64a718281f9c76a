// A list beside the text that shows what the server answers. It asks only while somebody can see it.

import {
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActivePlan } from './active-plan.ts';
import { ask } from './answers.ts';

/**
 * How long the rows of another plan may stand while the server reads the one that has come in its place. They lead to the
 * other plan; emptied at once, the list would flicker each time somebody goes from plan to plan.
 */
const othersRowsMs = 300;

/**
 * How long VS Code is given to ask for the rows after it has been told that there are others. It loses what it is told when
 * that arrives together with the rows that it asked for before, and would show these for good.
 */
const reminderMs = 1000;

/** What every list does; each says which command it shows, and how. */
export abstract class AnswerView<Answer extends object, Node>
  implements Disposable, TreeDataProvider<Node>
{
  protected readonly client: BaseLanguageClient;
  protected readonly plan: ActivePlan;
  protected readonly view: TreeView<Node>;
  /** The answer that is being shown. */
  protected answer: Answer | undefined;

  readonly #output: LogOutputChannel;
  readonly #command: string;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  /** What the answer that is being shown is about. */
  #shownOf: TextDocument | undefined;
  #isAsking = false;
  #isStale = true;
  #reminder: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    viewId: string,
    command: string,
    client: BaseLanguageClient,
    plan: ActivePlan,
    output: LogOutputChannel,
  ) {
    this.client = client;
    this.plan = plan;
    this.#output = output;
    this.#command = command;
    this.view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = Disposable.from(
      this.view,
      this.#changed,
      plan.onDidChange(() => this.refresh()),
      this.view.onDidChangeVisibility(() => this.refresh()),
    );
  }

  dispose(): void {
    clearTimeout(this.#reminder);
    this.#subscriptions.dispose();
  }

  /** Asks again, now or when the list is seen. */
  protected refresh(): void {
    this.#isStale = true;
    if (this.view.visible && !this.#isAsking) void this.#askUntilFresh();
  }

  async #askUntilFresh(): Promise<void> {
    this.#isAsking = true;
    while (this.#isStale && this.view.visible) {
      this.#isStale = false;
      const { document } = this.plan;
      const isOthers = this.#shownOf !== document;
      const emptying = isOthers && setTimeout(() => this.#show(undefined, document), othersRowsMs);
      try {
        const answer = await this.ask();
        if (document === this.plan.document) this.#show(answer, document);
      } catch (error) {
        // The document changed meanwhile or the server stopped: the next change asks again.
        this.#output.debug(`${this.#command}: ${error}`);
        if (isOthers) this.#show(undefined, document);
      } finally {
        if (emptying) clearTimeout(emptying);
      }
    }
    this.#isAsking = false;
  }

  /** What the server says now, whether the list is seen or not. */
  protected async ask(): Promise<Answer | undefined> {
    const { document } = this.plan;
    if (!document) return undefined;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    return ask<Answer>(this.client, this.#command, { uri, ...this.choices() });
  }

  /** A list is drawn anew only where it says something else: the reader keeps the place. */
  #show(answer: Answer | undefined, document: TextDocument | undefined): void {
    this.#shownOf = document;
    if (sameAnswer(answer, this.answer)) return;
    this.answer = answer;
    this.shown();
    this.#tell();
  }

  /** Says that there are other rows, until they are asked for. A list that nobody sees asks when it is seen. */
  #tell(): void {
    this.#changed.fire();
    clearTimeout(this.#reminder);
    this.#reminder = setTimeout(() => {
      if (this.view.visible) this.#tell();
    }, reminderMs);
  }

  getChildren(node?: Node): Node[] {
    if (!node) clearTimeout(this.#reminder);
    return this.rows(node);
  }

  /** What is asked for beside the document. */
  protected abstract choices(): Readonly<Record<string, unknown>>;

  /** There is another answer: for what stands above the list. */
  protected shown(): void {}

  /** The rows of the answer, or those below one of them. */
  protected abstract rows(node?: Node): Node[];
  abstract getTreeItem(node: Node): TreeItem;
}

/** The version tells when something was said, not what. */
function sameAnswer(one: object | undefined, other: object | undefined): boolean {
  return JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 });
}
