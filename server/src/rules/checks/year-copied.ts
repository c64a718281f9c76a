/** 2024年工作总结和2024年工作计划; a review of 2003 followed by targets of 2023. */
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule, Report } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { occurrences } from '../text.ts';

const longestTitle = 40;
/** The same year twice: what was done, and what is to be done. */
const sameYear =
  /((?:19|20)[0-9]{2})年[^，,。；;0-9]{0,16}(?:[总總][结結]|回[顾顧])[^，,。；;0-9]{0,8}(?:和|及|[与與]|暨|、)[^，,。；;0-9]{0,6}(\1)年[^，,。；;0-9]{0,10}(?:[计計][划劃畫]|打算|安排|要[点點]|目[标標]|思路)/d;
const review = /年[^，,。；;]{0,8}(?:工作)?(?:回[顾顧]|[总總][结結])$/;
const outlook =
  /((?:19|20)[0-9]{2})年[^，,。；;0-9]{0,10}(?:[目][标標]|任[务務]|工作安排|[计計][划劃]|打算)/d;
const reported = /((?:19|20)[0-9]{2})年[，,]?[^，,。；;0-9]{0,8}(?:[实實][现現]|完成|[达達]到?)/g;
const anyReported = new RegExp(reported.source);
/** Targets of a later term are set now and then; a review so long past is not. */
const longestGap = 3;

/** 2024年, 200_年 and xx年. */
const withYear = anyPair('0123456789_*xXｘ×', '年');

function isTitle({ text, kind }: Line): boolean {
  return (
    (kind === 'prose' || kind === 'heading' || kind === 'header') &&
    text.length <= longestTitle &&
    !/[。；;]/.test(text)
  );
}

function isReview(line: Line): boolean {
  return isTitle(line) && review.test(line.text.trimEnd());
}

/** The year of a heading such as 2023年工作目标和任务. */
function outlookOf(line: Line): RegExpExecArray | undefined {
  return (isTitle(line) && !isReview(line) && outlook.exec(line.text)) || undefined;
}

function tellSameYear(line: Line, report: Report): void {
  const found = isTitle(line) ? sameYear.exec(line.text) : null;
  const place = found?.indices?.[2];
  if (!found || !place) return;
  const [start, end] = place;
  report({
    line,
    start,
    end,
    message: {
      zh: `总结和计划都写的是${found[2]}年，计划的年份是不是应为${Number(found[2]) + 1}年？`,
      en: `Both the summary and the plan are of ${found[2]}. Should the plan be of ${Number(found[2]) + 1}?`,
    },
    fixes: [
      {
        title: {
          zh: `改为“${Number(found[2]) + 1}”`,
          en: `Change to “${Number(found[2]) + 1}”`,
        },
        edits: [{ line, start, end, newText: String(Number(found[2]) + 1) }],
      },
    ],
  });
}

const rule: DocumentRule = {
  name: 'year-copied',
  tier: 'warning',
  scope: 'document',
  waitsFor: withYear,
  reads: (line) => isTitle(line) || anyReported.test(line.text),
  title: { zh: '年份没有改全', en: 'A year that was copied' },
  description: {
    zh: '标题里总结和计划是同一年，或者上半篇回顾的是2003年、下半篇的目标却写着2023年：沿用旧稿时年份没有改全，或者一次替换改过了头。',
    en: 'The summary and the plan of a title are of one year, or the results told are of 2003 and the targets of 2023: when an older text was used again, the years were changed in some places only, or in too many.',
  },
  examples: {
    wrong: [
      '2024年工作总结和⟦2024⟧年工作计划',
      '工作回顾\n2002年工作回顾\n2003年，全镇实现产值47亿元。\n⟦2023⟧年工作目标和任务\n今年再接再厉。',
    ],
    right: [
      '2023年工作总结和2024年工作计划',
      '2023年工作回顾\n2023年，全镇实现产值47亿元。\n2024年工作目标和任务\n再接再厉。',
      '2020年工作回顾\n2020年实现产值47亿元。\n到2025年的目标任务',
    ],
  },
  check(lines, _model, report) {
    let reviewing = false;
    let latest = 0;
    for (const line of lines) {
      tellSameYear(line, report);
      if (isReview(line)) {
        reviewing = true;
        latest = 0;
      }
      const found = reviewing ? outlookOf(line) : undefined;
      const place = found?.indices?.[1];
      if (found && place) {
        const year = Number(found[1]);
        const far = latest > 0 && year - latest > longestGap;
        if (far && !/到|至/.test(line.text.slice(0, place[0]))) {
          report({
            line,
            start: place[0],
            end: place[1],
            message: {
              zh: `前面报的是${latest}年的结果，这里的目标却是${year}年的，年份是不是没有改全？`,
              en: `The results before are of ${latest}, but these targets are of ${year}. Was a year left over from an older text?`,
            },
          });
        }
        reviewing = false;
        continue;
      }
      if (!reviewing) continue;
      for (const result of occurrences(reported, line.text))
        latest = Math.max(latest, Number(result[1]));
    }
  },
};

export default rule;
