import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { exportInThread } from './export-thread.node.ts';
import { diskFiles } from './file-system.node.ts';
import { serve } from './server.ts';
import { standardConnection } from './standard-io.node.ts';

// The bundle lies in dist/, beside docs/.
const documentation = pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href;
const isStandard = process.argv.includes('--stdio');
serve(isStandard ? standardConnection() : createConnection(), diskFiles, {
  documentation,
  takesReadyJson: isStandard,
  exportElsewhere: exportInThread,
});
