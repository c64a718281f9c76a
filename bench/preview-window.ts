/** What `preview.mjs` runs inside VS Code: types into long plans, and asks when the preview has shown it. */
import * as vscode from 'vscode';
import {
  type EditorTest,
  inPreview,
  openPlan,
  press,
  print,
  runAll,
  suiteName,
  typeText,
  until,
} from '../test/editor/harness.ts';
import { generateDocument } from './generate.ts';
import { Random } from './random.ts';
import { percentile } from './statistics.ts';

const words = 30;
/** A fast typist’s pause between two keys. */
const pauseMs = 120;

/** When each version of the document was there, by the clock that all processes of a machine share. */
type Times = Map<number, number>;

const views = ['pages', 'continuous'] as const;

const now = (): number => performance.timeOrigin + performance.now();
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Keeps the marks of one name that the page or this process sets, with what they tell. */
const observer = (name: string): string => `globalThis.${name} = [];
new PerformanceObserver((list) => {
  for (const mark of list.getEntriesByName('planwright-${name}')) {
    ${name}.push([mark.detail, performance.timeOrigin + mark.startTime]);
  }
}).observe({ entryTypes: ['mark'] })`;

async function measure(lines: number, view: (typeof views)[number]): Promise<void> {
  const random = new Random(1);
  const editor = await openPlan(generateDocument({ lines }));
  const { document } = editor;
  await vscode.commands.executeCommand('planwright.openPreview');
  await until(
    () => inPreview('document.querySelectorAll("#report p").length > 3'),
    'a preview',
    120_000,
  );
  await vscode.workspace
    .getConfiguration('planwright.preview')
    .update('view', view, vscode.ConfigurationTarget.Global);
  await until(
    () => inPreview(`document.getElementById("${view}").ariaPressed === "true"`),
    'the view',
  );
  await inPreview(`void (() => { ${['received', 'shown'].map(observer).join(';')} })()`);
  const changed: Times = new Map();
  const settled: Times = new Map();
  const watching = new PerformanceObserver((list) => {
    for (const { detail, startTime } of list.getEntriesByName(
      'planwright-settled',
    ) as PerformanceMark[]) {
      settled.set(detail, performance.timeOrigin + startTime);
    }
  });
  watching.observe({ entryTypes: ['mark'] });
  const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document === document && !changed.has(document.version)) {
      changed.set(document.version, now());
    }
  });

  for (let word = 0; word < words; word++) {
    const places = Array.from({ length: document.lineCount }, (_, line) => line).filter(
      (line) => document.lineAt(line).text.length > 12,
    );
    const line = random.pick(places);
    const place = new vscode.Position(line, random.integer(4, document.lineAt(line).text.length));
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    await pause();
    await pause();
    for (const letter of '稳步推进') {
      await typeText(letter);
      await pause();
    }
    for (let count = 0; count < 4; count++) {
      await press('Backspace');
      await pause();
    }
  }
  await until(
    () => inPreview(`shown.some(([version]) => version >= ${document.version})`),
    'the last keystroke in the preview',
  );
  const marks = async (name: string): Promise<Times> =>
    new Map(await inPreview<[number, number][]>(name));
  const [received, shown] = [await marks('received'), await marks('shown')];
  watching.disconnect();
  subscription.dispose();
  const versions = [...changed.keys()].filter((version) => settled.has(version));
  const since = (from: Times, to: Times): string => {
    const taken = versions
      .flatMap((version) => {
        const later = [...to].find(([one]) => one >= version);
        return later ? [later[1] - (from.get(version) as number)] : [];
      })
      .sort((a, b) => a - b);
    const at = (share: number): string => percentile(taken, share).toFixed(0).padStart(5);
    return `p50${at(0.5)}  p90${at(0.9)}  p99${at(0.99)}`;
  };
  await print(
    [
      `${lines} lines, ${view}, ${versions.length} keystrokes`,
      `  keystroke → findings known   ${since(changed, settled)}`,
      `  findings known → page told   ${since(settled, received)}`,
      `  findings known → shown       ${since(settled, shown)}`,
      `  keystroke → shown            ${since(changed, shown)}`,
    ].join('\n'),
  );
}

export async function run(): Promise<void> {
  const sizes = suiteName().split('-').slice(1).map(Number);
  const tests: EditorTest[] = sizes.flatMap((lines) =>
    views.map((view) => ({
      name: `${lines} ${view}`,
      run: () => measure(lines, view),
      limitMs: 300_000,
    })),
  );
  await runAll(tests);
}
