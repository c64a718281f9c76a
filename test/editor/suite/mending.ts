// Repairs, rewriting and formatting, as a writer sets them off.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  closeEverything,
  type EditorTest,
  inWorkbench,
  openPlan,
  press,
  rangeOf,
  screenshot,
  until,
} from '../harness.ts';

const header = '规划：甲镇“十四五”规划\n期间：2021—2025年\n基期：2020年\n\n';

/** Puts the cursor into a text. */
function putCursorIn(editor: vscode.TextEditor, text: string): void {
  const { end } = rangeOf(editor.document, text);
  editor.selection = new vscode.Selection(end, end);
}

async function expectText(editor: vscode.TextEditor, expected: string): Promise<void> {
  await until(
    () => editor.document.getText() === expected,
    () => `${JSON.stringify(expected)}; there is ${JSON.stringify(editor.document.getText())}`,
  );
}

/** What is offered at the cursor, with what each would change. */
function offeredAt(
  { document, selection }: vscode.TextEditor,
  kind: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand(
    'vscode.executeCodeActionProvider',
    ...[document.uri, selection, kind.value, 100],
  );
}

/** Sets a command off when what it takes is offered, and again while the text stays as it was. */
async function expectAfter(
  editor: vscode.TextEditor,
  expected: string,
  command: string,
  kind: vscode.CodeActionKind,
): Promise<void> {
  await until(async () => (await offeredAt(editor, kind)).length > 0, `an offer of ${kind.value}`);
  const before = editor.document.getText();
  const found = () => editor.document.getText();
  await actUntil(
    () =>
      found() === before &&
      vscode.commands.executeCommand(command, { kind: kind.value, apply: 'first' }),
    () => found() === expected,
    () => `${JSON.stringify(expected)}; there is ${JSON.stringify(found())}`,
  );
}

const { QuickFix, RefactorExtract, RefactorInline, RefactorRewrite, SourceFixAll } =
  vscode.CodeActionKind;

export const mendingTests: readonly EditorTest[] = [
  {
    name: 'a document is formatted, and its prose is not',
    run: async () => {
      const editor = await openPlan(
        '规划 : 甲镇规划\n# 目标\n　　一段 正文 。\n表 指标\n|指标|2025年|\n|---|--:|\n|税收收入（万元）|380|\n',
      );
      await until(async () => {
        await vscode.commands.executeCommand('editor.action.formatDocument');
        return editor.document.getText().startsWith('规划：');
      }, 'the document formatted');
      await expectText(
        editor,
        '规划：甲镇规划\n\n# 目标\n　　一段 正文 。\n\n表 指标\n| 指标             | 2025年 |\n| ---------------- | -----: |\n| 税收收入（万元） |    380 |\n',
      );
      await screenshot('formatted-table');
    },
  },
  {
    name: 'a key repairs what has one repair',
    run: async () => {
      const editor = await openPlan(`${header}目标 税收收入达380万元\n`);
      putCursorIn(editor, '税收');
      await expectAfter(
        editor,
        `${header}目标 税收收入：达380万元\n`,
        'editor.action.autoFix',
        QuickFix,
      );
    },
  },
  {
    name: 'all that is safe is repaired at once',
    run: async () => {
      const editor = await openPlan(`${header}全镇平稳,投资增长８%。\n目标 税收收入达380万元\n`);
      await expectAfter(
        editor,
        `${header}全镇平稳，投资增长8%。\n目标 税收收入：达380万元\n`,
        'editor.action.fixAll',
        SourceFixAll,
      );
    },
  },
  {
    name: 'the reason for silencing a check is selected, to be written over',
    run: async () => {
      const text = `${header}目标 税收收入达380万元\n`;
      const editor = await openPlan(text);
      putCursorIn(editor, '税收');
      await actUntil(
        () => vscode.commands.executeCommand('editor.action.quickFix'),
        () => inWorkbench('document.querySelector(".action-widget") !== null'),
        'the menu of repairs',
      );
      await screenshot('repairs');
      await press('Escape');
      const silence = await until(async () => {
        const actions = await offeredAt(editor, QuickFix);
        return actions.find(({ title }) => /忽略|Ignore/.test(title))?.edit;
      }, 'an offer to silence the check');
      assert(await vscode.workspace.applyEdit(silence), 'the silence could not be put in');
      await expectText(
        editor,
        text.replace('目标 ', '// 忽略 target-colon-missing：经核实无误\n目标 '),
      );
      await until(
        () => editor.document.getText(editor.selection) === '经核实无误',
        'the reason selected',
      );
    },
  },
  {
    name: 'a figure is lifted out of its sentence, and put back',
    run: async () => {
      const editor = await openPlan(`${header}到2025年，税收收入突破380万元。\n`);
      putCursorIn(editor, '38');
      const lifted = `${header}到2025年，税收收入突破{税收收入@2025}。\n目标 税收收入：突破380万元\n`;
      await expectAfter(editor, lifted, 'editor.action.codeAction', RefactorExtract);
      putCursorIn(editor, '{税收');
      await expectAfter(
        editor,
        lifted.replace('{税收收入@2025}', '380万元'),
        'editor.action.codeAction',
        RefactorInline,
      );
    },
  },
  {
    name: 'targets become a table',
    run: async () => {
      const editor = await openPlan(`${header}目标 企业：达3家\n目标 养老保险：全覆盖\n`);
      putCursorIn(editor, '养老');
      // Units and sentences are rewritten too: the table is found by its name.
      const table = await until(async () => {
        const actions = await offeredAt(editor, RefactorRewrite);
        return actions.find(({ title }) => /表格|table/.test(title))?.edit;
      }, 'an offer to make a table');
      assert(await vscode.workspace.applyEdit(table), 'the table could not be put in');
      await expectText(
        editor,
        `${header}表 主要指标\n| 指标       | 2025年 |\n| ---------- | ------ |\n| 企业（家） | 3      |\n| 养老保险   | 全覆盖 |\n`,
      );
    },
  },
  {
    name: 'indicators move to a file that is made for them',
    run: async () => {
      const editor = await openPlan(
        `${header}指标 税收收入（万元）\n别名：税收\n2020年：300万元\n\n目标 税收：380万元\n`,
      );
      putCursorIn(editor, '指标 税收');
      await expectAfter(
        editor,
        `${header.trimEnd()}\n\n引用 ./指标库.plan\n\n目标 税收：380万元\n`,
        'editor.action.codeAction',
        RefactorExtract,
      );
      const made = vscode.Uri.joinPath(editor.document.uri, '..', '指标库.plan');
      const document = await vscode.workspace.openTextDocument(made);
      assert(
        document.getText() === '指标 税收收入（万元）\n别名：税收\n2020年：300万元\n',
        `the new file holds ${JSON.stringify(document.getText())}`,
      );
      await document.save();
      await closeEverything();
      await vscode.workspace.fs.delete(made);
    },
  },
];
