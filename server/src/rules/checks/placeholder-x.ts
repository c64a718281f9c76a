/** Masks that were to be filled in: xx年, xx镇, xxx万元, x.6亿元, ×××公司, ○○村. */
import type { Message } from '../../model/types.ts';
import { unitAt } from '../../syntax/tokens.ts';
import type { Line } from '../../syntax/tree.ts';
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { inReference, isReadable, occurrences, readableKinds } from '../text.ts';

const digit = '[0-9０-９]';
const letter = '[xXｘＸ]';
const masks = new RegExp(
  [
    // Letters: not inside a Latin word, not in 1+X, with the digits that are already there.
    `(?<![\\p{Script=Latin}0-9０-９+＋&.．-])(?:${digit}*${letter}+[0-9０-９xXｘＸ]*(?:[.．][0-9０-９xXｘＸ]+)?|${digit}+[.．]${letter}+)(?![\\p{Script=Latin}0-9０-９+＋])`,
    // Crosses: 3×5 multiplies, ××镇 and ×万元 do not.
    `(?<![×✕╳])${digit}*[×✕╳]+${digit}*`,
    // Circles and boxes: 二○○八年 is a year.
    '(?<![一二三四五六七八九十零○〇◯])[○◯〇]{2,}(?![一二三四五六七八九十零○〇◯])',
    '□{2,}',
  ].join('|'),
  'gu',
);

const worthALook = anyOf('xXｘＸ×✕╳○◯〇□');

/** A single letter or cross is a mask only where a number is wanted. */
function isMask(line: Line, mask: string, start: number, end: number): boolean {
  const { text } = line;
  const signs = mask.replace(/[^xXｘＸ×✕╳○◯〇□]/g, '');
  const wantsNumber =
    /^[年月日]/.test(text.slice(end)) || unitAt(text, end) !== undefined || /[.．]/.test(mask);
  const crosses = /[×✕╳]/.test(mask);
  // 2×35万千瓦, 4x4: a product.
  if (/^[0-9０-９]+\D[0-9０-９]*$/.test(mask) && (crosses || /[0-9０-９]$/.test(mask)))
    return false;
  if (signs.length === 1) {
    const alone =
      line.statement.kind === 'row' &&
      line.statement.cells.some((cell) => cell.start === start && cell.end === end);
    return alone || wantsNumber;
  }
  // XX stands for 20 among English words.
  const roman = /^X{2,3}$/.test(mask) && /[a-z]\s+$/i.test(text.slice(0, start));
  return !roman || wantsNumber;
}

function messageOf(line: Line, mask: string, end: number): Message {
  const behind = line.text.slice(end);
  const unit = unitAt(line.text, end);
  if (/^年/.test(behind)) {
    return {
      zh: `“${mask}年”的年份没有写全。写上四位年份。`,
      en: `The year “${mask}年” is not filled in. Write all four digits.`,
    };
  }
  if (unit && unit.unit !== '' && !/^[村乡鄉镇鎮县縣]$/.test(unit.unit)) {
    const figure = mask + line.text.slice(end, unit.end);
    return {
      zh: `“${figure}”还没有填上数字，不能核对。写上实际的数。`,
      en: `“${figure}” has no number yet and cannot be checked. Write the real one.`,
    };
  }
  const name =
    mask + (/^(?:[省市州县縣区區乡鄉镇鎮村街旗]|\p{Script=Han}{1,2})/u.exec(behind)?.[0] ?? '');
  return {
    zh: `“${name}”里的“${mask}”还是占位，没有换成真实的内容。`,
    en: `“${mask}” in “${name}” holds a place that is not filled in yet.`,
  };
}

const rule: LineRule = {
  name: 'placeholder-x',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: worthALook,
  title: { zh: '占位没有填', en: 'Placeholder not filled in' },
  description: {
    zh: '用“x”“××”“○○”占着的年份、地名和数字还没有填。范本里这样写没有错，成文时每一处都要换成真实的内容。“1+X”“X光”和表示相乘的“2×35万千瓦”不算。',
    en: 'A year, a name or a number is still held by “x”, “××” or “○○”. In a template that is as it should be; in the finished document each must be replaced. “1+X”, “X-ray” and the sign of multiplication are left alone.',
  },
  examples: {
    wrong: [
      '实绩 公共财政预算收入：⟦xxxxx⟧万元',
      '⟦xx⟧镇⟦xx⟧年完成工业投资⟦x.6⟧亿元，投资⟦xxx⟧多万元建成停车场⟦x⟧处。',
      '# ⟦20xx⟧年工作回顾',
      '由⟦×××⟧公司投资⟦×⟧亿元。',
      '走访⟦○○⟧村。',
      'target Visitors: ⟦xx⟧ thousand people',
      '表 指标\n| 指标 | 2025年 |\n| --- | --- |\n| 产值（亿元） | ⟦x⟧ |',
    ],
    right: [
      '推行“1+X”证书，购置X光机，建成2×35万千瓦机组。',
      '二○○八年以来，长5.2x3.1米的展板全部更换。',
      'The next taxi will be a maximum of six extra boxes.',
      '引用 ./xx镇.plan',
    ],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const found of occurrences(masks, line.text)) {
      const [mask] = found;
      const start = found.index;
      const end = start + mask.length;
      if (inReference(line, start, end) || !isMask(line, mask, start, end)) continue;
      report({ line, start, end, message: messageOf(line, mask, end) });
    }
  },
};

export default rule;
