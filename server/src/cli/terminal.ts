/** What a command sees of the process that it runs in. Tests hand it one of their own. */
import { readerOf } from '../features/reader.ts';
import type { Message } from '../model/types.ts';

export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(content: string | Uint8Array): unknown;
}

export interface Terminal {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Language of the messages, as BCP 47: `zh-CN`, `en-US`. */
  readonly locale: string;
  /** Address of the folder with the pages of the checks. */
  readonly documentation: string;
  /** All of standard input. */
  readStandardInput(): Promise<Uint8Array>;
}

/** The form of a message that this terminal's user reads. */
export function say(terminal: Terminal, message: Message): string {
  return readerOf(terminal.locale).say(message);
}

/** True where escape sequences for colour reach a person: never in a pipe, and not where NO_COLOR is set. */
export function hasColour(stream: OutputStream, terminal: Terminal): boolean {
  const { NO_COLOR, TERM } = terminal.environment;
  return Boolean(stream.isTTY) && !NO_COLOR && TERM !== 'dumb';
}

/** One line that is written over again while work goes on; nothing at all where no one is looking. */
export class Progress {
  private readonly terminal: Terminal;
  private shown = false;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  show(done: number, total: number, what: string): void {
    const { stderr } = this.terminal;
    // One file is done before its line could be read.
    if (!stderr.isTTY || total < 2) return;
    const line = `${done + 1}/${total} ${what}`;
    stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
    this.shown = true;
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.shown) this.terminal.stderr.write('\r\u001b[K');
    this.shown = false;
  }
}

/** A wrong call, or a file that cannot be read or written: one line on standard error, exit status 2. */
export class CommandError extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.en);
    this.said = said;
  }
}
