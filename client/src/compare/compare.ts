import { commands, l10n, workspace } from 'vscode';
import { type LiveRole, pull, type RoleEntry, renderYaml } from '../../../core/src';
import type { RolesFile } from '../files/roles-files';
import { inform, warn } from '../notify';
import { roleCount, serviceName } from '../plan/describe';
import { fileFor } from '../plan/file-for';
import type { Planning } from '../plan/planning';
import { withCancel } from '../plan/progress';
import { chooseFile, chooseTarget } from '../plan/target';
import { readLive } from '../pull/pull';
import { isRoleNode } from '../sidebar/nodes/role';

/** The whole file beside itself with live values in it: what differs is what a deploy would change. */
export async function compareFile(planning: Planning, argument: unknown): Promise<void> {
  const account = await planning.session.require();
  const file = account && (await chooseFile(planning, argument));
  const chosen = file && (await chooseTarget(planning, account, file));
  if (!chosen) return;
  const live = await withCancel(l10n.t('Reading what is live'), ({ signal, report }) =>
    readLive(
      planning,
      chosen.target.key,
      signal,
      (read) => report(l10n.t('{0} read', roleCount(read))),
      file,
    ),
  );
  if (!live) return;
  const { serviceName: name } = chosen.target;
  const made = pull(live, { existing: file.document.text, ...(name && { serviceName: name }) });
  if ('problem' in made) {
    void warn(made.problem);
    return;
  }
  const left = planning.documents.put([serviceName(live), 'live.yaml'], made.text, live.service.sid);
  const title = l10n.t('{0} ↔ {1}', serviceName(live), workspace.asRelativePath(file.uri));
  await commands.executeCommand('vscode.diff', left, file.uri, title);
}

/** One role, live and in the file, side by side. */
export async function compareRole(planning: Planning, argument: unknown): Promise<void> {
  if (!isRoleNode(argument)) {
    await compareFile(planning, argument);
    return;
  }
  const { key, role } = argument;
  const service = await planning.live.service(key).connection.get();
  const found = fileFor(await planning.files.list(), key, service.service.isDefault);
  const entry = found && entryOf(found.file, role);
  if (!found || !entry) {
    void inform(l10n.t('"{0}" is in no file for this service.', role.friendlyName));
    return;
  }
  const inFile = (entry.permissions?.items ?? []).map(({ value }) => value);
  const { before, after } = renderYaml({
    verb: 'update-role',
    id: role.sid,
    origin: 'file',
    destructive: false,
    role,
    before: role.permissions,
    after: [...new Set(inFile)],
    added: [],
    removed: [],
  });
  const put = (side: string, text: string) =>
    planning.documents.put([serviceName(service), `${role.friendlyName}.yaml`], text, `${role.sid}/${side}`);
  const title = l10n.t(
    '{0}: {1} ↔ {2}',
    role.friendlyName,
    serviceName(service),
    workspace.asRelativePath(found.file.uri),
  );
  await commands.executeCommand('vscode.diff', put('live', before), put('file', after), title);
}

function entryOf({ document }: RolesFile, role: LiveRole): RoleEntry | undefined {
  const entries = document.roles.map(({ entry }) => entry);
  return (
    entries.find(({ sid }) => sid && 'value' in sid && sid.value === role.sid) ??
    entries.find(
      ({ friendlyName, type }) => friendlyName?.value === role.friendlyName && type?.value === role.type,
    )
  );
}
