import { l10n, Selection, TextEditorRevealType, window, workspace } from 'vscode';
import type { RoleRef } from '../../../core/src';
import type { App } from '../app';
import { locateRole } from '../files/locate-role';
import type { ServiceKey } from '../live/store';
import { inform } from '../notify';
import { fileFor } from '../plan/file-for';

/** Opens the file that the service is deployed from, at the role. */
export async function revealInFile(app: App, key: ServiceKey, role: RoleRef): Promise<void> {
  const { service } = await app.live.service(key).connection.get();
  const found = fileFor(await app.files.list(), key, service.isDefault);
  const span = found && locateRole(found.file.document, role);
  if (!found || !span) {
    void inform(
      found
        ? l10n.t('{0} has no role "{1}".', workspace.asRelativePath(found.file.uri), role.friendlyName)
        : l10n.t('No roles.yaml of this workspace names the service {0}.', key.sid),
    );
    return;
  }
  const editor = await window.showTextDocument(found.file.uri);
  const [start, end] = [editor.document.positionAt(span.start), editor.document.positionAt(span.end)];
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
