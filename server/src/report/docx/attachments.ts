/**
 * Attachments. What is attached is listed below the body, `附件：1.甲`, and stands on pages of its own that begin with
 * `附件1` (7.3.4, 7.3.7). The lines are prose in the plan; here they are told by their words.
 */
import { Paragraph } from 'docx';
import { type Block, type Inlines, plainText, type Report } from '../tree.ts';
import { runsOf, textRun } from './runs.ts';
import { styleIds } from './styles.ts';

const mark =
  /^(?:附件[0-9０-９一二三四五六七八九十]*|(?:Attachment|Annex|Appendix)(?: [0-9A-Z]{1,2})?)[：:]?$/;
const note = /^(?:附件[：:].|Attachments?: .)/;
const endOfSentence = /[。！？；.!?;]$/;

export class Attachments {
  private readonly report: Report;
  private readonly roles = new Map<Block, string>();

  constructor(report: Report) {
    this.report = report;
    const { blocks } = report;
    blocks.forEach((block, index) => {
      if (this.roles.has(block) || block.kind !== 'paragraph') return;
      const text = plainText(block.inlines);
      if (note.test(text)) this.readNote(index);
      else if (mark.test(text)) this.readMark(index);
    });
  }

  /** True for the line that an attachment's pages begin with. */
  begin(block: Block): boolean {
    return this.roles.get(block) === styleIds.attachmentMark;
  }

  /** The paragraphs of a block that belongs to an attachment's frame, or nothing. */
  paragraphsOf(block: Block): Paragraph[] | undefined {
    const style = this.roles.get(block);
    if (!style) return undefined;
    const { script } = this.report;
    if (block.kind === 'heading') {
      const { number, title } = block;
      return [
        new Paragraph({ style, children: [textRun(number, script), ...runsOf(title, script)] }),
      ];
    }
    const pageBreakBefore = style === styleIds.attachmentMark;
    return [new Paragraph({ style, pageBreakBefore, children: runsOf(textOf(block), script) })];
  }

  /** `附件：1.甲`, and the lines `2.乙`, `3.丙` behind it, which are not headings here. */
  private readNote(at: number): void {
    const { blocks } = this.report;
    this.roles.set(blocks[at], styleIds.attachmentNote);
    for (let next = at + 1; next < blocks.length; next++) {
      const block = blocks[next];
      const isNumbered =
        (block.kind === 'heading' && block.level === 3 && !block.runIn) ||
        (block.kind === 'paragraph' && /^\s*[0-9０-９]+[.．]/.test(plainText(block.inlines)));
      if (!isNumbered) break;
      this.roles.set(block, styleIds.attachmentNoteNext);
    }
  }

  /** The line below the mark is the attachment's title, unless it is a sentence. */
  private readMark(at: number): void {
    const { blocks } = this.report;
    this.roles.set(blocks[at], styleIds.attachmentMark);
    const next = blocks[at + 1];
    if (next?.kind === 'paragraph' && !endOfSentence.test(plainText(next.inlines))) {
      this.roles.set(next, styleIds.attachmentTitle);
    }
  }
}

function textOf(block: Block): Inlines {
  return block.kind === 'paragraph' ? block.inlines : [];
}
