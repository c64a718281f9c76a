import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './command-line.ts';
import type { Terminal } from './terminal.ts';

const terminal: Terminal = {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  // The bundle lies in dist/, beside docs/.
  documentation: pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href,
  async readStandardInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
};

// A reader such as `head` may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), terminal).then((status) => {
  process.exitCode = status;
});
