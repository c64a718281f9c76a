/**
 * The measures of an official page, GB/T 9704-2012. Lengths are in twips, twentieths of a point, which is what Word
 * counts in; sizes of type are in points.
 */

/** A4 (5.1). */
export const paper = { width: 11906, height: 16838 };

/** 天头 37 mm and 订口 28 mm around a text block of 156 mm × 225 mm (5.2.1): 26 mm and 35 mm are left over. */
export const margins = { top: 2098, left: 1588, right: 1474, bottom: 1984 };

/** The text block's width, 156 mm. */
export const textWidth = paper.width - margins.left - margins.right;

/** 22 lines fill the text block (5.2.3). One twip more, and only 21 fit. */
export const linePitch = 579;

/** 28 characters fill a line (5.2.3), which is less than 28 times the size of the type: they stand a little closer. */
export const charactersPerLine = 28;

/** 3号 (5.2.2). */
export const bodySize = 16;
/** 2号 (7.3.1). */
export const titleSize = 22;
/** 4号 (7.4, 7.5). */
export const smallSize = 14;

/** How much wider than its size a character of the grid is, in 4096ths of a point, rounded down so that the last one fits. */
export const characterSpace = Math.floor((textWidth / 20 / charactersPerLine - bodySize) * 4096);

/**
 * The same in twips, and one closer, since LibreOffice rounds each character up. The grid is declared, and the text is
 * set to it by its style: LibreOffice gives a character that is wider than its cell two cells.
 */
export const characterSpacing = Math.floor(textWidth / charactersPerLine - bodySize * 20) - 1;

/** A character of the body as it is set. */
const characterWidth = bodySize * 20 + characterSpacing;

/**
 * The dash of the page number stands 7 mm below the text block (7.5), a little below the middle of a line of 20 points.
 * Word measures from the paper's edge up to the foot of that line.
 */
export const footerLine = 400;
export const footerDistance = margins.bottom - millimetres(6.5) - footerLine / 2;

export function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440);
}

/** Word wants whole twips. */
export function characters(count: number): number {
  return Math.round(count * characterWidth);
}
