// A small runner for tests inside the extension host, where no test framework's own process can be. The host is a
// process of Node or a web worker: nothing here may need the one or the other.

import * as vscode from 'vscode';

/** What the outside tells the suite; the bundler puts it in, since a web worker has no environment variables. */
declare const outside: {
  readonly suite: string;
  readonly controlAddress: string;
  /** A regular expression for the names of the tests that are wanted; without it, all are. */
  readonly only?: string;
  /** How often each test is run; without it, once. */
  readonly repeat?: number;
};

export const suiteName = (): string => outside.suite;

export interface EditorTest {
  readonly name: string;
  readonly run: () => Promise<void>;
  /** Where it may take longer than tests may. */
  readonly limitMs?: number;
}

/** A test fails when it takes longer: a window that hangs must not hang the whole run. */
const testLimitMs = 60_000;

/** How long a condition may take to become true. The slowest machine decides, no test asserts on it. */
const untilLimitMs = 15_000;

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Polls until the function answers with something, and answers with that.
 *
 * @throws {Error} with the message when it stays empty; a message may be a function that says what there was instead
 */
export async function until<Value>(
  probe: () => Value | Promise<Value>,
  message: string | (() => string),
  limitMs = untilLimitMs,
): Promise<NonNullable<Value> & Exclude<Value, false>> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<Value> & Exclude<Value, false>;
    if (Date.now() > deadline) {
      throw new Error(`in vain: ${typeof message === 'string' ? message : message()}`);
    }
    await delay(25);
  }
}

/** How long an action is given to show an effect before it is done again. */
const patienceMs = 2_000;

/**
 * Acts until something comes of it, as a person does whose click was lost: a list that is drawn anew, or an editor that is
 * just opening, takes what is done meanwhile and tells nobody. Doing it twice must do what doing it once does.
 *
 * @throws {Error} with the message when nothing comes of it
 */
export async function actUntil<Value>(
  act: () => unknown,
  probe: () => Value | Promise<Value>,
  message: string | (() => string),
): Promise<NonNullable<Value> & Exclude<Value, false>> {
  let nextAct = 0;
  return until(async () => {
    if (Date.now() >= nextAct) {
      await act();
      nextAct = Date.now() + patienceMs;
    }
    return probe();
  }, message);
}

