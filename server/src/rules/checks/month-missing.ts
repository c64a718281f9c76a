/** 预计到月底, 年 月 日: the number of the month was dropped. */
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { inReference, isReadable, occurrences, readableKinds } from '../text.ts';

const dropped =
  /(?:预计|預計|计划|計劃|计畫|計畫|力争|力爭)?(?:截至|截止|到|至|于|於|在)月[底末初]/g;
const emptyDate = /[0-9０-９]{4}年[ \t\u3000\u00a0]+月(?:[ \t\u3000\u00a0]*日)?/g;

const namesMonth = anyOf('月');

const rule: LineRule = {
  name: 'month-missing',
  tier: 'warning',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: namesMonth,
  title: { zh: '漏了月份', en: 'Missing month' },
  description: {
    zh: '“到月底”“2023年 月 日”没有写是哪个月。补上月份；说的若是每个月的月底，写“每月底”。',
    en: '“到月底” (by the end of the month) or a date with an empty month does not say which month it is. Add it.',
  },
  examples: {
    wrong: ['⟦预计到月底⟧，有望完成全年任务。', '（⟦2023年 月 日⟧）'],
    right: ['预计到11月底完成全年任务。', '从月初到月底，天天有人值守。', '每到月底盘点一次。'],
  },
  check(line, _model, report) {
    const { text } = line;
    if (!isReadable(line)) return;
    for (const pattern of [dropped, emptyDate]) {
      for (const found of occurrences(pattern, text)) {
        const start = found.index;
        const end = start + found[0].length;
        if (inReference(line, start, end)) continue;
        // 从月初到月底 means any month.
        if (pattern === dropped && /(?:月初[^，,。；;]*|每)$/.test(text.slice(0, start))) continue;
        report({
          line,
          start,
          end,
          message: {
            zh: `“${found[0]}”没有写是哪个月。补上月份，如“11月底”。`,
            en: `“${found[0]}” does not say which month. Add it, such as “11月底”.`,
          },
        });
      }
    }
  },
};

export default rule;
