/** Clients escape different characters: `%3A` and `:` are one address. */
export function plainAddress(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
