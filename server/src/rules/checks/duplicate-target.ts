/** The same target line twice. */
import type { Line } from '../../syntax/tree.ts';
import { hasFigures } from '../indicator-signals.ts';
import type { IndicatorRule } from '../rule.ts';
import { removeLine, standsHere } from '../text.ts';

/** The line without differences of width and space. */
function plainText(line: Line): string {
  return line.text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

const rule: IndicatorRule = {
  name: 'duplicate-target',
  tier: 'hint',
  scope: 'indicator',
  waitsFor: hasFigures,
  title: { zh: '目标重复', en: 'The same target twice' },
  description: {
    zh: '同一个目标或实绩一字不差地写了两遍，多半是复制时留下的。只留一处，改数时就不会漏改。',
    en: 'One target or result stands in the document twice, word for word; mostly it is left over from copying. Keep one, and a change cannot miss the other.',
  },
  examples: {
    wrong: ['目标 粮食产量：达5万吨\n目标 油料产量：达1万吨\n⟦目标 粮食产量：达5万吨⟧'],
    right: ['目标 粮食产量：达5万吨\n目标 粮食产量：2024年达4万吨\n实绩 粮食产量：达5万吨'],
  },
  check({ claims }, model, report) {
    const declared = claims.filter(({ line }) => line.kind === 'target' || line.kind === 'result');
    const lines = new Set(declared.map(({ line }) => line));
    if (lines.size < 2) return;
    const seen = new Map<string, Line>();
    for (const line of lines) {
      if (!standsHere(line, model)) continue;
      const text = plainText(line);
      const first = seen.get(text);
      if (!first) {
        seen.set(text, line);
        continue;
      }
      const start = line.text.length - line.text.trimStart().length;
      report({
        line,
        start,
        end: line.text.trimEnd().length,
        message: {
          zh: '这一行同前面的一行完全相同，只留一处就够了。',
          en: 'This line is the same as one before it. One of them is enough.',
        },
        related: [
          {
            line: first,
            start: 0,
            end: first.text.length,
            message: { zh: '相同的一行', en: 'The same line' },
          },
        ],
        fixes: [removeLine(line, { zh: '删去这一行', en: 'Remove this line' })],
      });
    }
  },
};

export default rule;
