/** Words around a figure that say how exact it is, for the checks of words that say it twice. */
import type { LineRule, Report } from './rule.ts';
import { printedNumber, replace, wording } from './text.ts';

export const figure = `(?:${printedNumber}|[一二两兩三四五六七八九十百千半]+)`;
/** Magnitude and unit: a few characters that neither end a clause nor begin a new figure, nor 规模以上 and 省级以上. */
export const unitWords = '[^，,。；;：:、0-9０-９\\s（()）以左上内內规規限级級]{0,6}';
/** A bound that ends its clause; in 5000万元以上的项目 it belongs to the noun. */
export const clauseEnd = '(?=[，,。；;、！!）)]|$)';

/** Tells that two words around a figure say the same, and drops the second. */
export function tellTwice(
  line: Parameters<LineRule['check']>[0],
  pattern: RegExp,
  report: Report,
): void {
  for (const found of wording(line, pattern)) {
    const [whole, ...groups] = found;
    // Two groups in each alternative: names may not be given twice before Node 24.
    const [before = '', after = ''] = groups.filter((group) => group !== undefined);
    const start = found.index;
    const end = start + whole.length;
    report({
      line,
      start,
      end,
      message: {
        zh: `“${before}”和“${after}”说的是一个意思，只留一个。`,
        en: `“${before}” and “${after}” say the same of this figure. Keep one of them.`,
      },
      fixes: [
        replace({ line, start: end - after.length, end }, '', {
          zh: `删去“${after}”`,
          en: `Remove “${after}”`,
        }),
        replace({ line, start, end: start + before.length }, '', {
          zh: `删去“${before}”`,
          en: `Remove “${before}”`,
        }),
      ],
    });
  }
}
