/**
 * Documents → plans. Everything becomes HTML first, and HTML becomes headings, paragraphs, lists and tables, which become
 * lines; plain text takes the short way.
 */
import type { Message } from '../model/types.ts';
import { PlanTree } from '../syntax/document.ts';
import type { Block } from './blocks.ts';
import { LeftOut, type LeftOutGroup } from './left-out.ts';
import { noPause, type Pause } from './pause.ts';
import { type PlanOptions, planOfBlocks } from './plan.ts';
import { blocksOfText } from './text.ts';

export const importFormats = ['docx', 'html', 'md', 'txt'] as const;
export type ImportFormat = (typeof importFormats)[number];

const formatsByEnding: Readonly<Record<string, ImportFormat>> = {
  docx: 'docx',
  docm: 'docx',
  // An older Word file is told what to do about it.
  doc: 'docx',
  html: 'html',
  htm: 'html',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
};

/** By the ending of its name; undefined for files that cannot be imported. */
export function formatOfName(name: string): ImportFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  return Object.hasOwn(formatsByEnding, ending) ? formatsByEnding[ending] : undefined;
}

export interface Imported {
  readonly plan: string;
  /** What is not in it, in one sentence. */
  readonly leftOut?: Message;
  /** The same, one by one. */
  readonly leftOutGroups: readonly LeftOutGroup[];
  /** True where words may be missing from it that the source has. */
  readonly lacksWords: boolean;
  /** True where the source has headings, lists, tables or a title, so that more than its words was taken over. */
  readonly structured: boolean;
}

/**
 * @param source the bytes of a Word file, the text of any other
 * @throws {ImportProblem} where it cannot be read
 */
export async function importDocument(
  source: Uint8Array | string,
  format: ImportFormat,
  options: PlanOptions = { whole: true },
  pause: Pause = noPause,
): Promise<Imported> {
  const leftOut = new LeftOut();
  if (typeof source === 'string' && format === 'txt' && isPlan(source)) {
    return { plan: source, leftOutGroups: [], lacksWords: false, structured: true };
  }
  const blocks = await blocksOf(source, format, leftOut, pause);
  const { plan, titled } = await planOfBlocks(blocks, leftOut, options, pause);
  const { message } = leftOut;
  return {
    plan,
    ...(message ? { leftOut: message } : {}),
    leftOutGroups: leftOut.groups,
    lacksWords: leftOut.hasWords,
    structured: titled || blocks.some((block) => block.kind !== 'paragraph' || block.counted),
  };
}

async function blocksOf(
  source: Uint8Array | string,
  format: ImportFormat,
  leftOut: LeftOut,
  pause: Pause,
): Promise<Block[]> {
  if (typeof source === 'string' && format === 'txt') return blocksOfText(source, leftOut);
  // What reads the others is large, and most sessions import nothing.
  const { blocksOfPage } = await import('./pages.ts');
  if (typeof source === 'string') {
    return blocksOfPage(source, format === 'md' ? 'md' : 'html', leftOut, pause);
  }
  const { htmlOfWord } = await import('./word.ts');
  return blocksOfPage(await htmlOfWord(source, leftOut), 'html', leftOut, pause);
}

/** True for a text that somebody has written in the plan language already. */
export function isPlan(text: string): boolean {
  const statements = new Set(['header', 'indicator', 'field', 'row', 'target', 'result']);
  let count = 0;
  for (const line of PlanTree.parse(text).lines) {
    // 目标：… begins a sentence as well.
    const { statement } = line;
    const isSentence = statement.kind === 'target' && line.text[statement.keyword.end] !== ' ';
    if (statements.has(line.kind) && line.problems.length === 0 && !isSentence) count += 1;
    if (count > 1) return true;
  }
  return false;
}
