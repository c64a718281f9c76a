/** The fixes that the checks offer, and silencing a check for one line. */

import type { PlanModel } from '../model/model.ts';
import type { CheckedFinding } from '../rules/checker.ts';
import type { Edit } from '../rules/rule.ts';
import { silenceForms } from '../syntax/vocabulary/keywords.ts';
import { lineEndOf } from './places.ts';
import type { Reader } from './reader.ts';
import { writtenLanguage } from './written-language.ts';

export interface CodeAction {
  readonly title: string;
  readonly finding: CheckedFinding;
  readonly edits: readonly Edit[];
  /** The one that a key for “just fix it” takes. */
  readonly preferred: boolean;
}

/** The actions for findings, repairs before silences, both in the order of the findings. */
export function codeActions(
  findings: readonly CheckedFinding[],
  model: PlanModel,
  reader: Reader,
): CodeAction[] {
  const repairs = findings.flatMap((finding) => {
    const { fixes = [] } = finding;
    return fixes.map(({ title, edits, safe }) => ({
      title: reader.say(title),
      finding,
      edits,
      // Of several repairs of a figure only the writer knows which is meant.
      preferred: safe === true || fixes.length === 1,
    }));
  });
  return [...repairs, ...silences(findings, model, reader)];
}

function silences(
  findings: readonly CheckedFinding[],
  model: PlanModel,
  reader: Reader,
): CodeAction[] {
  const [chinese, english] = silenceForms;
  const isEnglish = writtenLanguage(model, reader) === 'en';
  const lineEnd = lineEndOf(model.tree.lines);
  const seen = new Set<string>();
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    const { line, rule } = finding;
    const key = `${model.tree.lines.indexOf(line)} ${rule}`;
    // A line that cannot be read cannot be silenced into sense.
    if (rule === 'syntax' || seen.has(key)) continue;
    seen.add(key);
    const comment = isEnglish ? `// ${english} ${rule}: ` : `// ${chinese} ${rule}：`;
    actions.push({
      title: reader.say({
        zh: `在这一行忽略“${rule}”（请写明理由）`,
        en: `Ignore “${rule}” on this line (say why)`,
      }),
      finding,
      edits: [{ line, start: 0, end: 0, newText: comment + lineEnd }],
      preferred: false,
    });
  }
  return actions;
}
