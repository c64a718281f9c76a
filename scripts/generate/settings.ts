/** What is made from the table of settings: the editor's settings page, the schema of the project file, and a page. */
import { toTraditional } from '../../server/src/features/traditional.ts';
import type { Message } from '../../server/src/model/types.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import type { Describe } from '../../server/src/workspace/settings/kinds.ts';
import {
  type SettingRow,
  settingKeys,
  settingRows,
} from '../../server/src/workspace/settings/table.ts';

/** The three languages in which editors show things: the ending of a file's name, and the form of a message. */
const languages: readonly { readonly ending: string; of(message: Message): string }[] = [
  { ending: '', of: ({ en }) => capital(en) },
  { ending: '.zh-cn', of: ({ zh }) => zh },
  { ending: '.zh-tw', of: ({ zh }) => toTraditional(zh) },
];

const schemaName = (ending: string): string => `docs/planwright.schema${ending}.json`;
const rows = settingKeys.map((key) => ({ key, row: settingRows[key] as SettingRow<unknown> }));
const sharedRows = rows.filter(({ row }) => !row.personal);

/**
 * @param read gives the text of a file of the project as it is now
 * @returns the texts of the files that are made, or partly made, from the settings
 */
export function settingsFiles(
  checks: readonly Rule[],
  read: (name: string) => string,
): readonly (readonly [name: string, text: string])[] {
  return [
    ['package.json', manifest(checks, JSON.parse(read('package.json')))],
    ...languages.map(({ ending, of }): [string, string] => {
      const name = `package.nls${ending}.json`;
      return [name, texts(checks, of, ending, JSON.parse(read(name)))];
    }),
    ...languages.map(({ ending, of }): [string, string] => [
      schemaName(ending),
      print(schema(checks, of)),
    ]),
    ['docs/settings.md', page()],
  ];
}

function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// ---------------------------------------------------------------- the editor's settings page

/** Under which name the translations of package.json keep a text. */
function textKey(key: string, ...more: readonly string[]): string {
  return ['setting', key, ...more].join('.');
}

function manifest(checks: readonly Rule[], packageFile: Record<string, unknown>): string {
  const properties = rows.map(({ key, row }, order) => [
    `planwright.${key}`,
    {
      order,
      ...row.kind.schema((_, ...more) => `%${textKey(key, ...more)}%`, checks),
      default: row.default,
      scope: row.scope,
      markdownDescription: `%${textKey(key)}%`,
    },
  ]);
  return print({
    ...packageFile,
    contributes: {
      ...(packageFile.contributes as object),
      configuration: { title: 'Planwright', properties: Object.fromEntries(properties) },
    },
  });
}

/** The texts that others have written, and ours among them. */
function texts(
  checks: readonly Rule[],
  of: (message: Message) => string,
  ending: string,
  before: Readonly<Record<string, string>>,
): string {
  const others = Object.entries(before).filter(([key]) => !/^(?:setting|schema)\./.test(key));
  const ours: [string, string][] = [['schema.projectFile', `./${schemaName(ending)}`]];
  for (const { key, row } of rows) {
    ours.push([textKey(key), of(row.description)]);
    const keep: Describe = (message, ...more) => {
      ours.push([textKey(key, ...more), of(message)]);
      return '';
    };
    row.kind.schema(keep, checks);
  }
  return print(Object.fromEntries([...others, ...ours]));
}

// ---------------------------------------------------------------- the project file

interface SchemaLevel {
  type: 'object';
  additionalProperties: false;
  properties: Record<string, object>;
}

function level(): SchemaLevel {
  return { type: 'object', additionalProperties: false, properties: {} };
}

function schema(checks: readonly Rule[], of: (message: Message) => string): object {
  const root = level();
  root.properties.$schema = { type: 'string' };
  for (const { key, row } of sharedRows) {
    const path = key.split('.');
    const name = path.pop() ?? key;
    let at = root;
    for (const step of path) {
      at.properties[step] ??= level();
      at = at.properties[step] as SchemaLevel;
    }
    at.properties[name] = {
      ...row.kind.schema((message) => of(message), checks),
      default: row.default,
      description: of(row.description),
    };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: of({ zh: '本文件夹的 Planwright 设置', en: 'Settings of Planwright for this folder' }),
    allowComments: true,
    allowTrailingCommas: true,
    ...root,
  };
}

// ---------------------------------------------------------------- the page

function page(): string {
  return `# Settings 设置

Planwright needs no settings. What can be set is listed here; the same list is in VS Code under *Settings › Extensions › Planwright*.

不设置也能用。能设置的都在这里，在 VS Code 里是“设置 › 扩展 › Planwright”。

| setting 设置 | values 取值 | default 默认 | what it does 作用 |
| --- | --- | --- | --- |
${rows.map(tableRow).join('\n')}

The names and usual tiers of the checks are on [their own page](rules/README.md). ¹ Everyone’s own choice: not in the shared file.

各项检查的名称和原来的级别见[检查一览](rules/README.md)。¹ 因人而异，不写在共用的文件里。

## One file for all 大家共用的设置

Settings that everybody who works on the same plans should have go into a file named \`.planwright.json\`, in the folder of the plans or a folder above it:

同一批文稿由几个人写时，把共用的设置写进名为 \`.planwright.json\` 的文件，放在文稿所在的文件夹或上级文件夹里：

\`\`\`json
${print(example).trimEnd()}
\`\`\`

- The names are those of the table; a dot is a level. VS Code completes them and explains each.
- The nearest file counts, and it alone. The editor looks as far up as the folder that is open in it, the command line as far as there are folders; \`--config FILE\` names another.
- What the file sets is stronger than the editor’s settings, so that all readers see the same findings, and the command line too. Single checks are put together: a check that the file does not name stays as the editor has it.
- A name that does not exist is pointed out and has no effect. If the file cannot be read at all, it says where, and everything is as if the file were not there. The command line then ends with exit status 2.
- It is JSON; comments (\`// …\`) are allowed.

- 名称就是上表里的名称，点号是一层。在 VS Code 里写，有补全，有说明。
- 最近的一个文件起作用，而且只有它。编辑器往上找到打开的文件夹为止，命令行一直找到最上层；\`--config 文件\`另外指定。
- 文件里的设置比编辑器里的优先，这样人人看到的结果都一样，命令行也一样。各项检查合在一起算：文件没有提到的检查，照编辑器的设置。
- 写了没有的名称，会指出来，不起作用。整个文件读不了的，会说明在哪里，并当作没有这个文件；命令行这时的退出状态是2。
- 文件是 JSON 格式，可以加注释（\`// …\`）。

## Other editors 其他编辑器

A client that answers \`workspace/configuration\` is asked for the section \`planwright\`. Others give the same object, without the prefix, as \`settings\` in \`initializationOptions\`, or send it as \`{ "settings": { "planwright": … } }\` with \`workspace/didChangeConfiguration\`. How that looks in [Neovim](editors/neovim.md), [Emacs](editors/emacs.md) and [Helix](editors/helix.md).
`;
}

const example = {
  checks: { 'relative-time': 'hint', 'ordinal-mark': 'off' },
  rangeDash: '～',
  places: { own: ['青禾镇'], above: ['清河县'], below: ['禾埂村', '梢坝村'] },
};

function tableRow({ key, row }: { key: string; row: SettingRow<unknown> }): string {
  const cells = [
    `\`${key}\`${row.personal ? ' ¹' : ''}`,
    (row.kind.values ?? []).map((value) => `\`${value}\``).join(' '),
    isEmpty(row.default) ? '' : `\`${row.default}\``,
    `${row.description.en}<br>${row.description.zh}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
