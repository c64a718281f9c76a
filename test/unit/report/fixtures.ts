import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlanModel } from '../../../server/src/model/model.ts';
import { reportOf } from '../../../server/src/report/build.ts';
import { htmlBody } from '../../../server/src/report/html.ts';
import { markdownOf } from '../../../server/src/report/markdown.ts';
import type { Block, BlockKind, Report, ReportOptions } from '../../../server/src/report/tree.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

const samplesFolder = fileURLToPath(new URL('../../../samples/', import.meta.url));

export interface Sample {
  /** Path below samples/, without the ending, with `/` replaced. */
  readonly name: string;
  readonly text: string;
}

export const samples: readonly Sample[] = readdirSync(samplesFolder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.plan'))
  .sort()
  .map((file) => ({
    name: file.slice(0, -'.plan'.length).replaceAll(path.sep, '-'),
    text: readFileSync(path.join(samplesFolder, file), 'utf8'),
  }));

export function modelOf(text: string): PlanModel {
  return PlanModel.of(PlanTree.parse(text));
}

/** A report that shares nothing with any other. */
export function freshReport(text: string, options: ReportOptions = {}): Report {
  return reportOf(modelOf(text), options);
}

/** Everything that a report can have behind the document. */
export const allAnnexes: ReportOptions = {
  annexes: ['indicators', 'owners', 'deadlines', 'evaluation'],
};

export function html(text: string): string {
  return htmlBody(freshReport(text));
}

export function markdown(text: string): string {
  return markdownOf(freshReport(text));
}

/** The only block of a kind that a text makes. */
export function blockOf<Kind extends BlockKind>(
  text: string,
  kind: Kind,
): Extract<Block, { kind: Kind }> {
  const blocks = freshReport(text).blocks.filter((block) => block.kind === kind);
  if (blocks.length !== 1) throw new Error(`${blocks.length} blocks are ${kind}`);
  return blocks[0] as Extract<Block, { kind: Kind }>;
}
