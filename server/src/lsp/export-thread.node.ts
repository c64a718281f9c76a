/** Exports in a thread of their own, which reads the document anew: who types meanwhile waits for none of it. */

import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import { type ExportOrder, exported } from './exporting.ts';
import { diskFiles } from './file-system.node.ts';

/** @returns what {@link exported} says, made elsewhere */
export function exportInThread(order: ExportOrder, token: CancellationToken): Promise<string> {
  return new Promise((resolve, reject) => {
    // Whatever a library has to say must not come between what is said to the client.
    const options = { workerData: order, stdout: true };
    const thread = new Worker(path.join(__dirname, 'export.cjs'), options);
    const watch = token.onCancellationRequested(() => void thread.terminate());
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      watch.dispose();
      reject(new Error('The thread has ended too early.'));
    });
  });
}

/** What the thread does. */
export async function answerOrder(): Promise<void> {
  parentPort?.postMessage(await exported(workerData, diskFiles));
}
