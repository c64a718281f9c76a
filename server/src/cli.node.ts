import { loadCompiled } from './compiled.node.ts';

const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'none';
const { startCommandLine } = loadCompiled<typeof import('./programs.ts')>('planwright.js', command);
void startCommandLine();
