// What the manifest and the language configuration promise, without the server.

import * as vscode from 'vscode';
import { assert, type EditorTest, goToEnd, open, openPlan, until } from '../harness.ts';

const type = (text: string) => vscode.commands.executeCommand('type', { text });

async function expectText(editor: vscode.TextEditor, expected: string): Promise<void> {
  await until(
    () => editor.document.getText() === expected,
    () => `${JSON.stringify(expected)}; there is ${JSON.stringify(editor.document.getText())}`,
  );
}

async function expectAfterEnter(line: string, expected: string): Promise<void> {
  const { document } = await openPlan(line);
  await goToEnd();
  await until(
    async () => {
      await type('\n');
      if (document.getText() === expected) return true;
      // Lines are continued only once the editor has coloured them, of which it tells nobody.
      await vscode.commands.executeCommand('undo');
      return false;
    },
    () => `${JSON.stringify(expected)} after Enter`,
  );
}

export const editingTests: readonly EditorTest[] = [
  {
    name: 'the commands are there',
    run: async () => {
      await openPlan('规划：甲镇规划\n');
      await until(async () => {
        const commands = new Set(await vscode.commands.getCommands(true));
        return ['openPreview', 'restartServer', 'showOutput'].every((name) =>
          commands.has(`planwright.${name}`),
        );
      }, 'all three commands');
      await vscode.commands.executeCommand('planwright.showOutput');
      await vscode.commands.executeCommand('workbench.action.closePanel');
    },
  },
  {
    name: 'Chinese text is not marked as suspicious, and lines are wrapped',
    run: async () => {
      const editor = await openPlan('规划：甲镇规划\n');
      const settings = vscode.workspace.getConfiguration('editor', editor.document);
      assert(
        settings.get('unicodeHighlight.ambiguousCharacters') === false,
        'full-width punctuation would be marked',
      );
      assert(
        settings.get('unicodeHighlight.nonBasicASCII') === false,
        'in an untrusted folder all Chinese would be marked',
      );
      assert(settings.get('wordWrap') === 'on', 'long paragraphs would not be wrapped');
    },
  },
  {
    name: 'a full-width bracket is closed',
    run: async () => {
      const editor = await openPlan('指标 税收收入');
      await goToEnd();
      await type('（');
      await expectText(editor, '指标 税收收入（）');
    },
  },
  {
    name: 'Enter continues a table and a list, and nothing else',
    run: async () => {
      await expectAfterEnter('| 指标 | 2025年 |', '| 指标 | 2025年 |\n| ');
      await expectAfterEnter('- 一件事', '- 一件事\n- ');
      await expectAfterEnter('目标明确。', '目标明确。\n');
    },
  },
  {
    name: 'a line is commented out and in again',
    run: async () => {
      const editor = await openPlan('目标 税收收入：380万元');
      await vscode.commands.executeCommand('editor.action.commentLine');
      await expectText(editor, '// 目标 税收收入：380万元');
      await vscode.commands.executeCommand('editor.action.commentLine');
      await expectText(editor, '目标 税收收入：380万元');
    },
  },
  {
    name: 'a figure with its unit is a word, and so is a name',
    run: async () => {
      const { document } = await openPlan('目标 税收收入：380万元，增长50%');
      const wordAt = (search: string) =>
        document.getText(
          document.getWordRangeAtPosition(
            document.positionAt(document.getText().indexOf(search) + 1),
          ),
        );
      assert(wordAt('380') === '380万元', `the figure’s word is ${wordAt('380')}`);
      assert(wordAt('税收') === '税收收入', `the name’s word is ${wordAt('税收')}`);
      assert(wordAt('50%') === '50%', `the rate’s word is ${wordAt('50%')}`);
    },
  },
  {
    name: 'a second editor on the same file keeps the language',
    run: async () => {
      const editor = await openPlan('规划：甲镇规划\n');
      await vscode.commands.executeCommand('workbench.action.splitEditor');
      const again = await open(editor.document.uri);
      assert(again.document.languageId === 'plan', again.document.languageId);
    },
  },
];
