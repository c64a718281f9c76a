/** Every figure that a document states of an indicator, one by one, for tables that machines read. */
import type { Claim, Indicator } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import { printable } from './text.ts';
import { plainText, type Report } from './tree.ts';

export interface StatedFigure {
  readonly claim: Claim;
  /** Undefined where the name is of nothing that the model knows. */
  readonly indicator?: Indicator;
  /** The indicator's name, under whatever alias the figure stands. */
  readonly name: string;
  /** Number and title of the innermost section. */
  readonly section: string;
}

/**
 * In the order of the document. What is only recognised in sentences is left out: the document says it,
 * but declares it nowhere.
 */
export function* statedFigures({ model, lines, blocks }: Report): Generator<StatedFigure> {
  const titles = sectionTitles(blocks);
  let section = '';
  for (const line of lines) {
    section = titles.get(line) ?? section;
    for (const claim of model.claimsOf(line)) {
      if (claim.origin === 'prose') continue;
      const indicator = model.indicator(claim.indicator);
      const name = printable(indicator?.name ?? claim.indicator);
      yield { claim, name, section, ...(indicator ? { indicator } : {}) };
    }
  }
}

/** Number and title by the heading's line. */
export function sectionTitles(blocks: Report['blocks']): ReadonlyMap<Line, string> {
  return new Map(
    blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [[block.source, block.number + plainText(block.title)] as const]
        : [],
    ),
  );
}

/** What the indicator is declared to be, in the first declaration that tells it. */
export function declared<Field extends 'category' | 'binding' | 'definition' | 'source'>(
  indicator: Indicator | undefined,
  field: Field,
): Indicator['declarations'][number][Field] {
  return indicator?.declarations.find((declaration) => declaration[field])?.[field];
}
