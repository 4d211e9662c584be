import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A settings file of VS Code, and the folder whose settings these are. */
export interface SettingsFile {
  readonly path: string;
  readonly workspace: string;
}

/**
 * The settings that the editor has for a folder: its own, or else those of the nearest folder above that has some, no
 * higher than the repository. Outside of a repository its own alone: what is above may be anybody's.
 */
export function findSettings(folder: string): SettingsFile | undefined {
  for (const workspace of [folder, ...foldersAbove(folder)]) {
    const path = join(workspace, '.vscode/settings.json');
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return { path, workspace };
  }
  return undefined;
}

/** The folders above this one within its repository, the nearest first. */
function foldersAbove(folder: string): readonly string[] {
  const above: string[] = [];
  for (let at = folder; !existsSync(join(at, '.git')); ) {
    const parent = dirname(at);
    if (parent === at) return [];
    above.push(parent);
    at = parent;
  }
  return above;
}
