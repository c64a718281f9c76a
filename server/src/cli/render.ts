/** `planwright render`: the finished document. */
import { choice, parse } from './arguments.ts';
import { CommandError, type Terminal } from './terminal.ts';

const formats = ['html', 'md', 'json', 'docx', 'xlsx', 'csv', 'stratml'] as const;

export async function render(words: readonly string[], _terminal: Terminal): Promise<number> {
  const { values } = parse(words, {
    to: { type: 'string', default: 'html' },
    output: { type: 'string', short: 'o' },
  });
  const format = choice('--to', values.to, formats);
  throw new CommandError({
    zh: `本版本还不能输出${format}。`,
    en: `Rendering to ${format} is not there yet in this version.`,
  });
}
