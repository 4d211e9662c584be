import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './child';
import { scratch } from './paths';

/**
 * A folder under `.vscode-test/` that is filled once, whoever else fills it meanwhile: one that was left half full is
 * begun anew. Gives its path.
 */
export async function installOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const home = scratch(name);
  if (existsSync(home)) return home;
  await mkdir(dirname(home), { recursive: true });
  const unfinished = await mkdtemp(`${home}.unfinished-`);
  await writeFile(join(unfinished, 'package.json'), '{ "private": true }\n');
  await fill(unfinished);
  await rename(unfinished, home).catch(async (error: unknown) => {
    // Another was quicker.
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

/** `npm install` in a folder, with no install script run. */
export async function npmInstall(cwd: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...quiet, ...args], { cwd, shell: process.platform === 'win32' });
}
