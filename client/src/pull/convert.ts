import { l10n, window, workspace } from 'vscode';
import { convertToConversations } from '../../../core/src';
import { inform } from '../notify';
import type { Planning } from '../plan/planning';
import { chooseFile } from '../plan/target';
import { editFile } from './edit-file';

/** Makes a file of Programmable Chat one of Conversations, in its editor, where Undo takes it back. */
export async function convertFile(planning: Planning, argument: unknown): Promise<void> {
  const file = await chooseFile(planning, argument);
  if (!file) return;
  const edits = convertToConversations(file.document);
  await window.showTextDocument(file.uri);
  if (edits.length === 0) {
    const name = workspace.asRelativePath(file.uri);
    void inform(l10n.t('Nothing in {0} is of Programmable Chat.', name));
    return;
  }
  await editFile(file, edits);
}
