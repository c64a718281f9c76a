/** `planwright lsp`: the language server on standard input and output. */
import { parse } from './arguments.ts';
import { CommandError, type Terminal } from './terminal.ts';

export async function languageServer(
  words: readonly string[],
  _terminal: Terminal,
): Promise<number> {
  const { values } = parse(words, { stdio: { type: 'boolean' } });
  if (!values.stdio) {
    throw new CommandError({
      zh: 'lsp只经由标准输入输出工作：planwright lsp --stdio',
      en: 'lsp works over standard input and output only: planwright lsp --stdio',
    });
  }
  // It reads `--stdio` from the process's own arguments, and ends the process when the editor says so.
  const { startServer } = await import('../programs.ts');
  await startServer();
  return 0;
}
