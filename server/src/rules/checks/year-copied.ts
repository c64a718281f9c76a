/** 2024年工作总结和2024年工作计划; a review of 2003 followed by targets of 2023. */
import type { PlanModel } from '../../model/model.ts';
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule, Report } from '../rule.ts';
import { anyPair, either } from '../signals.ts';
import { changeTo, inQuotation, occurrences } from '../text.ts';

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

/** 2024年, 200_年 and xx年; by the end of 2024, in 2024. */
const withYear = either(anyPair('0123456789_*xXｘ×', '年'), anyPair(' ', '12'));

/** 2026年工作计划 as the title of a document without a header. */
const planTitle =
  /((?:19|20)[0-9]{2})年[^，,。；;0-9]{0,12}(?:[计計][划劃畫]|要[点點]|安排|方案|打算)[^，,。；;0-9]{0,4}$/;
/** 2025年目标完成情况 looks back. */
const looksBack = /完成|回[顾顧]|[总總][结結]|情[况況]|[执執]行|[实實]施以[来來]/;
/** A sentence on what is to come: 2025年，我镇将…; 到2025年底，…力争. What others have set is told with their words. */
const toCome =
  /(?:^|[。；;])\s*(?:到|至)?((?:19|20)[0-9]{2})年(?:年?[底末]|度)?(?:以?前)?[，,]?(?!.{0,30}(?:提出|提到|[规規]定|要求|原定|指出|明[确確]|下[达達]|完成了|[实實][现現]了|已))(?:[^。；;]{0,30}?(?:[将將](?!近)|力[争爭]|[确確]保|[争爭]取|[拟擬](?!定))|(?<=[底末]前)[^，。；;]{0,6}(?:完成|建成|[实實][现現]|[达達]到)(?![了的]))|\b(?:[Ii]n|[Bb]y|[Bb]y the end of) ((?:19|20)[0-9]{2}),? [^.;]{0,60}?\b(?:will|shall|aim to|intend to)\b/dg;
const anyToCome = new RegExp(toCome.source);
/** Older ones are told of as history. */
const mostYearsLeft = 3;

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

/** The one year that the document is a plan for, as its header says, or its title where it has none. */
function yearPlanned(lines: readonly Line[], { header }: PlanModel): number | undefined {
  if (header.kind === undefined) {
    const [title] = lines;
    const found = title && isTitle(title) && planTitle.exec(title.text.trimEnd());
    return found ? Number(found[1]) : undefined;
  }
  const isPlan = header.kind === 'plan' || header.kind === 'annualPlan';
  const { period } = header;
  return isPlan && period && period.from === period.to ? period.to : undefined;
}

/** Last year's year in a heading or a sentence on what is to come. */
function tellLeftOver(line: Line, planned: number, report: Report): void {
  const outlooks = [outlookOf(line)].filter(
    (found) => found && !looksBack.test(line.text.slice(found.index)),
  );
  for (const found of [...outlooks, ...occurrences(toCome, line.text)]) {
    const [start, end] = found?.indices?.[1] ?? found?.indices?.[2] ?? [0, 0];
    const year = Number(line.text.slice(start, end));
    if (!(year < planned && year >= planned - mostYearsLeft) || inQuotation(line.text, start))
      continue;
    report({
      line,
      start,
      end,
      message: {
        zh: `这里说的是以后的事，年份却是${year}年，而本文是${planned}年的计划。年份是不是没有改？`,
        en: `This is about what is to come, but its year is ${year}, and the document is a plan for ${planned}. Was the year left over?`,
      },
      fixes: [{ ...changeTo({ line, start, end }, String(planned)), unsure: true }],
    });
  }
}

const rule: DocumentRule = {
  name: 'year-copied',
  tier: 'warning',
  scope: 'document',
  waitsFor: withYear,
  reads: (line) => isTitle(line) || anyReported.test(line.text) || anyToCome.test(line.text),
  title: { zh: '年份没有改全', en: 'A year that was copied' },
  description: {
    zh: '标题里总结和计划是同一年，或者上半篇回顾的是2003年、下半篇的目标却写着2023年：沿用旧稿时年份没有改全，或者一次替换改过了头。某一年的计划里，“到2025年底力争”“2025年工作安排”这样说以后的话，写的却是过去的年份，也提醒。',
    en: 'The summary and the plan of a title are of one year, or the results told are of 2003 and the targets of 2023: when an older text was used again, the years were changed in some places only, or in too many. In a plan for one year, what is to come should not be of a year that has passed.',
  },
  examples: {
    wrong: [
      '2024年工作总结和⟦2024⟧年工作计划',
      '计划：柳河镇工作计划\n期间：2026年\n\n# ⟦2025⟧年工作安排\n到⟦2025⟧年底，村道硬化力争达到90%。\n⟦2025⟧年，我镇将新建广场2个。',
      '柳河镇2026年工作要点\n⟦2025⟧年底前，确保完成村庄规划编制。\n⟦2025⟧年底前建成养老服务中心2个。',
      'annual plan: Parks\nperiod: 2026\n\nBy the end of ⟦2025⟧, all paths will be paved.',
      '工作回顾\n2002年工作回顾\n2003年，全镇实现产值47亿元。\n⟦2023⟧年工作目标和任务\n今年再接再厉。',
    ],
    right: [
      '2023年工作总结和2024年工作计划',
      '2023年工作回顾\n2023年，全镇实现产值47亿元。\n2024年工作目标和任务\n再接再厉。',
      '计划：柳河镇工作计划\n期间：2026年\n\n# 2025年目标完成情况\n2025年，全镇确保了安全生产，2025年底前完成的3个项目已经投入使用。“十四五”规划提出，到2025年力争达到90%。到2026年底，力争达到95%。',
      '报告：柳河镇工作报告\n期间：2026年\n\n2025年，我们力争上游。',
      '2020年工作回顾\n2020年实现产值47亿元。\n到2025年的目标任务',
    ],
  },
  check(lines, model, report) {
    const planned = yearPlanned(lines, model);
    let reviewing = false;
    let latest = 0;
    for (const line of lines) {
      tellSameYear(line, report);
      if (planned !== undefined) tellLeftOver(line, planned, report);
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
