/**
 * What each word of a line is, for colours. The grammar has painted the line already, from its text alone; this knows
 * where the line stands and what the model makes of it: a field far from its owner is prose, and of the digits in a
 * sentence some are figures.
 *
 * Tokens are kept by line, relative to its start, and are made again only where the line reads differently. A line that
 * only moved keeps its own, and so does a run of such lines: two answers are compared run by run.
 */

import { expressionOn, wordsInFormula } from '../model/composition.ts';
import type { PlanModel } from '../model/model.ts';
import type { Claim } from '../model/types.ts';
import { splitNames } from '../syntax/parser.ts';
import type {
  Amount,
  ClaimItem,
  Clause,
  FieldStatement,
  Line,
  LineKind,
  Modifier,
  Span,
} from '../syntax/tree.ts';
import { oncePerChunk } from './kept.ts';

/** In the order of the legend: the protocol’s own types first, then those that it has no word for. */
export const tokenTypes = [
  'keyword',
  'variable',
  'property',
  'function',
  'number',
  'operator',
  'modifier',
  'string',
  'comment',
  'enumMember',
  'parameter',
  'unit',
  'period',
  'placeholder',
  'heading',
  'title',
  'text',
] as const;

export const tokenModifiers = ['declaration', 'level1', 'level2', 'level3', 'level4'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

const numberOf = new Map(tokenTypes.map((type, index) => [type, index]));

interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

/** Four numbers for each token: its start in the line, its length, its type and its modifiers. */
export type LineTokens = readonly number[];

const noTokens: LineTokens = [];
const noClaims: readonly Claim[] = [];

interface Known {
  readonly kind: LineKind;
  readonly claims: readonly Claim[];
  readonly tokens: LineTokens;
}

const known = new WeakMap<Line, Known>();

/** The tokens of a line, in order and without overlaps. The same object for as long as the line reads the same. */
export function tokensOfLine(model: PlanModel, line: Line): LineTokens {
  const found = known.get(line);
  const { kind } = line;
  const said = model.claimsOf(line);
  const claims = said.length > 0 ? said : noClaims;
  if (found && found.kind === kind && found.claims === claims) return found.tokens;
  const tokens = packed(flattened(readTokens(line, claims)));
  known.set(line, { kind, claims, tokens });
  return tokens;
}

// ---------------------------------------------------------------- one line

function readTokens(line: Line, claims: readonly Claim[]): Token[] {
  const tokens: Token[] = [];
  const add = (span: Span | undefined, type: TokenType, modifier?: TokenModifier): void => {
    if (!span || span.end <= span.start) return;
    const { start, end } = span;
    tokens.push(modifier ? { start, end, type, modifier } : { start, end, type });
  };
  const { statement, kind, text } = line;
  if (statement.kind !== kind) {
    // It looks like a statement and is a sentence where it stands; the grammar could not know.
    add({ start: text.length - text.trimStart().length, end: text.trimEnd().length }, 'text');
  } else {
    if ('keyword' in statement) add(statement.keyword, 'keyword');
    switch (statement.kind) {
      case 'comment':
        add({ start: statement.start, end: text.length }, 'comment');
        add(statement.silence?.rule, 'parameter');
        break;
      case 'header':
        // The document's own title, unlike that of a table.
        add(statement.title, 'title', 'declaration');
        break;
      case 'table':
        add(statement.title, 'title');
        break;
      case 'heading': {
        const level = `level${statement.level}` as TokenModifier;
        add(statement.marker, 'heading', level);
        add(statement.title, 'heading', level);
        break;
      }
      case 'measure':
        add(statement.marker, 'keyword');
        add(statement.title, 'function', 'declaration');
        break;
      case 'indicator':
        add(statement.name, 'variable', 'declaration');
        add(statement.unit, 'unit');
        break;
      case 'target':
      case 'result':
        add(statement.name, 'variable');
        add(statement.unit, 'unit');
        addItems(statement.claims, add);
        break;
      case 'value':
        add(statement.period, 'period');
        addItems(statement.claims, add);
        break;
      case 'chart':
        for (const name of statement.names) add(name, 'variable');
        break;
      case 'include':
        add(statement.path, 'string');
        break;
      case 'field':
        addField(line, statement, add);
        break;
      default:
        break;
    }
  }
  for (const { name, period, facet } of line.references) {
    add(name, 'variable');
    add(period, 'period');
    add(facet, 'property');
  }
  // Of a declared line the words have been read; of a sentence and a row only the figures are told.
  if (kind === 'prose' || kind === 'heading' || kind === 'measure' || kind === 'row') {
    for (const claim of claims) addClaim(claim, add);
  }
  return tokens;
}

type Add = (span: Span | undefined, type: TokenType, modifier?: TokenModifier) => void;

function addField(line: Line, { row, value }: FieldStatement, add: Add): void {
  if (!value) return;
  switch (row.value) {
    case 'choice':
      add(value, 'enumMember');
      break;
    case 'path':
      for (const path of splitNames(value)) add(path, 'string');
      break;
    case 'period':
    case 'date':
      add(value, 'period');
      break;
    case 'expression': {
      const expression = expressionOn(line);
      if (!expression) break;
      for (const { start, end } of wordsInFormula(expression)) {
        add({ start: value.start + start, end: value.start + end }, 'variable');
      }
      break;
    }
    default:
      break;
  }
}

function addItems(items: readonly ClaimItem[], add: Add): void {
  for (const item of items) {
    switch (item.kind) {
      case 'period':
        add(item, 'period');
        break;
      case 'clause':
        addClause(item, add);
        break;
      case 'rank':
      case 'doubling':
        add(item, 'number');
        for (const modifier of item.modifiers) addModifier(modifier, add);
        break;
      case 'allOrNone':
        add(item, 'number');
        break;
      case 'qualitative':
        add(item, 'string');
        break;
      case 'parts':
        add(item, 'operator');
        break;
      default:
        break;
    }
  }
}

function addClause({ modifiers, quantity, suffixes }: Clause, add: Add): void {
  for (const modifier of modifiers) addModifier(modifier, add);
  if (quantity?.ratio) add(quantity, 'number');
  else if (quantity) {
    addAmount(quantity.amount, add);
    if (quantity.high) addAmount(quantity.high, add);
  }
  for (const suffix of suffixes) addModifier(suffix, add);
}

function addModifier(modifier: Modifier, add: Add): void {
  add(modifier, modifier.kind === 'commitment' ? 'modifier' : 'operator');
  add(modifier.period, 'period');
  add(modifier.of, 'text');
}

function addAmount({ numberStart, numberEnd, mask, end }: Amount, add: Add): void {
  add({ start: numberStart, end: numberEnd }, mask === undefined ? 'number' : 'placeholder');
  add({ start: numberEnd, end }, 'unit');
}

function addClaim(claim: Claim, add: Add): void {
  const { numberStart, numberEnd, unitStart, unitEnd, change } = claim;
  add({ start: numberStart, end: numberEnd }, claim.mask === undefined ? 'number' : 'placeholder');
  add({ start: unitStart, end: unitEnd }, 'unit');
  if (change) {
    const digits = { start: change.numberStart, end: change.numberEnd };
    add(digits, change.mask === undefined ? 'number' : 'placeholder');
  }
}

/** Where one token lies in another, the inner one is seen: 比基期 is an operator around a period. */
function flattened(tokens: readonly Token[]): readonly Token[] {
  if (tokens.every(({ start }, index) => index === 0 || tokens[index - 1].end <= start)) {
    return tokens;
  }
  const ordered = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
  const flat: Token[] = [];
  const open: Token[] = [];
  let position = 0;
  const emitUpTo = (end: number): void => {
    const top = open.at(-1);
    if (top && end > position) flat.push({ ...top, start: position, end });
    position = Math.max(position, end);
  };
  const closeUpTo = (start: number): void => {
    for (let top = open.at(-1); top && top.end <= start; top = open.at(-1)) {
      emitUpTo(top.end);
      open.pop();
    }
  };
  for (const token of ordered) {
    closeUpTo(token.start);
    emitUpTo(token.start);
    open.push(token);
  }
  closeUpTo(Number.POSITIVE_INFINITY);
  return flat;
}

function packed(tokens: readonly Token[]): LineTokens {
  if (tokens.length === 0) return noTokens;
  const numbers: number[] = [];
  for (const { start, end, type, modifier } of tokens) {
    const bits = modifier ? 1 << tokenModifiers.indexOf(modifier) : 0;
    numbers.push(start, end - start, numberOf.get(type) ?? 0, bits);
  }
  return numbers;
}

// ---------------------------------------------------------------- many lines

/** The tokens of neighbouring lines. The same object for as long as all of them read the same. */
export interface TokenBlock {
  readonly lines: readonly LineTokens[];
  /** As the protocol has them, from the block’s first line on. */
  readonly data: readonly number[];
}

/** The tokens of the whole document. */
export function tokensOfDocument(model: PlanModel): TokenBlock[] {
  return model.tree.lines.inChunks.map((chunk) => blockOf(chunk, model));
}

/** Reads a long document in steps. */
export function* prepareTokens(model: PlanModel): Generator<void> {
  for (const chunk of model.tree.lines.inChunks) {
    blockOf(chunk, model);
    yield;
  }
}

const blockOf = oncePerChunk((chunk, model): TokenBlock => {
  const lines = chunk.lines.map((line) => tokensOfLine(model, line));
  return { lines, data: encoded(lines) };
});

/** The tokens of all lines from one up to another. */
export function tokensOfLines(model: PlanModel, from: number, to: number): LineTokens[] {
  const { lines } = model.tree;
  const answer: LineTokens[] = [];
  for (let index = Math.max(0, from); index < Math.min(to, lines.length); index++) {
    answer.push(tokensOfLine(model, lines.at(index)));
  }
  return answer;
}

function linesOfBlocks(blocks: readonly TokenBlock[]): LineTokens[] {
  return blocks.flatMap(({ lines }) => lines);
}

/** A block that has tokens, and where its first one is in an answer about all of them. */
export interface PlacedBlock {
  readonly block: TokenBlock;
  /** In place of the first number: counted from the last token above the block, wherever that is. */
  readonly firstNumber: number;
}

export function placedBlocks(blocks: readonly TokenBlock[]): PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let linesSinceToken = 0;
  for (const block of blocks) {
    if (block.data.length > 0) {
      placed.push({ block, firstNumber: block.data[0] + linesSinceToken });
      linesSinceToken = 0;
    }
    linesSinceToken += linesBehindLastToken(block);
  }
  return placed;
}

