import type { FolderEntry } from '../features/completion.ts';

/** How the server reads files that the client has not opened. */
export interface FileSystem {
  /** Whether files with an address of this kind can be read at all. */
  reaches(uri: string): boolean;
  /** The text of a file; undefined where there is none, or none that can be read. */
  read(uri: string): Promise<string | undefined>;
  /** The addresses of the plans in a folder and in those below it, in order; none where it cannot be read. */
  plansIn(folder: string): Promise<readonly string[]>;
  /** What stands in one folder; nothing where it cannot be read. */
  entriesIn(folder: string): Promise<readonly FolderEntry[]>;
}

/** For where there are no files to be read. */
export const noFiles: FileSystem = {
  reaches: () => false,
  read: async () => undefined,
  plansIn: async () => [],
  entriesIn: async () => [],
};
