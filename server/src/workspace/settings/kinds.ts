/** What values a setting can have: how they are described to editors, and how they are read. */
import { nearNames } from '../../model/names.ts';
import type { Message } from '../../model/types.ts';
import type { Rule, Tier } from '../../rules/rule.ts';

/** A check as the settings know it. */
export type CheckChoice = Pick<Rule, 'name' | 'tier' | 'title'>;

/** What is wrong with a value, and where in it: the keys that lead there. */
export interface ValueProblem {
  readonly path: readonly string[];
  readonly message: Message;
}

export interface ValueRead<Value> {
  /** Absent where the value is none of this kind: then the setting is as if it were not there. */
  readonly value?: Value;
  readonly problems: readonly ValueProblem[];
}

/** Turns a message into what stands in a schema: its text, or the key under which the text is kept. */
export type Describe = (message: Message, ...key: readonly string[]) => string;

export interface ValueKind<Value> {
  /** As JSON Schema, for editors. */
  schema(describe: Describe, checks: readonly CheckChoice[]): object;
  /** What may be written, for the page of the settings; undefined where the description says it. */
  readonly values?: readonly string[];
  read(value: unknown, checks: readonly CheckChoice[]): ValueRead<Value>;
  /** What holds where two places set it; without this, the stronger one. */
  merge?(weaker: Value, stronger: Value): Value;
}

function wrong(message: Message): { problems: ValueProblem[] } {
  return { problems: [{ path: [], message }] };
}

const printed = (value: unknown): string =>
  typeof value === 'string' ? `“${value}”` : JSON.stringify(value);

/** One of a few words, each with what it means. */
export function choice<const Value extends string>(
  meanings: Readonly<Record<Value, Message>>,
): ValueKind<Value> {
  const values = Object.keys(meanings) as Value[];
  return {
    values,
    schema: (describe) => ({
      type: 'string',
      enum: values,
      enumDescriptions: values.map((value) => describe(meanings[value], value)),
      // What the settings page of VS Code shows in place of the words themselves.
      enumItemLabels: values.map((value) => describe(meanings[value], value)),
    }),
    read(value) {
      const found = values.find((candidate) => candidate === value);
      if (found !== undefined) return { value: found, problems: [] };
      return wrong({
        zh: `只能是${values.map(printed).join('、')}，不能是${printed(value)}`,
        en: `must be one of ${values.map(printed).join(', ')}, not ${printed(value)}`,
      });
    },
  };
}

/** Some of a few words, in the order in which they are written. */
export function choices<const Value extends string>(
  meanings: Readonly<Record<Value, Message>>,
): ValueKind<readonly Value[]> {
  const one = choice(meanings);
  return {
    ...(one.values ? { values: one.values } : {}),
    schema: (describe, checks) => ({
      type: 'array',
      items: one.schema(describe, checks),
      uniqueItems: true,
    }),
    read(value, checks) {
      if (!Array.isArray(value)) {
        const [first] = Object.keys(meanings);
        return wrong({
          zh: `要写在方括号里，如["${first}"]，不能是${printed(value)}`,
          en: `must stand in square brackets, such as ["${first}"], not ${printed(value)}`,
        });
      }
      const reads = value.map((item) => one.read(item, checks));
      return {
        value: [...new Set(reads.flatMap((read) => read.value ?? []))],
        problems: reads.flatMap(({ problems }) => problems),
      };
    },
  };
}

