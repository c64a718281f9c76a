/** “甲”、“乙”: no 顿号 is wanted between quoted items. */
import type { LineRule } from '../rule.ts';
import { anyPair } from '../signals.ts';
import { isReadable, occurrences, readableKinds, replace } from '../text.ts';

const between = /(?<=[”》])、(?=[“《])/g;

const commaBehindClose = anyPair('”》', '、');

const rule: LineRule = {
  name: 'quoted-list-comma',
  tier: 'off',
  sparesAnnexes: true,
  scope: 'line',
  kinds: readableKinds,
  waitsFor: commaBehindClose,
  title: { zh: '引号、书名号之间的顿号', en: 'Comma between quoted items' },
  description: {
    zh: '并列的引号之间、书名号之间，通常不用顿号：“甲”“乙”。两种写法都很常见，所以默认不查。',
    en: 'Between quoted items side by side no mark is needed: “甲”“乙”. Both ways are common, so this check is off unless asked for.',
  },
  basis: 'GB/T 15834-2011',
  examples: {
    wrong: ['推进“河长制”⟦、⟧“山长制”，落实《森林法》⟦、⟧《草原法》。'],
    right: ['推进“河长制”“山长制”，落实《森林法》《草原法》。'],
  },
  check(line, _model, report) {
    if (!isReadable(line)) return;
    for (const { index: start } of occurrences(between, line.text)) {
      const place = { line, start, end: start + 1 };
      report({
        ...place,
        message: {
          zh: '并列的引号或书名号之间不用顿号。',
          en: 'No mark is needed between quoted items.',
        },
        fixes: [{ ...replace(place, '', { zh: '删去顿号', en: 'Remove the mark' }), safe: true }],
      });
    }
  },
};

export default rule;
