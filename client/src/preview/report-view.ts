// The report in the page: its pieces, in chunks of a few pages each, so that a change makes the browser set only the
// chunk again that it is in.

import morphdom from 'morphdom';
import { applyChanges, type LineMove, movesOf, type Piece } from './part-list.ts';
import type { PartChange, PreviewChanges } from './protocol.ts';

/** A chunk of so many elements ends before the next heading, or soon in any case. */
const fullChunk = 60;
const largestChunk = 120;

/** So many blocks of a report that is new are put in at once: more than are in sight. */
const firstBlocks = 150;

/** These stay on the page of the next block, or have a distance of their own from it. */
const decidesNext = 'h1, h2, h3, h4, h5, h6, .annex, .byline, .note';

/** One block may be several elements: a table and its notes. */
export type Block = Piece<readonly HTMLElement[]>;

export class ReportView {
  readonly #root: HTMLElement;
  readonly #changed: (chunk: Element) => void;
  /** The chunks that the last change was in. */
  readonly #touched = new Set<Element>();
  readonly #blocks: Block[] = [];
  readonly #blockOf = new WeakMap<Element, Block>();
  /** What of a report that is new has not been put in yet. */
  #coming: PartChange['inserted'] = [];
  /** Those whose lines never go back: what is put together behind the text comes from lines all over it. */
  #ordered: readonly Block[] = [];

  /** @param changed is told of each chunk that reads differently now */
  constructor(root: HTMLElement, changed: (chunk: Element) => void) {
    this.#root = root;
    this.#changed = changed;
  }

  get all(): readonly Block[] {
    return this.#blocks;
  }

  get ordered(): readonly Block[] {
    return this.#ordered;
  }

  /** The chunks from top to bottom. */
  get chunks(): HTMLCollection {
    return this.#root.children;
  }

  /** The block that an element is part of. */
  blockOf(element: Element): Block | undefined {
    for (let one: Element | null = element; one && one !== this.#root; one = one.parentElement) {
      const block = this.#blockOf.get(one);
      if (block) return block;
    }
    return undefined;
  }

