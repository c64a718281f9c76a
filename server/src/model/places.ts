/** Names of places: which of them are the document's own, and what they leave of an indicator's name. */
import type { Places } from './conventions.ts';
import { foldName, memoLimit, simplify } from './names.ts';
import type { HeaderFacts } from './types.ts';

/** A division with what it is at its end: 清河县, 青禾镇. A division's sign may stand in a name as well: 江州市. */
const division =
  /\p{Script=Han}{1,8}?(?:特别行政区|特別行政區|自治[区區州县縣]|地区|地區|街道|社区|社區|[省州市盟县縣区區旗镇鎮乡鄉村])(?![省州市盟县縣区區旗镇鎮乡鄉])/gu;

/** The places of a document: those that the office has agreed on, and what its header names. */
export function placesOf({ region }: HeaderFacts, agreed: Places): Places {
  if (!region) return agreed;
  const divisions = region.match(division) ?? [];
  if (divisions.join('') !== region) return { ...agreed, own: [...agreed.own, region] };
  const last = divisions[divisions.length - 1];
  return {
    own: [...new Set([...agreed.own, region, last])],
    above: [...agreed.above, ...divisions.slice(0, -1)],
    below: agreed.below,
  };
}

/** The names under which an office speaks of itself, which are no part of an indicator's name. */
export class OwnPlaces {
  private readonly pattern: RegExp | undefined;
  private readonly folded = new Map<string, string>();

  constructor(names: readonly string[]) {
    const simple = [...new Set(names.map(simplify))].sort((a, b) => b.length - a.length);
    if (simple.length === 0) return;
    const words = simple.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    // A name has two characters at least.
    this.pattern = new RegExp(`^(?:${words.join('|')})的?(?=.{2})`, 'i');
  }

  /** How many characters of a name, at its head, are the office's own place. */
  lengthIn(name: string): number {
    return this.pattern?.exec(simplify(name))?.[0].length ?? 0;
  }

  /** The key of what has been folded without regard to places; mostly there are none. */
  refold(key: string): string {
    return this.pattern ? this.fold(key) : key;
  }

  /** The key of a name. */
  fold(name: string): string {
    if (!this.pattern) return foldName(name);
    let key = this.folded.get(name);
    if (key === undefined) {
      const whole = foldName(name);
      key = foldName(whole.slice(this.lengthIn(whole)));
      if (this.folded.size > memoLimit) this.folded.clear();
      this.folded.set(name, key);
    }
    return key;
  }
}
