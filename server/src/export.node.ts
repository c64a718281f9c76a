import { loadCompiled } from './compiled.node.ts';

const { startExport } = loadCompiled<typeof import('./programs.ts')>('planwright.js', 'export');
void startExport();
