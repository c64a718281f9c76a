/** A target or result as a sentence: its name and its claims in the writer's own words. */
import type { ClaimItem, Line, TargetStatement } from '../syntax/tree.ts';
import { outerMark } from './figures.ts';
import type { Script } from './tree.ts';
import { type Words, wordsOf } from './words.ts';

/** Marks that a writer may have put behind the last claim. */
const endMarks = /[\s。．.；;，,、]+$/;

/** The sentence without its full stop. */
export function sentenceOf(line: Line, script: Script): string {
  const { statement } = line;
  if (statement.kind !== 'target' && statement.kind !== 'result') return line.text.trim();
  const words = wordsOf(script);
  const name = statement.name?.text ?? '';
  const claims = claimsText(line, statement, script);
  if (claims === '' || name === '') return name + claims;
  // With its unit behind it, the name is written as at the head of a table row.
  if (statement.unit) {
    return `${name}${words.open}${statement.unit.text}${words.close}${words.colon}${claims}`;
  }
  if (script === 'en') return name + (beginsWithVerb(statement) ? ' ' : words.colon) + claims;
  return name + (runsTogether(name, claims) ? words.colon : '') + claims;
}

/** `PM2.5` and `30微克` must not become `PM2.530微克`. */
function runsTogether(name: string, claims: string): boolean {
  return /[A-Za-z0-9０-９]$/.test(name) && /^[A-Za-z0-9０-９.]/.test(claims);
}

/** `Sales tax receipts grow 4%` needs nothing between its name and its claim. */
function beginsWithVerb({ claims }: TargetStatement): boolean {
  const [first] = claims;
  const verb = first?.kind === 'clause' ? first.modifiers[0]?.kind : undefined;
  return verb === 'up' || verb === 'down';
}

function claimsText(line: Line, statement: TargetStatement, script: Script): string {
  const words = wordsOf(script);
  const { claims, claimsStart } = statement;
  let text = '';
  let at = claimsStart;
  claims.forEach((item, index) => {
    const before = claims[index - 1];
    const after = claims[index + 1];
    let shown = line.text.slice(item.start, item.end);
    if (item.kind === 'separator') {
      shown = separator(shown, script);
    } else if (item.kind === 'qualitative' && isAlone(before) && isAlone(after)) {
      // The quotation marks only told the parser that these are words.
      shown = item.text.replace(/[‘’]/g, outerMark);
    } else if (script !== 'en' && before?.kind === 'period' && isBareFigure(item)) {
      shown = connective(statement, item, words) + shown;
    }
    text += line.text.slice(at, item.start) + shown;
    at = item.end;
  });
  text += line.text.slice(at);
  return text.trim().replace(endMarks, '');
}

/** 2004年53.94亿元 is hard to read: 2004年达到53.94亿元. */
function connective(statement: TargetStatement, item: ClaimItem, words: Words): string {
  return statement.kind === 'target' && item.kind !== 'rank' ? words.reach : words.is;
}

function isBareFigure(item: ClaimItem): boolean {
  if (item.kind === 'rank') return item.modifiers.length === 0;
  return item.kind === 'clause' && item.modifiers.length === 0 && item.quantity !== undefined;
}

function isAlone(neighbour: ClaimItem | undefined): boolean {
  return !neighbour || neighbour.kind === 'separator' || neighbour.kind === 'period';
}

/** Commas and semicolons between claims, in the width that the script uses. */
function separator(text: string, script: Script): string {
  if (script === 'en') return text;
  return text.replace(',', '，').replace(';', '；');
}
