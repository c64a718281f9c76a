/**
 * Documents → plans. Everything becomes HTML first, and HTML becomes headings, paragraphs, lists and tables, which become
 * lines; plain text takes the short way.
 */
import type { Message } from '../model/types.ts';
import { PlanTree } from '../syntax/document.ts';
import type { Block } from './blocks.ts';
import { LeftOut } from './left-out.ts';
import { type PlanOptions, planOfBlocks } from './plan.ts';
import { blocksOfText } from './text.ts';

export const importFormats = ['docx', 'html', 'md', 'txt'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface Imported {
  readonly plan: string;
  /** What is not in it, in one sentence. */
  readonly leftOut?: Message;
  /** True where the source has headings, lists or tables, so that more than its words was taken over. */
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
): Promise<Imported> {
  const leftOut = new LeftOut();
  if (typeof source === 'string' && format === 'txt' && isPlan(source)) {
    return { plan: source, structured: true };
  }
  const blocks = await blocksOf(source, format, leftOut);
  const plan = planOfBlocks(blocks, leftOut, options);
  const { message } = leftOut;
  return {
    plan,
    ...(message ? { leftOut: message } : {}),
    structured: blocks.some(({ kind }) => kind !== 'paragraph'),
  };
}

async function blocksOf(
  source: Uint8Array | string,
  format: ImportFormat,
  leftOut: LeftOut,
): Promise<Block[]> {
  if (typeof source === 'string' && format === 'txt') return blocksOfText(source, leftOut);
  // What reads the others is large, and most sessions import nothing.
  const { blocksOfPage } = await import('./pages.ts');
  if (typeof source === 'string') {
    return blocksOfPage(source, format === 'md' ? 'md' : 'html', leftOut);
  }
  const { htmlOfWord } = await import('./word.ts');
  return blocksOfPage(await htmlOfWord(source, leftOut), 'html', leftOut);
}

/** True for a text that somebody has written in the plan language already. */
function isPlan(text: string): boolean {
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
