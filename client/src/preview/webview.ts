// Runs inside the panel: puts reports into the page with as few changes as possible, and keeps page and editor
// at the same place.

import morphdom from 'morphdom';
import type { MessageFromPage, MessageToPage, PageState, PreviewResult } from './protocol.ts';

interface VsCodeApi {
  postMessage(message: MessageFromPage): void;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

interface Block {
  readonly line: number;
  readonly element: HTMLElement;
}

/** How long after the reader's last input a scroll is still the reader's: momentum, a page of smooth scrolling. */
const readerLeadsMs = 600;

const vscode = acquireVsCodeApi();
const reportElement = document.getElementById('report') as HTMLElement;
const noticeElement = document.getElementById('notice') as HTMLElement;

/** The report's blocks in the order of their lines. */
let blocks: readonly Block[] = [];
let shownUri: string | undefined;
let cursorLine: number | undefined;
let lastReaderInput = Number.NEGATIVE_INFINITY;

function readerLeads(): boolean {
  return performance.now() - lastReaderInput < readerLeadsMs;
}

// ---------------------------------------------------------------- showing

function show(uri: string, report: PreviewResult): void {
  // A template's content is inert: nothing in it runs or loads before it is put into the page.
  const template = document.createElement('template');
  template.innerHTML = report.html;
  const next = document.createElement('main');
  next.append(template.content);

  const isOtherDocument = uri !== shownUri;
  morphdom(reportElement, next, {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
  });
  if (report.language) document.documentElement.lang = report.language;
  noticeElement.hidden = true;
  reportElement.hidden = false;
  blocks = Array.from(reportElement.querySelectorAll<HTMLElement>('[data-line]'), (element) => ({
    line: Number(element.dataset.line),
    element,
  })).sort((left, right) => left.line - right.line);

  if (isOtherDocument) {
    shownUri = uri;
    cursorLine = undefined;
    vscode.setState({ uri });
    window.scrollTo(0, 0);
    vscode.postMessage({ type: 'wantsPlace' });
  }
  markCursor();
}

function showNotice(uri: string, text: string): void {
  noticeElement.textContent = text;
  noticeElement.hidden = false;
  // The last good report stays readable under the notice, but not that of another document.
  if (uri !== shownUri) reportElement.hidden = true;
}

/** The next frame is on the screen when its callbacks, and then the events behind them, have run. */
function tellWhenShown(): void {
  requestAnimationFrame(() => setTimeout(() => vscode.postMessage({ type: 'shown' })));
}

// ---------------------------------------------------------------- places

/** The index of the last block that meets a condition which the blocks meet up to some place; −1 for none. */
function lastBlockWhere(isBefore: (block: Block) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(blocks[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function blockIndexAt(line: number): number {
  return lastBlockWhere((block) => block.line <= line);
}

function pageTop(element: Element): number {
  return element.getBoundingClientRect().top + window.scrollY;
}

/** Between the blocks of two lines the place is interpolated, so that scrolling never jumps. */
function scrollToLine(line: number): void {
  const before = blocks[blockIndexAt(line)];
  if (line <= 0 || !before) {
    window.scrollTo(0, 0);
    return;
  }
  const top = pageTop(before.element);
  const after = blocks[lastBlockWhere((block) => block.line <= before.line) + 1];
  const bottom = after ? pageTop(after.element) : top + before.element.offsetHeight;
  const span = after ? after.line - before.line : 1;
  const progress = Math.min((line - before.line) / span, 1);
  window.scrollTo(0, top + progress * Math.max(bottom - top, 0));
}

/** The line, with its fraction, that is at the top of the window. */
function lineAtTop(): number {
  const top = window.scrollY;
  const index = lastBlockWhere((block) => pageTop(block.element) <= top);
  const before = blocks[index];
  if (!before) return 0;
  const after = blocks[index + 1];
  const start = pageTop(before.element);
  const end = after ? pageTop(after.element) : start + before.element.offsetHeight;
  const span = after ? after.line - before.line : 1;
  return before.line + (end > start ? Math.min((top - start) / (end - start), 1) * span : 0);
}

/** Marks the block that the cursor is in, and brings it into sight unless the reader is scrolling. */
function markCursor(): void {
  for (const marked of reportElement.querySelectorAll('.planwright-cursor')) {
    marked.classList.remove('planwright-cursor');
  }
  if (cursorLine === undefined) return;
  const block = blocks[blockIndexAt(cursorLine)];
  if (!block) return;
  block.element.classList.add('planwright-cursor');
  if (!readerLeads()) block.element.scrollIntoView({ block: 'nearest' });
}

// ---------------------------------------------------------------- messages and input

window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
  switch (data.type) {
    case 'show':
      show(data.uri, data.report);
      tellWhenShown();
      break;
    case 'notice':
      showNotice(data.uri, data.text);
      tellWhenShown();
      break;
    case 'scrollTo':
      lastReaderInput = Number.NEGATIVE_INFINITY;
      scrollToLine(data.line);
      break;
    case 'cursor':
      cursorLine = data.line;
      lastReaderInput = Number.NEGATIVE_INFINITY;
      markCursor();
      break;
  }
});

for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
  window.addEventListener(
    type,
    () => {
      lastReaderInput = performance.now();
    },
    { passive: true },
  );
}

let reportIsScheduled = false;
window.addEventListener('scroll', () => {
  if (!readerLeads()) return;
  // Dragging the scroll bar sends nothing but scroll events: each one carries the lead on.
  lastReaderInput = performance.now();
  if (reportIsScheduled) return;
  reportIsScheduled = true;
  requestAnimationFrame(() => {
    reportIsScheduled = false;
    vscode.postMessage({ type: 'scrolled', line: lineAtTop() });
  });
});

function blockOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
}

document.addEventListener('dblclick', (event) => {
  const block = blockOf(event.target);
  if (block) vscode.postMessage({ type: 'edit', line: Number(block.dataset.line) });
});

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const target = link?.getAttribute('href');
  // VS Code opens addresses with a scheme, and the page itself its own anchors; files are left to us.
  if (!target || target.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(target)) return;
  event.preventDefault();
  vscode.postMessage({ type: 'openLink', target });
});

vscode.postMessage({ type: 'ready' });
