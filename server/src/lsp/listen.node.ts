import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { diskFiles } from './file-system.node.ts';
import { serve } from './server.ts';

// The bundle lies in dist/, beside docs/.
const documentation = pathToFileURL(path.join(__dirname, '..', 'docs', 'rules')).href;
serve(createConnection(), diskFiles, documentation);