/** One of a few words for each of some names that the writer gives. */
export function choiceByName<const Value extends string>(
  meanings: Readonly<Record<Value, Message>>,
  example: Message,
): ValueKind<Readonly<Record<string, Value>>> {
  const one = choice(meanings);
  return {
    schema: (describe, checks) => ({
      type: 'object',
      additionalProperties: one.schema(describe, checks),
    }),
    read(value, checks) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return wrong({
          zh: `要写成花括号里的名称和值，如${example.zh}，不能是${printed(value)}`,
          en: `must be names and values in braces, such as ${example.en}, not ${printed(value)}`,
        });
      }
      const chosen: Record<string, Value> = {};
      const problems: ValueProblem[] = [];
      for (const [name, given] of Object.entries(value)) {
        const read = one.read(given, checks);
        if (read.value !== undefined) chosen[name] = read.value;
        for (const { message } of read.problems) problems.push({ path: [name], message });
      }
      return { value: chosen, problems };
    },
    merge: (weaker, stronger) => ({ ...weaker, ...stronger }),
  };
}

/** Yes or no. */
export const flag: ValueKind<boolean> = {
  values: ['true', 'false'],
  schema: () => ({ type: 'boolean' }),
  read: (value) =>
    typeof value === 'boolean'
      ? { value, problems: [] }
      : wrong({
          zh: `只能是true（是）或false（否），不能是${printed(value)}`,
          en: `must be true or false, not ${printed(value)}`,
        }),
};

/** Words of one's own; empty where nothing is chosen. */
export const text: ValueKind<string> = {
  schema: () => ({ type: 'string' }),
  read: (value) =>
    typeof value === 'string'
      ? { value: value.trim(), problems: [] }
      : wrong({
          zh: `要写成引号里的文字，不能是${printed(value)}`,
          en: `must be a text in quotation marks, not ${printed(value)}`,
        }),
};

/** A list of names. */
export const names: ValueKind<readonly string[]> = {
  schema: () => ({ type: 'array', items: { type: 'string' }, uniqueItems: true }),
  read(value) {
    if (Array.isArray(value) && value.every((name) => typeof name === 'string')) {
      return { value: value.map((name) => name.trim()).filter(Boolean), problems: [] };
    }
    return wrong({
      zh: `要写成方括号里的名称，如["青禾镇"]，不能是${printed(value)}`,
      en: `must be names in square brackets, such as ["Riverside"], not ${printed(value)}`,
    });
  },
};

export const tierMeanings: Readonly<Record<Tier, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
  off: { zh: '不检查', en: 'off' },
};

const tierNames = Object.keys(tierMeanings) as Tier[];

/** A tier for each of some checks. */
export const tiers: ValueKind<Readonly<Record<string, Tier>>> = {
  schema: (describe, checks) => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      checks.map(({ name, tier, title }) => [
        name,
        { type: 'string', enum: tierNames, default: tier, description: describe(title, name) },
      ]),
    ),
  }),
  read(value, checks) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return wrong({
        zh: `要写成花括号里的检查名和级别，如{"relative-time": "hint"}，不能是${printed(value)}`,
        en: `must be checks with their tiers in braces, such as {"relative-time": "hint"}, not ${printed(value)}`,
      });
    }
    const chosen: Record<string, Tier> = {};
    const problems: ValueProblem[] = [];
    for (const [name, tier] of Object.entries(value)) {
      const known = tierNames.find((candidate) => candidate === tier);
      if (!checks.some((check) => check.name === name)) {
        problems.push({ path: [name], message: unknown(name, checks) });
      } else if (known === undefined) {
        problems.push({
          path: [name],
          message: {
            zh: `级别只能是error（错误）、warning（警告）、hint（提示）、off（不检查），不能是${printed(tier)}`,
            en: `the tier must be error, warning, hint or off, not ${printed(tier)}`,
          },
        });
      } else {
        chosen[name] = known;
      }
    }
    return { value: chosen, problems };
  },
  merge: (weaker, stronger) => ({ ...weaker, ...stronger }),
};

function unknown(name: string, checks: readonly CheckChoice[]): Message {
  const known = checks.map((check) => check.name);
  const [near] = nearNames(name, known, 1);
  return {
    zh: `没有这项检查${near ? `，是不是“${near}”` : ''}`,
    en: `there is no such check${near ? `; did you mean “${near}”` : ''}`,
  };
}
