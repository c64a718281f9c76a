/** 约9%左右: one hedge is enough. */
import { figure, tellTwice, unitWords } from '../hedges.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { readableKinds } from '../text.ts';

/** 签约, 节约, 附近 and 最近 are other words. */
const hedged = new RegExp(
  `(大[约約]|大概|[将將]近|(?<![签簽节節合契违違预預公条條制大集隐隱婉特])[约約]|(?<![附最邻鄰靠临臨接将將远遠就亲親])近)(?:[为為有])?${figure}[余餘多]?${unitWords}(左右|上下(?![游班级級功联聯]))`,
  'g',
);

const saysAbout = anyWord(['左右', '上下']);

const rule: LineRule = {
  name: 'approximate-twice',
  tier: 'warning',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: saysAbout,
  title: { zh: '约数说了两遍', en: 'An approximate figure, said twice' },
  description: {
    zh: '“约9%左右”：“约”和“左右”是一个意思，留一个。',
    en: 'A figure has a hedge before it and one behind it, as in “约9%左右”. They say the same: keep one.',
  },
  basis: 'GB/T 15835-2011',
  examples: {
    wrong: ['财政收入增长⟦约9%左右⟧，培训⟦大约500人次左右⟧。'],
    right: ['财政收入增长9%左右，签约5个左右，约500人次，附近3公里左右。'],
  },
  check(line, _model, report) {
    tellTwice(line, hedged, report);
  },
};

export default rule;
