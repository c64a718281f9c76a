// Where the lines of the document are in the page.

import type { Block, ReportView } from './report-view.ts';

export interface PlaceOfLine {
  readonly line: number;
  readonly element: HTMLElement;
}

/** The last for which something is true that is true up to some place; −1 for none. */
export function lastWhere<Item>(items: ArrayLike<Item>, isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The lines that a block comes from, from top to bottom. */
export function placesIn({ line, content }: Block): PlaceOfLine[] {
  const places: PlaceOfLine[] = [];
  let last = 0;
  for (const element of content) {
    const marked = [...element.querySelectorAll<HTMLElement>('[data-line]')];
    if (element.dataset.line) marked.unshift(element);
    for (const one of marked) {
      const below = Number(one.dataset.line);
      if (below < last) continue;
      last = below;
      places.push({ line: line + below, element: one });
    }
  }
  return places.length > 0 ? places : [{ line, element: content[0] }];
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

export class Places {
  readonly #view: ReportView;
  /** What lies above it is covered by the toolbar. */
  readonly #toolbar: HTMLElement;

  constructor(view: ReportView, toolbar: HTMLElement) {
    this.#view = view;
    this.#toolbar = toolbar;
  }

  /** The block that a line is in, or the last one above it. */
  at(line: number): PlaceOfLine | undefined {
    const block = this.#view.ordered[lastWhere(this.#view.ordered, (one) => one.line <= line)];
    if (!block) return undefined;
    const places = placesIn(block);
    return places[
      Math.max(
        lastWhere(places, (one) => one.line <= line),
        0,
      )
    ];
  }

  /** The elements that come from this very line. */
  exactly(line: number): HTMLElement | undefined {
    const place = this.at(line);
    return place?.line === line ? place.element : undefined;
  }

  /** The line that an element comes from. */
  lineOf(element: Element): number | undefined {
    const marked = element.closest<HTMLElement>('[data-line]');
    const block = marked && this.#view.blockOf(marked);
    return block ? block.line + Number(marked.dataset.line) : undefined;
  }

  /** Between two lines the place is interpolated, so that scrolling never jumps. */
  scrollTo(line: number): void {
    const [before, after] = this.#around(
      lastWhere(this.#view.ordered, (block) => block.line <= line),
      (place) => place.line <= line,
    );
    if (line <= 0 || !before) {
      window.scrollTo(window.scrollX, 0);
      return;
    }
    const top = topOf(before.element);
    const bottom = after ? topOf(after.element) : before.element.getBoundingClientRect().bottom;
    const progress = Math.min((line - before.line) / (after ? after.line - before.line : 1), 1);
    const place = top + progress * Math.max(bottom - top, 0);
    window.scrollTo(window.scrollX, window.scrollY + place - this.#edge);
  }

  /** The line, with its fraction, that is at the top of the window. */
  top(): number {
    if (window.scrollY <= 0) return 0;
    const edge = this.#edge + 1;
    const isAbove = (element: Element): boolean => topOf(element) <= edge;
    const [before, after] = this.#around(this.#lastBlock(isAbove), ({ element }) =>
      isAbove(element),
    );
    if (!before) return 0;
    const start = topOf(before.element);
    const end = after ? topOf(after.element) : before.element.getBoundingClientRect().bottom;
    const span = after ? after.line - before.line : 1;
    return before.line + (end > start ? Math.min((edge - start) / (end - start), 1) * span : 0);
  }

  /**
   * The last of the ordered blocks that something is true of. To ask where a block is makes the browser lay out the
   * chunk around it, so only chunks are asked until it is clear which one it is.
   */
  #lastBlock(isAbove: (element: Element) => boolean): number {
    const { chunks, ordered } = this.#view;
    // A chunk begins at the top of its first page, where the ones before it may still go on.
    for (let at = lastWhere(chunks, isAbove); at >= 0; at--) {
      const elements = [...chunks[at].children].slice(1, -1);
      for (let index = lastWhere(elements, isAbove); index >= 0; index--) {
        const block = this.#view.blockOf(elements[index]);
        const place = block ? ordered.indexOf(block) : -1;
        if (place >= 0) return place;
      }
    }
    return -1;
  }

  get #edge(): number {
    return this.#toolbar.offsetHeight;
  }

  #around(
    index: number,
    isBefore: (place: PlaceOfLine) => boolean,
  ): readonly [PlaceOfLine | undefined, PlaceOfLine | undefined] {
    const block = this.#view.ordered[index];
    if (!block) return [undefined, undefined];
    const places = placesIn(block);
    const last = Math.max(lastWhere(places, isBefore), 0);
    const before = places[last];
    const next = this.#view.ordered[index + 1];
    const after = places[last + 1] ?? (next && placesIn(next)[0]);
    return [before, after && after.line > before.line ? after : undefined];
  }
}
