/** Findings as the workflow commands that put them beside the changed lines of a pull request. */
import type { FindingTier } from '../../rules/checker.ts';
import type { CheckedFile } from '../check.ts';
import { rangeOf } from '../places.ts';
import { say, type Terminal } from '../terminal.ts';

const commands: Readonly<Record<FindingTier, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice',
};

export function printGithub(files: readonly CheckedFile[], terminal: Terminal): void {
  for (const { name, document, findings } of files) {
    for (const finding of findings) {
      const { start, end } = rangeOf(finding, document.tree);
      const properties = Object.entries({
        file: name,
        line: start.line + 1,
        col: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        title: finding.rule,
      }).map(([property, value]) => `${property}=${escapeProperty(String(value))}`);
      const message = escapeMessage(say(terminal, finding.message));
      terminal.stdout.write(`::${commands[finding.tier]} ${properties.join(',')}::${message}\n`);
    }
  }
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
