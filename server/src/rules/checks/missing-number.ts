/** A figure whose digits were dropped: 达亿元, 增长%, 达多万元, 率达，, 共补助人. */
import type { Line } from '../../syntax/tree.ts';
import { quantitiesOf } from '../quantities.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyPair, either, lacksDigits, type Signal } from '../signals.ts';
import { inReference, isReadable, occurrences, readableKinds } from '../text.ts';

const reach = '达到?|達到?';
const grow =
  '增长|增長|增加|增|减少|減少|下降|降低|降|提高|提升|上升|回落|上涨|上漲|超过|超過|突破|为|為|占|佔|至|到|约|約';
const spend = '投资|投資|投入|资金|資金|金额|金額|发放|發放|筹集|籌集|争取|爭取|下拨|下撥';
const help =
  '补助|補助|救助|资助|資助|发放|發放|安置|培训|培訓|慰问|慰問|帮扶|幫扶|接待|解决|解決|带动|帶動|受益';
const unit = '[万萬亿億]+(?:元|美元|吨|噸|亩|畝)';
const stop = '(?=[，,；;。、）)]|$)';

/** `anchor` with `lead` right before it: it is looked up backwards, since a digit stands there nearly always. */
function behind(lead: string, anchor: string, ahead = ''): RegExp {
  return new RegExp(`${anchor}(?<=(?<lead>${lead})${anchor})${ahead}`, 'g');
}

/** The last character of a lead with the first of what follows: a digit stands there nearly always. */
const mayLackRate = anyPair(
  '到達达长長加增少降低高升落涨漲过過破为為占佔至约約比较較多余餘',
  '%％‰',
);
const mayLackAmount = anyPair(
  '达達到资資入金額额放集取拨撥多余餘助济濟训訓置问問扶待决決动動益',
  '万萬亿億人户戶',
);
/** The line may break off behind its verb. */
const mayLackAll = anyPair('达達到', '，,；;。\n');
const mayLackInEnglish = anyPair(' ', '%pPmMbB');

/** In sentences only what cannot be read in any other way: 突破亿元 and 人均收入达万元 can be. */
const patterns: readonly (readonly [mayHold: Signal, RegExp])[] = [
  [mayLackRate, behind(`${reach}|${grow}`, '[%％‰]')],
  [mayLackAmount, behind(`(?:${reach}|超过|超過|完成|${spend})[多余餘]`, unit)],
  [
    mayLackAmount,
    behind(`(?<!(?:人均|户均|戶均)[^，,；;。]{0,14})(?:${reach}|${spend})`, unit, stop),
  ],
  [
    mayLackAll,
    behind(
      '率|额|額|值|产量|產量|人数|人數|收入|资金|資金|面积|面積|里程',
      `(?:${reach})`,
      '(?=[，,；;。]|$)',
    ),
  ],
  [mayLackAmount, behind(`(?:共|累计|累計)(?:${help})`, '[人户戶]', stop)],
  [
    mayLackInEnglish,
    /\b(?:by|reach(?:es|ed)?|at least|more than|less than|about|up|down)\s+(?:%|per cent\b|(?:million|billion)\s+(?:yuan|dollars?|tons?|people)\b)/gi,
  ],
];

function inProse(line: Line, report: Report): void {
  for (const [mayHold, pattern] of patterns) {
    if (!mayHold(line)) continue;
    for (const found of occurrences(pattern, line.text)) {
      const start = found.index - (found.groups?.lead.length ?? 0);
      const end = found.index + found[0].length;
      if (!inReference(line, start, end)) tell(line, start, end, report);
    }
  }
}

function inClaims(line: Line, report: Report): void {
  for (const { quantity, items, index, offset } of quantitiesOf(line)) {
    const clause = items[index];
    for (const amount of [quantity.amount, quantity.high]) {
      if (amount?.mask !== '' || clause.kind !== 'clause') continue;
      // 突破亿元: the magnitude is the figure.
      const bare = /^[万萬亿億]/.test(amount.unit);
      // 亿元以上项目: a threshold in a name.
      if (bare && clause.suffixes.length > 0 && items[index + 1]?.kind === 'text') continue;
      if (bare && clause.modifiers.some(({ id }) => id === 'above' || id === 'almost')) continue;
      const last = clause.modifiers.at(-1);
      tell(line, (last?.start ?? amount.start) + offset, amount.end + offset, report);
    }
  }
}

function tell(line: Line, start: number, end: number, report: Report): void {
  const text = line.text.slice(start, end);
  report({
    line,
    start,
    end,
    message: {
      zh: `“${text}”漏了数字，读不出是多少。把数字补上；数字还没定的，先写“x”占位。`,
      en: `The number is missing from “${text}”, so nobody can tell how much it is. Add it; if it is not known yet, put “x” in its place.`,
    },
  });
}

const claimKinds = new Set(['target', 'result', 'value', 'row']);

const rule: LineRule = {
  name: 'missing-number',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(lacksDigits, mayLackRate, mayLackAmount, mayLackAll, mayLackInEnglish),
  title: { zh: '漏了数字', en: 'Missing number' },
  description: {
    zh: '单位和百分号前面没有数字，如“达亿元”“增长%”“参合率达，”。多半是汇总时留着等填、后来忘了。补上数字；要留空待填，写成“x亿元”，导出前会再次提醒。',
    en: 'A unit or a per cent sign stands without its number. Mostly it was left open until the figures came in, and forgotten. Add the number; to leave it open on purpose, write “x million yuan”, and you will be reminded of it.',
  },
  examples: {
    wrong: [
      '完成全社会固定资产投资⟦达亿元⟧，⟦增长%⟧。',
      '处罚金额⟦达多万元⟧。',
      '新农合参合⟦率达⟧，⟦共补助人⟧，补助资金⟦达万元⟧，防控到位。',
      '目标 粮食产量：⟦达万吨⟧',
      'Receipts grew ⟦by %⟧ last year.',
    ],
    right: [
      '工业总产值突破亿元。',
      '农民人均纯收入达万元，比上年增长8%。',
      '目标 工业总产值：突破亿元',
      '目标 招商引资：每年引进亿元以上项目2个',
      '全镇通信发达，四通八达。',
      '单位：万元、%',
      '表 税收\n| 项目 | 2025年 | 增长% |\n| --- | --- | --- |\n| 增值税（万元） | 520 | 3.1 |',
    ],
  },
  check(line, model, report) {
    // 增长% at the head of a column is what its figures are.
    if (!isReadable(line) || model.isTableHead(line)) return;
    if (claimKinds.has(line.kind)) inClaims(line, report);
    else inProse(line, report);
  },
};

export default rule;
