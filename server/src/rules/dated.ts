/** Which year a document is of, for checks of words that have gone out of use or not come into it. */
import type { PlanModel } from '../model/model.ts';
import { simplify } from '../model/names.ts';
import { planStart } from '../model/periods.ts';
import type { Line } from '../syntax/tree.ts';
import { planNumber } from '../syntax/vocabulary/periods.ts';
import { anyWord } from './signals.ts';

const longestTitle = 40;
const documentWord =
  /[规規][划劃]|[计計][划劃畫]|[总總][结結]|[报報]告|要[点點]|打算|[谋謀][划劃]|[纲綱]要|回[顾顧]/;
/** A first look: where none of its words begins, there is no title. */
export const mayBeTitle = anyWord(
  '规划 規劃 规劃 計划 计划 計劃 计劃 計畫 计畫 总结 總結 报告 報告 要点 要點 打算 谋划 謀划 谋劃 纲要 綱要 回顾 回顧'.split(
    ' ',
  ),
);
const writtenYear = /(?:19|20)[0-9]{2}(?=年)/g;
const namedPlan = /十[一二三四五六七八九]?五/;

/** The year of a title: 2021年工作计划, “十四五”发展规划. Sentences have none. */
export function titleYear({ text, kind }: Line): number | undefined {
  if (kind !== 'prose' && kind !== 'heading' && kind !== 'header') return undefined;
  if (text.length > longestTitle || !documentWord.test(text) || text.includes('。')) {
    return undefined;
  }
  const years = (text.match(writtenYear) ?? []).map(Number);
  if (years.length > 0) return Math.max(...years);
  const number = planNumber(namedPlan.exec(text)?.[0] ?? '');
  return number === undefined ? undefined : planStart(number) + 4;
}

/** The last year that the header names, or else that of the first title among some lines. */
export function documentYear(lines: Iterable<Line>, model: PlanModel): number | undefined {
  const { period } = model.header;
  if (period) return period.to;
  for (const line of lines) {
    const year = titleYear(line);
    if (year !== undefined) return year;
  }
  return undefined;
}

let lastText = '';
let lastSimplified = '';

/** The line in simplified characters, one for one. Checks ask about one line after the other: the last answer is kept. */
export function simplifiedText({ text }: Line): string {
  if (text !== lastText) {
    lastSimplified = simplify(text);
    lastText = text;
  }
  return lastSimplified;
}
