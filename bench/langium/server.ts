/** Langium's own language server for the same language, over stdio. */
import { startLanguageServer } from 'langium/lsp';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createPlanServices } from './services.ts';

const connection = createConnection(ProposedFeatures.all);
createPlanServices(connection).then((services) => startLanguageServer(services.shared));
