/** The numbers that Word shows in front of paragraphs and nobody has typed. */
import { chineseNumber } from '../model/numbering.ts';
import type { WordStyle, WordStyles } from './word-styles.ts';
import { attribute, child, children, descendants, value } from './word-xml.ts';

interface Level {
  readonly format: string;
  /** `第%1章`, `%1.%2`. */
  readonly text: string;
  readonly start: number;
  /** All numbers in digits, whatever their levels say. */
  readonly legal: boolean;
}

interface List {
  /** Lists that count on from each other have the same. */
  readonly counted: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

const digits = [...'零一二三四五六七八九'];
const legalDigits = [...'零壹贰叁肆伍陆柒捌玖'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const highestLevel = 8;

export class WordNumbers {
  private readonly lists = new Map<string, List>();
  private readonly byStyle = new Map<string, { list: string; level: number }>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(document: Document | undefined, styles: WordStyles) {
    const root = document?.documentElement;
    if (!root) return;
    const abstract = new Map<string, Element>();
    for (const element of descendants(root, 'abstractNum')) {
      abstract.set(attribute(element, 'abstractNumId') ?? '', element);
    }
    for (const element of children(root, 'num')) {
      const id = attribute(element, 'numId') ?? '';
      const counted = value(child(element, 'abstractNumId')) ?? '';
      const definition = abstract.get(counted);
      if (definition) this.readList(id, counted, definition, element, styles);
    }
  }

  /**
   * The number of the next paragraph; `bullet` for one with a sign in front, undefined for one without either. Asked once
   * for each paragraph, in their order.
   */
  next(properties: Element, style: WordStyle): string | undefined {
    const own = child(properties, 'numPr');
    const linked = this.byStyle.get(style.id);
    const id = value(child(own, 'numId')) ?? style.list ?? linked?.list;
    const list = id === undefined || id === '0' ? undefined : this.lists.get(id);
    if (!list || id === undefined) return undefined;
    const asked = value(child(own, 'ilvl')) ?? linked?.level ?? style.listLevel ?? 0;
    const at = Math.min(highestLevel, Math.max(0, Number(asked) || 0));
    const level = list.levels.get(at);
    if (!level) return undefined;
    const counts = this.count(id, list, at);
    if (level.format === 'bullet') return 'bullet';
    if (level.format === 'none') return undefined;
    const shown = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = list.levels.get(other) ?? {};
      return numberAs(level.legal ? 'decimal' : format, counts[other] ?? start);
    });
    if (shown.trim() === '') return undefined;
    return shown;
  }

  private readList(
    id: string,
    counted: string,
    definition: Element,
    element: Element,
    styles: WordStyles,
  ): void {
    const levels = new Map<number, Level>();
    for (const level of children(definition, 'lvl')) this.readLevel(level, levels, id);
    const restarts = new Map<number, number>();
    for (const override of children(element, 'lvlOverride')) {
      const at = Number(attribute(override, 'ilvl') ?? 0);
      const level = child(override, 'lvl');
      if (level) this.readLevel(level, levels, id);
      const start = value(child(override, 'startOverride'));
      if (start !== undefined) restarts.set(at, Number(start) || 0);
    }
    const link = value(child(definition, 'numStyleLink'));
    const linked = link === undefined ? undefined : this.lists.get(styles.of(link).list ?? '');
    this.lists.set(id, {
      counted: linked?.counted ?? counted,
      levels: levels.size === 0 && linked ? linked.levels : levels,
      restarts,
    });
  }

  private readLevel(element: Element, levels: Map<number, Level>, list: string): void {
    const at = Number(attribute(element, 'ilvl') ?? 0);
    const start = Number(value(child(element, 'start')) ?? 1);
    levels.set(at, {
      format: value(child(element, 'numFmt')) ?? 'decimal',
      text: value(child(element, 'lvlText')) ?? '',
      start: Number.isInteger(start) ? start : 1,
      legal: child(element, 'isLgl') !== undefined,
    });
    const style = value(child(element, 'pStyle'));
    if (style !== undefined && !this.byStyle.has(style))
      this.byStyle.set(style, { list, level: at });
  }

  private count(id: string, { counted, levels, restarts }: List, at: number): readonly number[] {
    const counts = this.counts.get(counted) ?? [];
    this.counts.set(counted, counts);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [level, start] of restarts) {
        counts.length = Math.min(counts.length, level);
        if (level === at) counts[level] = start - 1;
      }
    }
    for (let above = 0; above < at; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    counts[at] = (counts[at] ?? (levels.get(at)?.start ?? 1) - 1) + 1;
    counts.length = at + 1;
    return counts;
  }
}

function numberAs(format: string, number: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return number > 0 && number < 100 ? chineseNumber(number) : inDigits(number, digits);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return inDigits(number, digits);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return inDigits(number, legalDigits);
    case 'ideographTraditional':
      return stems[(number - 1) % stems.length] ?? String(number);
    case 'ideographZodiac':
      return branches[(number - 1) % branches.length] ?? String(number);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replace(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number > 0 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number);
    case 'lowerLetter':
      return letters(number, 'a');
    case 'upperLetter':
      return letters(number, 'A');
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    default:
      return String(number);
  }
}

const inDigits = (number: number, names: readonly string[]): string =>
  [...String(number)].map((digit) => names[Number(digit)] ?? digit).join('');

/** a … z, aa, bb …, as Word counts. */
function letters(number: number, first: string): string {
  if (number < 1) return String(number);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let shown = '';
  for (const [size, digit] of romanDigits) {
    while (rest >= size) {
      shown += digit;
      rest -= size;
    }
  }
  return shown;
}
