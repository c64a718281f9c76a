/** Silencing a check for one line, with the reason. */

import type { Message } from '../../model/types.ts';
import type { CheckedFinding } from '../../rules/checker.ts';
import { silenceForms } from '../../syntax/vocabulary/keywords.ts';
import { lineEndOf } from '../places.ts';
import { toTraditional } from '../traditional.ts';
import { writtenLanguage } from '../written-language.ts';
import type { ActionRequest, CodeAction } from './action.ts';

/** What stands there as the reason until the writer gives another: it has to be true of whoever left it. */
const checkedReason: Message = { zh: '经核实无误', en: 'checked and found right' };

export function silences(
  findings: readonly CheckedFinding[],
  { plan: { model }, reader }: ActionRequest,
): CodeAction[] {
  const [chinese, english] = silenceForms;
  const language = writtenLanguage(model, reader);
  const { lines } = model.tree;
  const seen = new Set<string>();
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    const { line, rule } = finding;
    const key = `${lines.indexOf(line)} ${rule}`;
    // A line that cannot be read cannot be silenced into sense.
    if (rule === 'syntax' || seen.has(key)) continue;
    seen.add(key);
    const lead = language === 'en' ? `// ${english} ${rule}: ` : `// ${chinese} ${rule}：`;
    const reason =
      language === 'en'
        ? checkedReason.en
        : language === 'hant'
          ? toTraditional(checkedReason.zh)
          : checkedReason.zh;
    actions.push({
      title: reader.say({
        zh: `在这一行忽略“${rule}”，并写明理由`,
        en: `Ignore “${rule}” on this line, and say why`,
      }),
      kind: 'quickfix',
      finding,
      edits: () => [
        {
          ...{ line, start: 0, end: 0 },
          newText: lead + reason + lineEndOf(lines),
          placeholder: { start: lead.length, end: lead.length + reason.length },
        },
      ],
    });
  }
  return actions;
}
