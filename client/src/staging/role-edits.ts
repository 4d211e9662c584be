import { l10n } from 'vscode';
import { type LiveRole, type RoleRef, type RoleSid, scopeOf } from '../../../core/src';
import type { ServiceKey } from '../live/store';
import { complain } from '../notify';
import { userCount } from '../plan/describe';
import type { Planning } from '../plan/planning';
import { withCancel } from '../plan/progress';
import { chooseShownService } from '../plan/target';
import { isRoleNode, type RoleNode } from '../sidebar/nodes/role';
import { askName, askPermissions, askRole, askType } from './ask';
import { sameRole } from './remaining';

/** Which role an edit is about. */
interface Meant {
  readonly key: ServiceKey;
  readonly role: LiveRole;
  readonly roles: readonly LiveRole[];
}

/** The row's role, or the one that the person picks. */
async function meant(planning: Planning, argument: unknown): Promise<Meant | undefined> {
  if (isRoleNode(argument)) return withRoles(planning, argument);
  if (!(await planning.session.require())) return undefined;
  const key = await chooseShownService(planning);
  if (!key) return undefined;
  const roles = await planning.live.service(key).roles.get();
  const role = await askRole(l10n.t('Which role?'), roles);
  return role && { key, role, roles };
}

async function withRoles(planning: Planning, { key, role }: RoleNode): Promise<Meant> {
  return { key, role, roles: await planning.live.service(key).roles.get() };
}

export async function editPermissions(planning: Planning, argument: unknown): Promise<void> {
  const found = await meant(planning, argument);
  if (!found) return;
  const { key, role } = found;
  const permissions = await askPermissions(
    l10n.t('Permissions of {0}', role.friendlyName),
    role.type,
    stagedPermissions(planning, key, role),
  );
  if (permissions) planning.staging.stage(key, [{ kind: 'set-permissions', role: refOf(role), permissions }]);
}

/** What the role would have after a deploy of what is staged. */
function stagedPermissions({ staging }: Planning, key: ServiceKey, role: LiveRole): readonly string[] {
  const edit = staging
    .edits(key)
    .findLast((candidate) => candidate.kind === 'set-permissions' && sameRole(candidate.role, role));
  return edit?.kind === 'set-permissions' ? edit.permissions : role.permissions;
}

export async function createRole(planning: Planning, argument: unknown): Promise<void> {
  if (!(await planning.session.require())) return;
  const key = keyOf(argument) ?? (await chooseShownService(planning));
  if (!key) return;
  const roles = await planning.live.service(key).roles.get();
  const type = await askType(key.product);
  const friendlyName = type && (await askName(l10n.t('New {0} role', type), type, roles));
  const permissions = friendlyName && (await askPermissions(friendlyName, type, []));
  if (permissions) planning.staging.stage(key, [{ kind: 'create-role', friendlyName, type, permissions }]);
}

function keyOf(argument: unknown): ServiceKey | undefined {
  return typeof argument === 'object' && argument !== null && 'key' in argument
    ? (argument.key as ServiceKey)
    : undefined;
}

export async function duplicateRole(planning: Planning, argument: unknown): Promise<void> {
  const found = await meant(planning, argument);
  if (!found) return;
  const { key, role, roles } = found;
  const friendlyName = await askName(
    l10n.t('Duplicate {0}', role.friendlyName),
    role.type,
    roles,
    l10n.t('{0} copy', role.friendlyName),
  );
  if (friendlyName)
    planning.staging.stage(key, [{ kind: 'duplicate-role', source: refOf(role), friendlyName }]);
}

/** Twilio can't rename: it becomes a new role that takes over users and defaults, and the old one stays. */
export async function renameRole(planning: Planning, argument: unknown): Promise<void> {
  const found = await meant(planning, argument);
  if (!found) return;
  const { key, role, roles } = found;
  const title = l10n.t('Rename {0}: a new role takes over its users', role.friendlyName);
  const friendlyName = await askName(title, role.type, roles, role.friendlyName);
  if (friendlyName) planning.staging.stage(key, [{ kind: 'rename-role', role: refOf(role), friendlyName }]);
}

/** Says who has the role, and asks for the role that they get instead. */
export async function deleteRole(planning: Planning, argument: unknown): Promise<void> {
  const found = await meant(planning, argument);
  if (!found) return;
  const { key, role, roles } = found;
  const others = roles.filter((other) => other.sid !== role.sid && other.type === role.type);
  if (scopeOf(role.type) !== 'service') {
    planning.staging.stage(key, [{ kind: 'delete-role', role: refOf(role) }]);
    return;
  }
  const holders = await withCancel(
    l10n.t('Looking for users with {0}', role.friendlyName),
    ({ signal, report }) =>
      usersWith(planning, key, role.sid, signal, (read) => report(l10n.t('{0} read', userCount(read)))),
  );
  if (!holders) return;
  if (holders.length === 0) {
    planning.staging.stage(key, [{ kind: 'delete-role', role: refOf(role) }]);
    return;
  }
  if (others.length === 0) {
    void complain(
      l10n.t('There is no other role for the {0} with {1}.', userCount(holders.length), role.friendlyName),
    );
    return;
  }
  const next = await askRole(whoHasIt(role, holders), others);
  if (next) {
    planning.staging.stage(key, [{ kind: 'delete-role', role: refOf(role), moveUsersTo: refOf(next) }]);
  }
}

function whoHasIt(role: LiveRole, holders: readonly string[]): string {
  const some = holders.slice(0, 3).join(', ');
  return holders.length > 3
    ? l10n.t(
        '{0} is held by {1} and {2} more. Which role do they get?',
        role.friendlyName,
        some,
        holders.length - 3,
      )
    : l10n.t('{0} is held by {1}. Which role do they get?', role.friendlyName, some);
}

async function usersWith(
  { live }: Planning,
  key: ServiceKey,
  role: RoleSid,
  signal: AbortSignal,
  progress: (read: number) => void,
): Promise<readonly string[]> {
  const service = await live.service(key).connection.get();
  const holders: string[] = [];
  let read = 0;
  for await (const user of service.users({ signal })) {
    read += 1;
    if (user.roleSid === role) holders.push(user.identity);
    if (read % 50 === 0) progress(read);
  }
  return holders;
}

function refOf({ friendlyName, type, sid }: LiveRole): RoleRef & { readonly sid: RoleSid } {
  return { friendlyName, type, sid };
}
