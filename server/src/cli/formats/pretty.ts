/** Findings for a person: each with its line and what is marked in it. */
import { styleText } from 'node:util';
import type { Message, Place } from '../../model/types.ts';
import type { CheckedFinding, FindingTier } from '../../rules/checker.ts';
import type { PlanTree } from '../../syntax/document.ts';
import type { CheckedFile } from '../check.ts';
import { fileOf } from '../places.ts';
import { hasColour, say, type Terminal } from '../terminal.ts';

type Style = Parameters<typeof styleText>[0];

const tierNames: Readonly<Record<FindingTier, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
};
const tierStyles: Readonly<Record<FindingTier, Style>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  hint: ['cyan', 'bold'],
};

export function printPretty(files: readonly CheckedFile[], terminal: Terminal): void {
  const printer = new PrettyPrinter(terminal);
  for (const file of files) printer.file(file);
  printer.summary(files);
}

class PrettyPrinter {
  private readonly terminal: Terminal;
  private readonly colour: boolean;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    this.colour = hasColour(terminal.stdout, terminal);
  }

  file(file: CheckedFile): void {
    for (const finding of file.findings) this.finding(finding, file);
  }

  summary(files: readonly CheckedFile[]): void {
    const count = (tier: FindingTier) =>
      files.reduce(
        (sum, file) => sum + file.findings.filter((found) => found.tier === tier).length,
        0,
      );
    const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')];
    const message =
      errors + warnings + hints === 0
        ? {
            zh: `${files.length}个文件，没有发现问题。`,
            en: `Nothing found in ${plural(files.length, 'file')}.`,
          }
        : {
            zh: `${files.length}个文件：错误${errors}处，警告${warnings}处，提示${hints}处。`,
            en: `${plural(files.length, 'file')}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(hints, 'hint')}.`,
          };
    this.line(say(this.terminal, message));
  }

  private finding(finding: CheckedFinding, file: CheckedFile): void {
    const { name } = file;
    const { tree } = file.document;
    const { rule, tier, message } = finding;
    const where = `${name}:${placeText(finding, tree)}`;
    this.line(
      `${this.style('bold', where)} ${this.style(tierStyles[tier], say(this.terminal, tierNames[tier]))} ${visible(say(this.terminal, message))} ${this.style('dim', `[${rule}]`)}`,
    );
    const { text, marks } = excerpt(finding);
    this.line(`  ${text}`);
    this.line(`  ${this.style(tierStyles[tier], marks)}`);
    for (const related of finding.related ?? []) {
      this.line(
        `  ${this.style('dim', `${fileOf(related, file)}:${placeText(related, tree)}`)} ${visible(say(this.terminal, related.message))}`,
      );
    }
    for (const fix of finding.fixes ?? []) {
      this.line(`  → ${visible(say(this.terminal, fix.title))}`);
    }
    this.line('');
  }

  private line(text: string): void {
    this.terminal.stdout.write(`${text.trimEnd()}\n`);
  }

  private style(style: Style, text: string): string {
    return this.colour ? styleText(style, text, { validateStream: false }) : text;
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** As editors count: from one. */
function placeText(place: Place, tree: PlanTree): string {
  return `${tree.lines.indexOf(place.line) + 1}:${place.start + 1}`;
}

const before = 24;
const after = 36;
const fullWidth =
  /[\u1100-\u115f\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** The stretch with some text on both sides, and a line of marks that stands under it in a terminal. */
function excerpt({ line, start, end }: Place): { text: string; marks: string } {
  const from = start > before ? start - before : 0;
  // A mark over a whole paragraph would only repeat the paragraph.
  const markedEnd = Math.max(Math.min(end, start + after), start + 1);
  const to = Math.min(line.text.length, markedEnd + after);
  const lead = from > 0 ? '…' : '';
  const tail = to < line.text.length ? '…' : '';
  const padding = [...(lead + line.text.slice(from, start))];
  const marked = [...line.text.slice(start, markedEnd).padEnd(1)];
  return {
    text: visible(lead + line.text.slice(from, to) + tail),
    // A full-width space or sign is as wide as the character above it.
    marks:
      padding.map((character) => (fullWidth.test(character) ? '\u3000' : ' ')).join('') +
      marked.map((character) => (fullWidth.test(character) ? '＾' : '^')).join(''),
  };
}

/** Control characters of a hostile file must not reach the terminal as commands. */
function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f]/g, (character) => (character === '\t' ? ' ' : '\ufffd'));
}
