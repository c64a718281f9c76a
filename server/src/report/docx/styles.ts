/**
 * The named styles of the document. Whoever changes one in Word changes every paragraph of its kind, so nothing is
 * formatted by hand that has a style.
 */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { Script } from '../tree.ts';
import type { Fonts } from './fonts.ts';
import {
  bodySize,
  characterSpacing,
  characters,
  footerLine,
  linePitch,
  smallSize,
  textWidth,
  titleSize,
} from './page.ts';

/** Ids of the styles, by what they are for. Those that Word has itself keep Word's id. */
export const styleIds = {
  title: 'Title',
  byline: 'Byline',
  addressee: 'Salutation',
  body: 'BodyText',
  list: 'ListBullet',
  runInTitles: ['Heading1Char', 'Heading2Char', 'Heading3Char', 'Heading4Char'],
  measureTitle: 'MeasureTitle',
  measureFacts: 'MeasureFacts',
  tableTitle: 'TableTitle',
  tableHead: 'TableHead',
  tableText: 'TableText',
  tableFigure: 'TableFigure',
  tableNote: 'TableNote',
  note: 'Note',
  picture: 'Picture',
  pictureTitle: 'PictureTitle',
  pageNumber: 'Footer',
  contentsTitle: 'TOCHeading',
  attachmentNote: 'AttachmentNote',
  attachmentNoteNext: 'AttachmentNoteNext',
  attachmentMark: 'AttachmentMark',
  attachmentTitle: 'AttachmentTitle',
  signature: 'Signature',
  redHead: 'RedHead',
  documentNumber: 'DocumentNumber',
  imprint: 'Imprint',
} as const;

/** What the styles that are ours are called in Word. Word translates the names of its own ones. */
const styleNames: Readonly<Record<string, readonly [hans: string, hant: string, en: string]>> = {
  [styleIds.byline]: ['题下署名', '題下署名', 'Byline'],
  [styleIds.measureTitle]: ['举措名称', '舉措名稱', 'Measure Title'],
  [styleIds.measureFacts]: ['举措要素', '舉措要素', 'Measure Facts'],
  [styleIds.tableTitle]: ['表题', '表題', 'Table Title'],
  [styleIds.tableHead]: ['表头', '表頭', 'Table Head'],
  [styleIds.tableText]: ['表中文字', '表中文字', 'Table Text'],
  [styleIds.tableFigure]: ['表中数字', '表中數字', 'Table Figure'],
  [styleIds.tableNote]: ['表注', '表註', 'Table Note'],
  [styleIds.note]: ['文注', '文註', 'Text Note'],
  [styleIds.picture]: ['图', '圖', 'Picture'],
  [styleIds.pictureTitle]: ['图题', '圖題', 'Picture Title'],
  [styleIds.attachmentNote]: ['附件说明', '附件說明', 'Attachment List'],
  [styleIds.attachmentNoteNext]: ['附件说明续', '附件說明續', 'Attachment List Continued'],
  [styleIds.attachmentMark]: ['附件标记', '附件標記', 'Attachment Mark'],
  [styleIds.attachmentTitle]: ['附件标题', '附件標題', 'Attachment Title'],
  [styleIds.redHead]: ['发文机关标志', '發文機關標誌', 'Letterhead'],
  [styleIds.documentNumber]: ['发文字号', '發文字號', 'Document Number'],
  [styleIds.imprint]: ['版记', '版記', 'Imprint'],
};

const red = 'FF0000';

export function stylesOf(script: Script, fonts: Fonts): IStylesOptions {
  return script === 'en' ? englishStyles(fonts) : chineseStyles(script, fonts);
}

/** Digits and Latin letters have their own face in every style. */
function face(name: string, fonts: Fonts): IRunStylePropertiesOptions['font'] {
  return { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: name };
}

/** Word counts type in half points. */
function size(points: number): number {
  return points * 2;
}

/** Lines as high as the grid's, whatever the typeface: another one in its place does not move the text. */
const gridLine = { line: linePitch, lineRule: LineRuleType.EXACT };
const twoCharacters = { firstLine: characters(2), firstLineChars: 200 };

