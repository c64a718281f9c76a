/** What an imported document consists of, before it becomes lines of a plan. */

/** The words of one paragraph, and what its looks say about it. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  /** In the middle of the page: titles and the captions of tables are. */
  readonly centred: boolean;
  /** All of it is bold. */
  readonly bold: boolean;
  /** Its number is none of its words: the source counts it. */
  readonly counted: boolean;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  /** As in the source, 1 and up. */
  readonly level: number;
  readonly text: string;
}

/** What the source itself calls the document's title. */
export interface TitleBlock {
  readonly kind: 'title';
  readonly text: string;
}

/** An item with a sign in front; one with a number is a paragraph that begins with it. */
export interface ItemBlock {
  readonly kind: 'item';
  readonly text: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  /** All of one length, merged cells filled in; the first is the head. */
  readonly rows: readonly (readonly string[])[];
}

/** A footnote, behind the paragraph or table that refers to it. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
}

export type Block = ParagraphBlock | HeadingBlock | TitleBlock | ItemBlock | TableBlock | NoteBlock;
