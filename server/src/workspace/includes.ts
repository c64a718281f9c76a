/** Follows the `引用` lines of a document to the documents that they name, and theirs in turn. */
import type { IncludeProblem, PathFact } from '../model/types.ts';
import type { Line } from '../syntax/tree.ts';
import type { PlanDocument, RelatedDocuments } from './document.ts';
import { addressesAt, isPattern, isSame, resolvePath } from './paths.ts';

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
      if (uri === undefined) {
        if (own) problems.set(line, 'unsaved');
        continue;
      }
      if (isSame(uri, document.uri)) {
        if (own) problems.set(line, 'itself');
        continue;
      }
      if (addresses.has(uri)) continue;
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

/** The plans that a header names, with the places that were looked at on the way. */
export interface FollowedRelations extends RelatedDocuments {
  readonly addresses: ReadonlySet<string>;
  /** Folders in which any plan may matter: those of `汇总：./村/*.plan`. */
  readonly folders: readonly string[];
}

/** A path to one plan: 国家有关政策 is none, and of other files nothing is known here. */
const namesPlan = /^[^*?]+\.plan$/i;

/** The addresses of the plans in a folder and in those below it. */
export type List = (folder: string) => Promise<readonly string[]>;

/** What a header names, as written: while it is the same there is nothing to follow anew. */
export function relationsOf({ model }: PlanDocument): string {
  const { basis, superior, rollup } = model.header;
  return [...basis, ...superior, ...rollup].map(({ path }) => path).join('\n');
}

/**
 * The plans that the document names in `依据：` and `汇总：`, each with what it includes itself. A plan that cannot be
 * read is left out, and told of at its path.
 */
export async function followRelations(
  document: PlanDocument,
  read: Read,
  list: List,
): Promise<FollowedRelations> {
  const addresses = new Set<string>();
  const folders: string[] = [];
  const missing = new Set<string>();
  const open = async (paths: readonly PathFact[]): Promise<PlanDocument[]> => {
    const documents: PlanDocument[] = [];
    const seen = new Set<string>();
    for (const { path } of paths) {
      let known: readonly string[] = [];
      if (isPattern(path)) {
        const folder = resolvePath(path.replace(/[^/\\]*[*?].*$/, '') || '.', document.uri);
        if (folder === undefined) continue;
        folders.push(folder);
        known = (await list(folder)).slice(0, mostFiles);
      }
      for (const uri of addressesAt(path, document.uri, known)) {
        if (isSame(uri, document.uri) || seen.has(uri)) continue;
        seen.add(uri);
        addresses.add(uri);
        const found = await read(uri);
        if (found) documents.push(await withIncludes(found, read, addresses));
        else if (namesPlan.test(path)) missing.add(path);
      }
    }
    return documents;
  };
  const { basis, superior, rollup } = document.model.header;
  const itself = [...basis, ...superior, ...rollup].flatMap(({ path }) => {
    const uri = isPattern(path) ? undefined : resolvePath(path, document.uri);
    return uri !== undefined && isSame(uri, document.uri) ? [path] : [];
  });
  // The plan above is not compared, but it should be there.
  await open(superior);
  return {
    basis: await open(basis),
    rollup: await open(rollup),
    itself: new Set(itself),
    missing,
    addresses,
    folders,
  };
}

/** A copy: what it includes is to be known in it, and not in those that include it. */
async function withIncludes(
  found: PlanDocument,
  read: Read,
  addresses: Set<string>,
): Promise<PlanDocument> {
  const copy = found.withText(found.text());
  const followed = await followIncludes(copy, read);
  for (const address of followed.addresses) addresses.add(address);
  if (followed.documents.length > 0) copy.include(followed.documents, followed.problems);
  return copy;
}
