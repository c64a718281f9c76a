import { createConnection } from 'vscode-languageserver/node';
import { diskFiles } from './lsp/file-system.node.ts';
import { serve } from './lsp/server.ts';

serve(createConnection(), diskFiles);
