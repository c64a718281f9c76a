/** What `preview.mjs` runs inside VS Code: types into long plans, and asks when the preview has shown it. */
import * as vscode from 'vscode';
import {
  type EditorTest,
  inPreview,
  inWorkbench,
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
const mistakes = 15;
/** A fast typist’s pause between two keys. */
const pauseMs = 120;

/** When each version of the document was there, by the clock that all processes of a machine share. */
type Times = Map<number, number>;

const views = ['pages', 'continuous'] as const;

const now = (): number => performance.timeOrigin + performance.now();
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));
/** Long enough for everything that a keystroke sets off. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 6 * pauseMs));

/** Keeps the marks of one name that the page or this process sets, with what they tell. */
const observer = (name: string): string => `globalThis.${name} = [];
new PerformanceObserver((list) => {
  for (const mark of list.getEntriesByName('planwright-${name}')) {
    ${name}.push([mark.detail, performance.timeOrigin + mark.startTime]);
  }
}).observe({ entryTypes: ['mark'] })`;

/** When the editor has begun or ceased to underline something, in the window itself. */
const watchUnderlines = `void (() => {
  const count = () => document.querySelectorAll('.editor-instance [class*="squiggly-"]').length;
  let last = count();
  globalThis.underlined = [];
  new MutationObserver(() => {
    const now = count();
    if (now !== last) underlined.push(performance.timeOrigin + performance.now());
    last = now;
  }).observe(document.querySelector('.editor-instance .view-overlays'), { childList: true, subtree: true });
})()`;

async function goToSomeLine(editor: vscode.TextEditor, random: Random): Promise<void> {
  const { document } = editor;
  const places = Array.from({ length: document.lineCount }, (_, line) => line).filter(
    (line) => document.lineAt(line).text.length > 12,
  );
  const line = random.pick(places);
  const place = new vscode.Position(line, random.integer(4, document.lineAt(line).text.length));
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const summary = (times: readonly number[]): string => {
  const taken = [...times].sort((a, b) => a - b);
  const at = (share: number): string => percentile(taken, share).toFixed(0).padStart(5);
  return `p50${at(0.5)}  p90${at(0.9)}  p99${at(0.99)}`;
};

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
    await goToSomeLine(editor, random);
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
  await inWorkbench(watchUnderlines);
  const received: Times = new Map();
  const diagnosing = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((uri) => uri.path === document.uri.path)) received.set(document.version, now());
  });
  const mistaken: number[] = [];
  for (let mistake = 0; mistake < mistakes; mistake++) {
    await goToSomeLine(editor, random);
    await rest();
    // A bracket without its other half: each keystroke makes or unmakes a finding.
    await typeText('）');
    await rest();
    mistaken.push(document.version);
    await press('Backspace');
    await rest();
  }
  diagnosing.dispose();
  await until(
    () => inPreview(`shown.some(([version]) => version >= ${document.version})`),
    'the last keystroke in the preview',
  );
  const marks = async (name: string): Promise<Times> =>
    new Map(await inPreview<[number, number][]>(name));
  const [told, shown] = [await marks('received'), await marks('shown')];
  const underlined = (await inWorkbench<number[]>('underlined')) ?? [];
  watching.disconnect();
  subscription.dispose();
  const since = (from: Times, to: Times): string =>
    summary(
      [...from].flatMap(([version, time]) => {
        const later = [...to].find(([one]) => one >= version);
        return later ? [later[1] - time] : [];
      }),
    );
  const typed = new Map([...changed].filter(([version]) => settled.has(version)));
  const known = new Map([...settled].filter(([version]) => changed.has(version)));
  const seen: Times = new Map(
    mistaken.flatMap((version) => {
      const since = changed.get(version) ?? Number.POSITIVE_INFINITY;
      const time = underlined.find((one) => one > since);
      return time === undefined ? [] : [[version, time] as const];
    }),
  );
  await print(
    [
      `${lines} lines, ${view}, ${known.size} keystrokes, ${seen.size} that make a finding`,
      `  keystroke → findings known          ${since(typed, known)}`,
      `  findings known → page told          ${since(known, told)}`,
      `  findings known → shown              ${since(known, shown)}`,
      `  keystroke → shown                   ${since(typed, shown)}`,
      `  diagnostics with extension → shown  ${since(received, shown)}`,
      `  underlined in the editor → shown    ${since(seen, shown)}`,
    ].join('\n'),
  );
}

export async function run(): Promise<void> {
  const wanted = suiteName().split('-').slice(1);
  const sizes = wanted.map(Number).filter(Number.isInteger);
  const wantedViews = views.filter((view) => wanted.includes(view));
  const tests: EditorTest[] = sizes.flatMap((lines) =>
    (wantedViews.length > 0 ? wantedViews : views).map((view) => ({
      name: `${lines} ${view}`,
      run: () => measure(lines, view),
      limitMs: 300_000,
    })),
  );
  await runAll(tests);
}
