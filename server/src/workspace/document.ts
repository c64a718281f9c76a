/**
 * One open document: its tree, its model and its findings, kept up to date together. The editor, the
 * command line, the preview and the exports all read this; nothing is computed beside it.
 */
import { PlanModel } from '../model/model.ts';
import type { IncludeProblem } from '../model/types.ts';
import {
  type CheckedFinding,
  Checker,
  type CheckSettings,
  type InternalError,
} from '../rules/checker.ts';
import { PlanTree, type TextChange } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import { checkSettingsOf, conventionsOf } from './settings/read.ts';
import { defaultSettings, type Settings } from './settings/table.ts';

export interface OpenOptions {
  /** For .txt and .md files: headings are headings, rows are tables, every other line is prose. */
  readonly prose?: boolean;
  readonly settings?: Settings;
  /** Of the text, where it has been parsed already. */
  readonly tree?: PlanTree;
}

/** What the header of a document names. */
export interface RelatedDocuments {
  readonly basis: readonly PlanDocument[];
  readonly rollup: readonly PlanDocument[];
  /** The paths, as written, that lead back to the document. */
  readonly itself: ReadonlySet<string>;
  /** The paths to plans, as written, that lead nowhere. */
  readonly missing: ReadonlySet<string>;
}

export class PlanDocument {
  readonly uri: string;
  readonly tree: PlanTree;
  readonly model: PlanModel;
  private readonly checker: Checker;
  private currentSettings: Settings;
  private includes: readonly Line[] | undefined;
  /** Counts the edits; the protocol's version is the server's business. */
  version = 0;

  private constructor(uri: string, tree: PlanTree, settings: Settings) {
    this.uri = uri;
    this.tree = tree;
    this.currentSettings = settings;
    this.model = PlanModel.of(tree, conventionsOf(settings));
    this.checker = new Checker(this.model, this.checkSettings(settings));
  }

  static open(
    uri: string,
    text: string,
    {
      prose = false,
      settings = defaultSettings,
      tree = PlanTree.parse(text, { uri, proseOnly: prose }),
    }: OpenOptions = {},
  ): PlanDocument {
    return new PlanDocument(uri, tree, settings);
  }

  /** What the document would be with another text: by itself, without what it includes. */
  withText(text: string): PlanDocument {
    return PlanDocument.open(this.uri, text, { settings: this.settings });
  }

  get settings(): Settings {
    return this.currentSettings;
  }

  /** Goes on with other settings. True where the document may read or be judged differently now. */
  configure(settings: Settings): boolean {
    const before = this.settings;
    if (settings === before) return false;
    this.currentSettings = settings;
    const conventions = conventionsOf(settings);
    const reads = !same(conventionsOf(before), conventions);
    const judges = !same(checkSettingsOf(before), checkSettingsOf(settings));
    if (judges) this.checker.configure(this.checkSettings(settings));
    if (reads) this.checker.update(this.model.configure(conventions));
    return reads || judges;
  }

  /** In a Markdown file two asterisks do make bold. */
  private checkSettings(settings: Settings): CheckSettings {
    const { tiers } = checkSettingsOf(settings);
    return { tiers: /\.md$/i.test(this.uri) ? { 'markdown-bold': 'off', ...tiers } : tiers };
  }

  /** Applies changes in order, each to the text that the one before it left. */
  edit(changes: readonly TextChange[]): void {
    for (const change of changes) {
      const treeChange = this.tree.edit(change);
      const modelChange = this.model.update(treeChange);
      if (modelChange.kinds.has('include')) this.includes = undefined;
      this.checker.update(modelChange);
    }
    this.version += 1;
  }

  /** The `引用` lines, in order. */
  includeLines(): readonly Line[] {
    this.includes ??= [...this.tree.lines].filter((line) => line.kind === 'include');
    return this.includes;
  }

  /** Makes the indicators of other documents known here. */
  include(
    documents: readonly PlanDocument[],
    problems: ReadonlyMap<Line, IncludeProblem> = new Map(),
  ): void {
    this.checker.update(
      this.model.include(
        documents.map(({ model }) => model),
        problems,
      ),
    );
  }

  /** Makes known what the plans say that the header names. */
  relate({ basis, rollup, itself, missing }: RelatedDocuments): void {
    const { related } = this.model;
    const count = basis.length + rollup.length + itself.size + missing.size;
    // To have none, as before, would only make everything be read again.
    const before = related.basis.length + related.rollup.length;
    if (count + before + related.itself.size + related.missing.size === 0) return;
    const modelsOf = (documents: readonly PlanDocument[]) => documents.map(({ model }) => model);
    this.checker.update(
      this.model.relate({ basis: modelsOf(basis), rollup: modelsOf(rollup), itself, missing }),
    );
  }

  /** The plans that the document names in `依据：`: its results are measured by their targets. */
  get basis(): readonly PlanModel[] {
    return this.model.related.basis;
  }

  /**
   * Goes on with a check of the whole document while `mayGoOn` says so; true when it is done.
   * {@link findings} does what is left at once.
   */
  advance(mayGoOn: () => boolean): boolean {
    return this.checker.advance(mayGoOn);
  }

  /** Rules that threw, for the log. */
  get internalErrors(): readonly InternalError[] {
    return this.checker.internal;
  }

  findings(): readonly CheckedFinding[] {
    return this.checker.findings();
  }

  text(): string {
    return this.tree.text();
  }
}

/** Settings are plain data, made by one function: equal ones print equally. */
function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
