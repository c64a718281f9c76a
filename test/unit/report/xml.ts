/** What is wrong with a text as XML, or nothing: enough for XML that a program writes. */
export function wrongInXml(xml: string): string | undefined {
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u.test(xml)) return 'a character';
  const open: string[] = [];
  let at = 0;
  const token =
    /<\?[^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/g;
  for (const found of xml.matchAll(token)) {
    if (found.index !== at) break;
    at += found[0].length;
    const [whole, closes, name, attributes = '', closed] = found;
    const text = name === undefined ? whole : attributes;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(text)) return `an & in ${text}`;
    if (name === undefined && whole.includes(']]>')) return ']]>';
    if (closes) {
      if (open.pop() !== name) return `</${name}>`;
    } else if (name && !closed) open.push(name);
  }
  if (at < xml.length) return `${xml.slice(at, at + 40)}`;
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}
