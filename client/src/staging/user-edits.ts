import { l10n, window } from 'vscode';
import { type LiveUser, scopeOf } from '../../../core/src';
import type { ServiceKey } from '../live/store';
import { complain } from '../notify';
import type { Planning } from '../plan/planning';
import { chooseShownService } from '../plan/target';
import { isUserNode } from '../sidebar/nodes/user';
import { askAttributes, askRole } from './ask';

/** Which users an edit is about; all of one service. */
interface Meant {
  readonly key: ServiceKey;
  readonly users: readonly LiveUser[];
}

/** The selected rows' users, first the one whose menu it is; or the one whom the person names. */
async function meant(planning: Planning, args: readonly unknown[]): Promise<Meant | undefined> {
  const [row, selection] = args;
  const rows = [...new Set([row, ...(Array.isArray(selection) ? selection : [])])].filter(isUserNode);
  const [first] = rows;
  if (first) {
    const mine = rows.filter(({ key }) => key.sid === first.key.sid && key.product === first.key.product);
    return { key: first.key, users: mine.map(({ user }) => user) };
  }
  if (!(await planning.session.require())) return undefined;
  const key = await chooseShownService(planning);
  const identity =
    key &&
    (await window.showInputBox({ prompt: l10n.t('Identity or SID of the user'), ignoreFocusOut: true }));
  if (!key || !identity) return undefined;
  const service = await planning.live.service(key).connection.get();
  const user = await service.user(identity);
  if (user) return { key, users: [user] };
  void complain(l10n.t('There is no user "{0}".', identity));
  return undefined;
}

/** Gives one role to all of them. */
export async function assignRole(planning: Planning, args: readonly unknown[]): Promise<void> {
  const found = await meant(planning, args);
  if (!found) return;
  const { key, users } = found;
  const roles = await planning.live.service(key).roles.get();
  const [only] = users;
  const question =
    users.length === 1 && only
      ? l10n.t('Which role does {0} get?', only.identity)
      : l10n.t('Which role do {0} users get?', users.length);
  const role = await askRole(
    question,
    roles.filter(({ type }) => scopeOf(type) === 'service'),
  );
  if (!role) return;
  const { sid, friendlyName, type } = role;
  planning.staging.stage(key, [
    {
      kind: 'assign-role',
      users: users.map((user) => ({ sid: user.sid, identity: user.identity })),
      role: { sid, friendlyName, type },
    },
  ]);
}

export async function renameUser(planning: Planning, args: readonly unknown[]): Promise<void> {
  const found = await meant(planning, args);
  const user = found?.users[0];
  if (!user) return;
  const friendlyName = await window.showInputBox({
    title: l10n.t('Name of {0}', user.identity),
    value: user.friendlyName ?? '',
    ignoreFocusOut: true,
  });
  if (friendlyName !== undefined && friendlyName !== user.friendlyName) {
    planning.staging.stage(found.key, [{ kind: 'edit-user', user: refOf(user), friendlyName }]);
  }
}

export async function editAttributes(planning: Planning, args: readonly unknown[]): Promise<void> {
  const found = await meant(planning, args);
  const user = found?.users[0];
  if (!user) return;
  const attributes = await askAttributes(user.identity, user.attributes ?? '{}');
  if (attributes !== undefined && attributes !== user.attributes) {
    planning.staging.stage(found.key, [{ kind: 'edit-user', user: refOf(user), attributes }]);
  }
}

/** They go with a deploy, whose question says so: nothing is asked here. */
export async function deleteUser(planning: Planning, args: readonly unknown[]): Promise<void> {
  const found = await meant(planning, args);
  if (!found) return;
  const { key, users } = found;
  planning.staging.stage(
    key,
    users.map((user) => ({ kind: 'delete-user', user: refOf(user) })),
  );
}

function refOf({ sid, identity }: LiveUser) {
  return { sid, identity };
}
