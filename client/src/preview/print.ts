// Printing: a panel of VS Code cannot, but every browser can. So the finished document is opened in one.

import { commands, env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { bytesOf } from '../files.ts';
import { ask } from '../workbench/answers.ts';
import type { PreviewSurroundings } from './panel.ts';

interface Exported {
  readonly content?: string;
}

export async function printPlan(
  plan: Uri,
  { client, storageFolder }: Pick<PreviewSurroundings, 'client' | 'storageFolder'>,
): Promise<void> {
  // A browser on another machine does not see our files: there it is saved where the writer wants it.
  if (
    env.uiKind === UIKind.Web ||
    env.remoteName !== undefined ||
    storageFolder.scheme !== 'file'
  ) {
    await commands.executeCommand('planwright.exportDocument', plan, { format: 'html' });
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(plan);
  const exported = await ask<Exported>(client, 'planwright.export', { uri, format: 'html' });
  if (!exported?.content) {
    void window.showErrorMessage(l10n.t('The document could not be made ready for printing.'));
    return;
  }
  const file = Uri.joinPath(storageFolder, 'print.html');
  await workspace.fs.writeFile(file, bytesOf(exported.content));
  if (await env.openExternal(file)) {
    void window.showInformationMessage(
      l10n.t('The finished document is open in the browser. Print it there, with Ctrl+P.'),
    );
  }
}
