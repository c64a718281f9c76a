/** Makes known in a document what the files say that it includes, and the files that those include in turn. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlanDocument } from '../workspace/document.ts';
import { decode } from './encoding.ts';

export class Includes {
  /** Many plans include the same library: each file is read once. */
  private readonly read = new Map<string, Promise<PlanDocument | undefined>>();

  /** `file` is the document's own place, which the paths in it start from. */
  async addTo(document: PlanDocument, file: string): Promise<void> {
    const found = new Map<string, PlanDocument>();
    const wanted = includedFiles(document, file);
    for (const place of wanted) {
      // Two files may include each other.
      if (found.has(place) || place === path.resolve(file)) continue;
      const included = await this.open(place);
      if (!included) continue;
      found.set(place, included);
      wanted.push(...includedFiles(included, place));
    }
    if (found.size > 0) document.include([...found.values()]);
  }

  private open(file: string): Promise<PlanDocument | undefined> {
    const opening = this.read.get(file) ?? openQuietly(file);
    this.read.set(file, opening);
    return opening;
  }
}

/** A file that is not there includes nothing; what it should have said is missed where it is used. */
async function openQuietly(file: string): Promise<PlanDocument | undefined> {
  try {
    const { text } = decode(await readFile(file));
    return PlanDocument.open(pathToFileURL(file).href, text);
  } catch {
    return undefined;
  }
}

function includedFiles({ tree }: PlanDocument, file: string): string[] {
  const files: string[] = [];
  for (const { statement } of tree.lines) {
    if (statement.kind !== 'include' || !statement.path) continue;
    files.push(path.resolve(path.dirname(file), statement.path.text.replaceAll('\\', '/')));
  }
  return files;
}
