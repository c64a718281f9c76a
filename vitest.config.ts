import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Editor tests run inside VS Code: test/editor/run.mjs.
    include: ['test/{unit,protocol,bundle}/**/*.test.ts'],
    // A limit is for what hangs, not for what is slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
