/** Web pages and Markdown → blocks: what reads them is large, and a bundle of its own. */
import MarkdownIt from 'markdown-it';
import type { Block } from './blocks.ts';
import { blocksOfHtml } from './html.ts';
import type { LeftOut } from './left-out.ts';
import type { Pause } from './pause.ts';

const chinese = /[\u3400-\u9fff]/;

/** @throws {ImportProblem} where it is larger than any plan could be */
export async function blocksOfPage(
  source: string,
  format: 'html' | 'md',
  leftOut: LeftOut,
  pause: Pause,
): Promise<Block[]> {
  if (format === 'html') return blocksOfHtml(source, leftOut, pause);
  // Who writes Chinese ends a line where a paragraph ends; an English line may be broken anywhere.
  const reader = new MarkdownIt({ html: true, breaks: chinese.test(source) });
  return blocksOfHtml(reader.render(source), leftOut, pause);
}
