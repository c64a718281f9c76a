/** What the tests of the checks share: documents with marks, and fixes applied to them. */
import { PlanModel } from '../../../server/src/model/model.ts';
import { type CheckedFinding, Checker } from '../../../server/src/rules/checker.ts';
import { rules } from '../../../server/src/rules/index.ts';
import type { Fix, Rule, Tier } from '../../../server/src/rules/rule.ts';
import { PlanTree } from '../../../server/src/syntax/document.ts';

export interface Checked {
  readonly tree: PlanTree;
  readonly model: PlanModel;
  readonly checker: Checker;
}

export function checked(text: string, ruleSet: readonly Rule[] = rules): Checked {
  const tree = PlanTree.parse(text);
  const model = PlanModel.of(tree);
  return { tree, model, checker: new Checker(model, settingsFor(ruleSet), ruleSet) };
}

/** Rules that are off unless asked for are tested as well. */
function settingsFor(ruleSet: readonly Rule[]): { tiers: Record<string, Tier> } {
  const off = ruleSet.filter(({ tier }) => tier === 'off');
  return { tiers: Object.fromEntries(off.map(({ name }): [string, Tier] => [name, 'hint'])) };
}

/** The text without its marks, and with the marks of one rule's findings. */
export function withoutMarks(marked: string): string {
  return marked.replace(/[⟦⟧]/g, '');
}

export function withMarks(tree: PlanTree, findings: readonly CheckedFinding[]): string {
  return [...tree.lines]
    .map((line) => {
      let { text } = line;
      const places = findings
        .filter((finding) => finding.line === line)
        .sort((a, b) => b.start - a.start || b.end - a.end);
      for (const { start, end } of places) {
        text = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
      }
      return text + line.terminator;
    })
    .join('');
}

/** The document's text after a fix. */
export function afterFix(tree: PlanTree, fix: Fix): string {
  const parts: string[] = [];
  for (const line of tree.lines) {
    const edits = fix.edits.filter((edit) => edit.line === line).sort((a, b) => b.start - a.start);
    if (edits.some(({ wholeLine }) => wholeLine)) continue;
    let { text } = line;
    for (const { start, end, newText } of edits) {
      text = text.slice(0, start) + newText + text.slice(end);
    }
    parts.push(text, line.terminator);
  }
  return parts.join('');
}
