/** What can be told of a suggestion once somebody looks at it. */

import type { PlanModel } from '../../model/model.ts';
import { rules } from '../../rules/index.ts';
import { keywordRow } from '../../syntax/vocabulary/keywords.ts';
import { indicatorCard } from '../hover.ts';
import { keywordHelp } from '../keyword-help.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { Reader } from '../reader.ts';
import type { About } from './suggestion.ts';

/** As Markdown; undefined where what the suggestion was about is no longer there. */
export function documentationOf(
  about: About,
  model: PlanModel,
  reader: Reader,
): string | undefined {
  switch (about.kind) {
    case 'indicator': {
      const indicator = model.indicator(about.name);
      return indicator && indicatorCard(model, indicator, undefined, reader);
    }
    case 'keyword': {
      const { hans, hant, en } = keywordRow(about.id);
      const forms = [...new Set([hans[0], hant[0], en[0]])].map((form) => `\`${form}\``);
      return `${escapeMarkdown(reader.say(keywordHelp[about.id]))}\n\n${forms.join(' · ')}`;
    }
    case 'rule': {
      const rule = rules.find(({ name }) => name === about.name);
      return rule && escapeMarkdown(reader.say(rule.description));
    }
    case 'text':
      return `\`\`\`plan\n${about.text}\n\`\`\``;
    case 'words':
      return escapeMarkdown(reader.say(about.message));
  }
}
