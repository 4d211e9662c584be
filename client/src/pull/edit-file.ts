import { l10n, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Edit } from '../../../core/src';

/** Replaces parts of a file in its editor, as one step that Undo takes back. Nothing is saved. */
export async function editFile(uri: Uri, edits: readonly Edit[]): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const change = new WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    change.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
  }
  if (!(await workspace.applyEdit(change))) {
    throw new Error(l10n.t('{0} could not be edited.', workspace.asRelativePath(uri)));
  }
}

/** The whole text of a file, replaced. */
export async function replaceText(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  await editFile(uri, [{ start: 0, end: document.getText().length, newText: text }]);
}
