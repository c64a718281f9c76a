/**
 * Word files → HTML. mammoth does the reading, and what it does not say is written into the document before: the numbers
 * that Word counts, which paragraphs are headings, titles or in the middle of the page, and the words in text boxes.
 */
import { XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { LeftOut } from './left-out.ts';
import { ImportProblem } from './problem.ts';
import { WordNumbers } from './word-numbers.ts';
import { WordStyles } from './word-styles.ts';
import { append, child, descendants, parseXml, value, wordNamespace } from './word-xml.ts';

/** Unpacked; what is larger was made to fill somebody's memory. */
const largest = 150_000_000;

/** @throws {ImportProblem} where it is no Word file, or a damaged one */
export async function htmlOfWord(bytes: Uint8Array, leftOut: LeftOut): Promise<string> {
  const files = unpack(bytes);
  prepare(files, leftOut);
  const prepared = zipSync(files, { level: 0 });
  const arrayBuffer = prepared.buffer.slice(
    prepared.byteOffset,
    prepared.byteOffset + prepared.byteLength,
  ) as ArrayBuffer;
  try {
    // In Node it asks for the one, in a browser for the other.
    const source = { buffer: prepared, arrayBuffer } as unknown as { arrayBuffer: ArrayBuffer };
    const { value: html } = await mammoth.convertToHtml(source, {
      styleMap,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    });
    return html;
  } catch (error) {
    throw damaged(error);
  }
}

const headingLevels = [1, 2, 3, 4, 5, 6];
/** The names that {@link prepare} gives to paragraphs. */
const styleMap = [
  ...headingLevels.map((level) => `p.PlanwrightHeading${level} => h${level}:fresh`),
  'p.PlanwrightTitle => p.title:fresh',
  'p.PlanwrightCentred => p.centred:fresh',
  'p.PlanwrightBullet => p.bullet:fresh',
  'p.PlanwrightPlain => p:fresh',
  'b => strong',
  'i =>',
];

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  if (String.fromCharCode(...bytes.subarray(0, 4)) === '\u00d0\u00cf\u0011\u00e0') {
    throw new ImportProblem({
      zh: '它是旧版Word文件（.doc）或加了密码，请在Word里去掉密码，另存为.docx再导入。',
      en: 'it is an older Word file (.doc) or has a password; save it as .docx without one, and import that.',
    });
  }
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // Pictures are not imported, and are most of a file.
        if (/^word\/(?:media|embeddings|fonts)\//.test(name)) return false;
        size += originalSize;
        return size <= largest;
      },
    });
  } catch (error) {
    throw damaged(error);
  }
  if (size > largest) {
    throw new ImportProblem({
      zh: '它展开后太大，请分成几份再导入。',
      en: 'it is too large when unpacked; import it in parts.',
    });
  }
  if (!('word/document.xml' in files)) throw damaged(undefined);
  return files;
}

const damaged = (cause: unknown): ImportProblem => {
  const problem = new ImportProblem({
    zh: '它不是Word文件（.docx），或者已经损坏。请用Word打开，另存为.docx再导入。',
    en: 'it is no Word file (.docx), or a damaged one; open it in Word, save it as .docx again, and import that.',
  });
  problem.cause = cause;
  return problem;
};

function prepare(files: Record<string, Uint8Array>, leftOut: LeftOut): void {
  const xml = (name: string) => {
    const file = files[`word/${name}.xml`];
    return file && parseXml(strFromU8(file));
  };
  try {
    const document = xml('document');
    if (!document?.documentElement) throw damaged(undefined);
    const styles = new WordStyles(xml('styles'));
    const numbers = new WordNumbers(xml('numbering'), styles);
    takeOutTextBoxes(document.documentElement);
    leaveOutDeleted(document.documentElement, leftOut);
    for (const paragraph of descendants(document.documentElement, 'p')) {
      prepareParagraph(paragraph, styles, numbers, leftOut);
    }
    files['word/document.xml'] = strToU8(new XMLSerializer().serializeToString(document));
  } catch (error) {
    throw error instanceof ImportProblem ? error : damaged(error);
  }
}

