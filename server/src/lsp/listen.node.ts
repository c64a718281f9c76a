import { createConnection } from 'vscode-languageserver/node';
import { diskFiles } from './file-system.node.ts';
import { serve } from './server.ts';

serve(createConnection(), diskFiles);
