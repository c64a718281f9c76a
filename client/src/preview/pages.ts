// Sets the report on sheets of A4, as GB/T 9704-2012 has it: 22 lines of 28 characters (5.2.3).
//
// The browser breaks the pages itself, as columns that wrap; but it sets all of a long document anew with each change. So
// the report is in chunks, each a column box of its own that begins where the one before has ended, and a change costs
// its own chunk. Chunks behind it that have to begin elsewhere are set when there is time.

/** In CSS pixels at 96 to the inch, whole ones, so that sheets and columns never drift apart. */
const sheetHeight = 1123;
const sheetWidth = 794;
const gap = 24;
const pitch = sheetHeight + gap;
const marginTop = 140;
const columnHeight = 850;
/** Less room than this at the end of a page holds no line. */
const smallestRoom = 2;

/**
 * Pages out of sight are set once nothing has changed for a while, since whoever types makes them wrong again; so long
 * without a pause, and they wait no longer than that for a moment in which nothing else is to be done.
 */
const quietMs = 600;
const sliceMs = 8;
const longestWaitMs = 500;

/** Where the text ends before a chunk, down all pages with their gaps, and how far away what follows has to stay. */
interface Start {
  readonly at: number;
  readonly distance: number;
}

/** How much of the pages a chunk takes up, gaps included, and how far from its end what follows has to stay. */
interface Length {
  readonly length: number;
  readonly distance: number;
}

interface Lengths {
  /** By how far down its first page it begins: on whichever page that is, its pages break alike. */
  readonly measured: Map<string, Length>;
  /** Until it has been measured, or as it was before it changed. */
  guessed: Length;
}

/** Older browsers have columns that do not wrap: there the report is on one long sheet. */
export const canBreakPages = CSS.supports('column-wrap', 'wrap');

export class Pages {
  readonly #desk: HTMLElement;
  readonly #paper: HTMLElement;
  readonly #sheets: HTMLElement;
  readonly #report: HTMLElement;
  readonly #keepPlace: (change: () => void) => void;
  #lengths = new WeakMap<Element, Lengths>();
  /** Where the chunks begin, as their styles say it. */
  #starts = new WeakMap<Element, Start>();
  /** Where the desk begins, and what of the page is in the window: to ask in between would lay everything out again. */
  #deskTop = 0;
  #sight: readonly [top: number, bottom: number] = [0, 0];
  #scale = 1;
  #count = 0;
  #isOn = false;
  #quiet: number | undefined;
  #waiting: number | undefined;

