/** What scanners, web pages and word processors leave between the words, and nobody wrote. */
import type { LeftOut } from './left-out.ts';

/** Characters that stand without a space beside each other. */
const wide = '\\u2e80-\\u303f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef“”‘’—…·〇';
const lineBetween = new RegExp(`(?<=[${wide}])[ \\t]*\\n[ \\t\\n]*(?=[${wide}])`, 'g');
const spacesBetween = new RegExp(`(?<=[${wide}]) {2,}(?=[${wide}])`, 'g');

/** Soft hyphens, zero-width and direction marks, and characters that only one computer had a glyph for. */
const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]/g;

/** 鎮(zhèn): the reading of the character before, with its tone. */
const reading =
  /(?<=[\u3400-\u9fff])[（(]\s*(?=[^（()）]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ' ]+[)）]/gi;

const pageNumber =
  /^(?:[—–―－-]+\s*\d{1,4}\s*[—–―－-]+|第\s*\d{1,4}\s*[页頁](?:[，,/\s]*共\s*\d{1,4}\s*[页頁])?|page \d{1,4}(?: of \d{1,4})?)$/i;

/** `一、总体要求……………3` */
const contentsLine = /\S\s*(?:[.．·]{4,}|…{2,})[.．…·\s]*\d{1,4}$/;
const contentsTitle = /^(?:目\s*[录錄次]|(?:table of )?contents)$/i;

/** One line of words; spaces and line ends of the source are as the reader sees them. */
export function cleanLine(text: string, leftOut: LeftOut): string {
  const visible = text.replace(invisible, () => {
    leftOut.add('invisible', '');
    return '';
  });
  return visible
    .replace(reading, (words) => {
      leftOut.add('reading', words);
      return '';
    })
    .replace(/\r\n?/g, '\n')
    .replace(lineBetween, '')
    .replace(/\s+/g, (space) => (space === '\u3000' ? space : ' '.repeat(space.length)))
    .replace(spacesBetween, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

export const isPageNumber = (line: string): boolean => pageNumber.test(line);
export const isContentsTitle = (line: string): boolean => contentsTitle.test(line);
export const isContentsLine = (line: string): boolean => contentsLine.test(line.trim());

/** Words put behind each other as their script does it. */
export function joined(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  const between = new RegExp(`[${wide}]$`).test(first) || new RegExp(`^[${wide}]`).test(second);
  return between ? first + second : `${first} ${second}`;
}