/** The words of a text box stand below the paragraph that it is fastened to. */
function takeOutTextBoxes(body: Element): void {
  for (const content of descendants(body, 'txbxContent')) {
    let paragraph: Element | null = content;
    let drawing: Element = content;
    do {
      paragraph = paragraph.parentNode as Element | null;
      if (paragraph && /^(?:AlternateContent|drawing|pict)$/.test(paragraph.localName ?? '')) {
        drawing = paragraph;
      }
    } while (
      paragraph &&
      !(paragraph.localName === 'p' && paragraph.namespaceURI === content.namespaceURI)
    );
    // The second form of the same box, for older programs, went with the first.
    if (!paragraph?.parentNode || !drawing.parentNode || drawing === content) continue;
    let place = paragraph;
    for (const node of Array.from(content.childNodes)) {
      if ((node as Element).localName !== 'p' && (node as Element).localName !== 'tbl') continue;
      place.parentNode?.insertBefore(node, place.nextSibling);
      // What is put in next goes behind it.
      place = node as Element;
    }
    drawing.parentNode.removeChild(drawing);
  }
}

function leaveOutDeleted(body: Element, leftOut: LeftOut): void {
  for (const name of ['del', 'moveFrom']) {
    for (const deletion of descendants(body, name)) {
      const words = (deletion.textContent ?? '').trim();
      if (words !== '') leftOut.add('deleted', words);
      const isMark = deletion.parentNode?.nodeName === 'w:rPr';
      if (!isMark && deletion.parentNode?.nodeName !== 'w:trPr') {
        deletion.parentNode?.removeChild(deletion);
      }
    }
  }
}

function prepareParagraph(
  paragraph: Element,
  styles: WordStyles,
  numbers: WordNumbers,
  leftOut: LeftOut,
): void {
  const properties = child(paragraph, 'pPr') ?? append(paragraph, 'pPr', true);
  const styleElement = child(properties, 'pStyle');
  const style = styles.of(value(styleElement));
  const words = (paragraph.textContent ?? '').trim();
  const hasWords = words !== '';
  if (style.isContents) {
    if (hasWords) leftOut.add('contents', words);
    paragraph.parentNode?.removeChild(paragraph);
    return;
  }
  const number = hasWords ? numbers.next(properties, style) : undefined;
  const numbering = child(properties, 'numPr');
  if (numbering) properties.removeChild(numbering);
  if (number && number !== 'bullet') writeNumber(paragraph, properties, number);
  const alignment = value(child(properties, 'jc')) ?? style.alignment;
  const outline = Number(value(child(properties, 'outlineLvl')) ?? style.outline ?? 9);
  const name = style.isTitle
    ? 'Title'
    : outline < headingLevels.length
      ? `Heading${outline + 1}`
      : number === 'bullet' || style.isBullet
        ? 'Bullet'
        : alignment === 'center'
          ? 'Centred'
          : 'Plain';
  const named = styleElement ?? append(properties, 'pStyle', true);
  named.setAttributeNS(wordNamespace(paragraph), 'w:val', `Planwright${name}`);
}

/** As if it had been typed. */
function writeNumber(paragraph: Element, properties: Element, number: string): void {
  // Behind 、 and ） no space belongs, and between a point and a Chinese word none either.
  const words = (paragraph.textContent ?? '').trimStart();
  const close = /[、）。，：]$/.test(number) || (/[.．]$/.test(number) && words > '\u2e80');
  const run = append(paragraph, 'r');
  paragraph.insertBefore(run, properties.nextSibling);
  const text = append(run, 't');
  text.setAttribute('xml:space', 'preserve');
  text.textContent = close ? number : `${number} `;
}
