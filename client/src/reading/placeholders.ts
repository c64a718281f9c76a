// Frames around figures and years that are still to be filled in: a shape, for those to whom red is no colour.

import {
  type Diagnostic,
  Disposable,
  languages,
  OverviewRulerLane,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { languageId } from '../language.ts';

/** What the checks call them. */
const placeholderCode = /^(?:placeholder-|missing-number$)/;

export function markPlaceholders(): Disposable {
  const frame = window.createTextEditorDecorationType({
    border: '1px dashed',
    borderColor: new ThemeColor('planwright.placeholderBorder'),
    borderRadius: '3px',
    backgroundColor: new ThemeColor('planwright.placeholderBackground'),
    overviewRulerColor: new ThemeColor('planwright.placeholderBorder'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
  const mark = (editor: TextEditor): void => {
    const { document } = editor;
    if (document.languageId !== languageId) return;
    const wanted = workspace
      .getConfiguration('planwright', document)
      .get('editor.markPlaceholders', true);
    const found = wanted ? languages.getDiagnostics(document.uri) : [];
    editor.setDecorations(
      frame,
      found.filter(({ code }) => placeholderCode.test(nameOf(code))).map(({ range }) => range),
    );
  };
  const markAll = (): void => window.visibleTextEditors.forEach(mark);
  const markThose = (uris: readonly Uri[]): void => {
    const changed = new Set(uris.map(String));
    for (const editor of window.visibleTextEditors) {
      if (changed.has(editor.document.uri.toString())) mark(editor);
    }
  };
  markAll();
  const listeners = [
    languages.onDidChangeDiagnostics(({ uris }) => markThose(uris)),
    window.onDidChangeVisibleTextEditors(markAll),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('planwright.editor')) markAll();
    }),
  ];
  return Disposable.from(frame, ...listeners);
}

function nameOf(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
