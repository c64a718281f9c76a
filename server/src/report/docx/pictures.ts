/** Charts as pictures. */
import { ImageRun, Paragraph } from 'docx';
import { chartSvg } from '../chart.ts';
import type { ChartBlock, Script } from '../tree.ts';
import { wordsOf } from '../words.ts';
import { runsOf, textRun } from './runs.ts';
import { styleIds } from './styles.ts';

/** @param nextId a number that no other picture of the document has */
export function* picturesOf(
  { charts, names }: ChartBlock,
  script: Script,
  nextId: () => number,
): Generator<Paragraph> {
  for (const chart of charts) {
    const svg = chartSvg(chart, { ink: '#000000' });
    if (svg === '') continue;
    yield new Paragraph({
      style: styleIds.picture,
      children: [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(svg),
          fallback: { type: 'png', data: onePixel },
          transformation: { width: 480, height: 220 },
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

const onePixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  ),
  (character) => character.charCodeAt(0),
);
