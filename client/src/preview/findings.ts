// What the checks have found, shown where it stands in the finished document. Underlines are highlights of the browser's:
// the report itself is not touched, and what is out of sight costs nothing.

import type { LineMove } from './part-list.ts';
import { lastWhere, type Places } from './places.ts';
import type { PreviewFinding } from './protocol.ts';

interface Shown {
  readonly range: Range;
  readonly finding: PreviewFinding;
}

/** So many lines above and below what is in sight are marked as well, and no more of them. */
const marginLines = 40;
const linesInSight = 120;

const severities = ['error', 'warning', 'hint'] as const;

export class Findings {
  readonly #places: Places;
  #all: readonly PreviewFinding[] = [];
  #shown: readonly Shown[] = [];

  constructor(places: Places) {
    this.#places = places;
  }

  /** @param findings in the order of their lines; they are seen once they are marked */
  take(findings: readonly PreviewFinding[]): void {
    this.#all = findings;
  }

  /** Lines have moved, and what is found in them has not been told anew yet. */
  move(moves: readonly LineMove[]): void {
    if (moves.length === 0) return;
    this.#all = this.#all.map((finding) => {
      const { line } = finding;
      const move = moves.findLast(({ from }) => from <= line);
      return move ? { ...finding, line: line + move.by } : finding;
    });
  }

  /** Marks what is in sight now. */
  mark(): void {
    const top = this.#places.top();
    const shown: Shown[] = [];
    const first = lastWhere(this.#all, ({ line }) => line < top - marginLines) + 1;
    for (const finding of this.#all.slice(first)) {
      if (finding.line > top + linesInSight) break;
      const element = this.#places.exactly(finding.line);
      const range = element && rangeOf(element, finding.text, finding.nth);
      if (range) shown.push({ range, finding });
    }
    this.#shown = shown;
    for (const severity of severities) {
      const ranges = shown
        .filter(({ finding }) => finding.severity === severity)
        .map(({ range }) => range);
      CSS.highlights.set(`finding-${severity}`, new Highlight(...ranges));
    }
  }

  /** What is found at a place in the text. */
  at(node: Node, offset: number): Shown[] {
    return this.#shown.filter(({ range }) => range.isPointInRange(node, offset));
  }
}

/** Where a text stands in an element for the nth time; where it is put otherwise there, the whole element. */
function rangeOf(element: HTMLElement, text: string, nth: number): Range {
  const whole = element.textContent ?? '';
  let start = -1;
  for (let count = 0; count <= nth; count++) {
    const next = whole.indexOf(text, start + 1);
    if (next < 0) break;
    start = next;
  }
  const range = document.createRange();
  range.selectNodeContents(element);
  if (start < 0 || text === '') return range;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let isInside = false;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!isInside && start < passed + node.length) {
      range.setStart(node, start - passed);
      isInside = true;
    }
    if (isInside && start + text.length <= passed + node.length) {
      range.setEnd(node, start + text.length - passed);
      break;
    }
    passed += node.length;
  }
  return range;
}
