// Builds every bundle of the extension into dist/. `--watch` keeps building, `--production` minifies.
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  // The command line and the sandbox run on the Node of the machine, which is often older than VS Code's.
  target: 'node20',
  format: 'cjs',
  // ESM builds first: the UMD builds of some language server packages hide their requires from a bundler.
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'info',
};

/**
 * A function of what Node gives to a module, for `cli.js` to call: to wrap the text at every start would copy it. And
 * for libraries that are ES modules and ask where they are, to require from there, an answer.
 */
const callable = {
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
  define: { 'import.meta.url': '__filename' },
};

/** `require` for `import()`: without it, Node starts its loader of ES modules for a CommonJS bundle. */
const requiring = { supported: { 'dynamic-import': false } };

/**
 * The command line is three bundles, each loaded when it is needed: `cli.js` loads the others with what V8 kept of
 * them, `cli-program.js` is what needs no account, `cli-heavy.js` is everything else.
 * @type {import('esbuild').Plugin}
 */
const commandLineApart = {
  name: 'command-line-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/heavy$/ }, () => ({ path: './cli-heavy.js', external: true })),
};

/**
 * Commands that are programs of their own are a feature of commander's that nothing here has, and that makes it load
 * a fifth of Node's network and process code at every start.
 * @type {import('esbuild').Plugin}
 */
const withoutPrograms = {
  name: 'without-programs',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'export default {};' }));
  },
};

/**
 * A fifth of the extension would be parts of undici that nothing here calls, its experimental parser among them:
 * undici loads that one only when the environment asks for it, which is answered here for good. Of the other one it has
 * two: the one that every processor runs is enough. What is left runs on Node 20, which undici as a whole doesn't.
 * @type {import('esbuild').BuildOptions}
 */
const withoutUnused = {
  define: { 'process.env.UNDICI_USE_MILO': '"0"' },
  plugins: [
    {
      name: 'without-unused',
      setup: ({ onLoad }) =>
        onLoad(
          {
            filter:
              /undici[\\/]lib[\\/](milo|mock|cache|interceptor|web[\\/](websocket|eventsource|cookies|cache)|llhttp[\\/]llhttp_simd-wasm)[\\/.]/,
          },
          // One of them is made when undici is loaded, called or not.
          () => ({ contents: 'module.exports = { CacheStorage: class {} };', loader: 'js' }),
        ),
    },
  ],
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    ...withoutUnused,
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
  {
    ...shared,
    ...requiring,
    // In a process and in a web worker: the language server's library has an entry for each.
    conditions: ['node', 'browser'],
    entryPoints: { server: 'server/src/language/anywhere.ts' },
    outdir: 'dist',
  },
  {
    ...shared,
    // The language features alone, for VS Code in a browser.
    entryPoints: { browser: 'client/src/browser.ts' },
    // Nothing that a browser runs needs the last two: what imports them is left out, and a test looks.
    external: ['vscode', 'undici', 'node:*'],
    platform: 'browser',
    target: 'es2023',
    outdir: 'dist',
  },
  {
    ...shared,
    ...requiring,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
    outdir: 'dist',
  },
  {
    ...shared,
    ...requiring,
    ...callable,
    define: { ...callable.define, ...withoutUnused.define },
    entryPoints: { 'cli-program': 'server/src/cli/program.ts', 'cli-heavy': 'server/src/cli/heavy.ts' },
    plugins: [commandLineApart, withoutPrograms, ...withoutUnused.plugins],
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
