/** 下降1倍: what falls cannot fall by its own size or more. */
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { printedNumber, readableKinds, wording } from '../text.ts';

const decrease = new RegExp(
  `(?:降低|[减減]少|下降|[缩縮]短|[缩縮][减減]|[减減][轻輕]|下跌)了?[约約近]?(?:${printedNumber}|[一二两兩三四五六七八九十]+)[多余餘]?倍(?!以[内內下])`,
  'g',
);

const saysTimes = anyOf('倍');

const rule: LineRule = {
  name: 'multiple-decrease',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: saysTimes,
  title: { zh: '减少不能用“倍”', en: 'A decrease by a multiple' },
  description: {
    zh: '“下降1倍”就降到了零，“减少3倍”无从说起。减少的幅度用百分数或分数：“下降50%”“减少到原来的三分之一”。',
    en: 'What falls “by one time” is zero, and no less than that is possible. Say a decrease in per cent or as a fraction: “fell by 50%”, “fell to a third”.',
  },
  basis: 'GB/T 15835-2011',
  examples: {
    wrong: ['收费总额⟦下降1倍⟧，办理时间⟦缩短了三倍⟧。'],
    right: ['收费总额增长1倍，差距缩小到1.5倍，增加2倍。', '下降到原来的一半，降低至2倍以内。'],
  },
  check(line, _model, report) {
    for (const { 0: whole, index: start } of wording(line, decrease)) {
      report({
        line,
        start,
        end: start + whole.length,
        message: {
          zh: `“${whole}”说不通：减少的幅度到不了一倍。改用百分数，如“下降50%”；或写成“降到原来的几分之一”。`,
          en: `“${whole}” cannot be: nothing falls by more than all of itself. Give the decrease in per cent, or what it fell to.`,
        },
      });
    }
  },
};

export default rule;
