/** Headings of one level, some with a full stop and some without; blanks inside a heading. */
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { replace } from '../text.ts';

interface Heading {
  readonly line: Line;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly stopped: boolean;
}

/** A heading that stands alone on its line; behind a run-in heading a full stop is right. */
function headingOf(line: Line): Heading | undefined {
  const { statement } = line;
  if (line.kind !== 'heading' || statement.kind !== 'heading') return undefined;
  if (!statement.title || statement.rest) return undefined;
  // 1. with a whole sentence behind it is an item of a list.
  if (statement.title.text.length > longestTitle) return undefined;
  const end = line.text.trimEnd().length;
  const stopped = line.text[end - 1] === '。';
  return { line, level: statement.level, start: end - 1, end, stopped };
}

const longestTitle = 40;

const rule: DocumentRule = {
  name: 'heading-punctuation',
  tier: 'hint',
  scope: 'document',
  kinds: ['heading'],
  title: { zh: '标题末尾的句号不一致', en: 'Full stops behind some headings only' },
  description: {
    zh: '单独成行的标题末尾不用句号。同一级的标题，有的带句号，有的不带，读来参差；去掉带着的。标题后面接着正文的，句号保留。',
    en: 'A heading on a line of its own has no full stop. Here some of one level have it and others do not: drop it. Where the text runs on behind the heading, the stop is right.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: ['（一）招商引资取得突破⟦。⟧\n正文一。\n（二）农业迈出新步\n正文二。'],
    right: [
      '（一）招商引资取得突破\n正文一。\n（二）农业迈出新步\n正文二。',
      '（一）招商引资取得突破。今年引进五个项目。\n（二）农业迈出新步。种植面积扩大。',
      '（一）招商引资取得突破。\n正文一。\n（二）农业迈出新步。\n正文二。',
    ],
  },
  check(lines, _model, report) {
    const stoppedOf = new Map<number, Heading[]>();
    const plainOf = new Map<number, number>();
    for (const line of lines) {
      const heading = headingOf(line);
      if (!heading) continue;
      const { level, stopped } = heading;
      if (!stopped) plainOf.set(level, (plainOf.get(level) ?? 0) + 1);
      else stoppedOf.set(level, [...(stoppedOf.get(level) ?? []), heading]);
    }
    for (const [level, headings] of stoppedOf) {
      if (!plainOf.has(level)) continue;
      for (const { line, start, end } of headings) {
        report({
          line,
          start,
          end,
          message: {
            zh: '同级标题有的带句号，有的不带。单独成行的标题不用句号。',
            en: 'Some headings of this level have a full stop and others do not. A heading on its own line has none.',
          },
          fixes: [
            replace({ line, start, end }, '', { zh: '删去句号', en: 'Remove the full stop' }),
          ],
        });
      }
    }
  },
};

export default rule;
