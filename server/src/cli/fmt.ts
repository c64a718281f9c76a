/** `planwright fmt`: files in their usual form, written back where they are. */
import { formattingChanges } from '../features/formatting.ts';
import type { PlanDocument } from '../workspace/document.ts';
import { parse } from './arguments.ts';
import { type OpenedFile, openPlans, proseName, standardInput, writeWhole } from './files.ts';
import { CommandError, say, type Terminal } from './terminal.ts';

export async function fmt(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, { check: { type: 'boolean', default: false } });
  if (positionals.length === 0) {
    throw new CommandError({
      zh: 'fmt需要文件或文件夹：planwright fmt 文件…',
      en: 'fmt needs files or folders: planwright fmt FILE…',
    });
  }
  const prose = positionals.find((name) => proseName.test(name));
  if (prose !== undefined) {
    throw new CommandError({
      zh: `${prose}不是.plan文件，fmt只整理.plan文件。`,
      en: `${prose} is not a .plan file, and fmt formats only those.`,
    });
  }
  const { files, unreadable } = await openPlans(positionals, terminal);
  let failed = unreadable;
  let changed = false;
  for (const file of files) {
    try {
      if (await format(file, values.check, terminal)) changed = true;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      terminal.stderr.write(`${say(terminal, error.said)}\n`);
      failed = true;
    }
  }
  if (failed) return 2;
  return values.check && changed ? 1 : 0;
}

/** True where the file is not in its usual form, or was not. */
async function format(
  { name, document, encoding }: OpenedFile,
  onlyCheck: boolean,
  terminal: Terminal,
): Promise<boolean> {
  const before = document.text();
  const after = formatted(document);
  const changes = after !== before;
  if (name === standardInput && !onlyCheck) {
    terminal.stdout.write(after);
    return changes;
  }
  if (!changes) return false;
  if (encoding === 'broken-utf-8') {
    throw new CommandError({
      zh: `${name}有损坏的字符，没有改动；写回去会把它们永远丢掉。`,
      en: `${name} holds damaged characters and was left as it is: to write it would lose them for good.`,
    });
  }
  if (!onlyCheck) await writeWhole(name, after);
  terminal.stdout.write(`${name}\n`);
  return true;
}

/** The text in its usual form. The document’s lines are changed, and nothing is asked of it afterwards. */
function formatted({ tree }: PlanDocument): string {
  // From the end, so that the places of the changes before it still hold.
  for (const change of formattingChanges(tree).reverse()) tree.edit(change);
  return tree.text();
}
