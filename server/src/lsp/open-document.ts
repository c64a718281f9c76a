/**
 * A document that the client has open. What the client sends is only noted down; the text and the plan are brought
 * up to date when someone asks, so that of many changes in a row the last state alone is looked at.
 */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PlanTree, type Position, type Range } from '../syntax/document.ts';
import { PlanDocument } from '../workspace/document.ts';
import { defaultSettings, type Settings } from '../workspace/settings/table.ts';

export class OpenDocument {
  readonly uri: string;
  /** The client’s count of its own changes. */
  version: number;
  /** The version of which others that include this document have been told. */
  toldVersion: number | undefined;
  /** Counts the states of which the findings were told: equal numbers, equal findings. */
  findingsCount = 0;
  /** How many of the plan’s internal errors the log has. */
  internalErrorsLogged = 0;

  #text: TextDocument;
  #textChanges: TextDocumentContentChangeEvent[] = [];
  /** Until the plan is made of it. */
  #tree: PlanTree | undefined;
  #plan: PlanDocument | undefined;
  #settings = defaultSettings;
  #planChanges: TextDocumentContentChangeEvent[] = [];
  readonly #log: (problem: unknown) => void;

  /** @param log is told of a plan that could not follow its text, and was read anew */
  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    log: (problem: unknown) => void,
  ) {
    this.uri = uri;
    this.version = version;
    this.#text = TextDocument.create(uri, languageId, version, text);
    this.#log = log;
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.version = version;
    // Some clients send `null` where they mean that there is no range.
    const clean = changes.map((change) =>
      'range' in change && !change.range ? { text: change.text } : change,
    );
    this.#textChanges.push(...clean);
    this.#planChanges.push(...clean);
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Goes on with these settings; the same ones cost nothing. */
  configure(settings: Settings): void {
    this.#settings = settings;
    this.#plan?.configure(settings);
  }

  /** The whole text as the client has it. */
  get text(): string {
    this.updateText();
    return this.#text.getText();
  }

  /** Follows the changes in the text itself. Costs as much as the text is long; best done when there is time. */
  updateText(): void {
    if (this.#textChanges.length === 0) return;
    for (const change of this.#textChanges) this.#text = this.#followed(change);
    this.#textChanges = [];
  }

  #followed(change: TextDocumentContentChangeEvent): TextDocument {
    const text = this.#text;
    if (!('range' in change)) return TextDocument.update(text, [change], this.version);
    const start = text.offsetAt(inOrder(change.range).start);
    const updated = TextDocument.update(text, [change], this.version);
    const whole = updated.getText();
    if (!isOneLineEnd(whole, start) && !isOneLineEnd(whole, start + change.text.length)) {
      return updated;
    }
    // The store goes on counting two line ends where a change has made one of them, so it has to count anew.
    return TextDocument.create(this.uri, text.languageId, this.version, whole);
  }

  /** Reads the text of a new document as far as that needs no settings. */
  parse(): void {
    if (!this.#plan) this.#tree = PlanTree.parse(this.text, { uri: this.uri });
  }

  /** The plan as the client’s last change left it. */
  get plan(): PlanDocument {
    const changes = this.#planChanges;
    this.#planChanges = [];
    if (this.#plan && changes.length > 0) {
      try {
        this.#plan = this.#follow(this.#plan, changes);
      } catch (problem) {
        // The text is still whole, and a plan can always be made of it.
        this.#log(problem);
        this.#plan = undefined;
      }
    }
    if (!this.#plan) {
      // Whatever came since it was parsed is in the text.
      const tree = changes.length === 0 ? this.#tree : undefined;
      this.#plan = PlanDocument.open(this.uri, this.text, { settings: this.#settings, tree });
    }
    this.#tree = undefined;
    return this.#plan;
  }

  #follow(plan: PlanDocument, changes: readonly TextDocumentContentChangeEvent[]): PlanDocument {
    let current = plan;
    for (const change of changes) {
      if ('range' in change) current.edit([{ range: inOrder(change.range), text: change.text }]);
      else current = PlanDocument.open(this.uri, change.text, { settings: this.#settings });
    }
    return current;
  }
}

/** Whether a line end of two characters has one of them before the offset and one behind it. */
function isOneLineEnd(text: string, offset: number): boolean {
  return text[offset - 1] === '\r' && text[offset] === '\n';
}

/** Some clients send the ends of a range the wrong way round. */
function inOrder({ start, end }: Range): Range {
  return isBehind(start, end) ? { start: end, end: start } : { start, end };
}

function isBehind(one: Position, other: Position): boolean {
  return one.line > other.line || (one.line === other.line && one.character > other.character);
}
