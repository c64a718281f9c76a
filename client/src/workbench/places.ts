// Going from a list to the text.

import { type Command, l10n, Range, Uri } from 'vscode';
import type { Location } from './answers.ts';

export function rangeOf({ range: { start, end } }: Location): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Opens the file and selects the place, so that what is typed takes the place of a blank. */
export function goTo(location: Location): Command {
  return {
    command: 'vscode.open',
    title: l10n.t('Go to the Text'),
    arguments: [Uri.parse(location.uri), { selection: rangeOf(location) }],
  };
}

/** The line as the margin of the editor has it. */
export function lineText({ range }: Location): string {
  return l10n.t('line {0}', range.start.line + 1);
}
