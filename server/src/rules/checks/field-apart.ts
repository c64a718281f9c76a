/** 期间：2026年 below a title that is no header, 责任：农业办 behind a blank line: both are only sentences. */
import type { PlanModel } from '../../model/model.ts';
import { periodIn } from '../../model/periods.ts';
import type { FieldStatement, Line } from '../../syntax/tree.ts';
import type { FieldOwner } from '../../syntax/vocabulary/keywords.ts';
import { keywordOf } from '../../syntax/vocabulary/keywords.ts';
import type { DocumentRule, Fix, Report } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { changeTo, wholeLine } from '../text.ts';

/** A title, and perhaps the name of the office, stand above the years of a document. */
const mostLinesAbove = 3;
const longestTitle = 40;

/** What the line would be a field of: the header, measure or indicator above the blank lines; `blanks` stand between. */
function ownerAbove(field: Line, { row }: FieldStatement, { tree: { lines } }: PlanModel) {
  const blanks: Line[] = [];
  for (let index = lines.indexOf(field) - 1; index >= 0; index--) {
    const line = lines.at(index);
    if (line.kind === 'blank') blanks.push(line);
    else if (line.statement.kind !== 'field' || line.kind === 'field') {
      const owner = line.kind === 'field' || line.kind === 'value' ? line.owner : line;
      return row.owners?.includes(owner?.kind as FieldOwner) ? { owner, blanks } : undefined;
    }
  }
  return undefined;
}

/** The title of a document that has no header, above a line that gives its years. */
function titleAbove(
  field: Line,
  { row, value }: FieldStatement,
  { tree: { lines } }: PlanModel,
): Line | undefined {
  if (row.id !== 'period' || !value || periodIn(value.text) === undefined) return undefined;
  let title: Line | undefined;
  const end = lines.indexOf(field);
  let count = 0;
  for (let index = 0; index < end; index++) {
    const line = lines.at(index);
    if (line.kind === 'blank') continue;
    const isTitle = line.kind === 'prose' || line.kind === 'heading';
    if (!isTitle || line.text.length > longestTitle || /[。；;]/.test(line.text)) return undefined;
    title ??= line;
    count++;
  }
  return count <= mostLinesAbove ? title : undefined;
}

/** 柳河镇2026年工作计划 becomes 计划：柳河镇2026年工作计划. */
function headerFrom(title: Line): Fix {
  const text = title.text.replace(/^[\s#]+/, '').trimEnd();
  const last = /(?:规划|規劃|计划|計劃|計畫|总结|總結|报告|報告)(?=[^\p{Script=Han}]*$)/u.exec(
    text,
  );
  const isChinese = /\p{Script=Han}/u.test(text);
  const keyword = last && keywordOf(last[0]) ? last[0] : isChinese ? '计划' : 'plan';
  const header = isChinese ? `${keyword}：${text}` : `${keyword}: ${text}`;
  return changeTo({ line: title, start: 0, end: title.text.length }, header);
}

function tell(line: Line, statement: FieldStatement, model: PlanModel, report: Report): void {
  const { keyword } = statement;
  const place = { line, start: keyword.start, end: keyword.end };
  const found = ownerAbove(line, statement, model);
  if (found?.owner) {
    const { owner, blanks } = found;
    const above = owner.text.trim();
    report({
      ...place,
      message: {
        zh: `“${keyword.text}”没有读到，现在只当作正文：它要紧接在“${above}”下面，中间不空行。`,
        en: `“${keyword.text}” was not read and is only a sentence now: it has to stand right below “${above}”, without a blank line between.`,
      },
      related: [
        {
          line: owner,
          start: 0,
          end: owner.text.length,
          message: { zh: '应接在这一行下面', en: 'It belongs below this line' },
        },
      ],
      fixes: [
        {
          title: { zh: '删去中间的空行', en: 'Remove the blank lines between' },
          edits: blanks.map(wholeLine),
        },
      ],
    });
    return;
  }
  const title = model.header.kind === undefined ? titleAbove(line, statement, model) : undefined;
  if (!title) return;
  report({
    ...place,
    message: {
      zh: `“${keyword.text}”没有读到，年份都不会核对：第一行要写成“计划：题目”（或“规划：”“总结：”“报告：”），“${keyword.text}”接在下面。`,
      en: `“${keyword.text}” was not read, so no year is checked: the first line has to be “annual plan: title” (or “plan:”, “summary:”, “report:”), with “${keyword.text}” below it.`,
    },
    fixes: [headerFrom(title)],
  });
}

const rule: DocumentRule = {
  name: 'field-apart',
  tier: 'warning',
  scope: 'document',
  kinds: ['prose'],
  waitsFor: anyOf('：:'),
  reads: ({ statement }) => statement.kind === 'field',
  // What it belongs to stands above it.
  dependsOn: 'any',
  title: { zh: '没有接在所属的行下面', en: 'A field away from what it belongs to' },
  description: {
    zh: '“期间”“责任”“时限”这样的行，要紧接在文件头、举措或指标下面，中间不空行；隔开了就只是一句正文，年份不核对，责任和时限也不进分工表。文件头是第一行“规划：”“计划：”“总结：”或“报告：”加题目。',
    en: 'Lines such as “period”, “owner” and “due” stand right below the header, the measure or the indicator that they belong to. Behind a blank line they are only sentences: no year is checked, and owners and due dates are missing from the lists. The header is the first line, “plan:”, “annual plan:”, “summary:” or “report:” with the title.',
  },
  examples: {
    wrong: [
      '计划：柳河镇工作计划\n\n⟦期间⟧：2026年\n\n目标 粮食产量：5000吨',
      '柳河镇2026年工作计划\n⟦期间⟧：2026年\n\n目标 粮食产量：5000吨',
      '举措 改造水厂\n\n⟦责任⟧：水利站\n⟦时限⟧：6月底',
      '# Willowmere Work Plan\n⟦period⟧: 2026',
    ],
    right: [
      '计划：柳河镇工作计划\n期间：2026年\n\n举措 改造水厂\n责任：水利站',
      '举措 改造水厂\n水厂建于1998年，设备已经老旧。\n\n来源：县水利局',
      '这一段写在正文里。\n责任：落实到人。',
      '各村要把责任落到实处。\n\n期间：不得脱岗。',
    ],
  },
  check(lines, model, report) {
    if (model.tree.proseOnly) return;
    for (const line of lines) {
      if (line.statement.kind === 'field') tell(line, line.statement, model, report);
    }
  },
};

export default rule;
