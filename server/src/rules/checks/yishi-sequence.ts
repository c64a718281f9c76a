/** 一是…三是… in a paragraph: a count that misses one, or holds another count. */
import { hasOrdinal, type Ordinal, ordinalsIn, recount, spell } from '../counting.ts';
import type { LineRule, Report } from '../rule.ts';

function tellGap(ordinals: readonly Ordinal[], index: number, last: number, report: Report): void {
  const { line, start, end, value } = ordinals[index];
  const typed = spell(value);
  const right = spell(last + 1);
  report({
    line,
    start,
    end,
    message:
      last === 0
        ? {
            zh: `这一段从“${typed}”数起，前面没有“一是”。`,
            en: `The count of this paragraph begins with “${typed}”; there is no “一是” (first) before it.`,
          }
        : {
            zh: `前面数到“${spell(last)}”，这里应为“${right}”，却是“${typed}”。`,
            en: `The count had come to “${spell(last)}”, so this should be “${right}”, not “${typed}”.`,
          },
    fixes: [recount(ordinals, index, last + 1)],
  });
}

function tellNested({ line, start, end }: Ordinal, outer: Ordinal, report: Report): void {
  const head = spell(outer.value);
  report({
    line,
    start,
    end,
    message: {
      zh: `“${head}”里面又从“一是”数起，读的人分不清是哪一层。里层改用“（1）（2）”或“首先、其次”。`,
      en: `A second count begins inside “${head}”, so the reader cannot tell the two apart. Use （1）（2） or other words for the inner one.`,
    },
    related: [
      {
        line,
        start: outer.start,
        end: outer.end,
        message: { zh: `外层数到“${head}”`, en: `The outer count stands at “${head}”` },
      },
    ],
  });
}

const rule: LineRule = {
  name: 'yishi-sequence',
  tier: 'warning',
  scope: 'line',
  kinds: ['prose', 'heading', 'measure'],
  waitsFor: hasOrdinal,
  title: { zh: '一段里“一是、二是”数错了', en: 'A count of 一是, 二是 in a paragraph' },
  description: {
    zh: '一段话里的“一是”“二是”“三是”漏了一个、重了一个，或者一项里面又套了一层“一是”，读的人分不清数到了哪里。',
    en: 'The count 一是, 二是, 三是 of a paragraph misses a number or repeats one, or one of its items holds another such count, so that the reader cannot tell where it stands.',
  },
  examples: {
    wrong: [
      '今年抓三件事：一是修路；二是通水；⟦四是⟧建园。',
      '今年抓好两件事。⟦二是⟧通水；三是建园。',
      '二是加快科技兴农。⟦一是⟧依靠人才；二是依靠农技站；三是搞好培训。',
    ],
    right: [
      '今年抓三件事：一是修路；二是通水；三是建园。难点有两个：一是地；二是钱。',
      '一是修路；二是通水；三是建园。',
      '三项工程之一是修路。',
      '“一是一、二是二”。',
      '\\一是一、二是二，报上来的数要经得起核对。',
    ],
  },
  check(line, _model, report) {
    const ordinals = ordinalsIn(line);
    if (ordinals.length === 0) return;
    const [first] = ordinals;
    // A line that begins with the word is an item itself; its number is `measure-sequence`'s.
    const head = line.statement.kind === 'measure' ? first : undefined;
    const inside = head ? ordinals.slice(1) : ordinals;
    let last = head?.value ?? 0;
    let nested = false;
    for (const [index, ordinal] of inside.entries()) {
      const { value } = ordinal;
      if (value === 1 && head && !nested && last === head.value) {
        nested = true;
        tellNested(ordinal, head, report);
      } else if (
        value !== last + 1 &&
        value !== 1 &&
        !(nested && head && value === head.value + 1)
      ) {
        tellGap(inside, index, last, report);
      }
      last = value;
    }
  },
};

export default rule;
