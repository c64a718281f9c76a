/** Behind `// 忽略`: the names of the checks. */

import { rules } from '../../rules/index.ts';
import { silenceForms } from '../../syntax/vocabulary/keywords.ts';
import { beginsOneOf } from './matching.ts';
import { type Cursor, colonFor, type Suggestion } from './suggestion.ts';

export function silenceSuggestions(cursor: Cursor): Suggestion[] | undefined {
  const { line, before, character, written, reader } = cursor;
  if (line.statement.kind !== 'comment') return undefined;
  const comment = /^\s*\/\/\s*(\S*)$/.exec(before);
  if (comment) {
    const [, typed] = comment;
    const [chinese, english] = silenceForms;
    const label = written === 'en' ? english : chinese;
    if (!beginsOneOf(typed, silenceForms, cursor.pinyin)) return [];
    const replace = { start: character - typed.length, end: character };
    const detail = () =>
      reader.say({ zh: '下一行不作某项检查', en: 'leaves one check out on the next line' });
    const forms = [...new Set([label, ...silenceForms])];
    return [{ kind: 'keyword', label, detail, replace, insert: `${label} `, forms }];
  }
  const silence = new RegExp(`^\\s*//\\s*(?:${silenceForms.join('|')})[\\s\\u3000]+([^：:]*)$`);
  const found = silence.exec(before);
  if (!found) return [];
  const replace = { start: character - found[1].length, end: character };
  const colon = colonFor(cursor);
  return rules.map(({ name, title }) => ({
    kind: 'rule',
    label: name,
    detail: () => reader.say(title),
    replace,
    insert: name + colon,
    forms: [name, title.zh, title.en],
    about: { kind: 'rule', name },
  }));
}
