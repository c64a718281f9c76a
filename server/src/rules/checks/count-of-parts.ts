/** 实施六大工程, and five sections below it. */

import { simplify } from '../../model/names.ts';
import type { Line } from '../../syntax/tree.ts';
import { smallNumber } from '../../syntax/vocabulary/periods.ts';
import type { DocumentRule } from '../rule.ts';

/** At the end of the heading, so that the number is of what the section tells. */
const counted =
  /([二两三四五六七八九十]|[2-9])(?:大|项)(?:重点)?(?:工程|行动|任务|工作|举措|措施|攻坚战|战役|计划|体系|提升)$/;

/** What that ends in. */
const lastCharacters = new Set('程动务作措施战役划系升');
const mayCount = (text: string): boolean => lastCharacters.has(simplify(text.slice(-1)));

/** 两, which counts and does not number. */
const two = 2;

const levelOf = ({ statement }: Line): number =>
  statement.kind === 'heading' ? statement.level : Number.POSITIVE_INFINITY;

/** How many sections stand right below a heading, or how many measures where there are none. */
function partsBelow(lines: readonly Line[], heading: number): number {
  const level = levelOf(lines[heading]);
  const below: number[] = [];
  for (let index = heading + 1; index < lines.length; index++) {
    const inner = levelOf(lines[index]);
    if (inner <= level) break;
    below.push(inner);
  }
  const highest = Math.min(...below);
  return below.filter((inner) => inner === highest).length;
}

const rule: DocumentRule = {
  name: 'count-of-parts',
  tier: 'hint',
  scope: 'document',
  kinds: ['heading', 'measure'],
  title: { zh: '标题里的个数和下面的不符', en: 'A heading that counts wrong' },
  description: {
    zh: '标题写“六大工程”，下面只有五节（或五条举措）。不是漏了一项，就是个数没有跟着改。',
    en: 'The heading announces so many projects, and another number of sections or measures follows. One is missing, or the number was not changed with them.',
  },
  examples: {
    wrong: [
      '一、实施⟦三大工程⟧\n（一）道路工程\n修路。\n（二）饮水工程\n通水。',
      '# 抓好⟦四项工作⟧\n举措 修路\n举措 通水\n举措 植树',
    ],
    right: [
      '一、实施两大工程\n（一）道路工程\n修路。\n（二）饮水工程\n通水。',
      '一、实施三大工程\n修路、通水、植树。',
      '一、三大攻坚战取得胜利\n（一）脱贫\n（二）治污',
    ],
  },
  check(lines, _model, report) {
    for (const [index, line] of lines.entries()) {
      if (line.kind !== 'heading') continue;
      const typed = line.text.trimEnd();
      if (!mayCount(typed)) continue;
      const text = simplify(typed);
      const found = counted.exec(text);
      if (!found) continue;
      const said = smallNumber(found[1]) ?? two;
      const parts = partsBelow(lines, index);
      if (parts < 2 || parts === said) continue;
      report({
        line,
        start: found.index,
        end: text.length,
        message: {
          zh: `标题说的是${found[1]}项，下面有${parts}项，数一数。`,
          en: `The heading says ${said}, but ${parts} follow. Count again.`,
        },
      });
    }
  },
};

export default rule;
