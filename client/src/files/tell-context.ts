import { commands, Disposable, languages, workspace } from 'vscode';
import { contexts } from '../ids';
import { documentSelector } from '../language/selector';
import type { RolesFiles } from './roles-files';

/** Keeps the context keys of welcome views and menus: whether the workspace has a roles.yaml, and which editors show one. */
export function tellContext(files: RolesFiles): Disposable {
  const tell = async () => {
    const inWorkspace = await files.list();
    const open = workspace.textDocuments.filter(
      (document) => languages.match(documentSelector(), document) > 0,
    );
    const read = await Promise.all(open.map(({ uri }) => files.read(uri)));
    // As `resourcePath` has it: a window that is far from its files calls them by another scheme than we do.
    const ours = [...inWorkspace, ...read].flatMap((file) => (file ? [file.uri.path, file.uri.fsPath] : []));
    await commands.executeCommand('setContext', contexts.hasFiles, inWorkspace.length > 0);
    await commands.executeCommand('setContext', contexts.ours, [...new Set(ours)]);
  };
  void tell();
  return Disposable.from(
    files.onDidChange(() => void tell()),
    workspace.onDidOpenTextDocument(() => void tell()),
  );
}
