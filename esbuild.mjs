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
    entryPoints: { cli: 'server/src/cli/main.ts' },
    // tinyglobby is an ES module that asks where it is; a CommonJS bundle has no `import.meta` to say it.
    banner: {
      js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    },
    define: { 'import.meta.url': 'importMetaUrl' },
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
