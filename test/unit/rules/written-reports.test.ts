/**
 * Reports as offices write them, with figures that hold together and nothing wrong in their words: as a file of
 * Markdown, and pasted into a plan, nobody may be told of an error or a warning in them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PlanDocument } from '../../../server/src/workspace/document.ts';

const folder = join(import.meta.dirname, '..', '..', 'evaluation', 'written');
const texts = readdirSync(folder).map((name): [name: string, text: string] => [
  name,
  readFileSync(join(folder, name), 'utf8'),
]);

function told(name: string, text: string, prose: boolean): string[] {
  return PlanDocument.open(name, text, { prose })
    .findings()
    .filter(({ tier }) => tier !== 'hint')
    .map(({ rule, line, message }) => `${rule}: ${line.text}\n${message.zh}`);
}

describe.each(texts)('%s', (name, text) => {
  test('as Markdown', () => {
    expect(told(name, text, true)).toEqual([]);
  });

  test('in a plan, where a table has its title', () => {
    const titled = text.replace(/(?<=\n\n)(?=\|)/g, '表 主要指标\n');
    expect(told(name.replace(/md$/, 'plan'), titled, false)).toEqual([]);
  });
});
