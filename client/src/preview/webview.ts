// Runs inside the panel: puts what has changed into the page, and keeps page and editor at the same place.

import { Findings } from './findings.ts';
import { mark } from './marks.ts';
import { Pages } from './pages.ts';
import { Places } from './places.ts';
import type {
  MessageFromPage,
  MessageToPage,
  PageState,
  PreviewChanges,
  PreviewFinding,
  PreviewLook,
} from './protocol.ts';
import { ReportView } from './report-view.ts';
import { Tip } from './tip.ts';
import { Toolbar } from './toolbar.ts';

interface VsCodeApi {
  postMessage(message: MessageFromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** How long after the reader's last input a scroll is still the reader's: momentum, a page of smooth scrolling. */
const readerLeadsMs = 600;

/** What takes the page so long is felt in the editor, where they have one thread between them; and the longest pause. */
const noticeableMs = 40;
const longestPauseMs = 300;

/** Of a long report that is new, so many blocks are put in between two looks at the clock, for so long. */
const moreBlocks = 100;
const sliceMs = 8;

/** So much of the text around a click finds it in the document. */
const nearLength = 12;

const vscode = acquireVsCodeApi();
const post = (message: MessageFromPage): void => vscode.postMessage(message);
const reportElement = document.getElementById('report') as HTMLElement;
const noticeElement = document.getElementById('notice') as HTMLElement;

const toolbar = new Toolbar(post, () => {
  keepPlace(resize);
  remember();
});
const view = new ReportView(reportElement, (chunk) => pages.forget(chunk));
const places = new Places(view, toolbar.element);
const pages = new Pages(keepPlace);
const findings = new Findings(places);
const tip = new Tip(places, findings, post);

let shownUri: string | undefined;
let isPinned = vscode.getState()?.isPinned ?? false;
let cursorLine: number | undefined;
let cursorElement: Element | undefined;
let lastReaderInput = Number.NEGATIVE_INFINITY;

toolbar.zoom = vscode.getState()?.zoom ?? 0;

function readerLeads(): boolean {
  return performance.now() - lastReaderInput < readerLeadsMs;
}

function keepPlace(change: () => void): void {
  pages.look();
  const line = places.top();
  const before = window.scrollY;
  change();
  if (before > 0 && Math.abs(places.top() - line) > 0.01) places.scrollTo(line);
}

// ---------------------------------------------------------------- showing

type ShowMessage = Extract<MessageToPage, { type: 'show' }>;

/** Not shown yet, in the order in which it came. */
let waiting: ShowMessage[] = [];
let nextShowingAt = Number.NEGATIVE_INFINITY;
let comingFindings: readonly PreviewFinding[] | undefined;

/**
 * What has come until the page gets to it is shown together. A page that took long to show the last is left alone for as
 * long, since in a browser it and the editor may have one thread between them.
 */
function showSoon(message: ShowMessage): void {
  waiting.push(message);
  if (waiting.length > 1) return;
  setTimeout(
    () => {
      const begin = performance.now();
      const messages = waiting;
      waiting = [];
      show(messages);
      const tookMs = performance.now() - begin;
      const pauseMs = tookMs < noticeableMs ? 0 : Math.min(tookMs, longestPauseMs);
      nextShowingAt = performance.now() + pauseMs;
    },
    Math.max(nextShowingAt - performance.now(), 0),
  );
}

function show(messages: readonly ShowMessage[]): void {
  const last = messages[messages.length - 1];
  const { uri } = last;
  const isOtherDocument = uri !== shownUri;
  const change = (): void => {
    for (const { changes } of messages) findings.move(view.apply(changes));
    speak(last.changes.language);
    pages.update();
  };
  if (isOtherDocument) {
    pages.look();
    change();
  } else keepPlace(change);
  noticeElement.hidden = true;
  reportElement.hidden = false;
  tip.hide();

  if (isOtherDocument) {
    const state = vscode.getState();
    const line = state?.uri === uri ? state.line : undefined;
    shownUri = uri;
    cursorLine = undefined;
    scrollTo(line ?? 0);
    remember();
    post({ type: 'wantsPlace', hasOne: line !== undefined });
  }
  if (comingFindings) findings.take(comingFindings);
  comingFindings = undefined;
  findings.mark();
  markCursor(false);
  tellWhenShown(last.changes);
  if (isOtherDocument) addInSlices();
}

/** The rest of a long report, while there is nothing else to do. */
function addInSlices(): void {
  if (view.isWhole) return;
  const add = (): void => {
    const end = performance.now() + sliceMs;
    keepPlace(() => {
      while (!view.isWhole && performance.now() < end) view.add(moreBlocks);
      pages.update();
    });
    addInSlices();
  };
  requestIdleCallback(add, { timeout: longestPauseMs });
}

/** Puts in what is needed to show a line, where it is not there yet. */
function reach(line: number): void {
  if (view.isWhole) return;
  view.reach(line);
  pages.update();
}

function scrollTo(line: number): void {
  reach(line);
  places.scrollTo(line);
}

/** Distances and typefaces are those of the language. */
function speak(language: string): void {
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  pages.forgetAll();
}

function showNotice(uri: string, text: string): void {
  noticeElement.textContent = text;
  noticeElement.hidden = false;
  // The last good report stays readable under the notice, but not that of another document.
  if (uri !== shownUri) reportElement.hidden = true;
}

function look(chosen: PreviewLook): void {
  toolbar.show(chosen);
  isPinned = chosen.isPinned;
  const isPaged = chosen.view === 'pages';
  if (pages.isOn !== isPaged) {
    keepPlace(() => {
      pages.switch(isPaged);
      resize();
    });
  }
  remember();
}

function resize(): void {
  const zoom = pages.zoom(toolbar.zoom);
  reportElement.style.fontSize = pages.isOn ? '' : `${zoom}em`;
  pages.update();
  toolbar.showZoom(zoom);
}

/** The next frame is on the screen when its callbacks, and then the events behind them, have run. */
function tellWhenShown({ version, state }: PreviewChanges): void {
  requestAnimationFrame(() =>
    setTimeout(() => {
      mark('shown', version);
      post({ type: 'shown', state, version });
    }),
  );
}

/** What brings this panel back as it was. */
function remember(): void {
  if (!shownUri) return;
  vscode.setState({ uri: shownUri, isPinned, zoom: toolbar.zoom, line: places.top() });
}

/** Marks the block that the cursor is in, and brings it into sight unless the reader is scrolling. */
function markCursor(brings: boolean): void {
  const place = cursorLine === undefined ? undefined : places.at(cursorLine);
  if (cursorElement !== place?.element) cursorElement?.classList.remove('planwright-cursor');
  cursorElement = place?.element;
  if (!place) return;
  place.element.classList.add('planwright-cursor');
  if (brings && !readerLeads()) place.element.scrollIntoView({ block: 'nearest' });
}

// ---------------------------------------------------------------- messages and input

window.addEventListener('message', ({ data }: MessageEvent<MessageToPage>) => {
  switch (data.type) {
    case 'show':
      mark('received', data.changes.version);
      showSoon(data);
      break;
    case 'notice':
      showNotice(data.uri, data.text);
      break;
    case 'look':
      look(data.look);
      break;
    case 'findings':
      // They are of what is shown next, if there is anything.
      if (waiting.length > 0) comingFindings = data.findings;
      else {
        findings.take(data.findings);
        findings.mark();
      }
      break;
    case 'explanation':
      tip.explain(data.count, data.html);
      break;
    case 'scrollTo':
      lastReaderInput = Number.NEGATIVE_INFINITY;
      scrollTo(data.line);
      break;
    case 'cursor':
      cursorLine = data.line;
      reach(data.line);
      lastReaderInput = Number.NEGATIVE_INFINITY;
      markCursor(data.brings);
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

let isScheduled = false;
window.addEventListener('scroll', () => {
  const isReaders = readerLeads();
  // Dragging the scroll bar sends nothing but scroll events: each one carries the lead on.
  if (isReaders) lastReaderInput = performance.now();
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    // First, since it may put right what was guessed about the pages here.
    pages.look();
    pages.update();
    pages.drawSheets();
    findings.mark();
    remember();
    if (isReaders) post({ type: 'scrolled', line: places.top() });
  });
});

window.addEventListener('resize', () => keepPlace(resize));

document.fonts.addEventListener('loadingdone', () =>
  keepPlace(() => {
    pages.forgetAll();
    pages.update();
  }),
);

document.addEventListener('dblclick', (event) => {
  const line = event.target instanceof Element ? places.lineOf(event.target) : undefined;
  if (line === undefined) return;
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  const node = caret?.offsetNode;
  const isHit = node instanceof Text && (event.target as Element).contains(node);
  const near = caret && isHit ? nearText(node, caret.offset) : {};
  window.getSelection()?.removeAllRanges();
  post({ type: 'edit', line, ...near });
});

function nearText(node: Text, offset: number): { before: string; after: string } {
  return {
    before: node.data.slice(Math.max(offset - nearLength, 0), offset),
    after: node.data.slice(offset, offset + nearLength),
  };
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const target = link?.getAttribute('href');
  if (!target || target.startsWith('#')) return;
  // VS Code opens addresses with a scheme, but for files; files are left to us.
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) && !link?.closest('#tip')) return;
  event.preventDefault();
  post({ type: 'openLink', target });
});

post({ type: 'ready' });
