/** What is made from the checks: the list of them, and a page of documentation for each. */
import type { Rule, Tier } from '../../server/src/rules/rule.ts';

/** A check and the name of its file, without the ending. */
export interface RuleFile {
  readonly fileName: string;
  readonly rule: Rule;
}

/** `server/src/rules/index.ts`. */
export function rulesIndex(files: readonly RuleFile[]): string {
  const names = files.map(({ fileName }) => ({ fileName, variable: camelCase(fileName) }));
  return `// Made by scripts/generate.ts from the files in checks/: npm run generate.

${names.map(({ fileName, variable }) => `import ${variable} from './checks/${fileName}.ts';`).join('\n')}
import type { Rule } from './rule.ts';

/** All checks, by name. */
export const rules: readonly Rule[] = [
${names.map(({ variable }) => `  ${variable},`).join('\n')}
];
`;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const tierNames: Readonly<Record<Tier, { readonly en: string; readonly zh: string }>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  hint: { en: 'hint', zh: '提示' },
  off: { en: 'off unless asked for', zh: '默认关闭' },
};

/** `docs/rules/README.md`: all checks on one page. */
export function rulesOverview(files: readonly RuleFile[]): string {
  const rows = files.map(
    ({ rule: { name, tier, title } }) =>
      `| [${name}](${name}.md) | ${tierNames[tier].en} ${tierNames[tier].zh} | ${cell(title.en)} | ${cell(title.zh)} |`,
  );
  return `# The checks 检查一览

An error is certainly wrong, a warning probably, and a hint is worth a look. Any of them can be silenced on one line, with a reason: see [Silencing a check](../language.md#silencing-a-check).

错误是肯定不对的，警告是多半不对的，提示是值得看一眼的。每一项都可以在某一行上注明理由后不再提示，见[让某项检查放过一行](../language.zh-CN.md#让某项检查放过一行)。

| check 名称 | tier 级别 | what it finds | 查什么 |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** `docs/rules/NAME.md`: one check, its reason and its examples. */
export function rulePage({ name, tier, title, description, basis, examples }: Rule): string {
  const parts = [
    `# ${name}`,
    `**${title.en}** (${tierNames[tier].en})`,
    description.en,
    `**${title.zh}**（${tierNames[tier].zh}）`,
    description.zh,
    ...(basis ? [basis] : []),
    ...exampleSection('Found 会被指出', examples.wrong),
    ...exampleSection('Not found 不会被指出', examples.right),
    '[All checks 检查一览](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the check finds stands between ⟦ and ⟧, as in its tests. */
function exampleSection(title: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return [`## ${title}`, ...texts.map((text) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
