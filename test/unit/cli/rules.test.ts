import { expect, test } from 'vitest';
import { rules } from '../../../server/src/rules/index.ts';
import { planwright } from './run-planwright.ts';

test('all checks, one a line', async () => {
  const { status, out } = await planwright(['rules']);
  expect(status).toBe(0);
  const names = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(names).toEqual(rules.map(({ name }) => name));
});

test('one explained, in the language of the user', async () => {
  const [rule] = rules;
  expect((await planwright(['rules', rule.name])).out).toContain(rule.description.en);
  const chinese = await planwright(['rules', rule.name], { locale: 'zh-CN' });
  expect(chinese.out).toContain(rule.description.zh);
});

test('as JSON: all of them, or the one', async () => {
  const all = JSON.parse((await planwright(['rules', '--format', 'json'])).out);
  expect(all.map(({ name }: { name: string }) => name)).toEqual(rules.map(({ name }) => name));
  const [rule] = rules;
  const one = JSON.parse((await planwright(['rules', rule.name, '--format', 'json'])).out);
  expect(one).toEqual(all[0]);
});

test('2 for a check that there is not', async () => {
  const { status, out, err } = await planwright(['rules', 'spelling']);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toBe('There is no check named “spelling”; planwright rules lists them all.\n');
});
