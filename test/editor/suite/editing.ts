// What the manifest and the language configuration promise, without the server.

import * as vscode from 'vscode';
import { actUntil, assert, type EditorTest, goToEnd, open, openPlan, until } from '../harness.ts';

const type = (text: string) => vscode.commands.executeCommand('type', { text });

/**
 * Types at the end of a line. The editor knows the brackets and the comments of a language, and which lines are continued,
 * only some time after it shows the document, and tells nobody: what was typed before is taken back.
 */
async function expectAfterTyping(line: string, text: string, expected: string): Promise<void> {
  const { document } = await openPlan(line);
  await goToEnd();
  let found = '';
  await until(
    async () => {
      await type(text);
      found = document.getText();
      if (found === expected) return true;
      await vscode.commands.executeCommand('undo');
      return false;
    },
    () => `${JSON.stringify(expected)} after ${JSON.stringify(text)}; there is “${found}”`,
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
      await expectAfterTyping('指标 税收收入', '（', '指标 税收收入（）');
    },
  },
  {
    name: 'Enter continues a table and a list, and nothing else',
    run: async () => {
      await expectAfterTyping('| 指标 | 2025年 |', '\n', '| 指标 | 2025年 |\n| ');
      await expectAfterTyping('- 一件事', '\n', '- 一件事\n- ');
      await expectAfterTyping('目标明确。', '\n', '目标明确。\n');
    },
  },
  {
    name: 'a line is commented out and in again',
    run: async () => {
      const editor = await openPlan('目标 税收收入：380万元');
      const text = editor.document.getText();
      const comment = () => vscode.commands.executeCommand('editor.action.commentLine');
      // Nothing happens as long as the editor does not know what a comment is.
      await actUntil(
        () => editor.document.getText() === text && comment(),
        () => editor.document.getText() === `// ${text}`,
        () => `the line as a comment; there is “${editor.document.getText()}”`,
      );
      await comment();
      await until(
        () => editor.document.getText() === text,
        () => `the line as it was; there is “${editor.document.getText()}”`,
      );
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
      // What a word is in this language the extension host is told some time after it has the document.
      await until(
        () => wordAt('380') === '380万元',
        () => `the figure with its unit as a word; it is ${wordAt('380')}`,
      );
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