function chineseStyles(script: Script, fonts: Fonts): IStylesOptions {
  const style = styleMaker(script);
  const heading = (level: 1 | 2 | 3 | 4, name: string): IParagraphStyleOptions => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: styleIds.body,
    link: styleIds.runInTitles[level - 1],
    quickFormat: true,
    // The same size as the body and no bold (7.3.3).
    run: { font: face(name, fonts), bold: false },
    paragraph: { keepNext: true, keepLines: true, outlineLevel: level - 1, indent: twoCharacters },
  });
  const levels = [fonts.heading, fonts.subheading, fonts.body, fonts.body];
  const table = { size: size(12), characterSpacing: 0 };
  const tableLine = { line: 360, lineRule: LineRuleType.EXACT };
  return {
    default: {
      document: {
        run: {
          font: face(fonts.body, fonts),
          size: size(bodySize),
          snapToGrid: false,
          language: languageOf(script),
        },
      },
    },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        // Some word processors count the grid's characters by this style and not by the document's defaults.
        run: { size: size(bodySize), characterSpacing },
        paragraph: { spacing: gridLine },
      },
      style(styleIds.body, 'Body Text', {
        paragraph: { indent: twoCharacters, alignment: AlignmentType.BOTH },
      }),
      ...levels.map((name, index) => heading((index + 1) as 1 | 2 | 3 | 4, name)),
      style(styleIds.title, 'Title', {
        run: { font: face(fonts.title, fonts), size: size(titleSize), characterSpacing: 0 },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          keepLines: true,
          spacing: { line: 700, lineRule: LineRuleType.EXACT, after: linePitch },
        },
      }),
      style(styleIds.byline, undefined, {
        run: { font: face(fonts.subheading, fonts) },
        paragraph: { alignment: AlignmentType.CENTER },
      }),
      style(styleIds.addressee, 'Salutation', {}),
      style(styleIds.list, 'List Bullet', {
        paragraph: {
          alignment: AlignmentType.BOTH,
          indent: { left: characters(3), hanging: characters(1) },
        },
      }),
      style(styleIds.tableTitle, undefined, {
        run: { font: face(fonts.heading, fonts), size: size(smallSize) },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: Math.round(linePitch / 3), after: Math.round(linePitch / 6) },
        },
      }),
      style(styleIds.tableText, undefined, {
        run: table,
        paragraph: { spacing: tableLine },
      }),
      style(styleIds.tableFigure, undefined, {
        run: table,
        paragraph: { spacing: tableLine, alignment: AlignmentType.CENTER },
      }),
      style(styleIds.tableHead, undefined, {
        run: { ...table, font: face(fonts.heading, fonts) },
        paragraph: { spacing: tableLine, alignment: AlignmentType.CENTER, keepNext: true },
      }),
      style(styleIds.tableNote, undefined, {
        run: { size: size(12), characterSpacing: 0 },
        paragraph: { spacing: tableLine, alignment: AlignmentType.BOTH },
      }),
      style(styleIds.note, undefined, {
        run: { size: size(smallSize) },
        paragraph: { indent: twoCharacters, alignment: AlignmentType.BOTH },
      }),
      style(styleIds.picture, undefined, {
        // A line as high as the picture in it.
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { line: 240, lineRule: LineRuleType.AUTO, before: Math.round(linePitch / 3) },
        },
      }),
      style(styleIds.pictureTitle, undefined, {
        run: { font: face(fonts.heading, fonts), size: size(smallSize) },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { after: Math.round(linePitch / 3) },
        },
      }),
      style(styleIds.pageNumber, 'footer', {
        run: { font: pageNumberFace(fonts), size: size(smallSize), characterSpacing: 0 },
        paragraph: { spacing: { line: footerLine, lineRule: LineRuleType.EXACT } },
      }),
      style(styleIds.contentsTitle, 'TOC Heading', {
        run: { font: face(fonts.heading, fonts) },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { after: Math.round(linePitch / 2) },
        },
      }),
      ...contents(),
      style(styleIds.attachmentNote, undefined, {
        // One empty line below the body; a second line begins below the name's first character (7.3.4).
        paragraph: {
          spacing: { before: linePitch },
          indent: { left: characters(6), hanging: characters(4) },
        },
      }),
      style(styleIds.attachmentNoteNext, undefined, {
        paragraph: { indent: { left: characters(6), hanging: characters(1) } },
      }),
      style(styleIds.attachmentMark, undefined, {
        run: { font: face(fonts.heading, fonts) },
        paragraph: { keepNext: true },
      }),
      style(styleIds.attachmentTitle, undefined, {
        run: { font: face(fonts.title, fonts), size: size(titleSize), characterSpacing: 0 },
        // The third line of its page (7.3.7).
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          outlineLevel: 0,
          spacing: { line: 700, lineRule: LineRuleType.EXACT, before: linePitch, after: linePitch },
        },
      }),
      style(styleIds.signature, 'Signature', {
        paragraph: { alignment: AlignmentType.RIGHT, keepLines: true },
      }),
      style(styleIds.redHead, undefined, {
        run: { font: face(fonts.title, fonts), color: red },
        paragraph: { alignment: AlignmentType.CENTER },
      }),
      style(styleIds.documentNumber, undefined, {
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 2 * linePitch },
          // A red rule of the text block's width, 4 mm below (7.2.7).
          border: { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: 11 } },
        },
      }),
      style(styleIds.imprint, undefined, {
        run: { size: size(smallSize), characterSpacing: 0 },
        paragraph: {
          indent: { left: smallSize * 20, right: smallSize * 20 },
          spacing: { line: 480, lineRule: LineRuleType.EXACT },
          rightTabStop: textWidth - smallSize * 20,
        },
      }),
    ],
    characterStyles: [
      ...levels.map((name, index) => ({
        id: styleIds.runInTitles[index],
        name: `heading ${index + 1} Char`,
        link: `Heading${index + 1}`,
        run: { font: face(name, fonts) },
      })),
      {
        id: styleIds.measureTitle,
        name: nameOf(styleIds.measureTitle, script),
        run: { font: face(fonts.subheading, fonts), bold: true },
      },
      {
        id: styleIds.measureFacts,
        name: nameOf(styleIds.measureFacts, script),
        run: { font: face(fonts.subheading, fonts) },
      },
    ],
  };
}

