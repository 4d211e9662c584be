import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installNode } from '../install-node';
import { installOnce, npmInstall } from '../npm-install';
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
  const home = await installOnce(`code-server-${version.codeServer}`, async (folder) => {
    await npmInstall(folder, [`code-server@${version.codeServer}`]);
    const vscode = join(folder, 'node_modules/code-server/lib/vscode');
    await takeWatcherFromRegistry(vscode);
    await npmInstall(vscode, ['--omit=dev']);
  });
  return {
    node: version.node ? await installNode(version.node) : process.execPath,
    root: join(home, 'node_modules/code-server/lib/vscode'),
  };
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
