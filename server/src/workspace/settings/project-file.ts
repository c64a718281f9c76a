/**
 * `.planwright.json`: the settings that all writers of a folder share. JSON, in which comments and a comma too many
 * are forgiven.
 */
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Message } from '../../model/types.ts';
import type { Range } from '../../syntax/document.ts';
import { readSettings } from './read.ts';
import type { Settings } from './table.ts';

export const projectFileName = '.planwright.json';

export interface FileProblem {
  readonly range: Range;
  readonly message: Message;
}

export interface ProjectFile {
  readonly settings: Partial<Settings>;
  /** In the order of the file. */
  readonly problems: readonly FileProblem[];
  /** True where it is no JSON: nothing in it has any effect. */
  readonly broken: boolean;
}

export function readProjectFile(text: string): ProjectFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !root) {
    // An empty file is as good as none.
    if (text.trim() === '') return { settings: {}, problems: [], broken: false };
    const [first] = errors;
    return { settings: {}, problems: [brokenAt(first, text)], broken: true };
  }
  const { settings, problems } = readSettings(getNodeValue(root), { shared: true });
  const placed = problems.map(({ path, message }) => ({
    range: rangeOf(findNodeAtLocation(root, [...path]) ?? root, text),
    message,
  }));
  return { settings, problems: placed, broken: false };
}

/** The name with its value where there is one, as an editor underlines it. */
function rangeOf(node: Node, text: string): Range {
  const marked = node.parent?.type === 'property' ? node.parent : node;
  return range(marked.offset, marked.offset + marked.length, text);
}

function range(start: number, end: number, text: string): Range {
  return { start: positionAt(start, text), end: positionAt(end, text) };
}

function positionAt(offset: number, text: string): Range['start'] {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before[before.length - 1].length };
}

/** By the parser's names of its errors. */
const wanted: Readonly<Record<string, Message>> = {
  PropertyNameExpected: {
    zh: '这里要有用英文双引号括起来的名称',
    en: 'a name in double quotes is wanted here',
  },
  ValueExpected: { zh: '这里缺一个值', en: 'a value is missing here' },
  ColonExpected: { zh: '这里缺英文冒号', en: 'a colon is missing here' },
  CommaExpected: { zh: '这里缺英文逗号', en: 'a comma is missing here' },
  CloseBraceExpected: { zh: '这里缺右花括号', en: 'a closing brace is missing here' },
  CloseBracketExpected: {
    zh: '这里缺右方括号',
    en: 'a closing square bracket is missing here',
  },
  UnexpectedEndOfString: {
    zh: '这里的引号没有关上',
    en: 'the quotation mark is not closed here',
  },
  InvalidSymbol: {
    zh: '这里的文字要用英文双引号括起来，标点要用半角',
    en: 'the words here must stand in double quotes',
  },
};
const notReadable: Message = { zh: '这里读不懂', en: 'this cannot be read' };

function brokenAt({ error, offset, length }: ParseError, text: string): FileProblem {
  const { zh, en } = wanted[printParseErrorCode(error)] ?? notReadable;
  return {
    range: range(offset, offset + Math.max(1, length), text),
    message: {
      zh: `${zh}。改好以前，整个文件都不起作用。`,
      en: `${en.charAt(0).toUpperCase()}${en.slice(1)}. Until that is mended the whole file has no effect.`,
    },
  };
}

/** A problem as one line: the file, the place as editors count, and what is wrong. */
export function problemLine(file: string, { range: { start }, message }: FileProblem): Message {
  const place = `${file}:${start.line + 1}:${start.character + 1}`;
  return { zh: `${place} ${message.zh}`, en: `${place} ${message.en}` };
}
