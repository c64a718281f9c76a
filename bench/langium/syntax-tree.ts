/** The nodes that the grammar yields, as far as the validation reads them. */
import type { AstNode, Reference } from 'langium';

export interface PlanDocument extends AstNode {
  readonly statements: Statement[];
  readonly sections: Section[];
}

export interface Section extends AstNode {
  readonly $type: 'Section';
  readonly mark: string;
  readonly title?: string;
  readonly statements: Statement[];
}

export type Statement = Header | Field | Target | Indicator | AstNode;

export interface Header extends AstNode {
  readonly $type: 'Header';
  readonly title?: string;
}

export interface Field extends AstNode {
  readonly $type: 'Field';
  readonly key: string;
  readonly value?: string;
}

export interface Indicator extends AstNode {
  readonly $type: 'Indicator';
  readonly name: string;
  readonly unit?: string;
}

export interface Target extends AstNode {
  readonly $type: 'Target';
  readonly kind: string;
  readonly name: string;
  readonly claims: Claim[];
}

export interface Claim extends AstNode {
  readonly $type: 'Claim';
  readonly period?: string;
  readonly basePeriod?: string;
  readonly until?: string;
  readonly inYear?: string;
  readonly comparator?: string;
  readonly direction?: string;
  readonly average?: string;
  readonly total?: string;
  readonly fromTo: boolean;
  readonly first?: Quantity;
  readonly level?: Quantity;
  readonly change?: Quantity;
  readonly share?: Quantity;
  readonly whole?: Reference;
  readonly parts: Part[];
}

export interface Part extends AstNode {
  readonly $type: 'Part';
  readonly name: string;
  readonly amount: Quantity;
}

export interface Quantity extends AstNode {
  readonly $type: 'Quantity';
  readonly low?: string;
  readonly high?: string;
  readonly mask?: string;
  readonly magnitude?: string;
  readonly unit?: string;
}

/** The types by name, for the registry of the validation. */
export interface PlanSyntaxTree {
  Document: PlanDocument;
  Header: Header;
  Field: Field;
  Section: Section;
  Indicator: Indicator;
  Target: Target;
  Claim: Claim;
  Part: Part;
  Quantity: Quantity;
}

/** All lines of a document but its headings, in their order. */
export function statementsOf(document: PlanDocument): Statement[] {
  return document.statements.concat(document.sections.flatMap((section) => section.statements));
}
