/** Whoever reads English, simplified or traditional Chinese finds everything said in that language. */
import * as openCC from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { toTraditional, words } from '../../../server/src/features/traditional.ts';
import { read, repositoryFiles } from './repository.ts';

const languages = ['zh-cn', 'zh-tw'] as const;
const han = /\p{Script=Han}/u;

function stringsIn(file: string): Record<string, string> {
  return JSON.parse(read(file));
}

/** What is the same in all languages: product names, files, numbers, and what only stands in other words. */
const sameEverywhere = /^(?:Planwright|\.\/\S+|\{\d\}|[\W\d])*$/;

describe('the manifest', () => {
  const asked = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  const english = stringsIn('package.nls.json');

  test('has every string that it asks for, and no other', () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(asked)].sort());
  });

  test('shows nothing that is in one language only', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const shown = /^(?:title|name|label|description|shortTitle|contents)$/;
    const fixed: string[] = [];
    const look = (value: unknown, key = ''): void => {
      if (typeof value === 'string') {
        const isText = shown.test(key) && !/^%.*%$/.test(value);
        if (isText && !sameEverywhere.test(value)) fixed.push(value);
      } else if (value && typeof value === 'object') {
        for (const [inner, one] of Object.entries(value)) look(one, inner);
      }
    };
    look(contributes);
    expect(fixed).toEqual([]);
  });

  test.each(languages)('is whole in %s', (language) => {
    expectWhole(english, stringsIn(`package.nls.${language}.json`));
  });
});

describe('the first steps', () => {
  const { contributes } = JSON.parse(read('package.json'));
  const pages: string[] = contributes.walkthroughs.flatMap(
    ({ steps }: { steps: { media: { markdown: string } }[] }) =>
      steps.map(({ media }) => media.markdown),
  );

  // VS Code looks for these names itself.
  test.each(pages)('%s is told in three languages', (page) => {
    expect(read(page)).not.toMatch(han);
    for (const language of languages) {
      expect(read(page.replace(/\.md$/, `.nls.${language}.md`))).toMatch(han);
    }
  });
});

describe('the client', () => {
  const files = repositoryFiles.filter((name) => /^client\/src\/.*\.ts$/.test(name));
  const asked = files.flatMap((name) => keysIn(read(name)));

  test('the search for what it says finds something', () => {
    expect(asked).toContain('Show Output');
    expect(keysIn("l10n.t('Don’t {0}', name); l10n.t(\n  'two'\n)")).toEqual(['Don’t {0}', 'two']);
  });

  test('says nothing that is made up while it runs', () => {
    const calls = files.flatMap((name) => read(name).match(/\bl10n\.t\(/g) ?? []);
    expect(calls.length).toBe(asked.length);
  });

  test.each(languages)('is whole in %s, and nothing is left over', (language) => {
    const bundle = stringsIn(`client/l10n/bundle.l10n.${language}.json`);
    expectWhole(Object.fromEntries(asked.map((key) => [key, key])), bundle);
  });
});

function keysIn(code: string): string[] {
  return [...code.matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
    ([, single, double]) => (single ?? double).replace(/\\(.)/g, '$1'),
  );
}

/** The same keys, each with a sentence in Chinese and with the same places to be filled in. */
function expectWhole(english: Record<string, string>, chinese: Record<string, string>): void {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(english)) {
    expect(places(chinese[key])).toEqual(places(text));
    if (!sameEverywhere.test(text)) expect(chinese[key]).toMatch(han);
  }
}

describe('the translations', () => {
  const simplified = [
    ...Object.values(stringsIn('package.nls.zh-cn.json')),
    ...Object.values(stringsIn('client/l10n/bundle.l10n.zh-cn.json')),
    ...repositoryFiles.filter((name) => name.endsWith('.nls.zh-cn.md')).map(read),
  ];
  const traditional = [
    ...Object.values(stringsIn('package.nls.zh-tw.json')),
    ...Object.values(stringsIn('client/l10n/bundle.l10n.zh-tw.json')),
    ...repositoryFiles.filter((name) => name.endsWith('.nls.zh-tw.md')).map(read),
  ];
  const toSimplified = openCC.Converter({ from: 'tw', to: 'cn' });
  const toTaiwan = openCC.Converter({ from: 'cn', to: 'tw' });

  test('in simplified characters have no others', () => {
    expect(simplified.filter((text) => toSimplified(text) !== text)).toEqual([]);
  });

  test('in traditional characters have no others', () => {
    expect(traditional.filter((text) => toTaiwan(text) !== text)).toEqual([]);
  });
});

describe('the server', () => {
  const files = repositoryFiles.filter((name) => /^server\/src\/.*\.ts$/.test(name));
  const messages = files.flatMap((name) => messagesIn(read(name)));

  test('the search for messages finds them', () => {
    const code = "{ zh: `“$[a ? `x$[b}` : 'y'}”不对`, en: 'It’s' }".replaceAll('$[', '$\u007b');
    expect(messagesIn(code)).toEqual(['“”不对']);
    expect(messages.length).toBeGreaterThan(400);
  });

  // Not every word that needs more than its characters is known to the server; those that it uses are.
  test('its sentences become the traditional ones that the whole dictionary makes of them', () => {
    const whole = openCC.Converter({ from: 'cn', to: 'tw' });
    const known = new RegExp(words.map(([from]) => from).join('|'));
    const wrong = messages
      .flatMap((message) => message.split(known))
      .map((piece) => ({ piece, made: toTraditional(piece), right: whole(piece) }))
      .filter(({ piece, made, right }) => made !== right && !better.test(piece));
    // What is missing belongs into `words` in features/traditional.ts.
    expect(wrong).toEqual([]);
  });
});

/** Here the dictionary takes one word for another: 准 is exact, 了 is no part of 明了, and 周转 is 周轉 in Taiwan. */
const better = /只准到|写明了|周转/;

/** The Chinese sentences of all messages in a source, without what is put into them. */
function messagesIn(code: string): string[] {
  return [...code.matchAll(/\bzh:\s*(['`])/g)].map((found) => {
    const start = found.index + found[0].length;
    return found[1] === "'" ? upToQuote(code, start) : templateAt(code, start).text;
  });
}

function upToQuote(code: string, start: number): string {
  return /^(?:[^'\\]|\\.)*/.exec(code.slice(start))?.[0] ?? '';
}

/** The text of a template from behind its opening mark, and where it ends; templates inside it are left out. */
function templateAt(code: string, start: number): { text: string; end: number } {
  let text = '';
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    if (depth === 0 && code[at] === '`') return { text, end: at };
    if (depth === 0 && code.startsWith('${', at)) {
      depth = 1;
      at++;
    } else if (depth === 0) text += code[at];
    else if (code[at] === '`') at = templateAt(code, at + 1).end;
    else if (code[at] === '{') depth++;
    else if (code[at] === '}') depth--;
  }
  return { text, end: code.length };
}
