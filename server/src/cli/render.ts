/** `planwright render`: the finished document, on standard output or in a file. */
import { outputOfDocument } from '../features/report.ts';
import {
  layouts,
  type OutputFormat,
  type OutputOptions,
  outputFormats,
} from '../report/outputs.ts';
import type { AnnexId, ReportOptions, StatementForm } from '../report/tree.ts';
import { choice, parse } from './arguments.ts';
import { openPlan, writeWhole } from './files.ts';
import { CommandError, type Terminal } from './terminal.ts';

/** What would only be noise on a terminal. */
const binary: Partial<Record<OutputFormat, string>> = { docx: 'Word', xlsx: 'Excel' };

export async function render(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    config: { type: 'string' },
    layout: { type: 'string' },
    toc: { type: 'boolean' },
    number: { type: 'string' },
    'copy-to': { type: 'string' },
    'printed-by': { type: 'string' },
    targets: { type: 'string', multiple: true },
    annex: { type: 'string', multiple: true },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0 || values.to === undefined) {
    throw new CommandError({
      zh: 'render需要一个文件和格式：planwright render 文件 --to html',
      en: 'render needs one file and a format: planwright render FILE --to html',
    });
  }
  const format = choice('--to', values.to, outputFormats);
  const program = binary[format];
  if (program && values.output === undefined && terminal.stdout.isTTY) {
    const article = program === 'Excel' ? 'An' : 'A';
    throw new CommandError({
      zh: `${program}文件不能显示在终端里，请用-o指定存为哪个文件：-o 输出.${format}`,
      en: `${article} ${program} file cannot be shown in a terminal; say where to put it: -o OUT.${format}`,
    });
  }
  const options: OutputOptions = {
    ...(values.layout === undefined ? {} : { layout: choice('--layout', values.layout, layouts) }),
    ...(values.toc === undefined ? {} : { contents: values.toc }),
    office: {
      ...(values.number === undefined ? {} : { documentNumber: values.number }),
      ...(values['copy-to'] === undefined ? {} : { copyTo: values['copy-to'] }),
      ...(values['printed-by'] === undefined ? {} : { printedBy: values['printed-by'] }),
    },
  };
  const choices = choicesOf(values.targets ?? [], values.annex ?? []);
  const { document } = await openPlan(name, terminal, values.config);
  const rendered = await outputOfDocument(document, format, choices, options);
  if (values.output === undefined) terminal.stdout.write(rendered);
  else await writeWhole(values.output, rendered);
  return 0;
}

const forms: readonly StatementForm[] = ['sentences', 'list', 'table'];
const annexes: readonly AnnexId[] = ['indicators', 'owners', 'deadlines', 'evaluation'];

/** `--targets table --targets 农业=list --annex indicators,owners`; what is not said is left to the settings. */
function choicesOf(targets: readonly string[], annex: readonly string[]): ReportOptions {
  const whole = targets.filter((word) => !word.includes('=')).at(-1);
  const sections = targets.filter((word) => word.includes('='));
  const wanted = annex.flatMap((word) => word.split(',')).filter((word) => word !== '');
  return {
    ...(whole === undefined ? {} : { targets: choice('--targets', whole, forms) }),
    ...(sections.length === 0
      ? {}
      : { targetsIn: Object.fromEntries(sections.map(formOfSection)) }),
    ...(annex.length === 0
      ? {}
      : { annexes: [...new Set(wanted.map((word) => choice('--annex', word, annexes)))] }),
  };
}

/** The title may hold an equals sign itself. */
function formOfSection(word: string): [title: string, form: StatementForm] {
  const at = word.lastIndexOf('=');
  return [word.slice(0, at), choice('--targets', word.slice(at + 1), forms)];
}
