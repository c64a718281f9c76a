/**
 * The whole run: every size in processes of its own, then the servers over stdio, their start, the
 * corpus and the size of the extension. What cannot be measured here is named and left out.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { CorpusFigures } from './corpus.ts';
import type { InProcessFigures } from './measure.ts';
import {
  type KeystrokeFigures,
  measureKeystrokes,
  measureStart,
  type ServerScript,
} from './over-stdio.ts';
import {
  describeCorpus,
  describeGoals,
  describeSize,
  describeStart,
  judge,
  type SizeFigures,
} from './report.ts';

const CACHE = join('.cache', 'bench');
const RESULT = join(CACHE, 'latest.json');
const OURS: ServerScript = { name: 'Planwright', script: join('dist', 'server.node.cjs') };
const EMPTY: ServerScript = { name: 'empty', script: join(CACHE, 'empty-server.cjs') };
const LANGIUM: ServerScript = { name: 'Langium', script: join(CACHE, 'langium-server.cjs') };

const options = new Set(process.argv.slice(2));
const quick = options.has('--quick');
const withLangium = !options.has('--no-langium');

interface SizePlan {
  readonly lines: number;
  readonly keystrokes: number;
  readonly warmUp: number;
  readonly langiumKeystrokes: number;
}

const SIZES: readonly SizePlan[] = quick
  ? [
      { lines: 1_000, keystrokes: 200, warmUp: 100, langiumKeystrokes: 10 },
      { lines: 10_000, keystrokes: 200, warmUp: 100, langiumKeystrokes: 5 },
    ]
  : [
      { lines: 1_000, keystrokes: 1000, warmUp: 300, langiumKeystrokes: 60 },
      { lines: 10_000, keystrokes: 1000, warmUp: 300, langiumKeystrokes: 15 },
      { lines: 100_000, keystrokes: 400, warmUp: 100, langiumKeystrokes: 4 },
    ];
const STARTS = { lines: 1_000, rounds: quick ? 4 : 12 };

/** Sides that broke; the run goes on without them and ends with a status that says so. */
const failures: string[] = [];

async function main(): Promise<void> {
  const hasServer = existsSync(OURS.script);
  if (!hasServer) {
    note(`There is no ${OURS.script}: run "npm run build" to have our server measured.`);
  }
  const sizes: SizeFigures[] = [];
  for (const plan of SIZES) {
    note(`Measuring ${plan.lines} lines…`);
    const figures = await measureSize(plan, hasServer);
    sizes.push(figures);
    print(describeSize(figures));
  }
  const start = hasServer ? await attempt(() => measureStart([OURS, EMPTY], STARTS)) : undefined;
  if (start !== undefined) {
    print(describeStart(start));
  }
  const corpus = await measureInChild<CorpusFigures>('corpus.cjs');
  if (corpus !== undefined) {
    print(describeCorpus(corpus));
  }
  const figures = {
    date: new Date().toISOString(),
    node: process.version,
    processor: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    quick,
    sizes,
    start,
    corpus,
    extensionBytes: findExtensionSize(),
  };
  const goals = judge(figures);
  print(describeGoals(goals));
  writeFileSync(RESULT, `${JSON.stringify({ ...figures, goals }, null, 2)}\n`);
  print(`Floors: one pass over the text’s characters for what happens in a process, the empty
server’s answer for what happens over stdio. All figures are in ${RESULT}.`);
  if (failures.length > 0) {
    note(['What broke:', ...failures].join('\n'));
    process.exitCode = 1;
  }
}

async function measureSize(plan: SizePlan, hasServer: boolean): Promise<SizeFigures> {
  const { lines, keystrokes, warmUp, langiumKeystrokes } = plan;
  const ours = await measureInChild<InProcessFigures>('measure-ours.cjs', String(lines));
  const langium = withLangium
    ? await measureInChild<InProcessFigures>('measure-langium.cjs', String(lines))
    : undefined;
  const measured = await attempt(() =>
    measureKeystrokes(hasServer ? [EMPTY, OURS] : [EMPTY], { lines, count: keystrokes, warmUp }),
  );
  const [emptyOverStdio, oursOverStdio] = measured ?? [];
  const langiumOverStdio = withLangium
    ? await attempt(() => measureLangiumKeystrokes(lines, langiumKeystrokes))
    : undefined;
  return { lines, ours, langium, emptyOverStdio, oursOverStdio, langiumOverStdio };
}

async function measureLangiumKeystrokes(lines: number, count: number): Promise<KeystrokeFigures> {
  // Each of its keystrokes builds the document anew, so opening it has already warmed it up.
  const [figures] = await measureKeystrokes([LANGIUM], { lines, count, warmUp: 0 });
  return figures;
}

/** Runs one of the bundled measurements in a process of its own and reads the JSON that it prints. */
async function measureInChild<Figures>(
  script: string,
  ...parameters: string[]
): Promise<Figures | undefined> {
  return attempt(async () => {
    const output = await runNode([
      join(CACHE, script),
      ...parameters,
      quick ? 'quick' : 'thorough',
    ]);
    return output === '' ? undefined : (JSON.parse(output) as Figures);
  });
}

function runNode(parameters: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) {
        if (complaints !== '') {
          note(complaints.trim());
        }
        resolve(output);
      } else {
        reject(new Error(`${parameters[0]}: ${firstError(complaints)}`));
      }
    });
  });
}

/** The sentence of an uncaught error, without the stack around it. */
function firstError(complaints: string): string {
  return complaints.match(/^\w*Error: .*$/m)?.[0] ?? complaints.trim();
}

async function attempt<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    if (!failures.includes(sentence)) {
      failures.push(sentence);
    }
    return undefined;
  }
}

function findExtensionSize(): number | undefined {
  const names = existsSync('dist') ? readdirSync('dist') : [];
  const packed = names.filter((name) => name.endsWith('.vsix'));
  if (packed.length === 0) {
    note('There is no packed extension in dist: its size is left out.');
    return undefined;
  }
  return Math.max(...packed.map((name) => statSync(join('dist', name)).size));
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

main();
