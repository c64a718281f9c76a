/**
 * A document written out as plain data, so that two of them can be compared: places as line numbers,
 * no identities. What the incremental path keeps must equal what a fresh parse makes.
 */

import type { PlanModel } from '../../server/src/model/model.ts';
import { placeOf } from '../../server/src/model/statements.ts';
import type { Claim } from '../../server/src/model/types.ts';
import type { PlanTree } from '../../server/src/syntax/document.ts';
import type { Line } from '../../server/src/syntax/tree.ts';
import type { PlanDocument } from '../../server/src/workspace/document.ts';

export function describeTree(tree: PlanTree): unknown {
  return [...tree.lines].map((line) => [
    line.text,
    line.terminator,
    line.kind,
    line.owner ? tree.lines.indexOf(line.owner) : -1,
    line.statement,
    line.problems,
    line.references,
  ]);
}

export function describeModel(model: PlanModel): unknown {
  const { lines } = model.tree;
  const at = (line: Line): number => (lines.has(line) ? lines.indexOf(line) : -1);
  const claim = (value: Claim): unknown => ({
    ...value,
    line: at(value.line),
    partOf: value.partOf?.start,
  });
  const header = model.header;
  return {
    header: {
      ...header,
      line: header.line && at(header.line),
      periodPlace: undefined,
      baselinePlace: undefined,
      basis: header.basis.map(({ path }) => path),
      superior: undefined,
      rollup: undefined,
    },
    indicators: model.indicators().map((indicator) => ({
      key: indicator.key,
      name: indicator.name,
      declarations: indicator.declarations.map((declaration) => [
        at(declaration.line),
        declaration.aliases.map(({ text }) => text),
        declaration.unit?.text,
        declaration.nature,
        declaration.prices,
      ]),
      claims: indicator.claims.map(claim),
      conflicts: model.conflictsOf(indicator).map((conflict) =>
        [conflict.kind as string, conflict.anchor, ...conflict.others].map((entry) => {
          if (typeof entry === 'string') return entry;
          const place = placeOf(entry);
          return [at(place.line), place.start, place.end];
        }),
      ),
      places: model
        .placesOf(indicator)
        .map(({ line, start, end, use }) => [at(line), start, end, use]),
      values: model
        .valuesOf(indicator)
        .map((value) => [value.period, value.printed, value.derived]),
    })),
    claims: [...lines].map((line) => model.claimsOf(line).map(claim)),
    numbers: [...lines].map((line) => model.headingNumber(line)),
    tables: model
      .tables()
      .map((table) => [at(table.line), table.rows.map(at), table.columns, table.notes.map(at)]),
    measures: model
      .measures()
      .map((measure) => [
        at(measure.line),
        measure.title,
        measure.owner.map(({ text }) => text),
        measure.due?.period,
      ]),
  };
}

export function describeFindings(document: PlanDocument): unknown {
  const { lines } = document.tree;
  return document
    .findings()
    .map((finding) => [
      finding.rule,
      finding.tier,
      lines.indexOf(finding.line),
      finding.start,
      finding.end,
      finding.message,
      finding.related?.map((place) => [
        lines.has(place.line) ? lines.indexOf(place.line) : -1,
        place.start,
        place.end,
        place.message,
      ]),
      finding.fixes?.map((fix) => [
        fix.title,
        fix.edits.map((edit) => [lines.indexOf(edit.line), edit.start, edit.end, edit.newText]),
      ]),
    ]);
}
