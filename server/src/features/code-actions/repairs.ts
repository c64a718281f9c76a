/** What the checks offer: for one finding, and for all findings of a kind at once. */

import type { CheckedFinding } from '../../rules/checker.ts';
import { rules } from '../../rules/index.ts';
import type { Edit, Fix } from '../../rules/rule.ts';
import type { ActionRequest, CodeAction } from './action.ts';
import { editsOfAll } from './edits.ts';

export function repairs(findings: readonly CheckedFinding[], { reader }: ActionRequest) {
  return findings.flatMap((finding) => {
    const { fixes = [] } = finding;
    return fixes.map(
      ({ title, edits, safe, unsure }): CodeAction => ({
        title: reader.say(title),
        kind: 'quickfix',
        finding,
        // Of several repairs of a figure only the writer knows which is meant.
        preferred: safe === true || (fixes.length === 1 && !unsure),
        edits: () => edits,
      }),
    );
  });
}

/** Where other lines have findings of the same kind: all of them, as far as there is no choice and no figure changes. */
export function repairsOfAKind(
  findings: readonly CheckedFinding[],
  { plan, reader }: ActionRequest,
): CodeAction[] {
  const here = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...here].flatMap(([name, finding]) => {
    if (!sureRepair(finding)) return [];
    const all = plan
      .findings()
      .flatMap((other) => (other.rule === name ? (sureRepair(other) ?? []) : []));
    const rule = rules.find((candidate) => candidate.name === name);
    if (!rule || all.length < 2) return [];
    const { zh, en } = rule.title;
    const action: CodeAction = {
      title: reader.say({
        zh: `改好全文的“${zh}”（${all.length}处）`,
        en: `Repair all of “${en}” in the document (${all.length})`,
      }),
      kind: 'quickfix',
      finding,
      edits: () => editsOfAll(all),
    };
    return [action];
  });
}

/** The repair that may be made together with others, without looking at each. */
function sureRepair({ fixes = [] }: CheckedFinding): Fix | undefined {
  const safe = fixes.find((fix) => fix.safe);
  if (safe) return safe;
  const [only] = fixes;
  const isSure = fixes.length === 1 && !only.unsure;
  return isSure && only.edits.every(keepsFigures) ? only : undefined;
}

function keepsFigures({ line, start, end, newText }: Edit): boolean {
  return digitsIn(line.text.slice(start, end)) === digitsIn(newText);
}

/** All signs of figures, in whichever width. */
function digitsIn(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9.%‰xX〇零一二两兩三四五六七八九十百千万萬亿億]/g, '');
}
