/** The content of an export is put together of pieces that were made one after the other. */

import { expect, test } from 'vitest';
import { contentInSteps } from '../../server/src/lsp/exporting.ts';
import { atOnce } from '../../server/src/lsp/settling.ts';
import type { OutputSteps } from '../../server/src/report/outputs.ts';

async function contentOf(steps: OutputSteps): Promise<Buffer> {
  return Buffer.from((await atOnce(contentInSteps(steps))).join(''), 'base64');
}

test.each([0, 1, 2, 3, 40_000, 100_001])('%d characters of each piece are kept', async (count) => {
  const pieces = ['稳', 'a', '😀'].map((character) => character.repeat(count));
  const made = await contentOf(
    (function* () {
      yield* pieces;
      return undefined;
    })(),
  );
  expect(made.toString()).toBe(pieces.join(''));
});

test('what is made at once is taken as it is', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  const made = await contentOf(
    // biome-ignore lint/correctness/useYield: a library that makes all at once yields nothing
    (function* () {
      return Promise.resolve(bytes);
    })(),
  );
  expect(made.equals(bytes)).toBe(true);
});
