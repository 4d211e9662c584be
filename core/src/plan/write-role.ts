import { sameSet, without } from './canonical';
import type { LiveRole } from './model';
import { settle } from './settle';
import { defaultFor, printable } from './words';
import { calledOtherwise, notAsMeant, type Of, stale, type WriteContext } from './write';

/** Creates a role, unless one of its name has come up. */
export async function createRole(change: Of<'create-role'>, context: WriteContext): Promise<LiveRole> {
  const { service, reading, record, wait } = context;
  const { friendlyName, type } = change.role;
  const label = `"${printable(friendlyName)}" (${type})`;
  const find = async (options: WriteContext['reading']): Promise<LiveRole | undefined> => {
    for await (const role of service.roles(options)) {
      if (role.friendlyName === friendlyName && role.type === type) return role;
    }
    return undefined;
  };
  const there = await find(reading);
  if (there) throw stale(`${label} was created (${there.sid})`);
  const role = await record(() =>
    settle(
      () => service.createRole({ friendlyName, type, permissions: change.permissions }),
      () => find({}),
      wait,
    ),
  );
  if (role.friendlyName !== friendlyName) throw calledOtherwise(label, role.friendlyName, role.sid);
  if (role.type !== type) throw notAsMeant(label, `type ${role.type}`);
  return asMeant(role, label, change.permissions);
}

/** Replaces a role's permissions, if they are what the plan saw. */
export async function updateRole(change: Of<'update-role'>, context: WriteContext): Promise<LiveRole> {
  const { service, reading, record, wait } = context;
  const { sid, friendlyName, type } = change.role;
  const label = `"${printable(friendlyName)}" (${type})`;
  const now = await service.role(sid, reading);
  if (!now) throw stale(`${label} was deleted`);
  if (sameSet(now.permissions, change.after)) return now;
  if (!sameSet(now.permissions, change.before)) {
    throw stale(`${label} changed (${difference(change.before, now.permissions)})`);
  }
  const role = await record(() =>
    settle(
      () => service.updateRole(sid, change.after),
      async () => {
        const after = await service.role(sid);
        return after && sameSet(after.permissions, change.after) ? after : undefined;
      },
      wait,
    ),
  );
  return asMeant(role, label, change.after);
}

/** Deletes a role that is as the plan saw it, is no default, and is no user's. `inUse` reads whose roles are. */
export async function deleteRole(
  change: Of<'delete-role'>,
  context: WriteContext,
  inUse: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  const { service, reading, record, wait } = context;
  const { sid, friendlyName, type } = change.role;
  const label = `"${printable(friendlyName)}" (${type})`;
  const now = await service.role(sid, reading);
  if (!now) return;
  if (!sameSet(now.permissions, change.before)) {
    throw stale(`${label} changed (${difference(change.before, now.permissions)})`);
  }
  const defaults = await service.defaults(reading);
  for (const key of ['user', 'participant', 'creator'] as const) {
    if (defaults[key] === sid)
      throw new Error(`${label} is the default role for ${defaultFor[key]}; it stays.`);
  }
  if ((await inUse()).has(sid))
    throw new Error(`Users still have ${label}; it stays. Plan again to move them.`);
  await record(() =>
    settle<true>(
      async () => {
        await service.deleteRole(sid);
        return true;
      },
      async () => ((await service.role(sid)) ? undefined : true),
      wait,
    ),
  );
}

function asMeant(role: LiveRole, label: string, permissions: readonly string[]): LiveRole {
  if (!sameSet(role.permissions, permissions)) {
    throw notAsMeant(label, difference(permissions, role.permissions));
  }
  return role;
}

/** `+sendMessage -leaveConversation` */
function difference(before: readonly string[], after: readonly string[]): string {
  return [
    ...without(after, before).map((permission) => `+${printable(permission)}`),
    ...without(before, after).map((permission) => `-${printable(permission)}`),
  ].join(' ');
}
