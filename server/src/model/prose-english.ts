/**
 * What differs in English prose: words stand apart, the noun that is counted is a phrase behind its
 * figure, a sentence ends with a point and a space, and *will* makes a target.
 */
import { HeadPattern, letters, spaces, TailPattern } from './patterns.ts';
import type { Name, Words } from './prose-names.ts';

/** Whether a paragraph is written in English: words with a space between. */
export function isEnglish(text: string): boolean {
  return /[A-Za-z]{2} [A-Za-z]{2}/.test(text) && !/[\u4e00-\u9fff]{4}/.test(text);
}

/** A sentence that says what is meant to be. */
export const meansToBe =
  /\b(?:will|shall|should|(?:is|are) to (?!the\b|an?\b)[a-z]+|aims? (?:to|for|at)|plans? to|intends? to|seeks? to|strives? (?:to|for))\b/i;

/** What may stand before a name without belonging to it. */
export const englishLeading = new HeadPattern(
  `${letters}12.`,
  /^(?:(?:the|an?|our|its|their|all|and|but|while|with|by|in|of|to|on|at|over|for|from|than|also|now|then|we|it|they|there|which|that|will|shall|would|should|is|are|was|were|be|been|has|have|had|about|cumulative|altogether|respectively|net|total of|in total|on average|over the (?:(?:past|last) )?(?:\w+ )?years|between (?:19|20)\d\d and (?:19|20)\d\d|(?:19|20)\d\d|(?:more|less|higher|lower|fewer) than (?:in |for )?(?:the )?(?:year before|previous year|last year|(?:19|20)\d\d)?)(?=\s)|\.)\s*/i,
);

/** What may stand between a name and its figure. */
export const englishTrailing = new TailPattern(
  letters,
  /(?:^|\s)(?:of|by|to|a|an|the|reached|reaches|reach|was|were|is|are|will|shall|should|be|been|at|between|declined|and|with|has|have|had|its|than|from|for|in|over|now|also|stood|stands|stand|amounted|amounts|accounted|accounts|came|comes|kept|keep|held|remained|remains|remain|stable|totalled|totalling|totaled|number|numbered|expected|increased|increase|raised|grew|grow|rose|rise|fell|fall|dropped|drop|US|average annual rate|over the (?:\w+ )?years)$/i,
);

/** Words that alone name nothing. */
export const nothingNamed = new HeadPattern(
  letters + spaces,
  /^(?:an?|the|our|its|we|it|they|this|average|annual|annually|yearly|rate|of|at|by|net|increase|decrease|growth|growing|rising|which|up|down|and|total|around|township|county|town|village|\s)+$/i,
);

/** Verbs that make a flow of what is counted behind them. */
const doing =
  /(?:^|\s)((?:re|set up|carry out|carried out)?(?:built|build|building|renovated|renovate|added|add|created|create|trained|train|planted|plant|treated|treat|installed|install|opened|open|attracted|attract|resettled|resettle|introduced|introduce|organi[sz]ed|organi[sz]e|repaired|repair|paved|pave|constructed|construct|registered|register|held|hold|completed|complete|issued|issue|recruited|recruit|upgraded|upgrade|lined|set up|carried out))$/i;

/** The verb that ends the words before a figure: `built` of “the county has built 86 km of roads”. */
export function verbAtEnd(words: string): string {
  return doing.exec(words)?.[1] ?? '';
}

const nounPhrase =
  /^\s(of\s+)?((?:(?!(?:in|on|at|by|for|with|were|was|are|is|be|will|shall|to|from|and|or|under|per|a|an|has|have|had|received|than|more|less|higher|lower|fewer|as|that|which|during|since|until|before|after|over|up|down|respectively|came|reached|rose|fell|grew|each|every|billion|million|thousand|percent|points?)\b)[A-Za-z][A-Za-z'’-]*(?:\s+(?=[A-Za-z])|))+)/i;

/** The phrase that is counted behind a figure: “15 old neighbourhoods”, “86 km of rural roads”. */
export function englishNoun({ text }: Words, end: number, isMeasured: boolean): Name | undefined {
  const found = nounPhrase.exec(text.slice(end, end + 80));
  // “86 km of rural roads”: what is measured follows “of”, what is counted follows at once.
  if (!found || isMeasured !== (found[1] !== undefined)) return undefined;
  const noun = found[2].trim().replace(/^(?:the|our|its)\s+/i, '');
  if (noun.length < 3 || /^(?:them|these|those|which|whom)\b/i.test(noun)) return undefined;
  const start = end + found[0].lastIndexOf(noun);
  return { name: noun, span: { start, end: start + noun.length } };
}

/** “cut energy use by 3%”: a verb of change whose object stands between it and its figure. */
export function changeBefore(
  lead: string,
): { object: string; direction: 'up' | 'down' } | undefined {
  const found =
    /(?:^|\s)(cut|cutting|reduced?|reducing|lower(?:ed|ing)?|decreased?|raised?|raising|increased?|increasing|improved?|boost(?:ed)?|expand(?:ed)?)\s+((?:[\w'’-]+\s+){1,8})by\s*(?:about|around|at least|more than|nearly|over|some)?\s*$/i.exec(
      lead,
    );
  if (!found || meansToBe.test(found[2])) return undefined;
  return {
    object: found[2].trim(),
    direction: /^(?:cut|reduc|lower|decreas)/i.test(found[1]) ? 'down' : 'up',
  };
}

/** “raise tourism revenue from 3.2 to 4.5 billion yuan”: the verb is no part of the name. */
export const changingVerb =
  /^(?:raised?|raising|increased?|expand(?:ed)?|bring|brought|lift(?:ed)?|cut|reduced?|lower(?:ed)?|improved?|keep|kept|hold|held|maintain(?:ed)?)\s+/i;

/** “8% more than the year before”, “1.4 percentage points higher”. */
export const comparedBehind = /^\s(more|higher|fewer|less|lower)\b/i;
