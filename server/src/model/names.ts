/**
 * When two names are the same indicator: width, case, script, scope words (全镇) and known short
 * forms (规上 for 规模以上) do not tell names apart.
 */
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { Characters } from './patterns.ts';

/** By character: the code of its simplified form; 0 for characters that stay as they are. */
const simplified = new Uint16Array(0x10000);
// `萬 万|與 与`: taken apart without making four thousand strings of it at every start.
for (let start = 0, end = 0; start < traditionalToSimplified.length; start = end + 1) {
  end = traditionalToSimplified.indexOf('|', start);
  if (end < 0) end = traditionalToSimplified.length;
  const isOneForOne = end - start === 3 && traditionalToSimplified[start + 1] === ' ';
  if (!isOneForOne) continue;
  simplified[traditionalToSimplified.charCodeAt(start)] = traditionalToSimplified.charCodeAt(
    end - 1,
  );
}
// Both forms are used in mainland names; OpenCC keeps them apart.
for (const char of '帐帳') simplified[char.charCodeAt(0)] = '账'.charCodeAt(0);

/** Traditional characters to simplified ones, one for one. Most texts have none and are given back. */
export function simplify(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = simplified[text.charCodeAt(at)];
    if (code === 0) continue;
    result += text.slice(from, at) + String.fromCharCode(code);
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** Words for the area that a document is about: not part of an indicator's name. */
const scope =
  /^(?:(?:全|我|本)(?:镇|乡|县|市|区|州|省|村|街道|旗|盟|场|国(?=[^有家]))|全域(?=[^旅]))(?=.{2})/;

/** Short forms in official use, longest first. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/规上/g, '规模以上'],
  [/限上/g, '限额以上'],
  [/社零总额|社零额|社会消费品零售额/g, '社会消费品零售总额'],
  [/固投(?![入资])/g, '固定资产投资'],
  // One figure under the names that it has had, and that each level of government gives it.
  [/(?:国内|地区|镇域|乡域|县域|市域|区域|全域)生产总值|(?<![a-z])gdp(?![a-z])/g, '地区生产总值'],
];

const mayBeShort = /规上|限上|社零|社会消费品零售额|固投|生产总值|gdp/;

/** Names that a long session has seen; far more than a document holds. */
export const memoLimit = 100_000;
const folded = new Map<string, string>();

/** Characters that a scope word begins with, and of which each short form has one. */
const scopeStarts = new Characters('全我本');
const shortSigns = new Characters('上零固总');

/** Whether a name is its own key, as most are: nothing in it has another form, and no part of it is left out. */
function isFolded(name: string): boolean {
  if (scopeStarts.mayBe(name.charCodeAt(0))) return false;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) return false;
    if (simplified[code] !== 0 || shortSigns.mayBe(code)) return false;
  }
  return true;
}

/** The key under which everything that is said of an indicator is kept. */
export function foldName(name: string): string {
  if (isFolded(name)) return name;
  let key = folded.get(name);
  if (key === undefined) {
    key = foldSpelling(name);
    if (mayBeShort.test(key)) {
      for (const [pattern, full] of synonyms) key = key.replace(pattern, full);
    }
    if (folded.size > memoLimit) folded.clear();
    folded.set(name, key);
  }
  return key;
}

/** Less than {@link foldName}: a short form is another spelling than the full one. */
export function foldSpelling(name: string): string {
  // Most names are Chinese characters and nothing else.
  const key = /^[\u4e00-\u9fff]+$/.test(name) ? simplify(name) : foldWritten(name);
  return key.replace(scope, '');
}

/** How many characters of a written name are such words. */
export function scopeLength(name: string): number {
  return scope.exec(simplify(name))?.[0].length ?? 0;
}

/** Width, case, quotation marks and spaces do not tell names apart. */
function foldWritten(name: string): string {
  return simplify(name.normalize('NFKC').toLowerCase())
    .replace(/[“”"「」『』‘’']/g, '')
    .replace(/\s+/g, /[a-z]/i.test(name) ? ' ' : '')
    .trim();
}

/** Up to `count` names that a misspelt one may have meant, nearest first. */
export function nearNames(name: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = foldName(name);
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of candidates) {
    const key = foldName(candidate);
    // No more pairs can be common than the shorter name has: most candidates are left out unread.
    const [shorter, longer] = wanted.length < key.length ? [wanted, key] : [key, wanted];
    if (2 * (shorter.length - 1) < lowestScore * (wanted.length + key.length - 2)) {
      if (!longer.includes(shorter)) continue;
    }
    const score = likeness(wanted, key);
    if (score >= lowestScore) scored.push({ candidate, score });
  }
  return scored
    .sort((a, b) => b.score - a.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

const lowestScore = 0.5;
const pairs = new Map<string, Uint32Array>();

/** The pairs of neighbouring characters, in the order of their codes. */
function pairsOf(key: string): Uint32Array {
  let found = pairs.get(key);
  if (!found) {
    found = new Uint32Array(key.length - 1);
    for (let at = 0; at < found.length; at++) {
      found[at] = key.charCodeAt(at) * 0x10000 + key.charCodeAt(at + 1);
    }
    found.sort();
    if (pairs.size > memoLimit) pairs.clear();
    pairs.set(key, found);
  }
  return found;
}

/** Share of character pairs in common (Sørensen–Dice), a little more where one name holds the other. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return a[0] === b[0] ? 0.5 : 0;
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)];
  let common = 0;
  for (let atA = 0, atB = 0; atA < pairsA.length && atB < pairsB.length; ) {
    if (pairsA[atA] === pairsB[atB]) {
      common++;
      atA++;
      atB++;
    } else if (pairsA[atA] < pairsB[atB]) atA++;
    else atB++;
  }
  const score = (2 * common) / (a.length + b.length - 2);
  if (score < lowestScore - heldBonus) return score;
  const held = a.includes(b) || b.includes(a) ? heldBonus : 0;
  return Math.min(0.99, score + held);
}

const heldBonus = 0.2;
