import { l10n, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { applyEdits, type Edit } from '../../../core/src';
import type { RolesFile } from '../files/roles-files';

/** Replaces parts of a file in its editor, as one step that Undo takes back. Nothing is saved. */
export async function editFile(
  { uri, document: { text } }: RolesFile,
  edits: readonly Edit[],
): Promise<void> {
  const shown = (await workspace.openTextDocument(uri)).getText();
  if (shown === text) return replace(uri, edits);
  // An editor that opens a file makes its line ends all of one kind, which moves what the edits count.
  if (lines(shown) !== lines(text)) throw notEdited(uri);
  return replaceText(uri, applyEdits(text, edits));
}

/** The whole text of a file, replaced. */
export async function replaceText(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  await replace(uri, [{ start: 0, end: document.getText().length, newText: text }]);
}

async function replace(uri: Uri, edits: readonly Edit[]): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const change = new WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    change.replace(uri, new Range(document.positionAt(start), document.positionAt(end)), newText);
  }
  if (!(await workspace.applyEdit(change))) throw notEdited(uri);
}

function notEdited(uri: Uri): Error {
  return new Error(l10n.t('{0} could not be edited.', workspace.asRelativePath(uri)));
}

function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
