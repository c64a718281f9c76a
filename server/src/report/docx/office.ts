/** What makes a document one that an office issues: letterhead, number, signature and imprint (7.2, 7.3.5, 7.4). */
import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { displayWidth } from '../display-width.ts';
import { printable } from '../text.ts';
import { type FactId, plainText, type Report } from '../tree.ts';
import { characters, linePitch, millimetres, textWidth } from './page.ts';
import { runsOf, textRun } from './runs.ts';
import { styleIds } from './styles.ts';

/** What an office adds to a plan that the plan itself does not say. */
export interface OfficeFacts {
  /** 发文字号: `青政发〔2021〕3号`. */
  readonly documentNumber?: string;
  /** 抄送. */
  readonly copyTo?: string;
  /** 印发机关; otherwise the issuer itself. */
  readonly printedBy?: string;
}

/** The letterhead is never larger than this, in points, and stands in one line. */
const largestHead = 60;
const smallestHead = 30;

export function letterheadOf(report: Report, { documentNumber }: OfficeFacts): Paragraph[] {
  const { script } = report;
  const issuer = factText(report, 'issuer');
  const name = issuer && script !== 'en' ? `${issuer}文件` : (issuer ?? '');
  const fitting = Math.floor(textWidth / 20 / (displayWidth(name) / 2 || 1));
  const size = Math.min(largestHead, Math.max(smallestHead, fitting));
  const height = size * 20 * 1.2;
  return [
    new Paragraph({
      style: styleIds.redHead,
      // Its upper edge is 35 mm below the text block's (7.2.4).
      spacing: { before: millimetres(35), line: Math.round(height), lineRule: 'exact' },
      children: [new TextRun({ text: name, size: size * 2, characterSpacing: 0 })],
    }),
    new Paragraph({
      style: styleIds.documentNumber,
      children: documentNumber ? [textRun(printable(documentNumber), script)] : [],
    }),
    // The title stands two lines below the rule (7.3.1).
    new Paragraph({ spacing: { line: 2 * linePitch, lineRule: 'exact' } }),
  ];
}

/**
 * Issuer and date at the end, with room for the seal: the date four characters from the right, the issuer above it and
 * centred on it (7.3.5).
 */
export function signatureOf(report: Report): Paragraph[] {
  const { script, facts } = report;
  const issuer = facts.find(({ id }) => id === 'issuer');
  const date = facts.find(({ id }) => id === 'date');
  const dateWidth = date ? displayWidth(plainText(date.inlines)) / 2 : 0;
  const issuerWidth = issuer ? displayWidth(plainText(issuer.inlines)) / 2 : 0;
  const dateRight = 4;
  // Wider than the date by more than that, it would leave the text block.
  const issuerRight = Math.max(0, dateRight + (dateWidth - issuerWidth) / 2);
  const line = (inlines: Paragraph | undefined) => (inlines ? [inlines] : []);
  return [
    ...line(
      issuer &&
        new Paragraph({
          style: styleIds.signature,
          keepNext: date !== undefined,
          spacing: { before: linePitch, line: linePitch, lineRule: 'exact' },
          indent: { right: characters(issuerRight) },
          children: runsOf(issuer.inlines, script),
        }),
    ),
    ...line(
      date &&
        new Paragraph({
          style: styleIds.signature,
          indent: { right: characters(dateRight) },
          children: runsOf(date.inlines, script),
        }),
    ),
  ];
}

/** Rules of 0.35 mm outside and 0.25 mm between (7.4.1), in eighths of a point. */
const outerRule = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const innerRule = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const noRule = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The imprint at the foot of the last page: copies, and who printed it when. */
export function imprintOf(
  report: Report,
  { copyTo, printedBy }: OfficeFacts,
): (Table | Paragraph)[] {
  const { script } = report;
  const by = printedBy ? printable(printedBy) : factText(report, 'issuer');
  const on = factText(report, 'date');
  const words = imprintWords[script];
  const lines: TextRun[][] = [];
  if (copyTo) {
    const copies = printable(copyTo).replace(/[。.]$/, '');
    lines.push([textRun(`${words.copyTo}${copies}${words.stop}`, script)]);
  }
  if (by || on) {
    lines.push([
      textRun(by ?? '', script),
      new TextRun({ children: [new Tab()] }),
      textRun(on ? words.printed(on) : '', script),
    ]);
  }
  if (lines.length === 0) return [];
  const row = (children: TextRun[]) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: textWidth, type: WidthType.DXA },
          children: [new Paragraph({ style: styleIds.imprint, children })],
        }),
      ],
    });
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [textWidth],
      layout: TableLayoutType.FIXED,
      margins: { left: 0, right: 0 },
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
      borders: {
        top: outerRule,
        bottom: outerRule,
        left: noRule,
        right: noRule,
        insideHorizontal: innerRule,
        insideVertical: noRule,
      },
      rows: lines.map(row),
    }),
    new Paragraph({ spacing: { line: 20, lineRule: 'exact' } }),
  ];
}

const imprintWords = {
  hans: { copyTo: '抄送：', stop: '。', printed: (date: string) => `${date}印发` },
  hant: { copyTo: '抄送：', stop: '。', printed: (date: string) => `${date}印發` },
  en: { copyTo: 'Copies to: ', stop: '.', printed: (date: string) => `Printed on ${date}` },
} as const;

function factText({ facts }: Report, wanted: FactId): string | undefined {
  const fact = facts.find(({ id }) => id === wanted);
  return fact && plainText(fact.inlines);
}
