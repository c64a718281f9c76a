/** Makes known in a document what the files say that it includes, and the files that those include in turn. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PlanDocument } from '../workspace/document.ts';
import { decode } from '../workspace/encoding.ts';
import { followIncludes } from '../workspace/includes.ts';

export class Includes {
  /** Many plans include the same library: each file is read once. */
  private readonly opened = new Map<string, Promise<PlanDocument | undefined>>();

  async addTo(document: PlanDocument): Promise<void> {
    if (document.includeLines().length === 0) return;
    const { documents, problems } = await followIncludes(document, (uri) => this.open(uri));
    document.include(documents, problems);
  }

  private open(uri: string): Promise<PlanDocument | undefined> {
    const opening = this.opened.get(uri) ?? openOrNothing(uri);
    this.opened.set(uri, opening);
    return opening;
  }
}

/** A check tells of an included file that cannot be read, at the line that names it. */
async function openOrNothing(uri: string): Promise<PlanDocument | undefined> {
  try {
    return PlanDocument.open(uri, decode(await readFile(fileURLToPath(uri))).text);
  } catch {
    return undefined;
  }
}
