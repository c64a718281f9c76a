/** What a value of an indicator is, in a word. */

import type { KnownValue, Message } from '../model/types.ts';

const stances: Readonly<Record<KnownValue['stance'], Message>> = {
  actual: { zh: '实际', en: 'actual' },
  forecast: { zh: '预计', en: 'expected' },
  target: { zh: '目标', en: 'target' },
};
const follows: Message = { zh: '推算', en: 'follows' };

/** A derived value is printed nowhere: it follows from others. */
export function stanceOf({ derived, stance }: KnownValue): Message {
  return derived ? follows : stances[stance];
}
