/** The sections of a document, each with those inside it and the line where it ends. */

import type { LineList } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import type { Section } from './types.ts';

export function sectionTree(
  lines: LineList,
  numberOf: (heading: Line) => string,
): readonly Section[] {
  const roots: Section[] = [];
  const open: { section: { -readonly [K in keyof Section]: Section[K] }; children: Section[] }[] =
    [];
  const close = (level: number, endLine: number): void => {
    while (open.length > 0 && open[open.length - 1].section.level >= level) {
      const last = open.pop();
      if (last) last.section.endLine = endLine;
    }
  };
  let index = 0;
  for (const line of lines) {
    const { statement } = line;
    if (line.kind === 'heading' && statement.kind === 'heading') {
      close(statement.level, index);
      const children: Section[] = [];
      const section = {
        line,
        level: statement.level,
        number: numberOf(line),
        title: statement.title?.text ?? '',
        children,
        endLine: lines.length,
      };
      const parent = open[open.length - 1];
      (parent ? parent.children : roots).push(section);
      open.push({ section, children });
    }
    index++;
  }
  close(0, lines.length);
  return roots;
}
