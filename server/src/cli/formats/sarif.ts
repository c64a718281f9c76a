/** Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and other tools read. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place } from '../../model/types.ts';
import type { FindingTier } from '../../rules/checker.ts';
import { rules } from '../../rules/index.ts';
import type { Edit, Tier } from '../../rules/rule.ts';
import type { PlanTree, Range } from '../../syntax/document.ts';
import type { CheckedFile } from '../check.ts';
import { fileOf, rangeOf, rangeOfEdit } from '../places.ts';
import { say, type Terminal } from '../terminal.ts';
import { version } from '../version.ts';

const levels: Readonly<Record<Tier, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
  off: 'none',
};

export function printSarif(files: readonly CheckedFile[], terminal: Terminal): void {
  const run = {
    tool: {
      driver: {
        name: 'Planwright',
        version,
        rules: rules.map((rule) => ({
          id: rule.name,
          shortDescription: { text: say(terminal, rule.title) },
          fullDescription: { text: say(terminal, rule.description) },
          helpUri: `${terminal.documentation}/${rule.name}.md`,
          defaultConfiguration: { level: levels[rule.tier], enabled: rule.tier !== 'off' },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: files.flatMap((file) => resultsOf(file, terminal)),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  terminal.stdout.write(`${JSON.stringify(log, undefined, 2)}\n`);
}

function resultsOf(file: CheckedFile, terminal: Terminal): object[] {
  const { name, document, findings } = file;
  const { tree } = document;
  const artifactLocation = { uri: uriOf(name) };
  return findings.map(({ rule, tier, message, related = [], fixes = [], ...place }) => ({
    ruleId: rule,
    ruleIndex: rules.findIndex((candidate) => candidate.name === rule),
    level: levels[tier satisfies FindingTier],
    message: { text: say(terminal, message) },
    locations: [location(place, artifactLocation, tree)],
    relatedLocations: related.map((other, index) => ({
      id: index,
      ...location(other, { uri: uriOf(fileOf(other, file)) }, tree),
      message: { text: say(terminal, other.message) },
    })),
    fixes: fixes.map((fix) => ({
      description: { text: say(terminal, fix.title) },
      artifactChanges: changesOf(fix.edits, file),
    })),
  }));
}

/** What a repair changes, file by file. */
function changesOf(edits: readonly Edit[], file: CheckedFile): object[] {
  const files = [...new Set(edits.map((edit) => fileOf(edit, file)))];
  return files.map((name) => ({
    artifactLocation: { uri: uriOf(name) },
    replacements: edits
      .filter((edit) => fileOf(edit, file) === name)
      .map((edit) => ({
        deletedRegion: region(rangeOfEdit(edit, file.document.tree)),
        insertedContent: { text: edit.newText },
      })),
  }));
}

function location(place: Place, artifactLocation: { uri: string }, tree: PlanTree): object {
  return { physicalLocation: { artifactLocation, region: region(rangeOf(place, tree)) } };
}

/** Lines and columns count from one; the end is the column behind the last character. */
function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative places stay relative, so that the log fits a checkout anywhere. */
function uriOf(name: string): string {
  if (name === '-') return 'stdin';
  if (path.isAbsolute(name)) return pathToFileURL(name).href;
  return name.split(/[/\\]/).map(encodeURIComponent).join('/');
}