  /**
   * Of a report that is new, what is seen first; {@link add} and {@link reach} put in the rest.
   *
   * @returns where lines have moved to
   */
  apply(changes: PreviewChanges): readonly LineMove[] {
    if (changes.since !== 0) {
      this.add(this.#coming.length);
      this.#change(changes);
      return movesOf(this.#blocks, changes.shifts);
    }
    this.#root.replaceChildren();
    this.#blocks.length = 0;
    this.#coming = changes.changes.flatMap(({ inserted }) => inserted);
    this.add(firstBlocks);
    return [];
  }

  get isWhole(): boolean {
    return this.#coming.length === 0;
  }

  /** Puts in some more of a report that is new. */
  add(count: number): void {
    if (this.isWhole) return;
    const inserted = this.#coming.slice(0, count);
    this.#coming = this.#coming.slice(count);
    this.#change({ changes: [{ at: this.#blocks.length, removed: 0, inserted }], shifts: [] });
  }

  /** Puts in at least what is needed to show a line. */
  reach(line: number): void {
    const behind = this.#coming.findIndex((piece) => piece.line > line);
    if (behind !== 0) this.add(behind < 0 ? this.#coming.length : behind + firstBlocks);
  }

  #change(changes: Pick<PreviewChanges, 'changes' | 'shifts'>): void {
    const made = applyChanges<readonly HTMLElement[]>(
      this.#blocks,
      changes,
      (removed, inserted, previous, next) => {
        const made = inserted.map(({ html }) => elementsOf(html));
        return removed.length === made.length && removed.length > 0
          ? removed.map(({ content }, index) => this.#morph(content, made[index]))
          : this.#replace(removed, made, previous, next);
      },
    );
    for (const block of made) {
      for (const element of block.content) this.#blockOf.set(element, block);
    }
    for (const chunk of this.#touched) this.#keepTogether(chunk);
    for (const chunk of this.#touched) this.#changed(chunk);
    this.#touched.clear();
    let last = 0;
    this.#ordered = this.#blocks.filter(({ line }) => {
      if (line < last) return false;
      last = line;
      return true;
    });
  }

  /** What stays in a block stays the same element: a selection in it, or the tip beside it. */
  #morph(from: readonly HTMLElement[], to: readonly HTMLElement[]): readonly HTMLElement[] {
    if (from.length !== to.length) {
      from[0].before(...to);
      for (const element of from) element.remove();
      this.#touch(to[0]);
      return to;
    }
    this.#touch(from[0]);
    return from.map((element, index) => {
      const kept = morphdom(element, to[index], {
        onBeforeElUpdated: (one, other) => !one.isEqualNode(other),
      });
      return kept as HTMLElement;
    });
  }

  #replace(
    removed: readonly Block[],
    made: readonly (readonly HTMLElement[])[],
    previous: Block | undefined,
    next: Block | undefined,
  ): readonly (readonly HTMLElement[])[] {
    for (const element of removed.flatMap(({ content }) => content)) {
      const chunk = element.parentElement;
      this.#touch(element);
      element.remove();
      // The marks at its ends are all that is left.
      if (chunk?.childElementCount === 2) chunk.remove();
    }
    let behind = previous?.content.at(-1) ?? next?.content[0].parentElement?.firstElementChild;
    for (const elements of made) {
      behind = this.#insert(behind, elements);
    }
    return made;
  }

  #insert(behind: Element | undefined | null, elements: readonly HTMLElement[]): Element {
    let after = behind;
    const chunk = after?.parentElement;
    const count = chunk?.childElementCount ?? 0;
    const isFull = count >= (/^H[1-6]$/.test(elements[0].tagName) ? fullChunk : largestChunk);
    if (!after || !chunk) {
      const first = newChunk();
      this.#root.append(first);
      after = first.firstElementChild as Element;
    } else if (isFull && !elements[0].classList.contains('note')) {
      const rest = newChunk();
      const moved: Element[] = [];
      for (let one = after.nextElementSibling; one && one !== chunk.lastElementChild; ) {
        moved.push(one);
        one = one.nextElementSibling;
      }
      chunk.after(rest);
      this.#touched.add(chunk);
      after = rest.firstElementChild as Element;
      after.after(...moved);
    }
    after.after(...elements);
    this.#touch(elements[0]);
    return elements[elements.length - 1];
  }

  /** What decides how the next block is set does not end a chunk: pages break alike however the chunks have come about. */
  #keepTogether(chunk: Element): void {
    const next = chunk.nextElementSibling;
    if (!next) return;
    for (;;) {
      const last = chunk.lastElementChild?.previousElementSibling;
      if (!last?.matches(decidesNext)) return;
      next.firstElementChild?.after(last);
      this.#touched.add(next);
      if (chunk.childElementCount === 2) {
        chunk.remove();
        return;
      }
    }
  }

  #touch(element: Element): void {
    if (element.parentElement) this.#touched.add(element.parentElement);
  }
}

function newChunk(): HTMLElement {
  const chunk = document.createElement('section');
  for (const name of ['lead', 'tail']) {
    const mark = document.createElement('div');
    mark.className = name;
    chunk.append(mark);
  }
  return chunk;
}

/** A template's content is inert: nothing in it runs or loads before it is put into the page. */
function elementsOf(html: string): readonly HTMLElement[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  const elements = [...template.content.children] as HTMLElement[];
  // The tip of the preview says more than the browser's own.
  for (const marked of template.content.querySelectorAll<HTMLElement>('[title]')) {
    marked.dataset.told = marked.title;
    marked.removeAttribute('title');
  }
  return elements.length > 0 ? elements : [document.createElement('div')];
}
