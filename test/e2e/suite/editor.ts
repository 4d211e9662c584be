import { type Diagnostic, languages, type TextDocument, Uri, window, workspace } from 'vscode';

/** A file of the workspace, which is a copy of the examples. */
export function example(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<TextDocument> {
  return (await window.showTextDocument(await workspace.openTextDocument(example(path)))).document;
}

/** The first diagnostics of a document that satisfy `wanted`; what it has already counts. */
export function diagnosticsWhere(
  document: TextDocument,
  wanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return new Promise((resolve) => {
    const look = () => {
      const diagnostics = languages.getDiagnostics(document.uri);
      if (!wanted(diagnostics)) return;
      listener.dispose();
      resolve(diagnostics);
    };
    const listener = languages.onDidChangeDiagnostics(look);
    look();
  });
}
