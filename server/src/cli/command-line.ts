/**
 * The command line: which command is meant, and what every command has in common. Each command is loaded when it is
 * called, so that none pays for the others' start.
 */
import type { Message } from '../model/types.ts';
import { CommandError, say, type Terminal } from './terminal.ts';
import { version } from './version.ts';

type Command = (words: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  claims: async () => (await import('./claims.ts')).claims,
  explain: async () => (await import('./explain.ts')).explain,
  render: async () => (await import('./render.ts')).render,
  rules: async () => (await import('./rules.ts')).rules,
  lsp: async () => (await import('./language-server.ts')).languageServer,
  import: async () => (await import('./import.ts')).importFile,
  fmt: async () => (await import('./fmt.ts')).fmt,
};

const usage: Message = {
  zh: `planwright：检查、提取、输出规划计划文件（.plan）

planwright check 路径… [--format pretty|json|sarif|github] [--tier error|warning|hint] [--config 设置文件]
    检查数字和格式。
planwright claims 路径… [--format json|jsonl|csv] [--config 设置文件]
    列出文件说了哪些数。
planwright explain 文件:行号 [--format json]
    说明这一行的每个数与别的数是什么关系、怎么算。
planwright render 文件 --to html|md|docx|json [-o 输出文件] [--config 设置文件]
    输出成文。Word文件还可以：--toc 带目录；--layout office 带红头、落款和版记，
    --number 发文字号、--copy-to 抄送机关、--printed-by 印发机关。
planwright import 文件.(docx|html|md|txt) [-o 输出.plan]
    把Word文件、网页或文字变成规划计划文件；没有导入什么，另外说明。
planwright fmt 路径… [--check]
    整理文件的格式，列出改过的文件；--check只列出，不改。
planwright rules [检查名] [--format json]
    列出全部检查，或说明其中一项。
planwright lsp --stdio
    语言服务器，供各种编辑器使用。

路径可以是文件或文件夹（查找其中的.plan文件），“-”是标准输入。check和claims也读.txt和.md。
设置写在文件所在文件夹或上级文件夹的.planwright.json里，--config另外指定。
退出状态：0 没有错误；1 有错误，或fmt --check有文件要改；2 用法不对或有文件读不了。
`,
  en: `planwright: check, read and render plans (.plan)

planwright check PATH… [--format pretty|json|sarif|github] [--tier error|warning|hint] [--config FILE]
    Check the figures and the form.
planwright claims PATH… [--format json|jsonl|csv] [--config FILE]
    List what the files say in figures.
planwright explain FILE:LINE [--format json]
    Tell how each figure of the line stands to the others, sum by sum.
planwright render FILE --to html|md|docx|json [-o OUT] [--config FILE]
    Make the finished document. For Word: --toc adds contents; --layout office adds letterhead, signature
    and imprint, with --number NUMBER, --copy-to OFFICES, --printed-by OFFICE.
planwright import FILE.(docx|html|md|txt) [-o OUT.plan]
    Make a plan from a Word file, a web page or a text; what is not taken over is said.
planwright fmt PATH… [--check]
    Bring files into their usual form and list those that changed; --check only lists them.
planwright rules [NAME] [--format json]
    List the checks, or explain one.
planwright lsp --stdio
    The language server, for any editor.

A path is a file or a folder (searched for .plan files); “-” is standard input. check and claims also read .txt and .md.
Settings are in .planwright.json beside the files or in a folder above; --config names another.
Exit status: 0 no errors found; 1 errors found, or fmt --check would change a file; 2 wrong usage, or a file that cannot be read.
`,
};

/** Runs one command and answers with the exit status. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = words;
  try {
    if (name === undefined) {
      terminal.stderr.write(say(terminal, usage));
      return 2;
    }
    if (asksForHelp(name, rest)) {
      terminal.stdout.write(say(terminal, usage));
      return 0;
    }
    if (name === '--version') {
      terminal.stdout.write(`${version}\n`);
      return 0;
    }
    if (!Object.hasOwn(commands, name)) throw unknownCommand(name);
    const command = await commands[name]();
    return await command(rest, terminal);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.stderr.write(`${say(terminal, error.said)}\n`);
    return 2;
  }
}

function asksForHelp(name: string, rest: readonly string[]): boolean {
  const isHelp = (word: string) => word === '--help' || word === '-h';
  return name === 'help' || isHelp(name) || rest.some(isHelp);
}

function unknownCommand(name: string): CommandError {
  const known = Object.keys(commands);
  return new CommandError({
    zh: `没有“${name}”这个命令；有${known.join('、')}。`,
    en: `There is no command “${name}”; there are ${known.join(', ')}.`,
  });
}
