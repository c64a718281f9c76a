/** Whatever stands in a plan is text to the report's reader: never markup, never a script. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../../server/src/report/chart.ts';
import { htmlBody, htmlPage } from '../../../server/src/report/html.ts';
import { jsonOf } from '../../../server/src/report/json.ts';
import { markdownOf } from '../../../server/src/report/markdown.ts';
import { plainText } from '../../../server/src/report/tree.ts';
import { allAnnexes, freshReport } from './fixtures.ts';
import { hostilePlan, hostileText, nasty } from './hostile-plans.ts';

/** With annexes, and with targets in one of their forms. */
const hostileOptions = fc.constantFrom(
  allAnnexes,
  { ...allAnnexes, targets: 'list' as const },
  { ...allAnnexes, targets: 'table' as const },
);

const allowedTags = new Set(
  'h1 h2 h3 h4 h5 p div span strong mark ul li table caption thead tbody tr th td figure figcaption svg title desc text rect line path'.split(
    ' ',
  ),
);
const allowedAttributes = new Set(
  'class data-line title scope rowspan role xmlns width height viewBox font-family font-size fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray x y x1 y1 x2 y2 d transform text-anchor'.split(
    ' ',
  ),
);

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

// It has no types of its own; this is all that is asked of it.
const MarkdownIt: new (options: object) => { parse(text: string, environment: object): Token[] } =
  createRequire(import.meta.url)('markdown-it');
const markdownReader = new MarkdownIt({ html: true });

const allowedTokens = new Set(
  'inline text heading_open heading_close paragraph_open paragraph_close bullet_list_open bullet_list_close list_item_open list_item_close strong_open strong_close table_open table_close thead_open thead_close tbody_open tbody_close tr_open tr_close th_open th_close td_open td_close'.split(
    ' ',
  ),
);

type Node = DefaultTreeAdapterMap['node'];

/** What a browser would see in the HTML other than text, if it is nothing that we write. */
function intruders(node: Node): string[] {
  const found: string[] = [];
  if (node.nodeName === '#comment') found.push('comment');
  if ('tagName' in node) {
    if (!allowedTags.has(node.tagName)) found.push(node.tagName);
    for (const { name } of node.attrs) {
      if (!allowedAttributes.has(name)) found.push(`${node.tagName} ${name}`);
    }
  }
  if ('childNodes' in node) found.push(...node.childNodes.flatMap(intruders));
  return found;
}

/** Controls, lone surrogates and code points that no format can hold. */
const unfit = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/u;

describe('hostile text is inert', () => {
  test('in the body of the HTML', () => {
    fc.assert(
      fc.property(hostilePlan, hostileOptions, (plan, options) => {
        const body = htmlBody(freshReport(plan, options));
        expect(body).not.toMatch(unfit);
        expect(intruders(parseFragment(body))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in a page of its own', () => {
    fc.assert(
      fc.property(hostilePlan, (plan) => {
        const page = parse(htmlPage(freshReport(plan)));
        const html = page.childNodes.find((node) => node.nodeName === 'html');
        const [head, , body] = (html as DefaultTreeAdapterMap['element']).childNodes;
        expect(intruders(body)).toEqual(['body', 'main']);
        const inHead = (head as DefaultTreeAdapterMap['element']).childNodes
          .map(({ nodeName }) => nodeName)
          .filter((name) => name !== '#text');
        expect(inHead).toEqual(['meta', 'meta', 'meta', 'title', 'style']);
      }),
      { numRuns: 100 },
    );
  });

  test('in JSON, which reads back without what no format can hold', () => {
    fc.assert(
      fc.property(hostilePlan, hostileOptions, (plan, options) => {
        const json = jsonOf(freshReport(plan, options));
        expect(json).not.toMatch(unfit);
        const texts: string[] = [];
        JSON.parse(json, (_, value) => {
          if (typeof value === 'string') texts.push(value);
          return value;
        });
        expect(texts.filter((text) => unfit.test(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in a picture', () => {
    for (const text of nasty) {
      const points = [{ at: 1, label: text, value: 1, printed: text, stance: 'target' }] as const;
      const series = [{ name: text, unit: text, points }];
      const words = { base: text, actual: text, forecast: text, target: text };
      const told = { title: text, unit: text, series, description: text, words };
      const svg = (['trend', 'comparison', 'composition'] as const)
        .map((form) => chartSvg({ form, ...told }, { ink: text }))
        .join('');
      expect(svg).not.toMatch(unfit);
      expect(intruders(parseFragment(svg))).toEqual([]);
    }
  });

  test('in Markdown, where a reader finds only what we write', () => {
    fc.assert(
      fc.property(hostilePlan, hostileOptions, (plan, options) => {
        const markdown = markdownOf(freshReport(plan, options));
        expect(markdown).not.toMatch(unfit);
        const types = markdownReader.parse(markdown, {}).flatMap((token) => {
          return [token.type, ...(token.children ?? []).map(({ type }) => type)];
        });
        expect(types.filter((type) => !allowedTokens.has(type))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in Markdown, which reads back as the same words', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const report = freshReport(`\\${text}`);
        const [block] = report.blocks;
        const inline = markdownReader
          .parse(markdownOf(report), {})
          .find(({ children }) => children);
        const read = inline?.children?.map(({ content }) => content).join('') ?? '';
        expect(read).toBe(
          block.kind === 'paragraph' ? plainText(block.inlines).replace(/\t/g, ' ').trim() : '',
        );
      }),
      { numRuns: 500 },
    );
  });
});
