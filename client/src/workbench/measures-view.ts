// Who does what by when.

import {
  commands,
  Disposable,
  type LogOutputChannel,
  type Memento,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActivePlan } from './active-plan.ts';
import { AnswerView } from './answer-view.ts';
import type { Measures, ScheduledMeasure } from './answers.ts';
import { goTo } from './places.ts';

type Group = Measures['groups'][number];
type Node = { readonly group: Group; readonly measure?: ScheduledMeasure };
type Order = 'owner' | 'deadline';

const orderKey = 'measures.order';

export class MeasuresView extends AnswerView<Measures, Node> {
  readonly #state: Memento;
  readonly #commands: Disposable;

  constructor(
    client: BaseLanguageClient,
    plan: ActivePlan,
    output: LogOutputChannel,
    state: Memento,
  ) {
    super('planwright.measuresView', 'planwright.measures', client, plan, output);
    this.#state = state;
    this.#commands = Disposable.from(
      commands.registerCommand('planwright.measuresByOwner', () => this.#arrange('owner')),
      commands.registerCommand('planwright.measuresByDeadline', () => this.#arrange('deadline')),
    );
    this.#tellOrder();
  }

  override dispose(): void {
    super.dispose();
    this.#commands.dispose();
  }

  get #order(): Order {
    return this.#state.get<Order>(orderKey, 'owner');
  }

  async #arrange(order: Order): Promise<void> {
    await this.#state.update(orderKey, order);
    this.#tellOrder();
    this.refresh();
  }

  /** The button offers the other order. */
  #tellOrder(): void {
    void commands.executeCommand('setContext', 'planwright.measuresOrder', this.#order);
  }

  protected override choices(): { order: Order } {
    return { order: this.#order };
  }

  protected override rows(node?: Node): Node[] {
    if (!node) return (this.answer?.groups ?? []).map((group) => ({ group }));
    return node.measure
      ? []
      : node.group.measures.map((measure) => ({ group: node.group, measure }));
  }

  override getTreeItem({ group, measure }: Node): TreeItem {
    return measure ? this.#measureItem(measure) : this.#groupItem(group);
  }

  #groupItem({ title, isMissing, measures }: Group): TreeItem {
    const entry = new TreeItem(title, TreeItemCollapsibleState.Expanded);
    entry.id = `${isMissing} ${title}`;
    entry.description = String(measures.length);
    entry.iconPath = new ThemeIcon(
      isMissing ? 'question' : this.#order === 'owner' ? 'person' : 'watch',
    );
    return entry;
  }

  #measureItem({ title, owner, due, progress, location }: ScheduledMeasure): TreeItem {
    const entry = new TreeItem(title);
    // What the group says already is not said again.
    entry.description = [this.#order === 'owner' ? due : owner, progress]
      .filter(Boolean)
      .join(' · ');
    entry.tooltip = [title, owner, due, progress].filter(Boolean).join('\n');
    entry.command = goTo(location);
    return entry;
  }
}
