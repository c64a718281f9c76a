/** Characters that come from reading a file in the wrong encoding. */
import type { LineRule } from '../rule.ts';
import { anyOf } from '../signals.ts';
import { isReadable, occurrences, readableKinds } from '../text.ts';

/** Private use, the replacement character, lone halves, kana, and question marks where a character was. */
const worthALook = anyOf(
  '?\uFFFD',
  ['\uE000', '\uF8FF'],
  ['\u3041', '\u3096'],
  ['\u30A1', '\u30FA'],
);
const damage = new RegExp(
  [
    '[\\uE000-\\uF8FF\\uFFFD]+',
    // Kana between Chinese characters; the の of shop signs is meant.
    '(?<=[\\p{Script=Han}，。、；：])(?!の)[\\u3041-\\u3096\\u30A1-\\u30FA]{1,2}(?=[\\p{Script=Han}，。、；：]|$)',
    // The second byte of a character was lost: 规?;?、 and 12?保.
    '(?<=\\p{Script=Han})\\?[;；、，]\\??',
    '(?<=\\p{Script=Han})\\?!(?=\\p{Script=Han}[^，。；！？,;!?]{0,1}[_“”‘’])',
    '(?<=[0-9])\\?(?=\\p{Script=Han})',
  ].join('|'),
  'gu',
);

const rule: LineRule = {
  name: 'mojibake',
  tier: 'error',
  scope: 'line',
  kinds: readableKinds,
  waitsFor: worthALook,
  title: { zh: '乱码', en: 'Damaged characters' },
  description: {
    zh: '文字在转换编码时坏了：私用区的怪字、“�”、夹在汉字里的假名，或者“?;”“?、”这样本该是一个字的地方。对照原件补上。',
    en: 'Characters were damaged when the text changed its encoding: signs from private areas, “�”, stray kana, or question marks where a character was. Restore them from the original.',
  },
  examples: {
    wrong: ['推进规⟦?;?⟧企业化经营，全镇12⟦?⟧保障房完工。', '强化⟦\uFFFD\uFFFD⟧管理，发展⟦さ⟧业。'],
    right: ['怎么办？怎么干?!我们要认真回答。', 'カラオケ', '钱从哪里来?人到哪里去?'],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const { 0: whole, index: start } of occurrences(damage, line.text)) {
      report({
        line,
        start,
        end: start + whole.length,
        message: {
          zh: '这里是乱码，对照原件补上原来的字。',
          en: 'These characters are damaged. Restore them from the original.',
        },
      });
    }
  },
};

export default rule;
