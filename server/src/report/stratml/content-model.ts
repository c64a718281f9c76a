/**
 * What may stand in what, and in which order: the part of the content model of StratML Part 2
 * (ISO 17469-2, schema 2.2.2016-02-16) that is written here. Everything in it but Submitter, Vision,
 * Mission, Value and Relationship, for which a plan has no words of its own.
 */

export const namespace = 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport';

const result = ['StartDate', 'EndDate', 'NumberOfUnits', 'Descriptor', 'Description'] as const;

/** Children in the order of the schema's sequences; elements that are not named here hold text. */
export const contentModel = {
  PerformancePlanOrReport: [
    'Name',
    'Description',
    'OtherInformation',
    'StrategicPlanCore',
    'AdministrativeInformation',
  ],
  StrategicPlanCore: ['Organization', 'Goal'],
  Organization: ['Name', 'Identifier', 'Description'],
  Goal: ['Name', 'Description', 'Identifier', 'SequenceIndicator', 'OtherInformation', 'Objective'],
  Objective: [
    'Name',
    'Description',
    'Identifier',
    'SequenceIndicator',
    'Stakeholder',
    'OtherInformation',
    'PerformanceIndicator',
  ],
  Stakeholder: ['Name', 'Role'],
  Role: ['Name', 'RoleType'],
  PerformanceIndicator: [
    'SequenceIndicator',
    'MeasurementDimension',
    'UnitOfMeasurement',
    'Identifier',
    'MeasurementInstance',
    'OtherInformation',
  ],
  MeasurementInstance: ['TargetResult', 'ActualResult'],
  TargetResult: result,
  ActualResult: result,
  Descriptor: ['DescriptorName', 'DescriptorValue'],
  AdministrativeInformation: ['Identifier', 'StartDate', 'EndDate', 'PublicationDate'],
} as const;

export type ParentName = keyof typeof contentModel;

/** Required ones are written when they are empty, others are left out. */
const required: Readonly<Partial<Record<ParentName, readonly string[]>>> = {
  PerformancePlanOrReport: ['Name'],
  Goal: ['Name', 'Description'],
  Stakeholder: ['Name'],
  Role: ['Name'],
  PerformanceIndicator: ['MeasurementDimension', 'UnitOfMeasurement'],
};

export interface StratmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Text, or elements in the order of the schema. */
  readonly content: string | readonly StratmlElement[];
}

type Given = string | StratmlElement | readonly StratmlElement[];

export type Content<Name extends ParentName> = {
  readonly [Child in (typeof contentModel)[Name][number]]?: Child extends ParentName
    ? StratmlElement | readonly StratmlElement[]
    : string;
};

/** An element with its children in the order of the schema, whatever order they are given in. */
export function element<Name extends ParentName>(
  name: Name,
  content: Content<Name>,
  attributes?: Readonly<Record<string, string>>,
): StratmlElement {
  const given: Readonly<Record<string, Given | undefined>> = content;
  const children = contentModel[name].flatMap((child): readonly StratmlElement[] => {
    const value = given[child] ?? '';
    if (typeof value !== 'string') return 'name' in value ? [value] : value;
    const isLeftOut = value === '' && !required[name]?.includes(child);
    return isLeftOut ? [] : [{ name: child, content: value }];
  });
  return { name, content: children, ...(attributes ? { attributes } : {}) };
}
