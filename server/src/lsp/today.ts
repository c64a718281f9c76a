/** The day on which somebody writes: what is offered to be written depends on it. */

import type { Today } from '../features/completion/suggestion.ts';

export function today(): Today {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1 };
}
