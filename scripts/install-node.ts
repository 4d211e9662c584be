import { join } from 'node:path';
import { installOnce, npmInstall } from './npm-install';

/** The npm package that is nothing but the Node of this platform. */
const nodePackage = `node-${process.platform}-${process.arch}`;

/** Installs exactly this Node under `.vscode-test/`, once. Gives the path of the program. */
export async function installNode(version: string): Promise<string> {
  const home = await installOnce(`node-${version}`, (folder) =>
    npmInstall(folder, [`${nodePackage}@${version}`]),
  );
  return join(home, 'node_modules', nodePackage, 'bin/node');
}
