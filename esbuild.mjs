// Builds every bundle of the extension into dist/. `--watch` keeps building, `--production` minifies.
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  // The Node of the oldest VS Code that `engines.vscode` allows (docs/architecture.md says which).
  target: 'node22.19',
  format: 'cjs',
  // ESM builds first: the UMD builds of some language server packages hide their requires from a bundler.
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'info',
};

/**
 * For libraries that are ES modules and ask where they are: a CommonJS bundle has no `import.meta` to say it.
 * @param {string[]} lines what the bundle begins with
 */
function selfLocating(...lines) {
  const location = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
  return {
    banner: { js: [...lines, location].join('\n') },
    define: { 'import.meta.url': 'importMetaUrl' },
  };
}

/**
 * The command line reads what speaks to Twilio only when it is needed.
 * @type {import('esbuild').Plugin}
 */
const heavyApart = {
  name: 'heavy-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/heavy$/ }, () => ({ path: './cli-heavy.js', external: true })),
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: { client: 'client/src/extension.ts' },
    external: ['vscode'],
    outdir: 'dist',
  },
  {
    ...shared,
    // The permission matrix's page, which runs in a webview.
    entryPoints: [
      { in: 'client/src/matrix/page/main.ts', out: 'matrix' },
      { in: 'client/src/matrix/page/matrix.css', out: 'matrix' },
    ],
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    outdir: 'dist',
  },
  { ...shared, entryPoints: { server: 'server/src/language/main.ts' }, outdir: 'dist' },
  {
    ...shared,
    ...selfLocating('#!/usr/bin/env node'),
    entryPoints: { cli: 'server/src/cli/main.ts' },
    plugins: [heavyApart],
    outdir: 'dist',
  },
  {
    ...shared,
    ...selfLocating(),
    entryPoints: { 'cli-heavy': 'server/src/cli/heavy.ts' },
    outdir: 'dist',
  },
  { ...shared, entryPoints: { sandbox: 'server/src/sandbox/main.ts' }, outdir: 'dist' },
];

// One bundle that fails doesn't keep the others from being built; esbuild has said by then what is wrong with it.
const builds = await Promise.allSettled(
  bundles.map(async (options) => {
    const builder = await context(options);
    if (watch) return builder.watch();
    await builder.rebuild().finally(() => builder.dispose());
  }),
);
if (builds.some(({ status }) => status === 'rejected')) process.exitCode = 1;
