import { enableCompileCache } from 'node:module';

// What is loaded from here on is found compiled at the next start, which saves a good part of it.
enableCompileCache();
void import('./programs.ts').then(({ startServer }) => startServer());
