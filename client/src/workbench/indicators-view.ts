// The indicators of the plan with their values: where they lead, what is wrong, and where each is said.

import {
  type CancellationToken,
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  MarkdownString,
  type Memento,
  type QuickPickItem,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import { type BaseLanguageClient, HoverRequest, MarkupContent } from 'vscode-languageclient';
import type { ActivePlan } from './active-plan.ts';
import { AnswerView } from './answer-view.ts';
import type { IndicatorRow, Indicators, IndicatorValue } from './answers.ts';
import { goTo, lineText } from './places.ts';

type Filter = 'stated' | 'findings' | 'all';
type Sort = 'document' | 'name' | 'findings';
/** The last row is a button where there is more than is shown. */
type Node = { readonly row: IndicatorRow; readonly value?: IndicatorValue } | 'more' | 'sentences';

const filterKey = 'indicators.filter';
const sortKey = 'indicators.sort';

/** As many more at a time. */
const page = 500;

const trendIcons = { up: 'arrow-up', down: 'arrow-down', level: 'arrow-right' } as const;

export class IndicatorsView extends AnswerView<Indicators, Node> {
  readonly #state: Memento;
  readonly #commands: Disposable;
  #search = '';
  #limit = page;

  constructor(
    client: BaseLanguageClient,
    plan: ActivePlan,
    output: LogOutputChannel,
    state: Memento,
  ) {
    super('planwright.indicatorsView', 'planwright.indicators', client, plan, output);
    this.#state = state;
    this.#commands = Disposable.from(
      commands.registerCommand('planwright.sortIndicators', () => this.#chooseSort()),
      commands.registerCommand('planwright.filterIndicators', () => this.#chooseFilter()),
      commands.registerCommand('planwright.searchIndicators', () => this.#chooseSearch()),
      commands.registerCommand('planwright.clearIndicatorSearch', () => this.#look('')),
      commands.registerCommand('planwright.showAllIndicators', () => this.#keep(filterKey, 'all')),
      commands.registerCommand('planwright.showMoreIndicators', () => {
        this.#limit += page;
        this.refresh();
      }),
    );
  }

  override dispose(): void {
    super.dispose();
    this.#commands.dispose();
  }

  protected override choices(): Record<string, unknown> {
    return {
      filter: this.#filter,
      sort: this.#sort,
      search: this.#search,
      limit: this.#limit,
    };
  }

  get #filter(): Filter {
    return this.#state.get<Filter>(filterKey, 'stated');
  }

  get #sort(): Sort {
    return this.#state.get<Sort>(sortKey, 'document');
  }

  // ------------------------------------------------------------ choosing

  async #keep(key: string, choice: string): Promise<void> {
    await this.#state.update(key, choice);
    this.refresh();
  }

  async #chooseSort(): Promise<void> {
    const choices: (QuickPickItem & { choice: Sort })[] = [
      { choice: 'document', label: l10n.t('As in the text') },
      { choice: 'name', label: l10n.t('By name') },
      { choice: 'findings', label: l10n.t('Those with findings first') },
    ];
    const placeHolder = l10n.t('In which order?');
    const chosen = await window.showQuickPick(marked(choices, this.#sort), { placeHolder });
    if (chosen) await this.#keep(sortKey, chosen.choice);
  }

  async #chooseFilter(): Promise<void> {
    const choices: (QuickPickItem & { choice: Filter })[] = [
      { choice: 'stated', label: l10n.t('Indicators in lines of their own and in tables') },
      { choice: 'findings', label: l10n.t('Only those with findings') },
      { choice: 'all', label: l10n.t('All, with those that only sentences speak of') },
    ];
    const placeHolder = l10n.t('Which indicators?');
    const chosen = await window.showQuickPick(marked(choices, this.#filter), { placeHolder });
    if (chosen) await this.#keep(filterKey, chosen.choice);
  }

  async #chooseSearch(): Promise<void> {
    const search = await window.showInputBox({
      value: this.#search,
      placeHolder: l10n.t('Part of a name'),
      prompt: l10n.t('Only indicators with this in their names are listed.'),
    });
    if (search !== undefined) this.#look(search.trim());
  }

  #look(search: string): void {
    this.#search = search;
    void commands.executeCommand('setContext', 'planwright.searchesIndicators', search !== '');
    this.refresh();
  }

  // ------------------------------------------------------------ showing

  protected override shown(): void {
    const { total = 0 } = this.answer ?? {};
    this.view.description = this.#search === '' ? '' : `“${this.#search}”`;
    this.view.message =
      this.answer && total === 0 && this.#isNarrowed
        ? l10n.t('No indicator fits what is being looked for.')
        : undefined;
  }

  get #isNarrowed(): boolean {
    return this.#search !== '' || this.#filter === 'findings';
  }

  protected override rows(node?: Node): Node[] {
    if (!this.answer) return [];
    if (!node) {
      const { rows, total, onlyInSentences } = this.answer;
      return [
        ...rows.map((row) => ({ row })),
        ...(total > rows.length ? (['more'] as const) : []),
        ...(onlyInSentences > 0 ? (['sentences'] as const) : []),
      ];
    }
    if (typeof node === 'string' || node.value) return [];
    return node.row.values.map((value) => ({ row: node.row, value }));
  }

  override getTreeItem(node: Node): TreeItem {
    if (node === 'more') return this.#moreItem();
    if (node === 'sentences') return this.#sentencesItem();
    return node.value ? valueItem(node.value) : rowItem(node.row);
  }

  #moreItem(): TreeItem {
    const { total, rows } = this.answer as Indicators;
    const entry = new TreeItem(l10n.t('Show more ({0})', total - rows.length));
    entry.iconPath = new ThemeIcon('ellipsis');
    entry.command = { command: 'planwright.showMoreIndicators', title: '' };
    return entry;
  }

  #sentencesItem(): TreeItem {
    const { onlyInSentences } = this.answer as Indicators;
    const entry = new TreeItem(l10n.t('{0} more in sentences', onlyInSentences));
    entry.iconPath = new ThemeIcon('ellipsis');
    entry.tooltip = l10n.t('Show also the indicators that only sentences speak of');
    entry.command = { command: 'planwright.showAllIndicators', title: '' };
    return entry;
  }

  /** The card that the name has in the text: values, what follows from them, and a picture. */
  async resolveTreeItem(item: TreeItem, node: Node, token: CancellationToken): Promise<TreeItem> {
    if (typeof node === 'string' || node.value) return item;
    const { uri, range } = node.row.location;
    const hover = await this.client.sendRequest(
      HoverRequest.type,
      { textDocument: { uri }, position: range.start },
      token,
    );
    if (hover && MarkupContent.is(hover.contents)) {
      item.tooltip = new MarkdownString(hover.contents.value);
    }
    return item;
  }
}

