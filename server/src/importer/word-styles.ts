/** What the styles of a Word file say about the paragraphs that have them, each with what it inherits. */
import { attribute, child, descendants, value } from './word-xml.ts';

export interface WordStyle {
  readonly id: string;
  readonly isTitle: boolean;
  readonly isContents: boolean;
  readonly isBullet: boolean;
  /** 0 for the highest; undefined for what is no heading. */
  readonly outline?: string;
  readonly alignment?: string;
  /** The list that its paragraphs are counted in. */
  readonly list?: string;
  readonly listLevel?: string;
}

const plain: WordStyle = { id: '', isTitle: false, isContents: false, isBullet: false };

export class WordStyles {
  private readonly elements = new Map<string, Element>();
  private readonly known = new Map<string, WordStyle>();
  private readonly usual: string | undefined;

  constructor(document: Document | undefined) {
    const root = document?.documentElement;
    for (const element of root ? descendants(root, 'style') : []) {
      const id = attribute(element, 'styleId');
      if (id === undefined || attribute(element, 'type') !== 'paragraph') continue;
      this.elements.set(id, element);
      if (/^(?:1|true|on)$/.test(attribute(element, 'default') ?? '')) this.usual = id;
    }
  }

  of(id: string | undefined): WordStyle {
    return this.read(id ?? this.usual, new Set());
  }

  private read(id: string | undefined, seen: Set<string>): WordStyle {
    const element = id === undefined ? undefined : this.elements.get(id);
    // A style may be said to be based on itself.
    if (id === undefined || !element || seen.has(id)) return plain;
    const known = this.known.get(id);
    if (known) return known;
    const base = this.read(value(child(element, 'basedOn')), new Set([...seen, id]));
    const properties = child(element, 'pPr');
    const numbering = child(properties, 'numPr');
    const name = value(child(element, 'name')) ?? '';
    const heading = /^(?:heading|标题|標題)\s*([1-9])$/i.exec(name)?.[1];
    const outline =
      value(child(properties, 'outlineLvl')) ??
      (heading === undefined ? base.outline : String(Number(heading) - 1));
    const alignment = value(child(properties, 'jc')) ?? base.alignment;
    const list = value(child(numbering, 'numId')) ?? base.list;
    const listLevel = value(child(numbering, 'ilvl')) ?? base.listLevel;
    const style: WordStyle = {
      id,
      isTitle: /^(?:title|标题|標題|文档标题)$/i.test(name),
      isContents: /^(?:toc|目录|目錄)\s*(?:\d|heading|标题|標題)/i.test(name),
      isBullet: /^list bullet/i.test(name) || base.isBullet,
      ...(outline === undefined ? {} : { outline }),
      ...(alignment === undefined ? {} : { alignment }),
      ...(list === undefined ? {} : { list }),
      ...(listLevel === undefined ? {} : { listLevel }),
    };
    this.known.set(id, style);
    return style;
  }
}
