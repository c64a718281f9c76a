/**
 * The report as a Word file, on the page of GB/T 9704-2012. Everything has a named style, headings are Word's own, and
 * the same report gives the same bytes.
 */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TableOfContents,
  TextRun,
} from 'docx';
import { escapeMarkup } from '../text.ts';
import {
  type Block,
  type HeadingBlock,
  type Inlines,
  languageOf,
  type MeasureBlock,
  plainText,
  type Report,
  type Script,
  type StatementsBlock,
  titleText,
} from '../tree.ts';
import { wordsOf } from '../words.ts';
import { Attachments } from './attachments.ts';
import { type Fonts, fontsOf, fontTable } from './fonts.ts';
import { imprintOf, letterheadOf, type OfficeFacts, signatureOf } from './office.ts';
import { packed } from './package.ts';
import {
  characterSpace,
  characters,
  footerDistance,
  linePitch,
  margins,
  paper,
  smallSize,
  textWidth,
  titleSize,
} from './page.ts';
import { picturesOf } from './pictures.ts';
import { runsOf, textRun } from './runs.ts';
import { styleIds, stylesOf } from './styles.ts';
import { tableOf } from './table.ts';
import { titleLines } from './title-lines.ts';

export interface DocxOptions {
  /** `office` has a letterhead, the issuer's signature and an imprint; `plain` has the issuer below the title. */
  readonly layout?: 'plain' | 'office';
  /** A table of contents behind the title. */
  readonly contents?: boolean;
  readonly fonts?: Partial<Fonts>;
  readonly office?: OfficeFacts;
}

/** The bytes of a `.docx` file. */
export async function docxOf(report: Report, options: DocxOptions = {}): Promise<Uint8Array> {
  const { script } = report;
  const fonts = fontsOf(script, options.fonts);
  const document = new Document({
    title: titleText(report),
    styles: stylesOf(script, fonts),
    numbering: { config: [list] },
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
    sections: [
      {
        properties: {
          page: {
            size: paper,
            margin: { ...margins, header: 851, footer: footerDistance, gutter: 0 },
          },
          ...(script === 'en' ? {} : { grid }),
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT, script),
          even: pageNumber(AlignmentType.LEFT, script),
        },
        children: [...new Body(report, options).children()],
      },
    ],
  });
  return packed(await Packer.toArrayBuffer(document), {
    'docProps/core.xml': coreProperties(report),
    'word/fontTable.xml': fontTable(script, fonts),
    'word/styles.xml': withDefaults,
    'word/document.xml': withOwnBookmarks,
  });
}

/**
 * Lines are exactly as high as the grid's and characters as wide, so nothing has to be moved onto it. And no mark hangs
 * out of the text block.
 */
function withDefaults(styles: string): string {
  return styles.replace(
    '<w:pPrDefault/>',
    '<w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault>',
  );
}

/** 22 lines of 28 characters (5.2.3). */
const grid = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch,
  charSpace: characterSpace,
};

const listReference = 'list';
const list = {
  reference: listReference,
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: characters(3), hanging: characters(1) } } },
    },
  ],
};

/** The library counts bookmarks on from one document to the next; in each they begin at one. */
function withOwnBookmarks(body: string): string {
  const numbers = new Map<string, number>();
  const own = (_: string, before: string, number: string) => {
    const known = numbers.get(number) ?? numbers.size + 1;
    numbers.set(number, known);
    return before + known;
  };
  return body.replace(bookmarkName, own).replace(bookmarkNumber, own);
}

/** Text between tags is never one: it holds no bare `<`, and only the library writes instructions. */
const bookmarkName =
  /(<w:(?:hyperlink|bookmarkStart) [^>]*"_Toc|<w:instrText[^>]*>PAGEREF _Toc)(\d+)/g;
const bookmarkNumber = /(<w:bookmark(?:Start|End) (?:[^>]* )?w:id=")(\d+)/g;

/** A dash on both sides; odd pages have it on the right, even ones on the left, one character in (7.5). */
function pageNumber(alignment: 'right' | 'left', script: Script): Footer {
  const indent = { [alignment]: smallSize * 20 };
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment,
        indent,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            ...(script === 'en' ? {} : { font: { hint: 'eastAsia' } }),
          }),
        ],
      }),
    ],
  });
}

