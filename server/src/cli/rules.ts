/** `planwright rules`: the checks that there are, or one of them explained. */
import type { Message } from '../model/types.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule, Tier } from '../rules/rule.ts';
import { choice, parse } from './arguments.ts';
import { CommandError, say, type Terminal } from './terminal.ts';

export async function rules(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, { format: { type: 'string', default: 'pretty' } });
  const format = choice('--format', values.format, ['pretty', 'json']);
  const [name, ...more] = positionals;
  if (more.length > 0) {
    throw new CommandError({
      zh: 'rules一次只说明一项检查。',
      en: 'rules explains one check at a time.',
    });
  }
  const shown = name === undefined ? allRules : [ruleNamed(name)];
  if (format === 'json') {
    const told = name === undefined ? shown.map(describe) : describe(shown[0]);
    terminal.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
  } else if (name === undefined) {
    list(shown, terminal);
  } else {
    explain(shown[0], terminal);
  }
  return 0;
}

function ruleNamed(name: string): Rule {
  const rule = allRules.find((candidate) => candidate.name === name);
  if (rule) return rule;
  throw new CommandError({
    zh: `没有名为“${name}”的检查；planwright rules列出全部检查。`,
    en: `There is no check named “${name}”; planwright rules lists them all.`,
  });
}

function describe({ name, tier, title, description, basis, examples }: Rule): object {
  return { name, tier, title, description, ...(basis ? { basis } : {}), examples };
}

const tierNames: Readonly<Record<Tier, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
  off: { zh: '默认关闭', en: 'off unless asked for' },
};

function list(rules: readonly Rule[], terminal: Terminal): void {
  const width = Math.max(...rules.map(({ name }) => name.length));
  for (const { name, tier, title } of rules) {
    const told = `${say(terminal, title)} (${say(terminal, tierNames[tier])})`;
    terminal.stdout.write(`${name.padEnd(width)}  ${told}\n`);
  }
}

function explain(rule: Rule, terminal: Terminal): void {
  const parts = [
    `${rule.name}: ${say(terminal, rule.title)} (${say(terminal, tierNames[rule.tier])})`,
    say(terminal, rule.description),
    ...(rule.basis ? [rule.basis] : []),
    ...examples(rule.examples.wrong, { zh: '会被指出：', en: 'Found:' }, terminal),
    ...examples(rule.examples.right, { zh: '不会被指出：', en: 'Not found:' }, terminal),
  ];
  terminal.stdout.write(`${parts.join('\n\n')}\n`);
}

function examples(texts: readonly string[], title: Message, terminal: Terminal): string[] {
  if (texts.length === 0) return [];
  const indented = texts.map((text) => text.trim().replace(/^/gm, '  '));
  return [`${say(terminal, title)}\n\n${indented.join('\n\n')}`];
}
