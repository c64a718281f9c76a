// The findings of a plan, as the preview finds them again in the finished document.

import { DiagnosticSeverity, languages, type Uri, workspace } from 'vscode';
import type { PreviewFinding } from './protocol.ts';

export function findingsOf(uri: Uri): PreviewFinding[] {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document) return [];
  return languages
    .getDiagnostics(uri)
    .filter(({ range }) => range.start.line < document.lineCount)
    .map(({ range, severity, message }) => {
      const { line, character } = range.start;
      const { text } = document.lineAt(line);
      const end = range.isSingleLine ? range.end.character : text.length;
      const found = text.slice(character, end);
      return {
        line,
        text: found,
        nth: found === '' ? 0 : text.slice(0, character).split(found).length - 1,
        severity: severityOf(severity),
        message,
      };
    })
    .sort((one, other) => one.line - other.line);
}

function severityOf(severity: DiagnosticSeverity): PreviewFinding['severity'] {
  if (severity === DiagnosticSeverity.Error) return 'error';
  return severity === DiagnosticSeverity.Warning ? 'warning' : 'hint';
}
