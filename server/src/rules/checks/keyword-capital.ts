/** Target Visitors: 24,000 people — with a capital letter it is only a sentence, since “Target groups are …” is one. */
import { parseUnit } from '../../model/units.ts';
import type { LineRule } from '../rule.ts';
import { anyWord } from '../signals.ts';
import { changeTo } from '../text.ts';

/** A name, and behind a colon a figure; a sentence ends with a full stop. */
const figureLine = /^\s*(Target|Result)\s+[^\s:.;][^:.;]{0,60}:\s*(?=.*\d)(?!.*\.\s*$)/;
const indicatorLine = /^\s*(Indicator)\s+[^\s:.;][^:.;()]{0,60}\(([^()]{1,30})\)\s*$/;

const rule: LineRule = {
  name: 'keyword-capital',
  tier: 'warning',
  scope: 'line',
  kinds: ['prose'],
  waitsFor: anyWord(['Target ', 'Result ', 'Indicator ']),
  title: { zh: '英文关键词用了大写', en: 'A keyword with a capital letter' },
  description: {
    zh: '英文关键词后面是空格时要小写：“target Visitors: 24,000 people”。大写的“Target groups are …”是一句话，里面的数不作为目标核对。',
    en: 'Before a space a keyword is written small: “target Visitors: 24,000 people”. With a capital letter the line is a sentence, as “Target groups are …” is, and its figures are not checked as a target.',
  },
  examples: {
    wrong: [
      'annual plan: Parks\nperiod: 2026\n\n⟦Target⟧ Visitors: 24,000 people, up 20% from last year',
      '⟦Indicator⟧ Visitors (people)',
      '⟦Result⟧ Benches: 12',
    ],
    right: [
      'annual plan: Parks\nperiod: 2026\n\ntarget Visitors: 24,000 people\nresult Benches: 12',
      'Target groups are farmers. Target groups: 200 farmers in 3 villages.',
      'Indicator 3 was not met.',
    ],
  },
  check(line, _model, report) {
    const found = figureLine.exec(line.text) ?? indicatorLine.exec(line.text);
    if (!found || (found[2] && !parseUnit(found[2]))) return;
    const [whole, keyword] = found;
    const start = whole.indexOf(keyword);
    const place = { line, start, end: start + keyword.length };
    const small = keyword.toLowerCase();
    report({
      ...place,
      // Of a name and a figure it is only likely that a target is meant.
      ...(found[2] ? {} : { tier: 'hint' }),
      message: {
        zh: `“${keyword}”是大写，这一行只当作一句话，里面的数不按目标、指标核对。若是目标或指标，写成“${small}”。`,
        en: `With a capital letter “${keyword}” begins a sentence, and the figures are not checked as a target or an indicator. If this is one, write “${small}”.`,
      },
      fixes: [changeTo(place, small)],
    });
  },
};

export default rule;
