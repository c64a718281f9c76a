/** What the headings and titles of a document say of the sentences below them, and which sentences were read by that. */

import type { PlanTree, TreeChange } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import type { PeriodScope } from './periods.ts';
import { type Cue, cueOf, factsAlong, type SectionFacts } from './sections.ts';
import type { HeaderFacts } from './types.ts';

export class Cues {
  readonly #tree: PlanTree;
  readonly #cues = new Map<Line, Cue>();
  /** The lines of the cues in order, with what holds behind each; made when asked for. */
  #along: { readonly lines: readonly Line[]; readonly facts: readonly SectionFacts[] } | undefined;
  /** The same object for the same facts. */
  readonly #knownFacts = new Map<string, SectionFacts>();
  /** Under what each line with figures in its sentences was read. */
  readonly #readUnder = new Map<Line, SectionFacts>();

  constructor(tree: PlanTree) {
    this.#tree = tree;
  }

  /** Everything is to be read again. */
  clear(): void {
    this.#cues.clear();
    this.#along = undefined;
    this.#knownFacts.clear();
    this.#readUnder.clear();
  }

  /** Keeps what the line says of the text below it. True where that is another thing than before. */
  note(line: Line): boolean {
    const before = this.#cues.get(line);
    const cue = this.#tree.lines.has(line) ? cueOf(line) : undefined;
    if (!before && !cue) return false;
    if (cue) this.#cues.set(line, cue);
    else this.#cues.delete(line);
    this.#along = undefined;
    return !before || !cue || JSON.stringify(before) !== JSON.stringify(cue);
  }

  get any(): boolean {
    return this.#cues.size > 0;
  }

  has(line: Line): boolean {
    return this.#cues.has(line);
  }

  /** What the headings and titles above a line say. */
  factsAt(line: Line, header: HeaderFacts, scope: PeriodScope): SectionFacts {
    const { lines } = this.#tree;
    if (!this.#along) {
      const order = [...this.#cues.keys()].sort((a, b) => lines.indexOf(a) - lines.indexOf(b));
      const cues = order.flatMap((cueLine) => this.#cues.get(cueLine) ?? []);
      this.#along = { lines: order, facts: factsAlong(cues, header, scope, this.#knownFacts) };
    }
    const { lines: cueLines, facts } = this.#along;
    const index = lines.indexOf(line);
    let low = 0;
    let high = cueLines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines.indexOf(cueLines[middle]) < index) low = middle + 1;
      else high = middle;
    }
    return facts[low];
  }

  /** The same for a line that is read by it, so that it is read again when something else is said above it. */
  readUnder(line: Line, header: HeaderFacts, scope: PeriodScope): SectionFacts {
    const facts = this.factsAt(line, header, scope);
    this.#readUnder.set(line, facts);
    return facts;
  }

  /** The line is gone, or read anew. */
  forget(line: Line): void {
    this.#readUnder.delete(line);
  }

  /** Sentences that tell of another year, or targets instead of results, since a heading changed. */
  readOtherwise(change: TreeChange, header: HeaderFacts, scope: PeriodScope): Line[] {
    let another = false;
    for (const line of [...change.removed, ...change.added, ...change.replaced]) {
      if (this.note(line)) another = true;
    }
    if (!another) return [];
    return [...this.#readUnder]
      .filter(
        ([line, facts]) =>
          this.#tree.lines.has(line) && this.factsAt(line, header, scope) !== facts,
      )
      .map(([line]) => line);
  }
}