function withLimit(work: Promise<void>, limitMs = testLimitMs): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    const late = new Error(`no end after ${limitMs / 1000} s`);
    timer = setTimeout(() => reject(late), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** The tests that are wanted, each as often as it is. */
function wantedOf(tests: readonly EditorTest[]): EditorTest[] {
  const { only = '', repeat = 1 } = outside;
  return tests
    .filter(({ name }) => new RegExp(only).test(name))
    .flatMap((test) => Array.from({ length: repeat }, () => test));
}

/** Why the work failed; undefined when it did not. */
async function failureOf(work: () => Promise<void>, limitMs?: number): Promise<string | undefined> {
  try {
    await withLimit(work(), limitMs);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs a test, and leaves an empty window behind it. */
async function attempt({ name, run, limitMs }: EditorTest): Promise<string | undefined> {
  const failure = await failureOf(run, limitMs);
  if (failure !== undefined) await screenshot(`failed ${name.replaceAll('/', '-')}`);
  return failure ?? (await failureOf(closeEverything));
}

/**
 * Runs the tests one after the other, and tells their results to the outside. A test that fails is tried once more: a
 * window that shares the machine with everything else may be late by more than anyone waits. The run says which tests
 * needed it, and allows few. A test that is repeated, to see how steady it is, is not tried again.
 */
export async function runAll(all: readonly EditorTest[]): Promise<void> {
  const failures: string[] = [];
  const secondTries: string[] = [];
  const tests = wantedOf(all);
  const mayTryAgain = (outside.repeat ?? 1) === 1;
  for (const test of tests) {
    const { name } = test;
    const started = Date.now();
    let failure = await attempt(test);
    let told = '';
    if (failure !== undefined && mayTryAgain) {
      await print(`  ? ${name}: ${failure}`);
      secondTries.push(`${name}: ${failure}`);
      failure = await attempt(test);
      told = 'second try, ';
    }
    if (failure === undefined) {
      await print(`  ✓ ${name} (${told}${Date.now() - started} ms)`);
    } else {
      failures.push(`${name}: ${failure}`);
      await print(`  ✗ ${name}: ${failure}`);
    }
  }
  const passed = tests.length - failures.length;
  await control({ action: 'finish', passed, failures, secondTries });
  if (failures.length > 0) throw new Error(`${failures.length} tests failed`);
}

/** Closes all editors and panels, and drops what was typed. */
export async function closeEverything(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs.filter((candidate) => candidate.isDirty)) {
      if (tab.input instanceof vscode.TabInputText) {
        await vscode.window.showTextDocument(tab.input.uri);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // The page of a preview that has been closed goes a little later; the next test must not talk to it.
  await until(async () => !(await inPreview('true')), 'no preview any more');
}

// ---------------------------------------------------------------- the outside

async function control<Answer>(request: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(outside.controlAddress, {
    method: 'POST',
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`${request.action}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

export const print = (line: string): Promise<unknown> => control({ action: 'print', line });

/** Takes a picture of the window; it is told where it was put. */
export const screenshot = (name: string): Promise<unknown> =>
  control({ action: 'screenshot', name });

/** How often the window has been loaded, and asked this. */
export const countLoads = async (): Promise<number> =>
  (await control<{ count: number }>({ action: 'countLoads' })).count;

/** Presses a key or a combination such as `Control+A`, in the part of the window that has the focus. */
export const press = (keys: string): Promise<unknown> => control({ action: 'press', keys });

/** Puts text in as an input method does. */
export const typeText = (text: string): Promise<unknown> => control({ action: 'type', text });

/** Puts text in through an input method’s composition: letters that are changed until they become the text. */
export const compose = (steps: readonly string[], text: string): Promise<unknown> =>
  control({ action: 'compose', steps, text });

async function evaluate<Value>(expression: string, marker: string): Promise<Value | undefined> {
  const answer = await control<{ found: boolean; value?: Value }>({
    action: 'evaluate',
    expression,
    marker,
  });
  return answer.found ? answer.value : undefined;
}

/** Runs an expression in the preview's page; undefined while there is none. */
export const inPreview = <Value>(expression: string): Promise<Value | undefined> =>
  evaluate<Value>(expression, 'main#report');

/** Runs an expression in a page of Markdown that VS Code shows; undefined while there is none. */
export const inMarkdownPage = <Value>(expression: string): Promise<Value | undefined> =>
  evaluate<Value>(expression, '.markdown-body');

/** Runs an expression in the window itself. */
export const inWorkbench = <Value>(expression: string): Promise<Value | undefined> =>
  evaluate<Value>(expression, '.monaco-workbench');

/** What is told, as the list of notifications has it: a window that nobody looks at shows none by itself. */
export async function notifications(): Promise<string> {
  await vscode.commands.executeCommand('notifications.showList');
  const messages = await inWorkbench<string>(
    '[...document.querySelectorAll(".notifications-center .notification-list-item-message")].map((one) => one.innerText).join("|")',
  );
  return messages ?? '';
}

export const clearNotifications = (): Thenable<unknown> =>
  vscode.commands.executeCommand('notifications.clearAll');

// ---------------------------------------------------------------- documents

let scratchCount = 0;

/** A file with the given text that no other test sees, opened in an editor. */
export async function openPlan(text: string): Promise<vscode.TextEditor> {
  scratchCount += 1;
  return open(await scratchFile(`plan-${scratchCount}.plan`, text));
}

export async function scratchFile(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'the window shows no folder');
  const uri = vscode.Uri.joinPath(folder.uri, 'scratch', name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  return show(document);
}

/** Shows a document, and waits until what is typed goes into it: the extension host is told earlier. */
export async function show(
  document: vscode.TextDocument,
  column?: vscode.ViewColumn,
): Promise<vscode.TextEditor> {
  const { path } = document.uri;
  let editor: vscode.TextEditor | undefined;
  await actUntil(
    async () => {
      editor = await vscode.window.showTextDocument(document, {
        preview: false,
        ...(column ? { viewColumn: column } : {}),
      });
    },
    () => isFocused(path),
    () => `the focus in ${path}`,
  );
  assert(editor, `${path} has no editor`);
  return editor;
}

/** Whether the keyboard is with the text of that path. The window may know it by another scheme. */
const isFocused = (path: string): Promise<boolean | undefined> =>
  inWorkbench<boolean>(`(() => {
    const { uri } = document.activeElement?.closest('.monaco-editor')?.dataset ?? {};
    return uri !== undefined && decodeURIComponent(uri).endsWith(${JSON.stringify(path)});
  })()`);

/** Edits as typing would. An edit is refused when the text has changed meanwhile, and then made again. */
export async function editText(
  editor: vscode.TextEditor,
  change: (edit: vscode.TextEditorEdit) => void,
): Promise<void> {
  await until(async () => editor.edit(change), 'the edit made');
}

/** Replaces the first occurrence of a text. */
export const replaceText = (
  editor: vscode.TextEditor,
  search: string,
  replacement: string,
): Promise<void> =>
  editText(editor, (edit) => edit.replace(rangeOf(editor.document, search), replacement));

/** Where the text first occurs, or first occurs behind another text. */
export function rangeOf(
  document: vscode.TextDocument,
  search: string,
  behind?: string,
): vscode.Range {
  const text = document.getText();
  const from = behind === undefined ? 0 : text.indexOf(behind) + behind.length;
  const start = text.indexOf(search, from);
  if (start < 0) throw new Error(`“${search}” is not in ${document.fileName}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + search.length));
}

export const endOf = (document: vscode.TextDocument): vscode.Position =>
  document.positionAt(document.getText().length);

/** Puts the cursor at the end of the active editor. The command is done when it returns; setting a selection is not. */
export const goToEnd = (): Thenable<unknown> => vscode.commands.executeCommand('cursorBottom');

// ---------------------------------------------------------------- findings

export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export const errorsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

export const describe = (diagnostics: readonly vscode.Diagnostic[]): string =>
  diagnostics.length === 0
    ? 'no findings'
    : diagnostics
        .map((found) => `${found.range.start.line + 1}: ${codeOf(found)}: ${found.message}`)
        .join('; ');

/** Waits for an error on a line, and answers with it. */
export function errorOnLine(uri: vscode.Uri, line: number): Promise<vscode.Diagnostic> {
  return until(
    () => errorsOf(uri).find(({ range }) => range.start.line === line),
    () => `an error on line ${line + 1}; ${describe(vscode.languages.getDiagnostics(uri))}`,
  );
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
