// A new plan: asks what it is, of which place and for which year, and opens it with blanks to fill in.

import {
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  SnippetString,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languageId } from './language.ts';
import { ask } from './workbench/answers.ts';

interface DocumentKind {
  readonly kind: string;
  readonly language: string;
  readonly title: string;
  readonly year: number;
}

interface NewDocument {
  readonly title: string;
  readonly snippet: string;
}

/** The languages by their own names. */
const languageNames: Readonly<Record<string, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};

/** Nothing is made when a question is not answered. */
export async function startNewPlan(client: BaseLanguageClient): Promise<void> {
  const kind = await chooseKind(documentKinds(client));
  if (!kind) return;
  const place = await window.showInputBox({
    title: kind.title,
    prompt: l10n.t('Which township or county is it of? Leave it empty to fill it in later.'),
  });
  if (place === undefined) return;
  const year = await askYear(kind);
  if (year === undefined) return;
  const start = { kind: kind.kind, language: kind.language, year: Number(year), place };
  const usual = await ask<NewDocument>(client, 'planwright.newDocument', start);
  const title = await window.showInputBox({
    title: kind.title,
    prompt: l10n.t('What is its title?'),
    value: usual?.title ?? '',
  });
  if (title === undefined) return;
  // A title that nobody has touched keeps its blanks.
  const chosen = title === usual?.title ? start : { ...start, title };
  const made = await ask<NewDocument>(client, 'planwright.newDocument', chosen);
  if (made) await open(made);
}

async function documentKinds(client: BaseLanguageClient): Promise<readonly DocumentKind[]> {
  // The command may be what starts the extension.
  await client.start();
  const answer = await ask<{ kinds: DocumentKind[] }>(client, 'planwright.documentKinds', {});
  return answer?.kinds ?? [];
}

type KindItem = QuickPickItem & { readonly kindOfDocument?: DocumentKind };

function itemsOf(kinds: readonly DocumentKind[]): KindItem[] {
  const items: KindItem[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (kind.language !== kinds[index - 1]?.language) {
      const label = languageNames[kind.language] ?? kind.language;
      items.push({ label, kind: QuickPickItemKind.Separator });
    }
    items.push({ label: kind.title, kindOfDocument: kind });
  }
  return items;
}

/** The question is there at once, also where the server has still to be started. */
async function chooseKind(
  kinds: Promise<readonly DocumentKind[]>,
): Promise<DocumentKind | undefined> {
  const placeHolder = l10n.t('What is to be written?');
  const chosen = await window.showQuickPick<KindItem>(kinds.then(itemsOf), {
    placeHolder,
  });
  return chosen?.kindOfDocument;
}

async function askYear(kind: DocumentKind): Promise<string | undefined> {
  return window.showInputBox({
    title: kind.title,
    prompt:
      kind.kind === 'fiveYearPlan'
        ? l10n.t('In which year does it begin?')
        : l10n.t('For which year is it?'),
    value: String(kind.year),
    validateInput: (text) =>
      /^\s*(?:19|20|21)\d\d\s*$/.test(text)
        ? undefined
        : l10n.t('Four digits, such as {0}', kind.year),
  });
}

async function open({ snippet }: NewDocument): Promise<void> {
  const document = await workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
}
