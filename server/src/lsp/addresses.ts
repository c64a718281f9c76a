/**
 * The address of a path that a document names, from the folder of the document.
 *
 * @returns undefined where the document has no folder, as before it is saved for the first time
 */
export function resolvePath(path: string, documentUri: string): string | undefined {
  const address = path
    .replaceAll('\\', '/')
    .split('/')
    .map((name) => encodeURIComponent(name))
    .join('/');
  try {
    return new URL(address, documentUri).href;
  } catch {
    return undefined;
  }
}

/** Clients escape different characters: `%3A` and `:` are one address. */
export function sameAddress(one: string, other: string): boolean {
  return one === other || plainAddress(one) === plainAddress(other);
}

export function plainAddress(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
