import { l10n } from 'vscode';
import { pull } from '../../../core/src';
import type { App } from '../app';
import { minimalEdit } from '../files/minimal-edit';
import type { ServiceKey } from '../live/store';
import { inform, warn } from '../notify';
import { fileFor } from '../plan/file-for';
import { editFile } from '../pull/edit-file';
import type { RoleNode } from './nodes/role';
import { revealInFile } from './reveal-in-file';

/** Writes live roles into the file that the service is deployed from, as an edit that can be undone. */
export async function addToFile(app: App, key: ServiceKey, rows: readonly RoleNode[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { account, product, service } = await app.live.service(key).connection.get();
  const found = fileFor(await app.files.list(), key, service.isDefault);
  if (!found) {
    void inform(l10n.t('No roles.yaml of this workspace names the service {0}.', key.sid));
    return;
  }
  const { document } = found.file;
  const roles = rows.map(({ role }) => role);
  const pulled = pull(
    { product, account, service, roles, defaults: {}, users: [] },
    {
      existing: document.text,
      addMissing: true,
      ...(found.serviceName && { serviceName: found.serviceName }),
    },
  );
  if ('problem' in pulled) {
    void warn(pulled.problem);
    return;
  }
  await editFile(found.file, [minimalEdit(document.text, pulled.text)]);
  await revealInFile(app, key, first.role);
}
