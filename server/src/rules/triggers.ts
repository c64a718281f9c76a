/**
 * Which rules have anything to look for in a line: every character of the line is looked at once,
 * and each rule has one bit for the characters that it waits for.
 */
import type { LineRule } from './rule.ts';

/** Bits of one 32-bit word; more sets of characters take further words. */
const wordSize = 31;

export class Triggers {
  private readonly places = new Map<LineRule, { readonly word: number; readonly bit: number }>();
  private readonly tables: Int32Array[] = [];
  private readonly read_: number[] = [];

  constructor(rules: readonly LineRule[]) {
    const sets = new Map<string, number>();
    for (const rule of rules) {
      if (rule.triggers === undefined) continue;
      const set = sets.get(rule.triggers) ?? sets.size;
      sets.set(rule.triggers, set);
      const place = { word: Math.floor(set / wordSize), bit: 1 << (set % wordSize) };
      this.places.set(rule, place);
      this.tables[place.word] ??= new Int32Array(0x10000);
      for (let at = 0; at < rule.triggers.length; at++) {
        this.tables[place.word][rule.triggers.charCodeAt(at)] |= place.bit;
      }
    }
    this.read_ = this.tables.map(() => 0);
  }

  /** Looks at a line, for the questions that follow. */
  read(text: string): void {
    for (let word = 0; word < this.tables.length; word++) {
      const table = this.tables[word];
      let met = 0;
      for (let at = 0; at < text.length; at++) met |= table[text.charCodeAt(at)];
      this.read_[word] = met;
    }
  }

  /** Whether the line that was read last has a character that the rule waits for. */
  met(rule: LineRule): boolean {
    const place = this.places.get(rule);
    return place === undefined || (this.read_[place.word] & place.bit) !== 0;
  }
}
