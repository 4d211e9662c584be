import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../child';
import { scratch } from '../paths';
import type { VSCodeVersion } from './versions';

/** A VS Code on this machine, ready to be served. */
export interface InstalledVSCode {
  /** The Node that serves it and runs its extension host. */
  readonly node: string;
  /** The folder of `out/server-main.js`. */
  readonly root: string;
}

/**
 * Installs a VS Code under `.vscode-test/`, once. No install script runs and nothing is compiled: the native
 * modules that are missing then (terminals, file watching by the system) cost only lines in the log.
 */
export async function installVSCode(version: VSCodeVersion): Promise<InstalledVSCode> {
  const home = scratch(`code-server-${version.codeServer}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'package.json'), '{ "private": true }\n');
    const packages = [`code-server@${version.codeServer}`];
    if (version.node) packages.push(`${nodePackage}@${version.node}`);
    await npmInstall(unfinished, packages);
    const vscode = join(unfinished, 'node_modules/code-server/lib/vscode');
    await takeWatcherFromRegistry(vscode);
    await npmInstall(vscode, ['--omit=dev']);
    await rename(unfinished, home);
  }
  return {
    node: version.node ? join(home, 'node_modules', nodePackage, 'bin/node') : process.execPath,
    root: join(home, 'node_modules/code-server/lib/vscode'),
  };
}

/** The npm package that is nothing but the Node of this platform. */
const nodePackage = `node-${process.platform}-${process.arch}`;

async function npmInstall(cwd: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...quiet, ...args], { cwd, shell: process.platform === 'win32' });
}

/** Older releases name the file watcher by a git commit, which asks for more than a package registry. */
async function takeWatcherFromRegistry(vscode: string): Promise<void> {
  const path = join(vscode, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  if (!manifest.dependencies['@parcel/watcher'].includes('#')) return;
  manifest.dependencies['@parcel/watcher'] = '^2.5.1';
  await writeFile(path, JSON.stringify(manifest, undefined, 2));
  await rm(join(vscode, 'npm-shrinkwrap.json'));
}
