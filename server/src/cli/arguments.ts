/** The words of a command line: options, and everything else. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { CommandError } from './terminal.ts';

/** @throws {CommandError} for an option that the command does not have, or one without its value */
export function parse<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    const [firstSentence] = message.split(/\. |\n/);
    throw new CommandError({ zh: `参数有误：${firstSentence}`, en: firstSentence });
  }
}

/** @throws {CommandError} when the value is none of those that there are */
export function choice<Value extends string>(
  option: string,
  value: string,
  values: readonly Value[],
): Value {
  const found = values.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new CommandError({
    zh: `${option}只能是${values.join('、')}，不能是“${value}”。`,
    en: `${option} can be ${values.join(', ')}, not “${value}”.`,
  });
}
