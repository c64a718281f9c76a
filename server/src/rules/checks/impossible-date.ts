/** 6月31日, June 31, 13月: a date that no calendar has. */
import { englishMonths } from '../../model/periods.ts';
import type { LineRule } from '../rule.ts';
import { anyPair, anyWord, digits, either } from '../signals.ts';
import { changeTo, inQuotation, occurrences, readableKinds } from '../text.ts';

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const chineseDate =
  /(?<![0-9０-９.．—–～~-])(?:([0-9]{4})年)?([0-9]{1,2})月(?!份)([0-9]{1,2})(?=[日号號])/g;
const englishDate = new RegExp(
  `\\b(${englishMonths.join('|')}) ([0-9]{1,2})(?:st|nd|rd|th)?\\b(?:, ([0-9]{4}))?(?![0-9%]|[,.][0-9])`,
  'g',
);

function daysOf(month: number, year: number | undefined): number {
  const isLeap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !isLeap ? 28 : (daysOfMonths[month - 1] ?? 0);
}

const rule: LineRule = {
  name: 'impossible-date',
  tier: 'error',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(anyPair(digits, '月'), anyWord(englishMonths)),
  title: { zh: '日历上没有的日期', en: 'A date that no calendar has' },
  description: {
    zh: '“6月31日”“2025年2月29日”这样的日期不存在，多半是日子数错了，或者改了月份没有改日子。',
    en: 'June has no 31st day, and February 2025 had no 29th. Mostly the days were miscounted, or the month was changed and the day was not.',
  },
  examples: {
    wrong: [
      '举措 修路\n时限：2026年⟦6月31日⟧',
      '会议于2025年⟦2月29日⟧召开。',
      'The survey ends on ⟦June 31⟧.',
    ],
    right: [
      '6月30日前完成，2024年2月29日验收，12月31日止。',
      'The survey ends on June 30. By May 2026 all is done.',
    ],
  },
  check(line, _model, report) {
    const tell = (
      start: number,
      end: number,
      day: string,
      month: number,
      year: number | undefined,
    ): void => {
      const days = daysOf(month, year);
      if (Number(day) <= days || inQuotation(line.text, start)) return;
      const printed = line.text.slice(start, end);
      const at = printed.lastIndexOf(day);
      const last = printed.slice(0, at) + days + printed.slice(at + day.length);
      report({
        line,
        start,
        end,
        message: {
          zh: `没有“${printed}”这一天：${month}月只有${days}天。`,
          en: `There is no “${printed}”: ${englishMonths[month - 1]} has ${days} days.`,
        },
        fixes: [{ ...changeTo({ line, start, end }, last), unsure: true }],
      });
    };
    for (const found of occurrences(chineseDate, line.text)) {
      const [whole, year, month, day] = found;
      const start = found.index + (year === undefined ? 0 : year.length + 1);
      const end = found.index + whole.length + 1;
      if (daysOfMonths[Number(month) - 1] === undefined) continue;
      tell(start, end, day, Number(month), year === undefined ? undefined : Number(year));
    }
    for (const found of occurrences(englishDate, line.text)) {
      const [whole, month, day, year] = found;
      const end = found.index + whole.length - (year === undefined ? 0 : year.length + 2);
      tell(
        found.index,
        end,
        day,
        englishMonths.indexOf(month) + 1,
        year ? Number(year) : undefined,
      );
    }
  },
};

export default rule;
