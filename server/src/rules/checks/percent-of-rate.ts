/** 城镇化率提高2%: by per cent of itself, or by percentage points? */
import type { Message } from '../../model/types.ts';
import { parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { anyPair, either, hasChange } from '../signals.ts';
import { changeTo, printedNumber, readableKinds, wording } from '../text.ts';

/** Only what is itself counted in per cent; 劳动生产率 is not. */
const rates =
  '城[镇鎮]化率|覆[盖蓋]率|普及率|入[学學]率|[参參]保率|失[业業]率|就[业業]率|[贫貧]困[发發]生率|[绿綠]化率|合格率|[达達][标標]率|[满滿]意[率度]|[优優]良率|[负負][债債]率|占比|比重';
const rateChanges = anyPair('率度比重', '同较較比分累年再下降上提增');
const change =
  '(?:同比|[较較比](?:上年|去年|上年同期|去年同期))?(?:分[别別]|累[计計]|年均|再)?(?:下降|降低|上升|提高|提升|增加)了?';
const percent = new RegExp(`(?:${rates})${change}(${printedNumber})[%％]`, 'g');

const rule: LineRule = {
  name: 'percent-of-rate',
  tier: 'hint',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: either(rateChanges, hasChange),
  title: { zh: '率的升降用了“%”', en: 'A rate that changes by per cent' },
  description: {
    zh: '率和比重本身是百分数，升降一般说“个百分点”。“城镇化率提高2%”照字面是从50%到51%，多半要说的是到52%。',
    en: 'A rate is itself a percentage and mostly changes by percentage points. To the letter, a rate of 50% that rises by 2% is 51%; mostly 52% is meant.',
  },
  examples: {
    wrong: [
      '常住人口⟦城镇化率提高2%⟧，服务业⟦占比同比下降1.5%⟧。',
      '目标 绿地率：达48%，比上年提高⟦3%⟧',
    ],
    right: [
      '城镇化率提高2个百分点，全员劳动生产率提高8%，城镇化率提高到65%。',
      '目标 绿地率：达48%，比上年提高3个百分点',
    ],
  },
  check(line, model, report) {
    const told: number[] = [];
    for (const found of rateChanges(line) ? wording(line, percent) : []) {
      const [whole, number] = found;
      const start = found.index;
      const end = start + whole.length;
      const figure = start + whole.lastIndexOf(number);
      told.push(figure);
      report({
        line,
        start,
        end,
        message: askedOf(whole, number),
        fixes: [changeTo({ line, start: figure, end }, inPoints(whole, number))],
      });
    }
    // 达48%，比上年提高3%: whatever it is called, it is counted in per cent.
    for (const { value, unit, unitEnd, change } of model.claimsOf(line)) {
      if (value === undefined || change?.kind !== 'percent' || change.value === undefined) continue;
      if (parseUnit(unit)?.dimension !== 'ratio' || told.includes(change.numberStart)) continue;
      const { numberStart, numberEnd } = change;
      if (numberStart < unitEnd) continue;
      const place = { line, start: numberStart, end: numberEnd + change.unit.length };
      const whole = line.text.slice(place.start, place.end);
      const number = line.text.slice(numberStart, numberEnd);
      if (whole !== `${number}${change.unit}`) continue;
      report({
        ...place,
        message: askedOf(whole, number),
        fixes: [changeTo(place, inPoints(line.text, number))],
      });
    }
  },
};

function askedOf(whole: string, number: string): Message {
  return {
    zh: `“${whole}”：率的升降一般用“个百分点”。要说的是${number}个百分点，还是原来的${number}%？`,
    en: `“${whole}”: a rate mostly changes by percentage points. Are ${number} points meant, or ${number}% of what it was?`,
  };
}

/** In the words of the text around it. */
function inPoints(text: string, number: string): string {
  if (!/\p{Script=Han}/u.test(text)) return `${number} percentage points`;
  return /[個點較長達]/.test(text) ? `${number}個百分點` : `${number}个百分点`;
}

export default rule;
