/** The XML inside a Word file. */
import { DOMParser } from '@xmldom/xmldom';

/** @throws {Error} where it is no XML */
export function parseXml(text: string): Document {
  const refuse = (problem: string): never => {
    throw new Error(problem);
  };
  const errorHandler = { warning: () => {}, error: refuse, fatalError: refuse };
  return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml');
}

const wordNamespaces: readonly string[] = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

export const isWord = (element: Element): boolean =>
  wordNamespaces.includes(element.namespaceURI ?? '');

export const wordNamespace = (element: Element): string =>
  element.namespaceURI ?? wordNamespaces[0];

export function child(parent: Element | undefined, name: string): Element | undefined {
  for (let node = parent?.firstChild; node; node = node.nextSibling) {
    const element = node as Element;
    if (element.localName === name && isWord(element)) return element;
  }
  return undefined;
}

export function children(parent: Element, name: string): Element[] {
  return Array.from(parent.childNodes).filter(
    (node) => (node as Element).localName === name && isWord(node as Element),
  ) as Element[];
}

/** In the order of the document; a list that stays as it is while the document is changed. */
export function descendants(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagNameNS('*', name)).filter(isWord);
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.getAttributeNS(element.namespaceURI ?? '', name) || undefined;
}

export const value = (element: Element | undefined): string | undefined =>
  attribute(element, 'val');

export function append(parent: Element, name: string, first = false): Element {
  const document = parent.ownerDocument as Document;
  const element = document.createElementNS(wordNamespace(parent), `w:${name}`);
  parent.insertBefore(element, first ? parent.firstChild : null);
  return element;
}
