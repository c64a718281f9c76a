/** The lexer is made without being validated, and tells Chevrotain of a few characters for all. */
import { Lexer } from 'chevrotain';
import { expect, test } from 'vitest';
import { type Mode, modes, tokenize } from '../../../server/src/syntax/tokens.ts';

test('the tokens are a lexer', () => {
  const options = { positionTracking: 'onlyOffset', ensureOptimizations: true } as const;
  const lexer = new Lexer({ modes, defaultMode: 'line' }, options);
  expect(lexer.lexerDefinitionErrors).toEqual([]);
});

test.each(Object.keys(modes) as Mode[])(
  'in mode %s a text may begin with any character',
  (mode) => {
    for (let code = 0; code < 0x10000; code++) {
      const text = `${String.fromCharCode(code)}甲`;
      const tokens = tokenize(text, mode);
      const skipped = text.length - tokens.reduce((sum, { image }) => sum + image.length, 0);
      const isKnown =
        tokens.at(-1)?.image.endsWith('甲') && (skipped === 0 || text.trim() === '甲');
      if (!isKnown) expect.fail(`U+${code.toString(16)} is lost`);
    }
  },
);