function marked<Choice extends QuickPickItem & { choice: string }>(
  choices: readonly Choice[],
  current: string,
): Choice[] {
  return choices.map((choice) =>
    choice.choice === current ? { ...choice, description: l10n.t('chosen') } : choice,
  );
}

function rowItem({
  name,
  summary,
  category,
  values,
  findings,
  trend,
  location,
}: IndicatorRow): TreeItem {
  const state =
    values.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const entry = new TreeItem(name, state);
  entry.id = name;
  entry.description = summary;
  entry.iconPath = iconOf(findings, trend);
  entry.command = goTo(location);
  const said = [name, category, summary, findingsText(findings)];
  entry.accessibilityInformation = { label: said.filter(Boolean).join(', ') };
  return entry;
}

function iconOf(
  { error, warning }: IndicatorRow['findings'],
  trend: IndicatorRow['trend'],
): ThemeIcon {
  if (error > 0) return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (warning > 0) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(trend ? trendIcons[trend] : 'dash');
}

function findingsText({ error, warning, hint }: IndicatorRow['findings']): string {
  const count = error + warning + hint;
  return count === 0 ? '' : l10n.t('Findings: {0}', count);
}

function valueItem({ period, text, stance, location }: IndicatorValue): TreeItem {
  const entry = new TreeItem(period === '' ? l10n.t('no year') : period);
  entry.description = `${text} · ${stance}`;
  entry.tooltip = lineText(location);
  entry.command = goTo(location);
  return entry;
}
