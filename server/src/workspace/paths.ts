/** Paths as plans write them, and the addresses that they lead to. */

/** Clients escape different characters, and write a disk’s letter large or small: it is one address. */
export function plainAddress(uri: string): string {
  const small = (disk: string): string => disk.toLowerCase();
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, small);
  } catch {
    return uri;
  }
}

/**
 * The address of a path as written in a document, relative to it; `/` and `\` alike. Undefined for
 * a document that has never been saved.
 */
export function resolvePath(path: string, base: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(base)) return undefined;
  try {
    return new URL(path.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/'), base)
      .href;
  } catch {
    return undefined;
  }
}

/** `./村/*.plan` is for many files. */
export function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** Those addresses that a path leads to: one, or none, or those that fit a pattern. */
export function addressesAt(path: string, base: string, known: readonly string[]): string[] {
  const resolved = resolvePath(path, base);
  if (resolved === undefined) return [];
  if (!isPattern(path)) return [resolved];
  const pattern = plainAddress(resolved)
    .replace(/[\\^$+.()|[\]{}]/g, '\\$&')
    .replace(/\*\*\/|\*|\?/g, (wild) =>
      wild === '**/' ? '(?:.*/)?' : wild === '*' ? '[^/]*' : '[^/]',
    );
  const fits = new RegExp(`^${pattern}$`);
  return known.filter((uri) => fits.test(plainAddress(uri)) && !isSame(uri, base));
}

export function isSame(one: string, other: string): boolean {
  return plainAddress(one) === plainAddress(other);
}

/** The last part of an address, as people read it. */
export function fileName(uri: string): string {
  const address = plainAddress(uri);
  return address.slice(address.lastIndexOf('/') + 1);
}

/** Files or whole folders that get other addresses. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * How a path has to be written when files have moved: the one that it stands in, or the one that it leads to, or both.
 * Undefined where it may stay.
 */
export function movedPath(path: string, base: string, moves: readonly Move[]): string | undefined {
  // A pattern moves with its folder.
  const fixed = isPattern(path) ? path.slice(0, path.search(/[^/\\]*[*?]/)) : path;
  const target = resolvePath(fixed || '.', base);
  if (target === undefined) return undefined;
  const relative = relativePath(moved(base, moves), moved(target, moves));
  const before = relativePath(plainAddress(base), plainAddress(target));
  if (relative === undefined || relative === before) return undefined;
  const plain = path.startsWith('.') ? relative : relative.replace(/^\.\//, '');
  const separator = path.includes('\\') && !path.includes('/') ? '\\' : '/';
  return (plain + path.slice(fixed.length)).replaceAll('/', separator);
}

function moved(uri: string, moves: readonly Move[]): string {
  const address = plainAddress(uri);
  for (const { oldUri, newUri } of moves) {
    const old = plainAddress(oldUri).replace(/\/$/, '');
    if (address === old || address.startsWith(`${old}/`))
      return plainAddress(newUri).replace(/\/$/, '') + address.slice(old.length);
  }
  return address;
}

/** Undefined where no relative path leads from one to the other, as from disk to disk. */
function relativePath(from: string, to: string): string | undefined {
  const [fromRoot, fromSteps] = steps(from);
  const [toRoot, toSteps] = steps(to);
  if (fromRoot !== toRoot) return undefined;
  let common = 0;
  while (
    common < fromSteps.length - 1 &&
    common < toSteps.length - 1 &&
    fromSteps[common] === toSteps[common]
  )
    common++;
  const up = fromSteps.length - 1 - common;
  return (up === 0 ? './' : '../'.repeat(up)) + toSteps.slice(common).join('/');
}

function steps(uri: string): [root: string, steps: string[]] {
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/(?:[a-z]:\/)?/i.exec(uri)?.[0] ?? '';
  return [root, uri.slice(root.length).split('/')];
}
