import { enableCompileCache } from 'node:module';

// As in main.node.ts.
enableCompileCache();
void import('./programs.ts').then(({ startCommandLine }) => startCommandLine());
