/** `planwright import`: a plan made from a document, on standard output or in a file. */
import { formatOfName, type ImportFormat, importDocument } from '../importer/importer.ts';
import { problemOf } from '../importer/problem.ts';
import { parse } from './arguments.ts';
import { type FileName, readable, readBytes, standardInput, writeWhole } from './files.ts';
import { CommandError, say, type Terminal } from './terminal.ts';

export async function importFile(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, { output: { type: 'string', short: 'o' } });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new CommandError({
      zh: 'import需要一个文件：planwright import 文件.docx -o 输出.plan',
      en: 'import needs one file: planwright import FILE.docx -o OUT.plan',
    });
  }
  const bytes = await readBytes(name, terminal);
  const format = formatOf(name, bytes);
  const { plan, leftOut } = await imported(name, bytes, format, terminal);
  if (plan === '') {
    throw new CommandError({
      zh: `${name}里没有可以导入的文字。`,
      en: `${name} holds no words that could be imported.`,
    });
  }
  if (values.output === undefined) terminal.stdout.write(plan);
  else await writeWhole(values.output, plan);
  if (leftOut) terminal.stderr.write(`${say(terminal, leftOut)}\n`);
  return 0;
}

async function imported(
  name: FileName,
  bytes: Uint8Array,
  format: ImportFormat,
  terminal: Terminal,
) {
  try {
    if (format === 'docx') return await importDocument(bytes, format);
    const { text } = readable(name, bytes, terminal);
    return await importDocument(text, format);
  } catch (error) {
    const said = problemOf(error);
    if (!said) throw error;
    throw new CommandError({
      zh: `无法导入${name}：${said.zh}`,
      en: `${name} cannot be imported: ${said.en}`,
    });
  }
}

function formatOf(name: FileName, bytes: Uint8Array): ImportFormat {
  if (name === standardInput) return sniffed(bytes);
  const format = formatOfName(name);
  if (format) return format;
  throw new CommandError({
    zh: `无法导入${name}：只能导入.docx、.html、.md和.txt文件。`,
    en: `${name} cannot be imported: only .docx, .html, .md and .txt files can.`,
  });
}

function sniffed(bytes: Uint8Array): ImportFormat {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    return 'docx';
  }
  return /^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|!--|\?xml|html|head|body|meta|[a-z][a-z0-9]*[\s>/])/i.test(
    start,
  )
    ? 'html'
    : 'txt';
}
