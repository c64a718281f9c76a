/** What an import leaves out is counted, so that the writer is told of it. */
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

export class LeftOut {
  private readonly counts = new Map<LeftOutKind, number>();

  add(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
  }

  /** One sentence; undefined where nothing was left out. */
  get message(): Message | undefined {
    if (this.counts.size === 0) return undefined;
    const counts = [...this.counts];
    return {
      zh: `没有导入：${counts.map(([kind, count]) => `${kinds[kind].zh}${count}处`).join('、')}。`,
      en: `Not imported: ${counts.map(([kind, count]) => `${kinds[kind].en} (${count})`).join(', ')}.`,
    };
  }
}
