/**
 * Gives an indicator, or one of its aliases, another name wherever it is meant: in declarations, targets, tables,
 * charts, formulas and references. Running text stays as it is.
 */

import { PlanModel } from '../model/model.ts';
import { foldSpelling } from '../model/names.ts';
import type { Claim, Indicator, Message, NamePlace, Place } from '../model/types.ts';
import type { Edit } from '../rules/rule.ts';
import { PlanTree } from '../syntax/document.ts';
import type { Line } from '../syntax/tree.ts';
import { fileName } from '../workspace/paths.ts';
import { nameAt } from './definition.ts';
import { lineNumber, uriOf } from './places.ts';

/** One of the names of an indicator. */
export interface RenamedName {
  readonly name: string;
  /** The names that the indicator is declared with; but for this one they stay. */
  readonly others: readonly string[];
}

export type Renamable = (RenamedName & { readonly place: Place }) | { readonly refused: Message };

/** What can be renamed at a place; undefined where no indicator is named. */
export function renamable(model: PlanModel, line: Line, character: number): Renamable | undefined {
  const named = nameAt(model, line, character);
  const indicator = named && model.indicator(named.text);
  if (!indicator) return undefined;
  if (named.use === 'prose') {
    return {
      refused: {
        zh: `正文里的“${named.text}”不随指标改名。请在“指标”“目标”等行上改，或直接改这一处的文字。`,
        en: `“${named.text}” in running text is not renamed with the indicator. Rename it on its indicator or target line, or change the words here.`,
      },
    };
  }
  const start = named.start + model.headLength(named.text);
  const name = line.text.slice(start, named.end);
  return {
    place: { line, start, end: named.end },
    name,
    others: declaredNames(indicator),
  };
}

function declaredNames({ declarations }: Indicator): string[] {
  return declarations.flatMap(({ name, aliases }) => [name, ...aliases].map(({ text }) => text));
}

/** Without the words for the area in front. */
function spellingOf(model: PlanModel, name: string): string {
  return foldSpelling(name.slice(model.headLength(name)));
}

export type Renaming = { readonly edits: readonly Edit[] } | { readonly refused: Message };

/** The edits in one document; none where it does not speak of the indicator. */
export function renaming(model: PlanModel, renamed: RenamedName, newName: string): Renaming {
  // A name is pasted from Word with its line break.
  const written = newName.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (written === '') return { refused: emptyName };
  const places = placesToRename(model, renamed);
  if (places.length === 0) return { edits: [] };
  const taken = takenBy(model, renamed, written);
  if (taken) return { refused: taken };
  const byLine = new Map<Line, Edit[]>();
  for (const { line, start, end, text } of places) {
    const edits = byLine.get(line) ?? [];
    edits.push({ line, start: start + model.headLength(text), end, newText: written });
    byLine.set(line, edits);
  }
  for (const [line, edits] of byLine) {
    if (!staysReadable(model, line, edits)) return { refused: unreadable(line, written) };
  }
  return { edits: [...byLine.values()].flat() };
}

/**
 * The places that spell the name itself, and short forms of it that nothing else explains (规上工业增加值); a declared
 * alias keeps its places.
 */
function placesToRename(model: PlanModel, { name, others }: RenamedName): NamePlace[] {
  const indicator = model.indicator(name);
  if (!indicator) return [];
  const key = model.keyOf(name);
  const kept = otherSpellings(model, indicator, { name, others });
  return model
    .placesOf(indicator, 'declared')
    .filter(({ text }) => model.keyOf(text) === key && !kept.has(spellingOf(model, text)));
}

/** Of the other names that the indicator has, here or where the rename was asked for. */
function otherSpellings(
  model: PlanModel,
  indicator: Indicator,
  { name, others }: RenamedName,
): ReadonlySet<string> {
  const spellings = [...others, ...declaredNames(indicator)].map((other) =>
    spellingOf(model, other),
  );
  const own = spellingOf(model, name);
  return new Set(spellings.filter((spelling) => spelling !== own));
}

/** Why a name is not free. Names that are only recognised in running text are. */
function takenBy(model: PlanModel, renamed: RenamedName, newName: string): Message | undefined {
  const known = model.indicator(renamed.name);
  if (known && otherSpellings(model, known, renamed).has(spellingOf(model, newName))) {
    return {
      zh: `“${newName}”已是“${known.name}”的另一个名称，不必再改。`,
      en: `“${newName}” is another name of “${known.name}” already.`,
    };
  }
  const other = model.indicator(newName);
  if (!other || other === known) return undefined;
  const [place] = [...model.placesOf(other, 'declared'), ...other.declarations];
  if (!place) return undefined;
  const number = lineNumber(place.line);
  const isHere = place.line.chunk.document === model.tree.lines.document;
  const file = isHere ? '' : fileName(uriOf(place.line));
  return {
    zh: `${file}第${number}行已有名为“${newName}”的指标，两个指标不能同名。请换一个名称。`,
    en: `Line ${number}${isHere ? '' : ` of ${file}`} has an indicator “${newName}” already, and two cannot share a name. Choose another one.`,
  };
}

