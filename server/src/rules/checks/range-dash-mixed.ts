/** 3-5项 in one place, 2～3个 in another, or not as the office has agreed: one finding and one repair for the file. */
import type { Line } from '../../syntax/tree.ts';
import type { DocumentRule, Edit } from '../rule.ts';
import { hasDash } from '../signals.ts';
import { isReadable, occurrences, readableKinds } from '../text.ts';

/** Ranges of quantities; years, dates, telephone numbers and codes have dashes of their own. */
const range =
  /(?<![\p{Script=Latin}0-9０-９.．\-—–~～－／/:：#])([0-9０-９]+(?:[.．][0-9０-９]+)?[%％万萬亿億]?)([—–\-~～－])(?=[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[%％万萬亿億‰]|[个個项項家户戶人名次场場亩畝元吨噸公处處条條座天倍]))/gu;
const worthALook = /[0-9０-９%％万亿][—–\-~～－][0-9０-９]/;
/** Looks alike, and is typed for one another. */
const sameDash: Readonly<Record<string, string>> = { '–': '—', '－': '-', '~': '～' };

const usual = (dash: string): string => sameDash[dash] ?? dash;

interface Dash {
  readonly line: Line;
  readonly at: number;
  readonly typed: string;
}

function* dashesIn(line: Line): Generator<Dash> {
  for (const { 1: low, 2: typed, index } of occurrences(range, line.text)) {
    yield { line, at: index + low.length, typed };
  }
}

/** The dash used most, the first of them where several are. */
function mostUsed(dashes: readonly Dash[]): string {
  const counts = new Map<string, number>();
  for (const { typed } of dashes) {
    const dash = usual(typed);
    counts.set(dash, (counts.get(dash) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

const rule: DocumentRule = {
  name: 'range-dash-mixed',
  tier: 'hint',
  scope: 'document',
  kinds: readableKinds,
  waitsFor: hasDash,
  reads: (line) => worthALook.test(line.text) && isReadable(line),
  title: { zh: '区间的连接号不一致', en: 'Ranges with different dashes' },
  description: {
    zh: '同一篇里，有的区间用“—”，有的用“～”或“-”。数量的区间用浪纹“～”或一字线“—”，全文统一成一种；设置里选定了一种（rangeDash）的，就用那一种。只提示一次，一次改全。',
    en: 'Some ranges of one text have a dash, others a tilde or a hyphen. Use one of them throughout, or the one that the settings name (rangeDash). It is told once for the whole file, with one repair for all.',
  },
  basis: 'GB/T 15835-2011, 5.1.3',
  examples: {
    wrong: ['引进新品种3—5项，建成果园2—3个。\n申请认证2⟦~⟧3个，增长5-8%。'],
    right: ['引进新品种3-5项，建成果园2-3个。', '2021—2025年，增长5%～8%。'],
  },
  check(lines, model, report) {
    const dashes: Dash[] = [];
    for (const line of lines) dashes.push(...dashesIn(line));
    const agreed = model.conventions.rangeDash;
    if (dashes.length < (agreed ? 1 : 2)) return;
    const wanted = agreed ?? mostUsed(dashes);
    const edits = dashes
      .filter(({ typed }) => (agreed ? typed : usual(typed)) !== wanted)
      .map(({ line, at }): Edit => ({ line, start: at, end: at + 1, newText: wanted }));
    const [first] = edits;
    if (!first) return;
    const { line, start, end } = first;
    report({
      line,
      start,
      end,
      message: agreed
        ? {
            zh: `设置里定了区间用“${agreed}”，有${edits.length}处不是，从这里开始。`,
            en: `The settings want “${agreed}” in ranges, and ${edits.length} have another, from here on.`,
          }
        : {
            zh: `区间多数用“${wanted}”，有${edits.length}处不同，从这里开始。统一成一种。`,
            en: `Most ranges have “${wanted}”, but ${edits.length} do not, from here on. Use one of them.`,
          },
      fixes: [
        {
          title: { zh: `都改为“${wanted}”`, en: `Make them all “${wanted}”` },
          edits,
          safe: true,
        },
      ],
    });
  },
};

export default rule;
