/** 十四五”期间: a quotation mark or a bracket without its other half. */
import type { Line } from '../../syntax/tree.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { changeTo, isReadable, replace } from '../text.ts';

const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};
const opening: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closing).map(([open, close]) => [close, open]),
);
/** Either width closes the other: that is a matter of width, not of pairs. */
const width: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const anyMark = anyOf('“”（）()《》【】〔〕「」『』');
const marks = /[“”（）()《》【】〔〕「」『』]/g;
/** 1） and a) number a list. */
const ordinal = /^\s*[0-9０-９a-zA-Z①-⑳一二三四五六七八九十]{1,3}$/;
const planName = /(?:十[一二三四五六七八九]?|二十)五$/;

/** For each mark of a pair, by character: its pair's number from 1, negative where it closes. */
const pairOf = new Int8Array(0x10000);
for (const [index, [open, close]] of Object.entries(closing).entries()) {
  const pair = width[open] ? Object.keys(closing).indexOf(width[open]) + 1 : index + 1;
  pairOf[open.charCodeAt(0)] = pair;
  pairOf[close.charCodeAt(0)] = -pair;
}
const depths = new Int32Array(Object.keys(closing).length + 1);

/** Whether every mark finds its half, kind by kind: so it is in nearly all lines. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const pair = pairOf[text.charCodeAt(index)];
    if (pair === 0) continue;
    if (pair > 0) {
      depths[pair]++;
      open++;
    } else if (depths[-pair] > 0) {
      depths[-pair]--;
      open--;
    } else {
      open = -1;
      break;
    }
  }
  if (open !== 0) depths.fill(0);
  return open === 0;
}

interface Open {
  readonly sign: string;
  readonly at: number;
}

/** Marks that find no other half, from left to right. */
function unpaired(text: string): Open[] {
  const open: Open[] = [];
  const alone: Open[] = [];
  for (const { 0: sign, index: at } of text.matchAll(marks)) {
    const mark = width[sign] ?? sign;
    if (closing[mark] !== undefined) {
      open.push({ sign: mark, at });
      continue;
    }
    // The nearest mark of its kind; what stands open inside it has lost its half.
    let index = open.length - 1;
    while (index >= 0 && closing[open[index].sign] !== mark) index--;
    if (index < 0) {
      if (!(mark === '）' && ordinal.test(text.slice(0, at)))) alone.push({ sign: mark, at });
      continue;
    }
    alone.push(...open.splice(index).slice(1));
  }
  return [...alone, ...open].sort((a, b) => a.at - b.at);
}

/** The halves that look nearly alike, and are typed for one another. */
const turned: Readonly<Record<string, string>> = { '“': '”', '”': '“' };

/**
 * The mark of two that was turned the wrong way: the second of “甲“, which should close, and the first
 * of ”甲”, which should open. It is one mistake, and is told once.
 */
function turnedOf(first: Open, second: Open | undefined): Open | undefined {
  if (!second || first.sign !== second.sign || turned[first.sign] === undefined) return undefined;
  return first.sign === '“' ? second : first;
}

function tellTurned(line: Line, { sign, at }: Open, report: Report): void {
  const place = { line, start: at, end: at + 1 };
  const right = turned[sign];
  report({
    ...place,
    message: {
      zh: `引号的方向反了：这里应是 ${right}。`,
      en: `The quotation mark is the wrong way round: it should be ${right} here.`,
    },
    fixes: [changeTo(place, right)],
  });
}

/** A paragraph that breaks off may go on below, mark and all. */
function breaksOff(text: string): boolean {
  return !/[。！？!?；;：:”）)》】]\s*$/.test(text);
}

function tell(line: Line, { sign, at }: Open, report: Report): void {
  const place = { line, start: at, end: at + 1 };
  const other = closing[sign] ?? opening[sign];
  const isOpening = closing[sign] !== undefined;
  const remove = replace(place, '', { zh: `删去 ${sign}`, en: `Remove ${sign}` });
  const name = isOpening ? undefined : planName.exec(line.text.slice(0, at))?.[0];
  const start = at - (name?.length ?? 0);
  report({
    ...place,
    ...(isOpening && breaksOff(line.text) ? { tier: 'warning' } : {}),
    message: isOpening
      ? {
          zh: `${sign} 没有配对的 ${other}。补上后一半，或者删去它。`,
          en: `${sign} has no ${other} to close it. Add it or remove this one.`,
        }
      : {
          zh: `${sign} 前面没有配对的 ${other}。补上前一半，或者删去它。`,
          en: `${sign} has no ${other} before it. Add it or remove this one.`,
        },
    fixes: name
      ? [
          replace({ line, start, end: start }, other, {
            zh: `在${name}前补 ${other}`,
            en: `Put ${other} before ${name}`,
          }),
          remove,
        ]
      : [remove],
  });
}

const rule: LineRule = {
  name: 'unpaired-mark',
  tier: 'error',
  scope: 'line',
  kinds: ['prose', 'heading', 'measure', 'note', 'header'],
  waitsFor: anyMark,
  title: { zh: '引号、括号不成对', en: 'Unpaired mark' },
  description: {
    zh: '引号、括号、书名号要成对，一段之内开了就要关。缺了一半的，引文到哪里为止就说不清。段落没有写完、后面可能接着的，只作警告。',
    en: 'Quotation marks and brackets come in pairs, and both halves stand in one paragraph. Without one of them nobody can tell where the quotation ends. Where the paragraph breaks off and may go on below, it is only a warning.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: [
      '十四五⟦”⟧期间，脱贫攻坚成果巩固拓展。',
      '推进⟦“⟧四好农村路建设。',
      '落实《乡村振兴促进法》⟦（⟧以下简称促进法。',
      '推进“四好⟦“⟧农村路建设。',
      '建设⟦”⟧美丽”乡村。',
    ],
    right: [
      '推进“四好”农村路建设（含3条村道），落实《“十四五”规划》。',
      '1）修路；\n2)通水。',
      '完善网格化（“一张网”）管理(试点)。',
    ],
  },
  check(line, _model, report) {
    if (isBalanced(line.text) || !isReadable(line)) return;
    const marks = unpaired(line.text);
    for (let index = 0; index < marks.length; index++) {
      const wrong = turnedOf(marks[index], marks[index + 1]);
      if (wrong) {
        tellTurned(line, wrong, report);
        index++;
      } else {
        tell(line, marks[index], report);
      }
    }
  },
};

export default rule;
