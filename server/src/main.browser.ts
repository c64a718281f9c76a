void import('./programs.ts').then(({ startWorker }) => startWorker());
