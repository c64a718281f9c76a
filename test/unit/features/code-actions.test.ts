import { expect, test } from 'vitest';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import type { Reader } from '../../../server/src/features/reader.ts';
import type { CheckedFinding } from '../../../server/src/rules/checker.ts';
import { chineseReader, englishReader, fixture } from './fixture.ts';

/** A finding on the first line, from the first character to the last, with the given fixes. */
function check(
  text: string,
  found: Pick<CheckedFinding, 'rule' | 'fixes'>,
  expected: readonly string[],
  reader: Reader = chineseReader,
): void {
  const { model } = fixture(text);
  const line = model.tree.lines.at(0);
  const finding: CheckedFinding = {
    ...{ line, start: 0, end: line.text.length, tier: 'error' },
    message: { zh: '', en: '' },
    ...found,
  };
  const shown = codeActions([finding], model, reader).map(
    ({ title, edits, preferred }) =>
      `${title}${preferred ? '!' : ''} ${JSON.stringify(edits.map(({ newText }) => newText))}`,
  );
  expect(shown).toEqual(expected);
}

function fixTo(newText: string) {
  const { line } = fixture('目标 税收：380万元');
  return {
    title: { zh: `改为${newText}`, en: `make it ${newText}` },
    edits: [{ line, start: 6, end: 9, newText }],
  };
}

test('the only fix is preferred, and silencing comes last', () => {
  check('目标 税收：380万元\n', { rule: 'sum', fixes: [fixTo('381')] }, [
    '改为381! ["381"]',
    '在这一行忽略“sum”（请写明理由） ["// 忽略 sum：\\n"]',
  ]);
});

test('of several fixes none is preferred', () => {
  check('目标 税收：380万元\n', { rule: 'sum', fixes: [fixTo('381'), fixTo('382')] }, [
    '改为381 ["381"]',
    '改为382 ["382"]',
    '在这一行忽略“sum”（请写明理由） ["// 忽略 sum：\\n"]',
  ]);
});

test('a line that cannot be read is not silenced', () => {
  check('目标 税收\n', { rule: 'syntax' }, []);
});

test('an English document is silenced in English, with its own line ends', () => {
  check(
    'target Tax: 3 yuan\r\nplan',
    { rule: 'sum' },
    ['Ignore “sum” on this line (say why) ["// ignore sum: \\r\\n"]'],
    englishReader,
  );
});
