/** The floor of every answer: a server that has it ready, and only has to send it. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
let kept: unknown = null;

connection.onInitialize(() => ({ capabilities: {} }));
connection.onRequest('bench/keep', ({ answer }: { answer: unknown }) => {
  kept = answer;
  return null;
});
connection.onRequest('bench/kept', () => kept);
connection.onRequest('bench/nothing', () => null);
connection.listen();
