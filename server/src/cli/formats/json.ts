/** Findings as JSON: zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
import type { Place } from '../../model/types.ts';
import type { CheckedFile } from '../check.ts';
import { fileOf, rangeOf, rangeOfEdit } from '../places.ts';
import { say, type Terminal } from '../terminal.ts';

export function printJson(files: readonly CheckedFile[], terminal: Terminal): void {
  const found = files.flatMap((file) => findingsOf(file, terminal));
  terminal.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
}

function findingsOf(file: CheckedFile, terminal: Terminal): object[] {
  const { name, document, findings } = file;
  const { tree } = document;
  const at = (place: Place) => ({ file: fileOf(place, file), range: rangeOf(place, tree) });
  return findings.map((finding) => ({
    file: name,
    code: finding.rule,
    severity: finding.tier,
    message: say(terminal, finding.message),
    range: rangeOf(finding, tree),
    related: (finding.related ?? []).map((place) => ({
      ...at(place),
      message: say(terminal, place.message),
    })),
    fixes: (finding.fixes ?? []).map((fix) => ({
      title: say(terminal, fix.title),
      edits: fix.edits.map((edit) => ({
        file: fileOf(edit, file),
        range: rangeOfEdit(edit, tree),
        newText: edit.newText,
      })),
    })),
  }));
}
