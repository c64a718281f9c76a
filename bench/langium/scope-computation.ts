/**
 * Indicators and targets are known throughout their document, whatever section they stand in. They
 * are exported, because Langium looks exported names up in a map and local ones in a list, which at
 * 100,000 lines makes linking six times as slow; and nothing is local, which saves a walk of the tree.
 */
import {
  type AstNode,
  type AstNodeDescription,
  DefaultScopeComputation,
  type LangiumDocument,
  type LocalSymbols,
  MultiMap,
} from 'langium';
import { type PlanDocument, statementsOf } from './syntax-tree.ts';

export class PlanScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const root = document.parseResult.value as PlanDocument;
    return this.collectExportedSymbolsForNode(root, document, () => statementsOf(root));
  }

  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return new MultiMap<AstNode, AstNodeDescription>();
  }
}
