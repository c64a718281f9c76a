/** StratML as XML. In a bundle of its own with its libraries, which few sessions need. */
import XmlBuilder from 'fast-xml-builder';
import { v5 as identifierIn } from 'uuid';
import { printable } from '../text.ts';
import { namespace, type StratmlElement } from './content-model.ts';

/** Of all identifiers made here; chosen once, by chance. */
const ours = '6f1d3c52-8f0b-4a7e-9c55-2b7e0d0a4c11';

const builder = new XmlBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  format: true,
  suppressEmptyNode: true,
});

/** The same bytes for the same elements: identifiers follow from what they are of (RFC 9562, 5.5). */
export function xmlOf(root: StratmlElement): string {
  const attributes = { xmlns: namespace, ...root.attributes };
  const tree = [
    nodeOf({ name: '?xml', attributes: { version: '1.0', encoding: 'UTF-8' }, content: [] }),
  ];
  return `${builder.build([...tree, nodeOf({ ...root, attributes })]).trim()}\n`;
}

type Node = Record<string, unknown>;

function nodeOf({ name, attributes, content }: StratmlElement): Node {
  const children = typeof content === 'string' ? textOf(name, content) : content.map(nodeOf);
  return { [name]: children, ...(attributes ? { ':@': attributes } : {}) };
}

function textOf(name: string, content: string): readonly Node[] {
  if (content === '') return [];
  // An XML identifier begins with a letter or a low line.
  const text =
    name === 'Identifier'
      ? `_${identifierIn(printable(content), ours)}`
      : content.split('\n').map(printable).join('\n');
  return [{ '#text': text }];
}
