import { commands, l10n, type Uri } from 'vscode';
import { type Change, renderYaml } from '../../../core/src';
import { detailOf, serviceName, titleOf } from './describe';
import type { VirtualDocuments } from './documents';
import { idOf, type Planned } from './planned';

/** One change as YAML, before and after, in the diff editor. */
export async function showChange(
  documents: VirtualDocuments,
  planned: Planned,
  change: Change,
): Promise<void> {
  const { before, after } = sides(documents, planned, change);
  const title = `${titleOf(change)} (${detailOf(change)})`;
  await commands.executeCommand('vscode.diff', before.uri, after.uri, title, { preview: true });
}

/** Every change of these, in one multi-diff editor. */
export async function showChanges(
  documents: VirtualDocuments,
  planned: Planned,
  changes: readonly Change[] = planned.plan.changes,
): Promise<void> {
  const rows = changes.map((change) => {
    const { before, after } = sides(documents, planned, change);
    return [after.uri, before.text && before.uri, after.text && after.uri].map((uri) => uri || undefined);
  });
  await commands.executeCommand('vscode.changes', l10n.t('Plan of {0}', serviceName(planned.plan)), rows);
}

interface Side {
  readonly uri: Uri;
  /** Empty where there is nothing before or nothing after. */
  readonly text: string;
}

/** Both sides have one path, so that no editor takes the change for a renamed file. */
function sides(
  documents: VirtualDocuments,
  planned: Planned,
  change: Change,
): { readonly before: Side; readonly after: Side } {
  const { before, after } = renderYaml(change);
  const path = [serviceName(planned.plan), `${titleOf(change)}.yaml`];
  const side = (name: string, text: string): Side => ({
    uri: documents.put(path, text, `${idOf(planned.target.key)}/${change.id}/${name}`),
    text,
  });
  return { before: side('before', before), after: side('after', after) };
}
