/** `planwright check`: what the checks find, in the form that is asked for. */
import type { CheckedFinding, FindingTier } from '../rules/checker.ts';
import { choice, parse } from './arguments.ts';
import { type OpenedFile, openPlans } from './files.ts';
import { printGithub } from './formats/github.ts';
import { printJson } from './formats/json.ts';
import { printPretty } from './formats/pretty.ts';
import { printSarif } from './formats/sarif.ts';
import { CommandError, type Terminal } from './terminal.ts';

/** A file with the findings that are to be shown, ordered by place. */
export interface CheckedFile extends OpenedFile {
  readonly findings: readonly CheckedFinding[];
}

const tiers: readonly FindingTier[] = ['error', 'warning', 'hint'];
const printers = {
  pretty: printPretty,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
};

export async function check(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, {
    format: { type: 'string', default: 'pretty' },
    tier: { type: 'string', default: 'hint' },
    config: { type: 'string' },
  });
  const print =
    printers[choice('--format', values.format, Object.keys(printers) as (keyof typeof printers)[])];
  const softest = tiers.indexOf(choice('--tier', values.tier, tiers));
  if (positionals.length === 0) {
    throw new CommandError({
      zh: 'check需要文件或文件夹：planwright check 文件…',
      en: 'check needs files or folders: planwright check FILE…',
    });
  }
  const { files, unreadable } = await openPlans(positionals, terminal, values.config);
  const checked = files.map((file) => ({ ...file, all: file.document.findings() }));
  print(
    checked.map(({ all, ...file }) => ({
      ...file,
      findings: all.filter(({ tier }) => tiers.indexOf(tier) <= softest),
    })),
    terminal,
  );
  if (unreadable) return 2;
  // What is shown does not change the verdict.
  return checked.some(({ all }) => all.some(({ tier }) => tier === 'error')) ? 1 : 0;
}
