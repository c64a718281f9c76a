/** `planwright render`: the finished document, on standard output or in a file. */
import { reportOf } from '../report/build.ts';
import { htmlPage } from '../report/html.ts';
import { jsonOf } from '../report/json.ts';
import { markdownOf } from '../report/markdown.ts';
import type { Report } from '../report/tree.ts';
import { choice, parse } from './arguments.ts';
import { openPlan, writeWhole } from './files.ts';
import { CommandError, type Terminal } from './terminal.ts';

const formats = ['html', 'md', 'docx', 'xlsx', 'csv', 'json', 'stratml'] as const;

const renderers: Partial<Record<(typeof formats)[number], (report: Report) => string>> = {
  html: htmlPage,
  md: markdownOf,
  json: jsonOf,
};

export async function render(words: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(words, {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    config: { type: 'string' },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0 || values.to === undefined) {
    throw new CommandError({
      zh: 'render需要一个文件和格式：planwright render 文件 --to html',
      en: 'render needs one file and a format: planwright render FILE --to html',
    });
  }
  const format = choice('--to', values.to, formats);
  const renderer = renderers[format];
  if (!renderer) {
    throw new CommandError({
      zh: `本版本还不能输出${format}。`,
      en: `Rendering to ${format} is not there yet in this version.`,
    });
  }
  const { document } = await openPlan(name, terminal, values.config);
  const rendered = renderer(reportOf(document.model));
  if (values.output === undefined) terminal.stdout.write(rendered);
  else await writeWhole(values.output, rendered);
  return 0;
}
