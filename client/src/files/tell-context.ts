import { commands, type Disposable } from 'vscode';
import { contexts } from '../ids';
import type { RolesFiles } from './roles-files';

/** Keeps the context key of welcome views and menus: whether the workspace has a roles.yaml at all. */
export function tellContext(files: RolesFiles): Disposable {
  const tell = async () => {
    const some = (await files.list()).length > 0;
    await commands.executeCommand('setContext', contexts.hasFiles, some);
  };
  void tell();
  return files.onDidChange(() => void tell());
}
