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

/** How long pages are set without a pause, when none of them is in sight. */
const sliceMs = 8;

interface Setting {
  /** Where the chunk begins: pages in pitches, and what is used of its first page. */
  readonly start: number;
  readonly end: number;
  /** The end is a guess until the chunk has been set. */
  readonly isMeasured: boolean;
}

/** Older browsers have columns that do not wrap: there the report is on one long sheet. */
export const canBreakPages = CSS.supports('column-wrap', 'wrap');

export class Pages {
  readonly #desk: HTMLElement;
  readonly #paper: HTMLElement;
  readonly #sheets: HTMLElement;
  readonly #report: HTMLElement;
  readonly #keepPlace: (change: () => void) => void;
  #settings = new WeakMap<Element, Setting>();
  #scale = 1;
  #count = 0;
  #isOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    clearTimeout(this.#timer);
    this.#sheets.replaceChildren();
    this.#settings = new WeakMap();
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
    this.#settings.delete(chunk);
  }

  /** Sets what is not set, up to what is in sight; the rest follows. */
  update(): void {
    clearTimeout(this.#timer);
    if (!this.#isOn || !canBreakPages) return;
    const deadline = performance.now() + sliceMs;
    let isDone = true;
    let start = 0;
    for (const chunk of this.#chunks()) {
      const known = this.#settings.get(chunk);
      if (known?.isMeasured && known.start === start) {
        start = known.end;
        continue;
      }
      const length = known ? known.end - known.start : this.#guess(chunk);
      // Whole pages further down, its pages break where they did.
      const hasOnlyMoved = known?.isMeasured && (start - known.start) % pitch === 0;
      const isInSight =
        this.#topOf(start) < window.scrollY + window.innerHeight &&
        this.#topOf(start + length) > window.scrollY;
      const isToBeSet = !hasOnlyMoved && (isInSight || performance.now() < deadline);
      if (!isToBeSet && !hasOnlyMoved) isDone = false;
      const setting = isToBeSet
        ? this.#set(chunk, start)
        : this.#place(chunk, start, start + length, hasOnlyMoved);
      start = setting.end;
    }
    this.#count = Math.floor(start / pitch) + 1;
    this.#measureDesk();
    if (!isDone) {
      this.#timer = setTimeout(() => this.#keepPlace(() => this.update()));
    }
  }

  /** Puts a sheet of paper behind what is in sight. */
  drawSheets(): void {
    if (!this.#isOn || !canBreakPages) return;
    const height = pitch * this.#scale;
    const top = window.scrollY - this.#desk.offsetTop;
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

  #topOf(place: number): number {
    return this.#desk.offsetTop + place * this.#scale;
  }

  #guess(chunk: Element): number {
    return ((chunk.textContent?.length ?? 0) / (28 * 22)) * pitch * 1.3;
  }

  #place(chunk: HTMLElement, start: number, end: number, isMeasured = false): Setting {
    const page = Math.floor(start / pitch);
    chunk.style.top = `${page * pitch + marginTop}px`;
    const lead = chunk.firstElementChild as HTMLElement;
    lead.style.height = `${start - page * pitch}px`;
    chunk.style.setProperty('contain-intrinsic-height', `${Math.max(end - page * pitch, 1)}px`);
    const setting = { start, end, isMeasured };
    this.#settings.set(chunk, setting);
    return setting;
  }

  /** Only here a chunk is laid out that nobody sees. */
  #set(chunk: HTMLElement, start: number): Setting {
    this.#place(chunk, start, start);
    const tail = chunk.lastElementChild as HTMLElement;
    const below =
      (tail.getBoundingClientRect().top - chunk.getBoundingClientRect().top) / this.#scale;
    const rows = Math.floor((below + smallestRoom) / pitch);
    const used = Math.max(Math.round((below - rows * pitch) * 64) / 64, 0);
    const page = Math.floor(start / pitch) + rows;
    const end = used > columnHeight - smallestRoom ? (page + 1) * pitch : page * pitch + used;
    return this.#place(chunk, start, end, true);
  }

  #measureDesk(): void {
    if (!this.#isOn || !canBreakPages) return;
    this.#desk.style.width = `${sheetWidth * this.#scale}px`;
    this.#desk.style.height = `${(this.#count * pitch - gap) * this.#scale}px`;
    this.drawSheets();
  }
}

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
