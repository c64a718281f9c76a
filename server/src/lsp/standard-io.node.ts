/** The connection over standard input and output. What it writes may be JSON already. */

import { Console } from 'node:console';
import {
  type Connection,
  createConnection,
  type Message,
  type ResponseMessage,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { ReadyJson } from './ready-json.ts';

export function standardConnection(): Connection {
  // Whatever a library has to say must not come between what is said to the client.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout, {
      contentTypeEncoder: { name: 'application/json', encode: async (message) => encoded(message) },
    }),
  );
  let isOver = false;
  connection.onShutdown(() => {
    isOver = true;
  });
  // A client that is gone asks for nothing more.
  process.stdin.once('close', () => process.exit(isOver ? 0 : 1));
  return connection;
}

function encoded(message: Message): Uint8Array {
  const { result, ...others } = message as ResponseMessage;
  if (!(result instanceof ReadyJson)) return Buffer.from(JSON.stringify(message));
  const start = JSON.stringify(others).slice(0, -1);
  return Buffer.concat([Buffer.from(`${start},"result":`), ...result.pieces, Buffer.from('}')]);
}
