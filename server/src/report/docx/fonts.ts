/**
 * Typefaces. GB/T 9704-2012 names kinds (仿宋, 楷体, 黑体, 小标宋, 宋体), not files; these are the names that offices have
 * installed. None is ever carried: where one is missing, the reader's word processor takes the next of its kind.
 */
import { escapeMarkup, printable } from '../text.ts';
import type { Script } from '../tree.ts';

export interface Fonts {
  readonly title: string;
  readonly body: string;
  /** Headings of the first level, and heads of tables. */
  readonly heading: string;
  /** Headings of the second level, bylines, and what measures say of themselves. */
  readonly subheading: string;
  /** Page numbers. */
  readonly pageNumber: string;
  /** Digits and Latin letters. */
  readonly latin: string;
}

const usualFonts: Readonly<Record<Script, Fonts>> = {
  hans: {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    heading: '黑体',
    subheading: '楷体_GB2312',
    pageNumber: '宋体',
    latin: 'Times New Roman',
  },
  hant: {
    title: '標楷體',
    body: '標楷體',
    heading: '微軟正黑體',
    subheading: '標楷體',
    pageNumber: '新細明體',
    latin: 'Times New Roman',
  },
  en: {
    title: 'Times New Roman',
    body: 'Times New Roman',
    heading: 'Arial',
    subheading: 'Times New Roman',
    pageNumber: 'Times New Roman',
    latin: 'Times New Roman',
  },
};

/** Longer names are not allowed (ECMA-376, 22.9.2.13), and no typeface has one. */
const longestName = 31;

/** The usual typefaces of a script, but for those that somebody chose. */
export function fontsOf(script: Script, chosen: Partial<Fonts> = {}): Fonts {
  const kept = Object.entries(chosen)
    .map(([use, name]) => [use, printable(name ?? '').trim()])
    .filter(([, name]) => name !== '' && name.length <= longestName);
  return { ...usualFonts[script], ...Object.fromEntries(kept) };
}

/** What else a typeface is called, or what is nearest to it where it is missing. */
const otherNames: Readonly<Record<string, string>> = {
  方正小标宋简体: 'FZXiaoBiaoSong-B05S',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
  標楷體: 'DFKai-SB',
  微軟正黑體: 'Microsoft JhengHei',
  新細明體: 'PMingLiU',
};

/** The character sets of ECMA-376, 17.8.2.2, by which a word processor finds something to put in place. */
const charsets: Readonly<Record<Script, string>> = { hans: '86', hant: '88', en: '00' };

/** `word/fontTable.xml`: for each typeface its other name and its kind. */
export function fontTable(script: Script, fonts: Fonts): string {
  const names = [...new Set(Object.values(fonts))];
  const entries = names.map((name) => {
    const other = otherNames[name];
    const charset = name === fonts.latin ? charsets.en : charsets[script];
    const family = name === fonts.heading ? 'swiss' : 'roman';
    return [
      `<w:font w:name="${escapeMarkup(name)}">`,
      other ? `<w:altName w:val="${escapeMarkup(other)}"/>` : '',
      `<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/>`,
      '</w:font>',
    ].join('');
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
