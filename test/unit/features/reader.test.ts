import { describe, expect, test } from 'vitest';
import { readerOf } from '../../../server/src/features/reader.ts';
import { toTraditional } from '../../../server/src/features/traditional.ts';
import type { Message } from '../../../server/src/model/types.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { checked, withoutMarks } from '../rules/fixtures.ts';

function check(locale: string, message: Message, expected: string): void {
  expect(readerOf(locale).say(message)).toBe(expected);
}

const message = (name: string, figure: string): Message => ({
  zh: `“${name}”前后不一：应为${figure}，重复了。`,
  en: `Two figures for “${name}”: it should be ${figure}.`,
});

describe('the language of a reader', () => {
  test.each(['en', 'en-GB', 'fr', undefined])('%s is spoken to in English', (locale) => {
    expect(readerOf(locale)).toMatchObject({ language: 'en', traditional: false });
  });

  test.each(['zh', 'zh-cn', 'zh-Hans', 'zh-SG'])('%s reads simplified characters', (locale) => {
    expect(readerOf(locale)).toMatchObject({ language: 'zh', traditional: false });
  });

  test.each(['zh-tw', 'zh-TW', 'zh-HK', 'zh-Hant', 'zh-Hant-MO'])(
    '%s reads traditional characters',
    (locale) => {
      expect(readerOf(locale)).toMatchObject({ language: 'zh', traditional: true });
    },
  );
});

describe('what is said', () => {
  const simplified = message('税收收入', '3亿元');
  const traditional = message('稅收后面', '3億元');

  test('is English for those who read English', () => {
    check('en', simplified, 'Two figures for “税收收入”: it should be 3亿元.');
  });

  test('is simplified for those who read that', () => {
    check('zh-cn', traditional, '“稅收后面”前后不一：应为3億元，重复了。');
  });

  test('is traditional for those who read that, but for what the document says', () => {
    check('zh-tw', simplified, '“税收收入”前後不一：應為3亿元，重複了。');
    check('zh-tw', traditional, '“稅收后面”前後不一：應為3億元，重複了。');
  });

  test('names in quotation marks that stand otherwise in the two languages are the document’s too', () => {
    check(
      'zh-tw',
      { zh: '写在“指标 税收收入（单位）”里。', en: 'Write it with “indicator 税收收入 (unit)”.' },
      '寫在“指標 税收收入（單位）”裡。',
    );
  });

  test('a word of the document that is also one of ours changes nothing else', () => {
    check(
      'zh-tw',
      { zh: '“个”用了3个，应写“几个”。', en: '“个” stands here 3 times; write “几个”.' },
      '“个”用了3個，應寫“几个”。',
    );
  });
});

/** Whatever English quotes in Chinese. */
const quoted = /\p{Script=Han}+/gu;

describe.each(rules)('$name', ({ name, title, description, examples }) => {
  const reader = readerOf('zh-tw');
  const said = examples.wrong
    .flatMap((example) => checked(withoutMarks(example)).checker.findings())
    .filter(({ rule }) => rule === name)
    .flatMap(({ message, related = [], fixes = [] }) => [
      message,
      ...related.map((place) => place.message),
      ...fixes.map((fix) => fix.title),
    ]);

  test('says nothing in simplified characters to those who read traditional ones', () => {
    for (const sentence of [title, description, ...said]) {
      let text = reader.say(sentence);
      const ofTheDocument = (sentence.en.match(quoted) ?? []).sort((a, b) => b.length - a.length);
      for (const piece of ofTheDocument) text = text.replaceAll(piece, '');
      expect(toTraditional(text)).toBe(text);
    }
  });

  test('quotes the document in its own characters', () => {
    for (const sentence of said) {
      const text = reader.say(sentence);
      const both = (sentence.en.match(/“[^“”]*”/g) ?? []).filter((piece) =>
        sentence.zh.includes(piece),
      );
      for (const piece of both) expect(text).toContain(piece);
    }
  });
});
