/** A plan that says nowhere for which years it is. */
import { periodIn } from '../../model/periods.ts';
import type { HeaderStatement } from '../../syntax/tree.ts';
import type { Fix, LineRule } from '../rule.ts';

/** A year or five-year plan in the title, from which the line can be made. */
const inTitle =
  /[12][0-9]{3}\s*(?:年?\s*[—–\-~～至]+\s*[12][0-9]{3})?年|[“"「]十?[一二三四五六七八九]五[”"」]|\b20[0-9]{2}\b/;

function fixOf(
  statement: HeaderStatement,
  end: number,
): Omit<Fix['edits'][number], 'line'> | undefined {
  const found = inTitle.exec(statement.title?.text ?? '')?.[0];
  if (!found || !periodIn(found)) return undefined;
  const text = /[a-z]/i.test(statement.keyword.text) ? `period: ${found}` : `期间：${found}`;
  return { start: end, end, newText: `\n${text}` };
}

const rule: LineRule = {
  name: 'period-missing',
  tier: 'warning',
  scope: 'line',
  kinds: ['header'],
  title: { zh: '没有写期间', en: 'No period' },
  description: {
    zh: '规划或计划没有写明是哪一年、哪几年的。没有写年份的目标不知道要在什么时候达到，也无法同上年的实绩和五年规划核对。在标题下面加一行“期间：”。',
    en: 'The plan does not say for which years it is. Targets without a year of their own have no date, and nothing can be checked against last year’s results or the plan above. Put a line “period:” below the title.',
  },
  examples: {
    wrong: [
      '⟦计划⟧：望穗镇年度目标工作计划\n编制单位：望穗镇人民政府\n\n目标 培训农民：全年不少于500人次',
      '⟦annual plan⟧: Work plan 2026\nissuer: Willowmere Township Board',
      '⟦规划⟧：青禾镇“十四五”发展规划\n期间：另行通知',
    ],
    right: ['计划：工作计划\n期间：2026年', '总结：工作总结', '目标 培训农民：不少于500人次'],
  },
  check(line, model, report) {
    const { statement } = line;
    const { kind, period, periodPlace } = model.header;
    if (statement.kind !== 'header' || period || (kind !== 'plan' && kind !== 'annualPlan')) return;
    const { start, end } = statement.keyword;
    const edit = periodPlace ? undefined : fixOf(statement, line.text.length);
    report({
      line,
      start,
      end,
      message: periodPlace
        ? {
            zh: '“期间”一行读不出年份，应写成“2026年”或“2021—2025年”。',
            en: 'No year can be read from the “period” line. Write “2026” or “2021—2025”.',
          }
        : {
            zh: '没有写明是哪一年的。在标题下面加一行“期间：2026年”或“期间：2021—2025年”。',
            en: 'It does not say for which year this is. Put a line “period: 2026” or “period: 2021—2025” below the title.',
          },
      ...(edit
        ? {
            fixes: [
              {
                title: {
                  zh: `加上“${edit.newText.trim()}”`,
                  en: `Add “${edit.newText.trim()}”`,
                },
                edits: [{ line, ...edit }],
              },
            ],
          }
        : {}),
    });
  },
};

export default rule;
