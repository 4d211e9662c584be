import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { project, scratch } from '../../scripts/paths';

/** Bundles the suite that runs inside the extension host, and returns the module that VS Code is to call. */
export async function bundleSuite(): Promise<string> {
  const outdir = scratch('suite');
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: await glob('test/e2e/suite/*.ts', { cwd: project, absolute: true }),
    bundle: true,
    platform: 'node',
    target: 'node22.19',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    outdir,
    logLevel: 'warning',
  });
  return scratch('suite', 'index.js');
}
