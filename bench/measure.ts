/**
 * Measures one implementation on one document, in a process of its own: implementations that share
 * one process share compiled functions and slow each other. Prints one line of JSON.
 */
import { generateDocument } from './generate.ts';
import { planKeystrokes } from './keystrokes.ts';
import type { Side } from './side.ts';
import { type Summary, summarizeFromCold } from './statistics.ts';

export interface InProcessFigures {
  readonly lines: number;
  readonly characters: number;
  /** How many findings the full check has, so that nobody measures a check that does not check. */
  readonly findings: number;
  readonly characterPass: Summary;
  readonly parse: Summary;
  readonly check: Summary;
  readonly keystroke: Summary;
}

interface Effort {
  readonly budgetMilliseconds: number;
  readonly minimumRuns: number;
  readonly maximumRuns: number;
}

const THOROUGH: Effort = { budgetMilliseconds: 3000, minimumRuns: 3, maximumRuns: 200 };
const QUICK: Effort = { budgetMilliseconds: 700, minimumRuns: 3, maximumRuns: 50 };
const KEYSTROKES_PER_RUN = 10;

/** Takes the number of lines, and `quick` if it is to be quick, from the command line. */
export async function measureInProcess(createSide: () => Side | Promise<Side>): Promise<void> {
  const lines = Number(process.argv[2]);
  const effort = process.argv[3] === 'quick' ? QUICK : THOROUGH;
  const text = generateDocument({ lines });
  const side = await createSide();
  const characterPass = await sample(effort, () => passOverCharacters(text));
  const parse = await sample(effort, () => side.parse(text));
  let findings = 0;
  const check = await sample(effort, async () => {
    findings = await side.check(text);
  });
  const figures: InProcessFigures = {
    lines,
    characters: text.length,
    findings,
    characterPass,
    parse,
    check,
    keystroke: await sampleKeystrokes(side, text, effort),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

async function sample(effort: Effort, run: () => unknown): Promise<Summary> {
  const times: number[] = [];
  const begin = performance.now();
  while (goOn(effort, times.length, begin)) {
    const start = performance.now();
    const result = run();
    // Not awaited unless it must be: a turn of the event loop is long beside one keystroke.
    if (result instanceof Promise) {
      await result;
    }
    times.push(performance.now() - start);
  }
  return summarizeFromCold(times);
}

async function sampleKeystrokes(side: Side, text: string, effort: Effort): Promise<Summary> {
  const session = await side.open(text);
  const most = effort.maximumRuns * KEYSTROKES_PER_RUN;
  const times: number[] = [];
  const begin = performance.now();
  for (const keystroke of planKeystrokes(text, most)) {
    if (!goOn({ ...effort, maximumRuns: most }, times.length, begin)) {
      break;
    }
    const start = performance.now();
    const findings = session.edit(keystroke.start, keystroke.end, keystroke.text);
    if (findings instanceof Promise) {
      await findings;
    }
    times.push(performance.now() - start);
  }
  return summarizeFromCold(times);
}

function goOn(effort: Effort, runs: number, begin: number): boolean {
  return (
    runs < effort.minimumRuns ||
    (runs < effort.maximumRuns && performance.now() - begin < effort.budgetMilliseconds)
  );
}

/** The floor of everything that reads a text: each character is looked at once. */
export function passOverCharacters(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    sum = (sum + text.charCodeAt(index)) | 0;
  }
  return sum;
}
