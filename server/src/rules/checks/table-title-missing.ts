/** Rows without 表 above them, or with a caption that is only a sentence: 表1 主要指标. */
import type { PlanModel } from '../../model/model.ts';
import type { Line } from '../../syntax/tree.ts';
import { captionStart } from '../../syntax/vocabulary/captions.ts';
import type { DocumentRule, Fix } from '../rule.ts';
import { isIncomplete } from '../signals.ts';
import { changeTo } from '../text.ts';

const longestTitle = 60;

/** The title in 表1 主要指标, 附表2：分村任务, Table 3. Benches. */
function titleIn({ kind, text }: Line): string {
  const caption = text.trim();
  const found = kind === 'prose' ? captionStart.exec(caption) : null;
  const title = found ? caption.slice(found[0].length) : '';
  return title.length > longestTitle || /[。；;]/.test(title) ? '' : title;
}

/** The line above the first row; a blank one may stand between. */
function lineAbove(row: Line, { tree: { lines } }: PlanModel): Line | undefined {
  let index = lines.indexOf(row) - 1;
  if (index > 0 && lines.at(index).kind === 'blank') index--;
  return index >= 0 ? lines.at(index) : undefined;
}

const keywordFor = (text: string): string => (/\p{Script=Han}/u.test(text) ? '表' : 'table');

function titleFrom(above: Line, title: string): Fix {
  const right = `${keywordFor(above.text)} ${title}`;
  return changeTo({ line: above, start: 0, end: above.text.length }, right);
}

function lineOfItsOwn(row: Line): Fix {
  const keyword = keywordFor(row.text);
  return {
    title: { zh: `在上面加一行“${keyword}”`, en: `Put a line “${keyword}” above it` },
    edits: [{ line: row, start: 0, end: 0, newText: `${keyword}${row.terminator || '\n'}` }],
  };
}

const rule: DocumentRule = {
  name: 'table-title-missing',
  tier: 'warning',
  scope: 'document',
  kinds: ['row'],
  waitsFor: isIncomplete,
  // What could be its title stands above it.
  dependsOn: 'any',
  title: { zh: '表格没有题目', en: 'A table without a title' },
  description: {
    zh: '表格上面要有一行“表 题目”。没有题目的表照样读、照样核对，但读的人不知道列的是什么，成稿里表题也排不到表格上方。“表1 主要指标”写成“表 主要指标”。',
    en: 'A line “table title” belongs above a table. Without it the table is read and checked all the same, but readers do not know what it lists, and the finished document has no caption. Write “Table 1 Benches” as “table Benches”.',
  },
  examples: {
    wrong: [
      '⟦| 指标 | 2025年 |⟧\n| --- | --- |\n| 粮食产量（吨） | 5000 |',
      '⟦表1 主要指标⟧\n| 指标 | 2025年 |\n| --- | --- |\n| 粮食产量（吨） | 5000 |',
      '⟦Table 2: Benches⟧\n\n| item | 2025 |\n| --- | --- |\n| Benches | 30 |',
    ],
    right: [
      '表 产量\n| 指标 | 2025年 |\n| --- | --- |\n| 粮食产量（吨） | 5000 |',
      '表 指标\n指标 | 2025年\n| 粮食产量（吨） | 5000 |',
    ],
  },
  check(lines, model, report) {
    if (model.tree.proseOnly) return;
    for (const line of lines) {
      if (line.owner !== line) continue;
      const above = lineAbove(line, model);
      // A row without its first bar is told of itself, and its repair makes the rows one table.
      if (above && above.kind !== 'row' && /[|｜]/.test(above.text)) continue;
      const title = above ? titleIn(above) : '';
      const place = above && title ? above : line;
      report({
        line: place,
        start: place.text.search(/\S/),
        end: place.text.trimEnd().length,
        message:
          above && title
            ? {
                zh: `“${above.text.trim()}”像是下面这张表的题目，现在只当作正文。写成“${keywordFor(above.text)} ${title}”，它才排在表的上方。`,
                en: `“${above.text.trim()}” looks like the title of the table below, but is only a sentence now. Write “${keywordFor(above.text)} ${title}”, so that it is set above the table.`,
              }
            : {
                zh: '这张表没有题目。它已照表格来读；在上面加一行“表 题目”，读的人才知道列的是什么。',
                en: 'This table has no title. It is read as a table all the same; put a line “table title” above it, so that readers know what it lists.',
              },
        fixes: [above && title ? titleFrom(above, title) : lineOfItsOwn(line)],
      });
    }
  },
};

export default rule;
