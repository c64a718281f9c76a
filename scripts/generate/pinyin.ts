/** The table of readings by which Chinese words are found by their pinyin, made from pinyin-pro's dictionary. */

import { pinyin } from 'pinyin-pro';

/** The 6,763 characters of GB 2312 are all that plans and reports are written with; other scripts are simplified first. */
function* usualCharacters(): Iterable<string> {
  const decoder = new TextDecoder('gb2312', { fatal: true });
  for (let row = 0xb0; row <= 0xf7; row++) {
    // Five places at the end of the first level are empty.
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let place = 0xa1; place <= last; place++) {
      yield decoder.decode(new Uint8Array([row, place]));
    }
  }
}

/** Every syllable with the characters that can be read so; `v` stands for ü, as it is typed. */
export function pinyinTable(): string {
  const bySyllable = new Map<string, string>();
  for (const character of usualCharacters()) {
    const readings = pinyin(character, {
      multiple: true,
      toneType: 'none',
      type: 'array',
      v: true,
    });
    for (const syllable of new Set(readings)) {
      if (!/^[a-z]+$/.test(syllable)) continue;
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
    }
  }
  const rows = [...bySyllable].sort(([one], [other]) => (one < other ? -1 : 1));
  return `${rows.map(([syllable, characters]) => syllable + characters).join('\n')}\n`;
}

export function pinyinModule(): string {
  const lines = pinyinTable()
    .trimEnd()
    .split('\n')
    .map((row) => `  '${row}',`);
  return `// Made by scripts/generate/pinyin.ts from the dictionary of pinyin-pro (MIT, copyright zh-lx).

/** A syllable, and the characters that can be read so. */
export const pinyinRows: readonly string[] = [
${lines.join('\n')}
];
`;
}