/** The file's own card: no time stands in it, since the same plan gives the same file. */
function coreProperties(report: Report): string {
  const issuer = report.facts.find(({ id }) => id === 'issuer');
  const creator = issuer ? plainText(issuer.inlines) : '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(titleText(report))}</dc:title><dc:creator>${escapeMarkup(creator)}</dc:creator><dc:language>${languageOf(report.script)}</dc:language></cp:coreProperties>`;
}

/** Of the title's line, in halves of a character, less the room that is left between digits and Han characters. */
const titleRoom = Math.floor(textWidth / titleSize / 10) - 2;

/** The paragraphs and tables, in order. */
class Body {
  private readonly report: Report;
  private readonly options: DocxOptions;
  private readonly script: Script;
  private readonly attachments: Attachments;
  private readonly fonts: Fonts;
  private pictures = 0;

  constructor(report: Report, options: DocxOptions) {
    this.report = report;
    this.options = options;
    this.script = report.script;
    this.fonts = fontsOf(report.script, options.fonts);
    this.attachments = new Attachments(report);
  }

  *children(): Generator<FileChild> {
    const { report, options } = this;
    const { layout = 'plain', office = {}, contents = false } = options;
    if (layout === 'office') yield* letterheadOf(report, office);
    yield* this.title();
    if (layout === 'plain') yield* this.bylines();
    if (contents) yield* this.contents();
    let signed = layout === 'plain';
    for (const block of report.blocks) {
      // Attachments follow the signature (7.3.7).
      if (!signed && (block.kind === 'annex' || this.attachments.begin(block))) {
        yield* signatureOf(report);
        signed = true;
      }
      yield* this.attachments.paragraphsOf(block) ?? this.block(block);
    }
    if (!signed) yield* signatureOf(report);
    if (layout === 'office') yield* imprintOf(report, office);
  }

  private *title(): Generator<Paragraph> {
    const { title } = this.report;
    if (!title) return;
    const text = plainText(title.inlines);
    const isPlain = title.inlines.every(({ kind }) => kind === 'text');
    const lines = isPlain && this.script !== 'en' ? titleLines(text, titleRoom) : [];
    yield new Paragraph({
      style: styleIds.title,
      children:
        lines.length > 1
          ? lines.map(
              (line, index) =>
                new TextRun({ text: line, font: { hint: 'eastAsia' }, break: index > 0 ? 1 : 0 }),
            )
          : this.runs(title.inlines),
    });
  }

  private *bylines(): Generator<Paragraph> {
    const { facts } = this.report;
    const [open, close] = this.script === 'en' ? ['', ''] : ['（', '）'];
    const issuer = facts.find(({ id }) => id === 'issuer');
    const date = facts.find(({ id }) => id === 'date');
    const lines: ParagraphChild[][] = [];
    if (issuer) lines.push(this.runs(issuer.inlines));
    if (date) lines.push([this.text(open), ...this.runs(date.inlines), this.text(close)]);
    for (const [index, children] of lines.entries()) {
      const isLast = index === lines.length - 1;
      yield new Paragraph({
        style: styleIds.byline,
        children,
        ...(isLast ? { spacing: { after: linePitch } } : {}),
      });
    }
  }

  private *contents(): Generator<FileChild> {
    const title = { hans: '目　录', hant: '目　錄', en: 'Contents' }[this.script];
    yield new Paragraph({ style: styleIds.contentsTitle, children: [this.text(title)] });
    yield new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-2' });
    yield new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' } });
  }

