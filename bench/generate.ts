/**
 * Documents of any length for the benchmark and the tests: 40 % prose, 40 % targets, 10 % measures
 * (titles and their fields) and 10 % headings, below a header. The figures hold together, so a check
 * of such a document finds next to nothing, and the indicators' names hardly ever repeat.
 */
import { createChineseWording } from './generate-chinese.ts';
import { createEnglishWording } from './generate-english.ts';
import { Random } from './random.ts';

export type DocumentScript = 'simplified' | 'traditional' | 'english';

export interface DocumentOptions {
  /** Lines in all, header included; the text ends with a line break. */
  readonly lines: number;
  /** The same seed gives the same text. */
  readonly seed?: number;
  readonly script?: DocumentScript;
}

/** What one language says; the order of the lines is the same in all of them. */
export interface Wording {
  header(): string[];
  /** `numbers` counts the headings of each level, this one included. */
  heading(level: number, numbers: readonly number[]): string;
  measure(): string;
  measureField(): string;
  prose(): string;
  target(): string;
}

const CHILDREN_PER_HEADING = [0, 12, 6, 1];

/** Twenty lines in these proportions: a section with a measure, and a section without. */
const SECTION_PATTERN = 'HPPPPMFTTTTHPPPPTTTT';

/** A text of exactly `lines` lines. */
export function generateDocument({
  lines,
  seed = 1,
  script = 'simplified',
}: DocumentOptions): string {
  const random = new Random(seed);
  const wording =
    script === 'english'
      ? createEnglishWording(random)
      : createChineseWording(random, script === 'traditional');
  const numberHeading = createHeadingNumbers();
  const output = wording.header().slice(0, lines);
  for (let index = 0; output.length < lines; index++) {
    output.push(generateLine(SECTION_PATTERN[index % SECTION_PATTERN.length]));
  }
  // Joined in one go: a concatenated string would stay in two pieces, and be slower to read.
  return [...output, ''].join('\n');

  function generateLine(kind: string): string {
    switch (kind) {
      case 'H':
        return wording.heading(...numberHeading());
      case 'M':
        return wording.measure();
      case 'F':
        return wording.measureField();
      case 'T':
        return wording.target();
      default:
        return wording.prose();
    }
  }
}

/** Goes through the outline depth first, and says the level and the numbers of each heading. */
function createHeadingNumbers(): () => [level: number, numbers: readonly number[]] {
  let numbers: number[] = [];
  return () => {
    if (numbers.length > 0 && numbers.length < 4) {
      numbers.push(1);
    } else {
      while (numbers.length > 1 && numbers[numbers.length - 1] >= childrenAllowed()) {
        numbers.pop();
      }
      numbers = [...numbers.slice(0, -1), (numbers[numbers.length - 1] ?? 0) + 1];
    }
    return [numbers.length, numbers];
  };

  function childrenAllowed(): number {
    return CHILDREN_PER_HEADING[numbers.length - 1];
  }
}
