/** Statements: the printed figures that relations join, where they stand and how a reader would write them. */
import { printChange, printLevel, spaced } from './figures.ts';
import { periodText } from './periods.ts';
import type { Claim, Period, Place } from './types.ts';

/** Ends what is said in one go. A full stop of English stands before a space or at the end of the line. */
const endOfSentence = /[。！？!?；;]|\.(?=\s|$)/;

/** Whether no sentence ends between two places of a line. */
export function isOneSentence(text: string, from: number, to: number): boolean {
  return !endOfSentence.test(text.slice(Math.min(from, to), Math.max(from, to)));
}

/** Which of a claim's figures is meant: B, the A of 由A提高到B, or the change. */
export type Aspect = 'level' | 'from' | 'change';

/** A printed figure that takes part in a relation. */
export interface Statement {
  readonly claim: Claim;
  readonly aspect: Aspect;
  /** The period that the level is of, or the change ends in. */
  readonly period?: Period;
}

export function compareStatements(a: Statement, b: Statement): number {
  const line = (statement: Statement): number => {
    const { chunk, indexInChunk } = statement.claim.line;
    return chunk.firstLine + indexInChunk;
  };
  return line(a) - line(b) || placeOf(a).start - placeOf(b).start;
}

/** Where a statement stands in its line. */
export function placeOf({ claim, aspect }: Statement): Place {
  const { line, change } = claim;
  if (aspect === 'change' && change) return { line, start: change.start, end: change.end };
  if (aspect === 'from') {
    return { line, start: claim.fromStart ?? claim.start, end: claim.fromEnd ?? claim.end };
  }
  return { line, start: claim.start, end: claim.end };
}

/** A statement in a reader's words: 2025年3亿元, 增0.8亿元, 占财政收入的89.7%. */
export function statementText(statement: Statement, language: 'zh' | 'en'): string {
  const { claim, aspect, period } = statement;
  if (aspect === 'change' && claim.change) {
    return printChange(claim.change, Boolean(claim.average), language);
  }
  const level =
    aspect === 'from' ? `${claim.from}${spaced(claim.fromUnit ?? claim.unit)}` : printLevel(claim);
  if (claim.share || claim.completion) {
    const whole = claim.of ?? '';
    if (language === 'en') {
      return claim.share
        ? `${level} of ${whole || 'the whole'}`
        : `${level} of ${whole || 'the task'}`;
    }
    return claim.share
      ? `占${whole}${whole ? '的' : '比'}${level}`
      : `完成${whole}${whole ? '的' : ''}${level}`;
  }
  if (!period || period.to < 0) return level;
  return language === 'zh'
    ? `${periodText(period, 'zh')}${level}`
    : `${level} in ${periodText(period, 'en')}`;
}