/** English offices have no grid: type of 12 points, paragraphs set apart, headings in bold. */
function englishStyles(fonts: Fonts): IStylesOptions {
  const style = styleMaker('en');
  const line = { line: 300, lineRule: LineRuleType.AUTO };
  const sizes = [15, 13, 12, 12];
  const heading = (level: number): IParagraphStyleOptions => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: styleIds.body,
    link: styleIds.runInTitles[level - 1],
    quickFormat: true,
    run: { font: fonts.heading, size: size(sizes[level - 1]), bold: true, italics: level === 4 },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
      spacing: { ...line, before: 240, after: 80 },
    },
  });
  const small = { size: size(10) };
  const tight = { line: 252, lineRule: LineRuleType.AUTO };
  const centred = { alignment: AlignmentType.CENTER };
  return {
    default: {
      document: {
        run: {
          font: { ...(face(fonts.body, fonts) as object), ascii: fonts.body, hAnsi: fonts.body },
          size: size(12),
          language: languageOf('en'),
        },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: { spacing: line } },
      style(styleIds.body, 'Body Text', { paragraph: { spacing: { ...line, after: 140 } } }),
      ...[1, 2, 3, 4].map(heading),
      style(styleIds.title, 'Title', {
        run: { font: fonts.title, size: size(titleSize), bold: true },
        paragraph: { ...centred, keepNext: true, spacing: { ...tight, after: 240 } },
      }),
      style(styleIds.byline, undefined, { paragraph: { ...centred, spacing: line } }),
      style(styleIds.addressee, 'Salutation', { paragraph: { spacing: { ...line, after: 140 } } }),
      style(styleIds.list, 'List Bullet', {
        paragraph: { indent: { left: 567, hanging: 283 }, spacing: { ...line, after: 60 } },
      }),
      style(styleIds.tableTitle, undefined, {
        run: { font: fonts.heading, size: size(11), bold: true },
        paragraph: { keepNext: true, spacing: { before: 240, after: 100 } },
      }),
      style(styleIds.tableText, undefined, { run: small, paragraph: { spacing: tight } }),
      style(styleIds.tableFigure, undefined, {
        run: small,
        paragraph: { ...centred, spacing: tight },
      }),
      style(styleIds.tableHead, undefined, {
        run: { ...small, bold: true },
        paragraph: { ...centred, spacing: tight, keepNext: true },
      }),
      style(styleIds.tableNote, undefined, {
        run: small,
        paragraph: { spacing: { ...tight, before: 60, after: 60 } },
      }),
      style(styleIds.note, undefined, {
        run: small,
        paragraph: { spacing: { ...tight, after: 120 } },
      }),
      style(styleIds.picture, undefined, {
        paragraph: { ...centred, keepNext: true, spacing: { before: 240 } },
      }),
      style(styleIds.pictureTitle, undefined, {
        run: { font: fonts.heading, size: size(11), bold: true },
        paragraph: { ...centred, spacing: { after: 240 } },
      }),
      style(styleIds.pageNumber, 'footer', {
        run: { font: fonts.pageNumber, size: size(11) },
        paragraph: { spacing: { line: footerLine, lineRule: LineRuleType.EXACT } },
      }),
      style(styleIds.contentsTitle, 'TOC Heading', {
        run: { font: fonts.heading, size: size(15), bold: true },
        paragraph: { spacing: { after: 120 } },
      }),
      ...contents(),
      style(styleIds.attachmentNote, undefined, {
        paragraph: { spacing: { ...line, before: 240 } },
      }),
      style(styleIds.attachmentNoteNext, undefined, {
        paragraph: { indent: { left: 567 } },
      }),
      style(styleIds.attachmentMark, undefined, {
        run: { font: fonts.heading, bold: true },
        paragraph: { keepNext: true },
      }),
      style(styleIds.attachmentTitle, undefined, {
        run: { font: fonts.title, size: size(18), bold: true },
        paragraph: {
          ...centred,
          keepNext: true,
          outlineLevel: 0,
          spacing: { before: 240, after: 240 },
        },
      }),
      style(styleIds.signature, 'Signature', {
        paragraph: { alignment: AlignmentType.RIGHT, keepLines: true },
      }),
      style(styleIds.redHead, undefined, {
        run: { font: fonts.title, color: red, bold: true },
        paragraph: centred,
      }),
      style(styleIds.documentNumber, undefined, {
        paragraph: {
          ...centred,
          spacing: { before: 240, after: 360 },
          border: { bottom: { style: BorderStyle.SINGLE, color: red, size: 12, space: 11 } },
        },
      }),
      style(styleIds.imprint, undefined, {
        run: { size: size(11) },
        paragraph: { rightTabStop: textWidth },
      }),
    ],
    characterStyles: [
      ...[1, 2, 3, 4].map((level) => ({
        id: styleIds.runInTitles[level - 1],
        name: `heading ${level} Char`,
        link: `Heading${level}`,
        run: { font: fonts.heading, bold: true, italics: level === 4 },
      })),
      {
        id: styleIds.measureTitle,
        name: nameOf(styleIds.measureTitle, 'en'),
        run: { bold: true },
      },
      { id: styleIds.measureFacts, name: nameOf(styleIds.measureFacts, 'en'), run: {} },
    ],
  };
}

/** The lines of a table of contents, further in for each level. Word puts the tab to the page's number in itself. */
function contents(): IParagraphStyleOptions[] {
  return [1, 2, 3].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: { indent: { left: characters(level - 1) } },
  }));
}

/** @returns a function from a style's id, Word's own name for it if it has one, and its looks to the style */
function styleMaker(script: Script) {
  return (
    id: string,
    wordsName: string | undefined,
    looks: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
  ): IParagraphStyleOptions => ({
    id,
    name: wordsName ?? nameOf(id, script),
    basedOn: 'Normal',
    quickFormat: true,
    ...looks,
  });
}

function nameOf(id: string, script: Script): string {
  const [hans, hant, en] = styleNames[id];
  return script === 'en' ? en : script === 'hant' ? hant : hans;
}

function pageNumberFace({ pageNumber }: Fonts): IRunStylePropertiesOptions['font'] {
  return { ascii: pageNumber, hAnsi: pageNumber, cs: pageNumber, eastAsia: pageNumber };
}

function languageOf(script: Script): { value: string; eastAsia: string } {
  return { value: 'en-US', eastAsia: script === 'hant' ? 'zh-TW' : 'zh-CN' };
}
