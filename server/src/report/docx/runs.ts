/** Stretches of text. */
import { HighlightColor, TextRun } from 'docx';
import type { Inlines, Script } from '../tree.ts';

export interface RunLooks {
  /** Id of a character style. */
  readonly style?: string;
  /** In points, where the paragraph's style has another. */
  readonly size?: number;
}

/** What is still to be filled in is marked, so that it is not sent out unseen. */
export function runsOf(inlines: Inlines, script: Script, looks: RunLooks = {}): TextRun[] {
  return inlines.map(({ kind, text }) =>
    kind === 'problem'
      ? new TextRun({ ...run(text, script, looks), highlight: HighlightColor.YELLOW })
      : textRun(text, script, looks),
  );
}

export function textRun(text: string, script: Script, looks: RunLooks = {}): TextRun {
  return new TextRun(run(text, script, looks));
}

function run(text: string, script: Script, { style, size }: RunLooks) {
  return {
    text,
    // Quotation marks and dashes belong to both scripts: without a hint they are set half as wide.
    ...(script === 'en' ? {} : { font: { hint: 'eastAsia' } }),
    ...(style ? { style } : {}),
    ...(size ? { size: size * 2 } : {}),
  };
}
