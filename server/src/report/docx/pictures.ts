/** Charts as pictures. */
import { ImageRun, Paragraph } from 'docx';
import { chartSvg } from '../chart.ts';
import { escapeMarkup } from '../text.ts';
import type { ChartBlock, Script } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { metafileOf } from './metafile.ts';
import { runsOf, textRun } from './runs.ts';
import { styleIds } from './styles.ts';

/**
 * @param typeface for the texts in them
 * @param nextId a number that no other picture of the document has
 */
export function* picturesOf(
  { charts, names }: ChartBlock,
  script: Script,
  typeface: string,
  nextId: () => number,
): Generator<Paragraph> {
  for (const chart of charts) {
    const drawn = chartSvg(chart, { ink: '#000000' });
    if (drawn === '') continue;
    // A word processor has no default typeface for pictures that would fit.
    const svg = drawn.replace('"sans-serif"', `"${escapeMarkup(typeface)}, sans-serif"`);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    yield new Paragraph({
      style: styleIds.picture,
      children: [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(svg),
          // The library knows no metafiles; what they are is put right when the file is packed.
          fallback: { type: 'png', data: metafileOf(svg, typeface) },
          transformation: { width: Number(width), height: Number(height) },
          altText: { name: '', description: chart.description, id: String(nextId()) },
        }),
      ],
    });
  }
  const { enumeration } = wordsOf(script);
  yield new Paragraph({
    style: styleIds.pictureTitle,
    children: names.flatMap((name, index) => [
      ...(index > 0 ? [textRun(enumeration, script)] : []),
      ...runsOf([name], script),
    ]),
  });
}
