/** 鎮(zhèn): readings that a page or a reader put behind characters. One finding and one repair for the file. */
import type { DocumentRule, Edit } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { occurrences } from '../text.ts';

/** Half-width parentheses, small letters only, at most as long as a syllable. */
const annotation = /(?<=\p{Script=Han})[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňḿ]{1,7}[)）]/gu;
const toned = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňḿ]/;
const letters = 'abcdefghijklmnopqrstuvwxyzāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňḿ';
const mayHold = anyPair('(（', letters);

const rule: DocumentRule = {
  name: 'pinyin-annotation',
  tier: 'error',
  scope: 'document',
  waitsFor: mayHold,
  reads: (line) => occurrences(annotation, line.text).length > 0,
  title: { zh: '夹带拼音注音', en: 'Pinyin behind characters' },
  description: {
    zh: '字后面带着拼音，如“镇(zhèn)”，是网页或软件注的音，不是正文。全文只提示一次，一次删净。',
    en: 'Readings such as “(zhèn)” stand behind characters; a page or a program has put them there. It is told once for the whole file, with one repair for all.',
  },
  examples: {
    wrong: ['全镇⟦(zhèn)⟧经济平稳，产业(yè)兴旺。\n城镇(zhèn)建设加快。'],
    right: ['推进互联网(internet)应用，企业(a)和企业(b)。', '全镇经济平稳。'],
  },
  check(lines, _model, report) {
    const edits: Edit[] = [];
    let readings = 0;
    for (const line of lines) {
      for (const { 0: whole, index: start } of occurrences(annotation, line.text)) {
        if (toned.test(whole)) readings++;
        edits.push({ line, start, end: start + whole.length, newText: '' });
      }
    }
    // (a) and (b) number things; a reading has its tone.
    if (readings === 0) return;
    const sure = edits.filter(({ line, start, end }) => {
      const whole = line.text.slice(start, end);
      return toned.test(whole) || whole.length > 3;
    });
    const [first] = sure;
    const { line, start, end } = first;
    report({
      line,
      start,
      end,
      message: {
        zh: `全文有${sure.length}处夹带的拼音，从这里开始，可以一次删净。`,
        en: `The text has ${sure.length} readings behind its characters, from here on. They can be removed all at once.`,
      },
      fixes: [
        {
          title: { zh: `删去全部${sure.length}处拼音`, en: `Remove all ${sure.length} readings` },
          edits: sure,
          safe: true,
        },
      ],
    });
  },
};

export default rule;
