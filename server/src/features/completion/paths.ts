/** Files and folders behind 引用, 依据, 上级 and 汇总: the places are named by the document, and read by who may read. */

import type { Line, Span } from '../../syntax/tree.ts';
import type { Cursor, FolderEntry, Suggestion } from './suggestion.ts';

interface PathPlace {
  /** The folder as written, up to its last slash: `./`, `../县/`. */
  readonly folder: string;
  /** The name that is being typed. */
  readonly name: Span;
}

function pathPlace({ kind, statement }: Line, before: string): PathPlace | undefined {
  let from: number;
  if (kind === 'include' && statement.kind === 'include') {
    if (before.length <= statement.keyword.end) return undefined;
    from = statement.keyword.end;
  } else if (kind === 'field' && statement.kind === 'field' && statement.row.value === 'path') {
    const colon = /^[ \t\u3000]*[：:]/.exec(before.slice(statement.keyword.end));
    if (!colon) return undefined;
    from = statement.keyword.end + colon[0].length;
  } else {
    return undefined;
  }
  const typed = /[^、，,；;]*$/.exec(before.slice(from))?.[0].trimStart() ?? '';
  const slash = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\'));
  const name = { start: before.length - typed.length + slash + 1, end: before.length };
  return { folder: typed.slice(0, slash + 1), name };
}

/** The folder whose entries are to be offered, as a path relative to the document; undefined where none are. */
export function folderWanted(line: Line, character: number): string | undefined {
  const place = pathPlace(line, line.text.slice(0, character));
  return place && (place.folder === '' ? './' : place.folder);
}

/** Plans, and folders that may hold some. */
export function pathSuggestions(cursor: Cursor): Suggestion[] | undefined {
  const { line, before, entries = [] } = cursor;
  const place = pathPlace(line, before);
  if (!place) return undefined;
  const { folder, name: replace } = place;
  const head = folder === '' ? './' : '';
  const rollup = line.statement.kind === 'field' && line.statement.row.id === 'rollup';
  const hasPlans = entries.some(isPlan);
  return [
    ...(rollup && hasPlans ? [{ label: '*.plan', insert: `${head}*.plan` }] : []),
    ...entries
      .filter((entry) => entry.isFolder || isPlan(entry))
      .sort((a, b) => Number(a.isFolder) - Number(b.isFolder) || (a.name < b.name ? -1 : 1))
      .map(({ name, isFolder }) => {
        const label = isFolder ? `${name}/` : name;
        return { label, insert: head + label };
      }),
    ...(folder === '' || /^(?:\.\.\/)+$/.test(folder) ? [{ label: '../', insert: '../' }] : []),
  ].map(({ label, insert }) => ({ kind: 'path', label, insert, replace }));
}

const isPlan = ({ name, isFolder }: FolderEntry): boolean => !isFolder && name.endsWith('.plan');
