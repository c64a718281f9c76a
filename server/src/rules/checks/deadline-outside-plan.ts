/** 时限：2026年底前 in a plan that ends with 2025. */
import { endOfPeriod, periodIn, periodText, resolvePeriod } from '../../model/periods.ts';
import type { Message } from '../../model/types.ts';
import type { LineRule } from '../rule.ts';

const rule: LineRule = {
  name: 'deadline-outside-plan',
  tier: 'warning',
  scope: 'line',
  kinds: ['field'],
  title: { zh: '时限不在期间内', en: 'Deadline outside the plan' },
  description: {
    zh: '举措的时限在规划期结束以后、开始以前，或早于成文日期。多半是年份沿用了旧稿。',
    en: 'The due date of a measure lies after the end of the plan, before its beginning, or before the date of the document. Mostly the year is left over from an older text.',
  },
  examples: {
    wrong: [
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n举措 改造水厂\n时限：⟦2026年6月底⟧',
      '计划：青禾镇工作计划\n期间：2021年\n日期：2021年3月18日\n\n举措 改造水厂\n时限：⟦2021年2月底⟧',
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n举措 改造水厂\n时限：⟦2020年底前⟧',
    ],
    right: [
      '规划：青禾镇发展规划\n期间：2021—2025年\n\n举措 改造水厂\n时限：2025年底前',
      '计划：青禾镇工作计划\n期间：2021年\n日期：2021年3月18日\n\n举措 改造水厂\n时限：上半年',
      '举措 改造水厂\n时限：2026年',
      '总结：青禾镇工作总结\n期间：2021年\n日期：2022年1月14日\n\n举措 改造水厂\n时限：2021年6月底',
    ],
  },
  check(line, model, report) {
    const { statement } = line;
    const { period: plan, date, dateText, kind, periodPlace } = model.header;
    if (statement.kind !== 'field' || statement.row.id !== 'due' || !statement.value) return;
    const item = periodIn(statement.value.text);
    const due = item && resolvePeriod(item.period, model.periodScope);
    if (!item || !due) return;
    const written = date && resolvePeriod(date, model.periodScope);
    const when = { zh: periodText(due, 'zh'), en: periodText(due, 'en') };
    let message: Message | undefined;
    // What looks back tells of deadlines that have passed, and may give dates for the year that comes.
    const looksBack = kind === 'report' || kind === 'summary';
    const ends = looksBack ? undefined : plan;
    if (ends && due.to > ends.to) {
      message = {
        zh: `时限${when.zh}在规划期（${periodText(ends, 'zh')}）结束以后。`,
        en: `${when.en} comes after the end of the plan (${periodText(ends, 'en')}).`,
      };
    } else if (plan && due.to < plan.from) {
      message = {
        zh: `时限${when.zh}在规划期（${periodText(plan, 'zh')}）开始以前，已经过去。`,
        en: `${when.en} lies before the beginning of the plan (${periodText(plan, 'en')}).`,
      };
    } else if (written && !looksBack && endOfPeriod(due) < endOfPeriod(written)) {
      message = {
        zh: `时限${when.zh}早于成文日期（${dateText}），已经过去。`,
        en: `${when.en} lies before the date of the document (${dateText}).`,
      };
    }
    if (!message) return;
    report({
      line,
      start: statement.value.start + item.start,
      end: statement.value.start + item.end,
      message,
      ...(periodPlace
        ? {
            related: [
              { ...periodPlace, message: { zh: '本文的期间', en: 'The years of the document' } },
            ],
          }
        : {}),
    });
  },
};

export default rule;