  private *block(block: Block): Generator<FileChild> {
    switch (block.kind) {
      case 'heading':
        yield this.heading(block);
        break;
      case 'paragraph':
        yield this.paragraph(this.isAddressee(block) ? styleIds.addressee : styleIds.body, [
          ...this.runs(block.inlines),
        ]);
        break;
      case 'list':
        for (const { inlines } of block.items) yield this.listItem(this.runs(inlines));
        break;
      case 'measure':
        yield this.measure(block);
        break;
      case 'statements':
        yield* this.statements(block);
        break;
      case 'table':
        yield* tableOf(block, this.script);
        break;
      case 'chart':
        yield* picturesOf(block, this.script, this.fonts.heading, () => ++this.pictures);
        break;
      case 'annex':
        yield new Paragraph({
          style: styleIds.attachmentMark,
          pageBreakBefore: true,
          children: [this.text(block.label)],
        });
        yield this.paragraph(styleIds.attachmentTitle, [this.text(block.title)]);
        break;
      case 'note':
        yield this.paragraph(styleIds.note, [this.text(block.label), ...this.runs(block.inlines)]);
        break;
    }
  }

  /** A first paragraph that only names whom it is for stands at the margin (7.3.2). */
  private isAddressee(block: Block): boolean {
    return (
      block === this.report.blocks[0] &&
      block.kind === 'paragraph' &&
      /[：:]$/.test(plainText(block.inlines))
    );
  }

  private heading({ level, number, title, runIn }: HeadingBlock): Paragraph {
    const { space, stop } = wordsOf(this.script);
    const words = `${number}${space}`;
    if (!runIn) {
      return this.paragraph(`Heading${level}`, [this.text(words), ...this.runs(title)]);
    }
    // Prose goes on in the same line, so only the title has the heading's looks.
    const style = styleIds.runInTitles[level - 1];
    return this.paragraph(styleIds.body, [
      this.text(words, style),
      ...this.runs(title, style),
      this.text(`${stop}${space}`, style),
      ...this.runs(runIn),
    ]);
  }

  private measure({ marker, title, stop, body, fields }: MeasureBlock): Paragraph {
    const words = wordsOf(this.script);
    const style = styleIds.measureTitle;
    const children = [
      this.text(marker, style),
      ...this.runs(title, style),
      this.text(stop || words.stop, style),
    ];
    if (body) children.push(this.text(words.space), ...this.runs(body));
    if (fields.length > 0) {
      const facts = styleIds.measureFacts;
      children.push(this.text(words.open, facts));
      fields.forEach(({ label, inlines }, index) => {
        const lead = `${index > 0 ? words.semicolon : ''}${label}${words.colon}`;
        children.push(this.text(lead, facts), ...this.runs(inlines, facts));
      });
      children.push(this.text(words.close, facts));
    }
    return this.paragraph(styleIds.body, children);
  }

  private *statements({ form, sentences }: StatementsBlock): Generator<Paragraph> {
    if (form === 'list') {
      for (const { inlines, stop } of sentences) {
        yield this.listItem([...this.runs(inlines), this.text(stop)]);
      }
      return;
    }
    const { space } = wordsOf(this.script);
    yield this.paragraph(
      styleIds.body,
      sentences.flatMap(({ inlines, stop }, index) => [
        ...(index > 0 && space ? [this.text(space)] : []),
        ...this.runs(inlines),
        this.text(stop),
      ]),
    );
  }

  private listItem(children: ParagraphChild[]): Paragraph {
    const numbering = { reference: listReference, level: 0 };
    return new Paragraph({ style: styleIds.list, numbering, children });
  }

  private paragraph(style: string, children: ParagraphChild[]): Paragraph {
    return new Paragraph({ style, children });
  }

  private runs(inlines: Inlines, style?: string): TextRun[] {
    return runsOf(inlines, this.script, style ? { style } : {});
  }

  private text(text: string, style?: string): TextRun {
    return textRun(text, this.script, style ? { style } : {});
  }
}
