// The tip beside what the pointer rests on: what the checks have found there, and how a figure came about.

import type { Findings } from './findings.ts';
import type { Places } from './places.ts';
import type { MessageFromPage } from './protocol.ts';

/** How long the pointer rests before a tip comes, as in the editor. */
const restMs = 300;

/** A figure as printed, up to the end of its unit. */
const figurePattern = /\d[\d.,，]*\s*(?:[%‰％]|[\p{Script=Han}]{1,4}|[A-Za-z]+)?/gu;

/** All that a tip may hold. */
const harmlessTags = new Set(
  'P,UL,OL,LI,STRONG,EM,A,CODE,BR,HR,TABLE,THEAD,TBODY,TR,TH,TD'.split(','),
);

export class Tip {
  readonly #element: HTMLElement;
  readonly #places: Places;
  readonly #findings: Findings;
  readonly #post: (message: MessageFromPage) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  /** What the tip that is shown is about. */
  #subject: Range | undefined;

  constructor(places: Places, findings: Findings, post: (message: MessageFromPage) => void) {
    this.#element = document.getElementById('tip') as HTMLElement;
    this.#places = places;
    this.#findings = findings;
    this.#post = post;
    document.addEventListener('pointermove', (event) => this.#move(event));
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide();
    });
    window.addEventListener('scroll', () => this.hide(), { passive: true });
    document.addEventListener('pointerleave', () => this.hide());
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#count += 1;
    this.#subject = undefined;
    this.#element.hidden = true;
  }

  /** @param html as VS Code renders it; only plain text and links are let in */
  explain(count: number, html: string): void {
    if (count !== this.#count || !this.#subject || html === '') return;
    const template = document.createElement('template');
    template.innerHTML = html;
    for (const element of template.content.querySelectorAll('*')) {
      if (!harmlessTags.has(element.tagName)) {
        element.remove();
        continue;
      }
      for (const { name } of [...element.attributes]) {
        if (name !== 'href') element.removeAttribute(name);
      }
    }
    this.#element.append(template.content);
    this.#show();
  }

  #move(event: PointerEvent): void {
    if (event.target instanceof Node && this.#element.contains(event.target)) return;
    const { clientX, clientY } = event;
    if (this.#subject && isOver(this.#subject, clientX, clientY)) return;
    clearTimeout(this.#timer);
    // On its way into the tip the pointer may leave the figure for a moment.
    this.#timer = setTimeout(() => this.#rest(clientX, clientY), restMs);
  }

  #rest(x: number, y: number): void {
    this.hide();
    const caret = document.caretPositionFromPoint(x, y);
    const node = caret?.offsetNode;
    if (!caret || !(node instanceof Text)) return;
    const block = node.parentElement?.closest<HTMLElement>('[data-line]');
    if (!block) return;
    const told = node.parentElement?.closest<HTMLElement>('[data-told]');
    const figure = told ? undefined : figureIn(node, caret.offset);
    const range = told ? rangeAround(told) : figure;
    const found = this.#findings.at(node, caret.offset).filter((one) => isOver(one.range, x, y));
    const subject = range && isOver(range, x, y) ? range : found[0]?.range;
    if (!subject) return;
    this.#subject = subject;
    this.#element.replaceChildren(
      ...found.map(({ finding }) => paragraphOf(finding.message, finding.severity)),
      ...(told?.dataset.told && subject === range ? [paragraphOf(told.dataset.told, '')] : []),
    );
    if (this.#element.childElementCount > 0) this.#show();
    const line = this.#places.lineOf(block);
    if (subject !== range || line === undefined) return;
    const text = range.toString();
    const isReference = told?.classList.contains('figure') ?? false;
    const nth = isReference
      ? [...block.querySelectorAll('.figure')].indexOf(told as HTMLElement)
      : countBefore(block, range, text);
    this.#post({ type: 'explain', count: this.#count, line, text, nth, isReference });
  }

  #show(): void {
    if (!this.#subject) return;
    this.#element.hidden = false;
    const box = this.#subject.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#element;
    const left = Math.min(box.left, document.documentElement.clientWidth - offsetWidth - 8);
    const isBelow = box.bottom + offsetHeight + 8 < window.innerHeight;
    this.#element.style.left = `${Math.max(left, 8)}px`;
    this.#element.style.top = `${isBelow ? box.bottom + 4 : Math.max(box.top - offsetHeight - 4, 8)}px`;
  }
}

function paragraphOf(text: string, className: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  paragraph.className = className;
  return paragraph;
}

function rangeAround(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

function isOver(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 4,
  );
}

function figureIn(node: Text, offset: number): Range | undefined {
  for (const found of node.data.matchAll(figurePattern)) {
    const end = found.index + found[0].length;
    if (found.index > offset || end < offset) continue;
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, end);
    return range;
  }
  return undefined;
}

function countBefore(block: HTMLElement, range: Range, text: string): number {
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return before.toString().split(text).length - 1;
}
