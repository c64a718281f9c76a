import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { noFiles } from './file-system.ts';
import { serve } from './server.ts';

// Seen from inside, a worker’s scope speaks as a worker does from outside.
const worker = self as unknown as Worker;
serve(
  createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)),
  noFiles,
);
