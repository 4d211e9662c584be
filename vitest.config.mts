import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The suite that runs inside VS Code has its own runner: test/e2e.
    exclude: ['test/e2e/**', 'node_modules/**'],
    pool: 'threads',
    // A bound for what hangs, far above what anything needs: a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
