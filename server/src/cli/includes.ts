/** Makes known in a document what the files say that it includes or names in its header. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PlanDocument } from '../workspace/document.ts';
import { decode } from '../workspace/encoding.ts';
import { followIncludes, followRelations, type List, relationsOf } from '../workspace/includes.ts';
import type { Settings } from '../workspace/settings/table.ts';

export class Includes {
  /** Many plans include the same library: each file is read once with the settings of those that include it. */
  private readonly opened = new Map<Settings, Map<string, Promise<PlanDocument | undefined>>>();

  /** Lists the plans in a folder, by their addresses. */
  private readonly list: List;

  constructor(list: List) {
    this.list = list;
  }

  async addTo(document: PlanDocument, settings: Settings): Promise<void> {
    const read = (uri: string) => this.open(uri, settings);
    if (document.includeLines().length > 0) {
      const { documents, problems } = await followIncludes(document, read);
      document.include(documents, problems);
    }
    if (relationsOf(document) !== '') {
      document.relate(await followRelations(document, read, this.list));
    }
  }

  private open(uri: string, settings: Settings): Promise<PlanDocument | undefined> {
    const opened = this.opened.get(settings) ?? new Map();
    this.opened.set(settings, opened);
    const opening = opened.get(uri) ?? openOrNothing(uri, settings);
    opened.set(uri, opening);
    return opening;
  }
}

/** A check tells of an included file that cannot be read, at the line that names it. */
async function openOrNothing(uri: string, settings: Settings): Promise<PlanDocument | undefined> {
  try {
    return PlanDocument.open(uri, decode(await readFile(fileURLToPath(uri))).text, { settings });
  } catch {
    return undefined;
  }
}
