import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = new URL('../../..', import.meta.url).pathname;

declare module 'vitest' {
  interface ProvidedContext {
    readonly vscode: 'newest' | 'oldest';
  }
}

/** The tests in one VS Code. `npm start` opens the newest whatever happens. */
function inVSCode(vscode: 'newest' | 'oldest', exclude: string[] = []): TestProjectInlineConfiguration {
  return {
    extends: true,
    root,
    test: { name: vscode, provide: { vscode }, include: ['test/e2e/ui/**/*.test.ts'], exclude },
  };
}

export default defineConfig({
  root,
  test: {
    projects: [inVSCode('newest'), inVSCode('oldest', ['test/e2e/ui/start.test.ts'])],
    globalSetup: ['test/e2e/ui/setup.ts'],
    // Processes, not threads: they hear of Ctrl-C and end what they started.
    pool: 'forks',
    // Each file opens a VS Code of its own; more than two at once starve each other on a small machine.
    maxWorkers: 2,
    // Far above what anything needs: a slow machine is no failure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
