/** Follows the `引用` lines of a document to the documents that they name, and theirs in turn. */
import type { IncludeProblem } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import type { PlanDocument } from './document.ts';

/** Enough for a library of libraries; more is a mistake. */
const mostFiles = 200;

export interface Followed {
  /** Every included document once, in the order in which they are named. */
  readonly documents: readonly PlanDocument[];
  /** What is wrong with the document's own `引用` lines. */
  readonly problems: ReadonlyMap<Line, IncludeProblem>;
  /** The addresses that were looked for, found or not. */
  readonly addresses: ReadonlySet<string>;
}

/** The document at an address, or undefined where there is none or none that can be read. */
export type Read = (uri: string) => Promise<PlanDocument | undefined>;

/** Files may include each other: each is read once, and a file's line that names itself is told. */
export async function followIncludes(document: PlanDocument, read: Read): Promise<Followed> {
  const problems = new Map<Line, IncludeProblem>();
  const addresses = new Set<string>();
  const documents: PlanDocument[] = [];
  const waiting: PlanDocument[] = [document];
  for (let current = waiting.shift(); current; current = waiting.shift()) {
    const own = current === document;
    for (const line of current.includeLines()) {
      const path = line.statement.kind === 'include' ? line.statement.path?.text : undefined;
      if (!path) continue;
      const uri = resolvePath(path, current.uri);
      if (uri === document.uri && own) problems.set(line, 'itself');
      if (uri === undefined && own) problems.set(line, 'unsaved');
      if (uri === undefined || uri === document.uri || addresses.has(uri)) continue;
      if (addresses.size >= mostFiles) break;
      addresses.add(uri);
      const included = await read(uri);
      if (included) {
        documents.push(included);
        waiting.push(included);
      } else if (own) {
        problems.set(line, 'missing');
      }
    }
  }
  return { documents, problems, addresses };
}

/** A plan that another one is measured by, with the plans that were looked for on the way. */
export interface FollowedBasis {
  readonly documents: readonly PlanDocument[];
  readonly addresses: ReadonlySet<string>;
}

/**
 * The plans that the document names in `依据：`, each with what it includes itself. A plan that cannot be
 * read is left out: results without a target say so themselves.
 */
export async function followBasis(document: PlanDocument, read: Read): Promise<FollowedBasis> {
  const addresses = new Set<string>();
  const documents: PlanDocument[] = [];
  for (const { path } of document.model.header.basis) {
    const uri = resolvePath(path, document.uri);
    if (uri === undefined || uri === document.uri || addresses.has(uri)) continue;
    addresses.add(uri);
    const found = await read(uri);
    if (!found) continue;
    // A copy: what it includes is to be known in it, and not in those that include it.
    const basis = found.withText(found.text());
    const followed = await followIncludes(basis, read);
    for (const address of followed.addresses) addresses.add(address);
    if (followed.documents.length > 0) basis.include(followed.documents, followed.problems);
    documents.push(basis);
  }
  return { documents, addresses };
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
