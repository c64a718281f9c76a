/** What an import leaves out is counted and kept, so that the writer is told of it and can look for what is missed. */
import type { Message } from '../model/types.ts';

const kinds = {
  picture: { zh: '图片', en: 'pictures' },
  reading: { zh: '拼音注音', en: 'readings in brackets' },
  pageNumber: { zh: '页码', en: 'page numbers' },
  contents: { zh: '目录的行', en: 'lines of the table of contents' },
  invisible: { zh: '看不见的字符', en: 'invisible characters' },
  tableNumber: { zh: '表的编号', en: 'numbers of tables' },
  deleted: { zh: '标为删除的文字', en: 'passages that were marked as deleted' },
  hidden: { zh: '隐藏的内容和脚本', en: 'hidden parts and scripts' },
} satisfies Record<string, Message>;

export type LeftOutKind = keyof typeof kinds;

/** What has words that somebody may look for. */
const withWords: readonly LeftOutKind[] = [
  'reading',
  'pageNumber',
  'contents',
  'tableNumber',
  'deleted',
  'hidden',
];

export interface LeftOutGroup {
  readonly kind: Message;
  readonly count: number;
  /** Those that are words, in their order. */
  readonly words: readonly string[];
}

export class LeftOut {
  private readonly found = new Map<LeftOutKind, string[]>();

  /** @param words of each place; empty where there are none, as in a picture */
  add(kind: LeftOutKind, ...words: readonly string[]): void {
    if (words.length === 0) return;
    const known = this.found.get(kind);
    if (known) known.push(...words);
    else this.found.set(kind, [...words]);
  }

  /** One sentence; undefined where nothing was left out. */
  get message(): Message | undefined {
    const groups = this.groups;
    if (groups.length === 0) return undefined;
    return {
      zh: `没有导入：${groups.map(({ kind, count }) => `${kind.zh}${count}处`).join('、')}。`,
      en: `Not imported: ${groups.map(({ kind, count }) => `${kind.en} (${count})`).join(', ')}.`,
    };
  }

  get groups(): readonly LeftOutGroup[] {
    return [...this.found].map(([kind, words]) => ({
      kind: kinds[kind],
      count: words.length,
      words: words.map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== ''),
    }));
  }

  /** Nothing but pictures and the like: whoever misses a word will not find it here. */
  get hasWords(): boolean {
    return withWords.some((kind) => this.found.has(kind));
  }
}
