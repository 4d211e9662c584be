import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../../..', import.meta.url).pathname,
  test: {
    include: ['test/e2e/ui/**/*.test.ts'],
    globalSetup: ['test/e2e/ui/setup.ts'],
    // Processes, not threads: they hear of Ctrl-C and end what they started.
    pool: 'forks',
    // Each file opens a VS Code of its own; more than two at once starve each other on a small machine.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
