import { loadCompiled } from './compiled.node.ts';

const { startServer } = loadCompiled<typeof import('./programs.ts')>('planwright.js', 'server');
void startServer();
