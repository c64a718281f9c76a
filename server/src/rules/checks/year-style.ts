/** 二零二五年, 2O25年, 25年3月: years that are not written as they should be. */

import type { Place } from '../../model/types.ts';
import type { Line } from '../../syntax/tree.ts';
import type { LineRule, Report } from '../rule.ts';
import { anyPair, either } from '../signals.ts';
import { changeTo, readableKinds, wording } from '../text.ts';

const zero =
  /[一二]零[零一二三四五六七八九]{2}(?=年)|(?<![一二三四五六七八九〇○零])[一二][〇○零九][〇○零一二三四五六七八九]零(?=年)/g;
const letter = /(?<![0-9a-zA-Z])(?=[0-9OoIl]*[OoIl])[12][0-9Oo][0-9OoIl]{2}(?=年)/g;
const short =
  /年(?<=(?<![0-9０-９.．〇零年\-—–~～－至到第近约約超])([0-3][0-9])年)(?=(?:1[0-2]|[1-9])月(?!龄|齡)|上半年|下半年|[一二三四]季度|度工作)/g;

const digitBeforeYear = anyPair('0123456789', '年');
const goesOnBehindYear = anyPair('年', '123456789上下一二三四度');
const worthALook = anyPair('0123456789一二〇○九零', '零OoIl');

function tell(place: Place, wrong: string, right: string, report: Report): void {
  report({
    ...place,
    message: {
      zh: `年份“${wrong}”应写“${right}”。`,
      en: `Write the year “${wrong}” as “${right}”.`,
    },
    fixes: [{ ...changeTo(place, right), safe: true }],
  });
}

function tellShort(line: Line, report: Report): void {
  for (const { 1: wrong, index } of wording(line, short)) {
    const place = { line, start: index - wrong.length, end: index };
    report({
      ...place,
      tier: 'warning',
      message: {
        zh: `“${wrong}年”略去了世纪，年份写四位数字。`,
        en: `“${wrong}” leaves out the century. Write all four digits.`,
      },
      fixes: [changeTo(place, `20${wrong}`)],
    });
  }
}

const rule: LineRule = {
  name: 'year-style',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(goesOnBehindYear, worthALook),
  title: { zh: '年份写法不对', en: 'A year written wrongly' },
  description: {
    zh: '年份写四位数字。汉字年份用“〇”不用“零”；“2O25年”把零打成了字母；“25年3月”略去了世纪，只作警告。',
    en: 'A year has four digits. In Chinese numerals its zero is 〇, not 零; a letter O in place of a zero is a slip; a year of two digits is a warning.',
  },
  basis: 'GB/T 15835-2011, 4.1.3, 5.2',
  examples: {
    wrong: ['⟦二零二五⟧年一月。', '到⟦2O25⟧年底建成，⟦25⟧年3月开工。'],
    right: ['二〇二五年一月，2025年3月，建校25年。', '历时12年，25年来，一零一中学。'],
  },
  check(line, _model, report) {
    if (digitBeforeYear(line) && goesOnBehindYear(line)) tellShort(line, report);
    if (!worthALook(line)) return;
    for (const { 0: wrong, index: start } of wording(line, zero)) {
      tell(
        { line, start, end: start + wrong.length },
        wrong,
        wrong.replaceAll('零', '〇').replaceAll('○', '〇'),
        report,
      );
    }
    for (const { 0: wrong, index: start } of wording(line, letter)) {
      const right = wrong.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1');
      tell({ line, start, end: start + wrong.length }, wrong, right, report);
    }
  },
};

export default rule;