/** All of them in one answer. */
export function encodedBlocks(blocks: readonly TokenBlock[]): number[] {
  const data = ([] as number[]).concat(...blocks.map((block) => block.data));
  let at = 0;
  for (const { block, firstNumber } of placedBlocks(blocks)) {
    data[at] = firstNumber;
    at += block.data.length;
  }
  return data;
}

/** Down to the first line of the next block; all lines where the block has no token. */
function linesBehindLastToken({ lines }: TokenBlock): number {
  let last = lines.length - 1;
  while (last >= 0 && lines[last].length === 0) last--;
  return last < 0 ? lines.length : lines.length - last;
}

/** As the protocol has it: five numbers for each token, lines and starts counted from the token before. */
export function encoded(lines: readonly LineTokens[], firstLine = 0): number[] {
  const data: number[] = [];
  let line = 0;
  for (let index = 0; index < lines.length; index++) {
    const tokens = lines[index];
    let start = 0;
    for (let at = 0; at < tokens.length; at += 4) {
      data.push(
        firstLine + index - line,
        tokens[at] - start,
        tokens[at + 1],
        tokens[at + 2],
        tokens[at + 3],
      );
      line = firstLine + index;
      start = tokens[at];
    }
  }
  return data;
}

/** What to take out of the numbers that were sent, and what to put there. */
export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** What turns one answer into the other: one edit at most, around all that is different now. */
export function editBetween(
  before: readonly TokenBlock[],
  after: readonly TokenBlock[],
): TokensEdit | undefined {
  let [first, last] = sameAround(before, after);
  if (first === before.length && first === after.length) return undefined;
  // Tokens count from the one before, so the nearest on both sides are looked at as well.
  do first = Math.max(0, first - 1);
  while (first > 0 && before[first].data.length === 0);
  do last = Math.max(0, last - 1);
  while (last > 0 && before[before.length - 1 - last].data.length === 0);
  const edit = editBetweenLines(
    linesOfBlocks(before.slice(first, before.length - last)),
    linesOfBlocks(after.slice(first, after.length - last)),
  );
  if (!edit) return undefined;
  const above = before.slice(0, first).reduce((sum, { data }) => sum + data.length, 0);
  return { ...edit, start: above + edit.start };
}

