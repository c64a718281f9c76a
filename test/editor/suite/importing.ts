// What comes from elsewhere: pasted from Word, a spreadsheet or a web page.

import * as vscode from 'vscode';
import {
  actUntil,
  assert,
  clearNotifications,
  type EditorTest,
  inWorkbench,
  notifications,
  openPlan,
  scratchFile,
  screenshot,
  until,
} from '../harness.ts';

/** Pastes as the keys do; the browser lets nobody else put HTML on its clipboard unasked. */
async function paste(html: string, plain: string): Promise<void> {
  const pasted = await inWorkbench<boolean>(`(() => {
    const data = new DataTransfer();
    data.setData('text/html', ${JSON.stringify(html)});
    data.setData('text/plain', ${JSON.stringify(plain)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    return document.activeElement?.closest('.monaco-editor') ? (document.activeElement.dispatchEvent(event), true) : false;
  })()`);
  assert(pasted, 'no editor has the focus');
}

async function expectText(editor: vscode.TextEditor, expected: string): Promise<void> {
  await until(
    () => editor.document.getText() === expected,
    () => `${JSON.stringify(expected)}; there is ${JSON.stringify(editor.document.getText())}`,
  );
}

/** A plan with the cursor where `$0` is, and the keys going there. */
async function openAt(text: string): Promise<vscode.TextEditor> {
  const editor = await openPlan(text.replace('$0', ''));
  const cursor = editor.document.positionAt(text.indexOf('$0'));
  editor.selection = new vscode.Selection(cursor, cursor);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  // Until then words are pasted as words, as in any file.
  await until(
    () => vscode.extensions.getExtension('planwright.planwright')?.isActive,
    'the extension',
  );
  await until(
    () => inWorkbench<boolean>(`Boolean(document.activeElement?.closest('.monaco-editor'))`),
    'an editor with the focus',
  );
  return editor;
}

const header = '规划：甲镇“十四五”规划\n期间：2021—2025年\n基期：2020年\n';

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN><!--StartFragment-->
<h2 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>一、<span>&nbsp;
</span></span></span><![endif]>发展目标<span lang=EN-US><o:p></o:p></span></h2>
<p class=MsoNormal>到<span lang=EN-US>2025</span>年，全镇税收收入达<span lang=EN-US>380</span>万元。<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal align=center><b>表<span lang=EN-US>1 </span>主要指标</b></p>
<table class=MsoNormalTable border=1><tr><td><p class=MsoNormal>指标</p></td><td><p class=MsoNormal><span lang=EN-US>2020</span>年</p></td><td><p class=MsoNormal><span lang=EN-US>2025</span>年</p></td></tr>
<tr><td><p class=MsoNormal>税收收入（万元）</p></td><td><p class=MsoNormal>300</p></td><td><p class=MsoNormal>380</p></td></tr></table>
<!--EndFragment--></body></html>`;
const fromWordPlain =
  '一、 发展目标\r\n到2025年，全镇税收收入达380万元。\r\n表1 主要指标\r\n指标\t2020年\t2025年\r\n税收收入（万元）\t300\t380\r\n';
const asLines =
  '一、发展目标\n到2025年，全镇税收收入达380万元。\n\n表 主要指标\n| 指标 | 2020年 | 2025年 |\n| --- | --- | --- |\n| 税收收入（万元） | 300 | 380 |';

/** The plan that a command opens, as soon as it is shown. */
async function newPlan(command: string, file: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand(command, file);
  return until(() => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.languageId === 'plan' && document;
  }, 'a new plan');
}

export const importingTests: readonly EditorTest[] = [
  {
    name: 'what Word has copied is pasted with its headings and tables, and undone in one step',
    run: async () => {
      const editor = await openAt(`${header}\n$0`);
      await paste(fromWord, fromWordPlain);
      await expectText(editor, `${header}\n${asLines}`);
      await screenshot('pasted from Word');
      await vscode.commands.executeCommand('undo');
      await expectText(editor, `${header}\n`);
    },
  },
  {
    name: 'inside a line, and where it is switched off, words are pasted as words',
    run: async () => {
      const inside = await openAt(`${header}\n税收收入$0`);
      await paste('<ul><li>甲</li></ul>', '甲');
      await expectText(inside, `${header}\n税收收入甲`);

      const settings = vscode.workspace.getConfiguration('planwright', inside.document);
      await settings.update('editor.pasteAsLines', false, vscode.ConfigurationTarget.Global);
      try {
        const off = await openAt(`${header}\n$0`);
        await paste('<ul><li>甲</li></ul>', '甲');
        await expectText(off, `${header}\n甲`);
      } finally {
        await settings.update('editor.pasteAsLines', undefined, vscode.ConfigurationTarget.Global);
      }
    },
  },
  {
    name: 'a Word file becomes a new plan',
    run: async () => {
      const { document } = await openPlan(`${header}\n${asLines}\n`);
      const target = document.uri.with({ path: document.uri.path.replace(/\.plan$/, '.docx') });
      await vscode.commands.executeCommand('planwright.exportDocument', document.uri, {
        format: 'docx',
        target: target.toString(),
        anyway: true,
      });
      const imported = await newPlan('planwright.importDocument', target);
      const text = imported.getText();
      assert(text.startsWith('规划：甲镇“十四五”规划\n期间：2021—2025年\n'), text);
      assert(text.includes('一、发展目标\n到2025年，全镇税收收入达380万元。'), text);
      assert(text.includes('| 税收收入（万元） | 300 | 380 |'), text);
    },
  },
  {
    name: 'what is left out of a page is said, and listed',
    run: async () => {
      const page =
        '<h1>甲镇2026年工作计划</h1><h2>一、农业</h2><p>稳住面积。<img src="a.png"></p><p>— 3 —</p>';
      const file = await scratchFile('page.html', page);
      const imported = await newPlan('planwright.importDocument', file);
      assert(
        imported.getText() === '计划：甲镇2026年工作计划\n期间：2026年\n\n一、农业\n稳住面积。\n',
        imported.getText(),
      );
      await until(
        async () => /pictures \(1\), page numbers \(1\)/.test(await notifications()),
        'what is left out',
      );
      await screenshot('imported from a page');
      const list = await actUntil(
        async () => {
          await notifications();
          await inWorkbench(
            `document.querySelector('.notifications-center .notification-list-item-buttons-container .monaco-button')?.click()`,
          );
        },
        () => {
          const document = vscode.window.activeTextEditor?.document;
          return document?.uri.scheme === 'planwright-not-imported' && document;
        },
        'the list',
      );
      await until(() => list.getText().includes('— 3 —'), list.getText());
      await clearNotifications();
    },
  },
  {
    name: 'what cannot be imported is told in a sentence',
    run: async () => {
      const file = await scratchFile('broken.docx', 'PK');
      await vscode.commands.executeCommand('planwright.importDocument', file);
      const sentence = /“broken.docx” could not be imported: it is no Word file/;
      await until(async () => sentence.test(await notifications()), 'the sentence');
      await clearNotifications();
    },
  },
];