const emptyName: Message = {
  zh: '没有写名称。请写上指标的新名称。',
  en: 'There is no name. Write what the indicator is to be called.',
};

/** What ends a name in one kind of line or another. */
const marks = /[：:|｜、，,；;。{}｛｝@＠+＋*＊×÷=＝/／（）()"“”\\\r\n]/;

function unreadable(line: Line, newName: string): Message {
  const mark = marks.exec(newName)?.[0];
  const number = lineNumber(line);
  return mark === undefined
    ? {
        zh: `“${newName}”不能作指标名：写进第${number}行会读成别的内容。请换一个名称。`,
        en: `“${newName}” cannot be an indicator’s name: on line ${number} it would read as something else. Choose another one.`,
      }
    : {
        zh: `“${newName}”不能作指标名：写进第${number}行，“${mark.trim()}”会把它断开。请去掉这个符号。`,
        en: `“${newName}” cannot be an indicator’s name: on line ${number} the “${mark.trim()}” would break it up. Leave that character out.`,
      };
}

// ---------------------------------------------------------------- does the line still say the same?

/** Whether a line says what it said before, with the new name where the old one stood. */
function staysReadable(model: PlanModel, line: Line, edits: readonly Edit[]): boolean {
  const [{ newText }] = edits;
  const names = model.namesIn(line).filter(({ use }) => use !== 'prose');
  const spellings = new Set(
    edits.map(({ start, end }) => spellingOf(model, line.text.slice(start, end))),
  );
  const rename = (text: string): string =>
    spellings.has(spellingOf(model, text)) ? text.slice(0, model.headLength(text)) + newText : text;
  let text = line.text;
  for (const { start, end } of [...edits].reverse())
    text = text.slice(0, start) + newText + text.slice(end);
  const wholes = names.filter(({ use }) => use === 'whole');
  const before = saidBy(
    model,
    line,
    line.text,
    wholes.map((whole) => whole.text),
    rename,
  );
  const after = saidBy(
    model,
    line,
    text,
    wholes.map((whole) => rename(whole.text)),
  );
  return before === after;
}

/**
 * What a line says, read by itself, as text that can be compared.
 *
 * @param wholes what is the whole of a share is named only where something is said of it
 * @param rename what its names are to be taken for
 */
function saidBy(
  model: PlanModel,
  line: Line,
  text: string,
  wholes: readonly string[],
  rename = (name: string): string => name,
): string {
  const before = surroundings(model, line);
  const behind = wholes.map((whole) => `目标 ${whole}：1`);
  const tree = PlanTree.parse([...before, text, ...behind].join('\n'));
  const read = PlanModel.of(tree);
  const alone = tree.lines.at(before.length);
  const names = read
    .namesIn(alone)
    .filter(({ use }) => use !== 'prose')
    .map((name) => [name.use, model.keyOf(rename(name.text)), rename(name.text)]);
  const claims = read
    .claimsOf(alone)
    .filter(({ origin }) => origin !== 'prose')
    .map((claim) => ({
      ...withoutPlaces(claim),
      indicator: rename(claim.indicator),
      key: model.keyOf(rename(claim.indicator)),
      ...(claim.of === undefined ? {} : { of: rename(claim.of) }),
    }));
  return JSON.stringify([alone.kind, names, claims, read.unreadOf(alone).length]);
}

function withoutPlaces(claim: Claim): object {
  const places = /^(?:line|partOf|nameSpan|start|end)$|(?:Start|End)$/;
  const said = (object: object): object =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !places.test(name)));
  return { ...said(claim), ...(claim.change ? { change: said(claim.change) } : {}) };
}

/** The lines without which a line would be read as something else. */
function surroundings(model: PlanModel, line: Line): string[] {
  const table = line.kind === 'row' ? model.tableOf(line) : undefined;
  if (table) return [table.line, ...(table.header ? [table.header] : [])].map(({ text }) => text);
  if (line.owner) return [line.owner.text];
  // Behind the first line nothing is a header any more.
  return line.kind === 'header' ? [] : ['。'];
}