function editBetweenLines(
  before: readonly LineTokens[],
  after: readonly LineTokens[],
): TokensEdit | undefined {
  const [first, last] = sameAround(before, after);
  let above = first - 1;
  while (above >= 0 && before[above].length === 0) above--;
  // The first token behind the edit is sent again: it may stand further from the one before it.
  const endIn = (lines: readonly LineTokens[]): number => {
    let end = lines.length - last;
    while (end < lines.length && lines[end].length === 0) end++;
    return Math.min(end + 1, lines.length);
  };
  const deleteCount = sizeOf(before.slice(first, endIn(before)));
  const data = encoded(after.slice(first, endIn(after)), first - Math.max(0, above));
  if (deleteCount === 0 && data.length === 0) return undefined;
  return { start: sizeOf(before.slice(0, first)), deleteCount, data };
}

/** How many items are the same objects at the start of both lists, and at the end. */
function sameAround(one: readonly unknown[], other: readonly unknown[]): [number, number] {
  const shorter = Math.min(one.length, other.length);
  let first = 0;
  while (first < shorter && one[first] === other[first]) first++;
  let last = 0;
  while (last < shorter - first && one[one.length - 1 - last] === other[other.length - 1 - last]) {
    last++;
  }
  return [first, last];
}

function sizeOf(lines: readonly LineTokens[]): number {
  let numbers = 0;
  for (const tokens of lines) numbers += tokens.length;
  return (numbers / 4) * 5;
}