  /** @param keepPlace makes a change after which the reader sees the same text as before */
  constructor(keepPlace: (change: () => void) => void) {
    const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
    this.#desk = element('desk');
    this.#paper = element('paper');
    this.#sheets = element('sheets');
    this.#report = element('report');
    this.#keepPlace = keepPlace;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Page by page, or all in one piece. */
  switch(isOn: boolean): void {
    this.#isOn = isOn;
    this.#sheets.replaceChildren();
    this.#lengths = new WeakMap();
    this.#starts = new WeakMap();
    this.#paper.classList.toggle('pages', isOn);
    this.#paper.classList.toggle('breaks', isOn && canBreakPages);
    if (!isOn || !canBreakPages) {
      for (const { style } of [this.#desk, this.#paper, ...this.#chunks()]) {
        for (const name of ['top', 'width', 'height', 'transform', 'contain-intrinsic-height']) {
          style.removeProperty(name);
        }
      }
    }
  }

  /** @param zoom 1 is life size; 0 as wide as the window allows */
  zoom(zoom: number): number {
    const fitting = Math.min((document.documentElement.clientWidth - 32) / sheetWidth, 1.5);
    this.#scale = zoom || Math.max(fitting, 0.25);
    if (!this.#isOn) return zoom || 1;
    this.#paper.style.transform = `scale(${this.#scale})`;
    this.#measureDesk();
    return this.#scale;
  }

  /** A chunk reads differently now. */
  forget(chunk: Element): void {
    this.#lengths.get(chunk)?.measured.clear();
  }

  /** Everything is set otherwise now: in another language, or in a typeface that has come. */
  forgetAll(): void {
    this.#lengths = new WeakMap();
  }

  /** Notes what is in sight. Before a change: after it, the browser would have to lay it out to answer. */
  look(): void {
    this.#deskTop = this.#desk.offsetTop;
    this.#sight = [window.scrollY, window.scrollY + window.innerHeight];
  }

  /** Sets what is in sight and not set; the rest follows when there is time. */
  update(): void {
    this.#update();
  }

  /** @param deadline until when chunks are set that are out of sight */
  #update(deadline?: number): void {
    window.clearTimeout(this.#quiet);
    if (this.#waiting !== undefined) cancelIdleCallback(this.#waiting);
    this.#waiting = undefined;
    if (!this.#isOn || !canBreakPages) return;
    const placed: (readonly [chunk: HTMLElement, start: Start, end: number])[] = [];
    let isDone = true;
    let start: Start = { at: 0, distance: 0 };
    for (const chunk of this.#chunks()) {
      const lengths = this.#lengthOf(chunk);
      let taken = lengths.measured.get(keyOf(start));
      if (taken === undefined) {
        taken = lengths.guessed;
        const isUrgent = this.#isInSight(start.at, start.at + taken.length);
        if (isUrgent || (deadline !== undefined && performance.now() < deadline)) {
          taken = this.#measure(chunk, start);
        } else isDone = false;
      }
      const end = start.at + taken.length;
      placed.push([chunk, start, end]);
      start = { at: end, distance: taken.distance };
    }
    // While a change makes its way through the chunks behind it, they are not all moved each time.
    const movesAll = isDone || deadline === undefined;
    for (const [chunk, from, to] of placed) {
      if (movesAll || this.#isInSight(from.at, to)) this.#place(chunk, from, to);
    }
    this.#count = Math.floor(start.at / pitch) + 1;
    this.#measureDesk();
    if (isDone) return;
    if (deadline !== undefined) this.#goOn();
    else this.#quiet = window.setTimeout(() => this.#goOn(), quietMs);
  }

  #goOn(): void {
    this.#waiting = requestIdleCallback(
      () => {
        this.#keepPlace(() => this.#update(performance.now() + sliceMs));
      },
      { timeout: longestWaitMs },
    );
  }

  /** Puts a sheet of paper behind what is in sight. */
  drawSheets(): void {
    if (!this.#isOn || !canBreakPages) return;
    const height = pitch * this.#scale;
    const top = window.scrollY - this.#deskTop;
    const first = Math.max(Math.floor(top / height) - 1, 0);
    const last = Math.min(Math.ceil((top + window.innerHeight) / height) + 1, this.#count - 1);
    const wanted = Array.from(
      { length: Math.max(last - first + 1, 0) },
      (_, index) => first + index,
    );
    const drawn = [...this.#sheets.children].map((sheet) => (sheet as HTMLElement).dataset.page);
    if (drawn.join() === wanted.join()) return;
    this.#sheets.replaceChildren(...wanted.map(sheetOf));
  }

  #chunks(): HTMLElement[] {
    return [...this.#report.children] as HTMLElement[];
  }

  #isInSight(start: number, end: number): boolean {
    const [top, bottom] = this.#sight;
    return this.#deskTop + start * this.#scale < bottom && this.#deskTop + end * this.#scale > top;
  }

  #lengthOf(chunk: Element): Lengths {
    let lengths = this.#lengths.get(chunk);
    if (!lengths) {
      const length = ((chunk.textContent?.length ?? 0) / (28 * 22)) * pitch * 1.3;
      lengths = { measured: new Map(), guessed: { length, distance: 0 } };
      this.#lengths.set(chunk, lengths);
    }
    return lengths;
  }

  #place(chunk: HTMLElement, start: Start, end: number): void {
    const page = Math.floor(start.at / pitch);
    this.#begin(chunk, start);
    const height = `${Math.max(end - page * pitch, 1)}px`;
    if (chunk.style.getPropertyValue('contain-intrinsic-height') !== height) {
      chunk.style.setProperty('contain-intrinsic-height', height);
    }
  }

  #begin(chunk: HTMLElement, start: Start): void {
    const before = this.#starts.get(chunk);
    if (before?.at === start.at && before.distance === start.distance) return;
    this.#starts.set(chunk, start);
    const page = Math.floor(start.at / pitch);
    chunk.style.top = `${page * pitch + marginTop}px`;
    const lead = chunk.firstElementChild as HTMLElement;
    lead.style.height = `${start.at - page * pitch}px`;
    lead.style.marginBottom = `${start.distance}px`;
  }

  /** How far it is to the end of a chunk that begins here. Only here a chunk is laid out that nobody sees. */
  #measure(chunk: HTMLElement, start: Start): Length {
    this.#begin(chunk, start);
    // What is skipped while out of sight may be measured as it was before a change, unless its own style changes too.
    const isSmall = chunk.style.getPropertyValue('contain-intrinsic-height') === '1px';
    chunk.style.setProperty('contain-intrinsic-height', isSmall ? '2px' : '1px');
    const tail = chunk.lastElementChild as HTMLElement;
    const last = tail.previousElementSibling as HTMLElement;
    // The tail first: once the chunk has been asked, its last block may answer as it was before.
    const next = tail.getBoundingClientRect().top;
    const end = last.getBoundingClientRect().bottom;
    const { top } = chunk.getBoundingClientRect();
    const below = (end - top) / this.#scale;
    const rows = Math.floor((below + smallestRoom) / pitch);
    const used = Math.min(Math.max(sharp(below - rows * pitch), 0), columnHeight);
    // Distances that meet are not added to each other, so this one is left to the next chunk.
    const distance = (next - end) / this.#scale;
    const taken = {
      length: (Math.floor(start.at / pitch) + rows) * pitch + used - start.at,
      distance: Math.min(Math.max(sharp(distance), 0), columnHeight - used),
    };
    const lengths = this.#lengthOf(chunk);
    lengths.measured.set(keyOf(start), taken);
    lengths.guessed = taken;
    return taken;
  }

  #measureDesk(): void {
    if (!this.#isOn || !canBreakPages) return;
    this.#desk.style.width = `${sheetWidth * this.#scale}px`;
    this.#desk.style.height = `${(this.#count * pitch - gap) * this.#scale}px`;
    this.drawSheets();
  }
}

/** To the fractions of a pixel that browsers measure in. */
const sharp = (pixels: number): number => Math.round(pixels * 64) / 64;

const keyOf = ({ at, distance }: Start): string => `${at % pitch} ${distance}`;

function sheetOf(page: number): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.dataset.page = String(page);
  sheet.style.top = `${page * pitch}px`;
  const number = document.createElement('span');
  number.textContent = `— ${page + 1} —`;
  sheet.append(number);
  return sheet;
}
