import { commands, l10n, type Uri } from 'vscode';
import { type Change, renderYaml } from '../../../core/src';
import { serviceName, titleOf } from './describe';
import type { VirtualDocuments } from './documents';
import { idOf, type Planned } from './planned';

/** One change as YAML, before and after, in the diff editor. */
export async function showChange(
  documents: VirtualDocuments,
  planned: Planned,
  change: Change,
): Promise<void> {
  const { before, after, name } = sides(documents, planned, change);
  await commands.executeCommand('vscode.diff', before, after, name, { preview: true });
}

/** Every change of these, in one multi-diff editor. */
export async function showChanges(
  documents: VirtualDocuments,
  planned: Planned,
  changes: readonly Change[] = planned.plan.changes,
): Promise<void> {
  const rows = changes.map((change): [Uri, Uri, Uri] => {
    const { before, after } = sides(documents, planned, change);
    return [after, before, after];
  });
  await commands.executeCommand('vscode.changes', l10n.t('Plan of {0}', serviceName(planned.plan)), rows);
}

function sides(
  documents: VirtualDocuments,
  planned: Planned,
  change: Change,
): { before: Uri; after: Uri; name: string } {
  const { before, after } = renderYaml(change);
  const name = titleOf(change);
  const at = (side: string) => [idOf(planned.target.key).replace('/', '-'), change.id, side, `${name}.yaml`];
  return { before: documents.put(at('before'), before), after: documents.put(at('after'), after), name };
}
