/** Runs the command line inside the test, with a terminal that remembers what was written. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../../server/src/cli/command-line.ts';
import type { Terminal } from '../../../server/src/cli/terminal.ts';

export interface Outcome {
  readonly status: number;
  /** Bytes are one character each. */
  readonly out: string;
  readonly err: string;
}

interface Circumstances {
  readonly input?: string | Uint8Array;
  /** True for a person who looks on. */
  readonly watched?: boolean;
  readonly locale?: string;
  readonly environment?: Record<string, string>;
}

export async function planwright(
  words: readonly string[],
  { input = '', watched = false, locale = 'en-GB', environment = {} }: Circumstances = {},
): Promise<Outcome> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    isTTY: watched,
    columns: 80,
    write(content: string | Uint8Array) {
      written[name] +=
        typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    },
  });
  const terminal: Terminal = {
    stdout: stream('out'),
    stderr: stream('err'),
    environment,
    locale,
    documentation: 'file:///planwright/docs/rules',
    readStandardInput: async () =>
      typeof input === 'string' ? new TextEncoder().encode(input) : input,
  };
  const status = await run(words, terminal);
  return { status, ...written };
}

/** A fresh folder with these files in it. Slashes in their names make folders. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planwright-cli-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
