/** Every sample as its reader sees it. Read the difference line by line before you accept it. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { htmlBody, htmlPage } from '../../../server/src/report/html.ts';
import { jsonOf } from '../../../server/src/report/json.ts';
import { markdownOf } from '../../../server/src/report/markdown.ts';
import { allAnnexes, freshReport, samples } from './fixtures.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

describe.each(samples)('$name', ({ name, text }) => {
  test('as HTML', async () => {
    await expect(htmlBody(freshReport(text))).toMatchFileSnapshot(`__snapshots__/${name}.html`);
  });

  test('as Markdown', async () => {
    await expect(markdownOf(freshReport(text))).toMatchFileSnapshot(`__snapshots__/${name}.md`);
  });

  test.each([{}, allAnnexes, { targets: 'list' as const }, { targets: 'table' as const }])(
    'as JSON by its schema, with %j',
    (options) => {
      validate(JSON.parse(jsonOf(freshReport(text, options))));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test('twice gives the same bytes', () => {
    for (const output of [htmlBody, htmlPage, markdownOf, jsonOf]) {
      expect(output(freshReport(text))).toBe(output(freshReport(text)));
    }
  });
});

test('JSON of a small plan', async () => {
  const small = samples.find(({ name }) => name.endsWith('禾埂村规划'));
  const json = jsonOf(freshReport(small?.text ?? ''));
  await expect(json).toMatchFileSnapshot('__snapshots__/禾埂村规划.json');
});
