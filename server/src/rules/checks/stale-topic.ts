/** 打赢脱贫攻坚战 in a plan for 2023: a campaign that is over. */
import type { Line } from '../../syntax/tree.ts';
import { staleTopics } from '../data/stale-topics.ts';
import { documentYear, mayBeTitle, simplifiedText, titleYear } from '../dated.ts';
import type { DocumentRule } from '../rule.ts';
import { anyWord, either } from '../signals.ts';
import { inQuotation } from '../text.ts';

const anyTopic = new RegExp(staleTopics.map(({ pattern }) => pattern.source).join('|'));
/** Pieces of the names in both scripts, the rarest of each. */
const mayName = anyWord([
  '贫攻',
  '貧攻',
  '贫标',
  '貧標',
  '小康',
  '坚战',
  '堅戰',
  '践活',
  '踐活',
  '染源',
  '口普',
]);
const kinds: ReadonlySet<Line['kind']> = new Set(['prose', 'heading', 'measure', 'note']);
const lookingBack = /(?:19|20)[0-9]{2}年|过去|五年来|以来|已经|圆满|胜利|如期|成功|历史性/;
const furthest = 24;

function mayHold(line: Line): boolean {
  return kinds.has(line.kind) && mayName(line) && anyTopic.test(simplifiedText(line));
}

const rule: DocumentRule = {
  name: 'stale-topic',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'document',
  waitsFor: either(mayName, mayBeTitle),
  reads: (line) => mayHold(line) || titleYear(line) !== undefined,
  title: { zh: '已经结束的工作', en: 'A campaign that is over' },
  description: {
    zh: '把已经结束的专项工作写成正在做的，如2022年还要“打赢脱贫攻坚战”。多半沿用了旧稿。巩固成果、回顾胜利不算，结束后的第二年回顾上年的也不算。按文稿的年份判断：“期间”，没有的看标题。',
    en: 'A campaign that is over is told as going on, mostly because an older text was used again. Building on its results or looking back at it is left alone. The year of the document decides: its “period”, or else its title.',
  },
  examples: {
    wrong: [
      '2023年工作计划\n\n继续⟦打赢脱贫攻坚战⟧，坚持⟦现行扶贫标准⟧。',
      '2024年工作总结\n\n积极开展⟦党的群众路线教育实践活动⟧。',
    ],
    right: [
      '2023年工作计划\n\n巩固脱贫攻坚成果，脱贫攻坚战取得全面胜利。',
      '2019年工作计划\n\n坚决打赢脱贫攻坚战。',
      '2021年政府工作报告\n\n助力对口县打赢脱贫攻坚战。',
      '坚决打赢脱贫攻坚战。',
    ],
  },
  check(lines, model, report) {
    const year = documentYear(lines, model);
    if (year === undefined) return;
    for (const line of lines.filter(mayHold)) {
      const text = simplifiedText(line);
      for (const { pattern, last } of staleTopics) {
        // What ended in a year is looked back at in the next.
        const found = year > last + 1 ? pattern.exec(text) : null;
        if (!found) continue;
        const { index: start } = found;
        const end = start + found[0].length;
        const around = text.slice(Math.max(0, start - furthest), end + 8);
        if (lookingBack.test(around) || inQuotation(text, start)) continue;
        report({
          line,
          start,
          end,
          message: {
            zh: `“${line.text.slice(start, end)}”到${last}年已经结束，本文是${year}年的。是不是沿用了旧稿？`,
            en: `“${line.text.slice(start, end)}” was over by ${last}, but the document is of ${year}. Is it left from an older text?`,
          },
        });
      }
    }
  },
};

export default rule;
