import { scopeOf } from '../catalog';
import { without } from './canonical';
import type { RoleMatches } from './match';
import type { Change, Live, LiveRole, LiveUser, Report } from './model';
import { refOf, roleId, userId, usersWith } from './refs';
import { predecessors } from './renames';
import type { Found } from './role-changes';
import type { Wanted, WantedRole } from './wanted';
import { count, defaultFor, printable } from './words';

/**
 * Roles that the file doesn't name are reported, and deleted only with `prune` or where that was staged.
 * Users are deleted only where that was staged: a file names a few, and a service has thousands.
 */
export function deleteChanges(
  wanted: Wanted,
  found: RoleMatches,
  live: Live,
  before: readonly Change[],
  prune: boolean,
): Found {
  const users = deletedUsers(wanted, live);
  const changes: Change[] = [];
  const reports: Report[] = [];
  const managed = new Set<string>(found.matches.flatMap(({ live: role }) => role?.sid ?? []));
  const unclear = new Set<string>(found.reports.flatMap(({ sids }) => sids ?? []));
  const successors = new Map(
    found.matches.flatMap((match) => predecessors(match, found).map(({ sid }) => [sid, match.wanted])),
  );
  for (const role of live.roles) {
    const staged = wanted.deletedRoles.some((edit) => edit.role.sid === role.sid);
    if (managed.has(role.sid) || (unclear.has(role.sid) && !staged)) continue;
    if (!staged && !prune) {
      reports.push(unmanaged(role));
      continue;
    }
    const why =
      whyKept(role, live, [...before, ...users]) ??
      (staged ? undefined : whyParticipantsNeed(role, successors.get(role.sid)));
    if (why) reports.push(kept(role, why, staged));
    else changes.push(deletedRole(role, staged ? 'staged' : 'file', live));
  }
  return { changes: [...users, ...changes], reports, unchanged: 0 };
}

/** Moves of users off roles that are staged to be deleted. */
export function movesOff(wanted: Wanted, found: RoleMatches, live: Live): readonly Change[] {
  return wanted.deletedRoles.flatMap(({ role: { sid }, moveUsersTo }) => {
    const role = found.live.get(sid);
    const users = role && usersWith(live, role);
    if (!role || !moveUsersTo || users === 0) return [];
    const hasNamesake = found.live.named(role.type, role.friendlyName).length > 1;
    const change: Change = {
      verb: 'move-users',
      id: roleId('move-users', role, hasNamesake),
      origin: 'staged',
      ...(users !== undefined && { users }),
      destructive: false,
      from: refOf(role),
      to: moveUsersTo,
    };
    return [change];
  });
}

/** Why a role can't be deleted after these changes. `undefined` where it can. */
export function whyKept(role: LiveRole, live: Live, before: readonly Change[]): string | undefined {
  for (const key of ['user', 'participant', 'creator'] as const) {
    const change = before.find((other) => other.verb === 'set-default' && other.key === key);
    const sid = change?.verb === 'set-default' ? change.after.sid : live.defaults[key];
    if (sid === role.sid) return `it is the default role for ${defaultFor[key]}`;
  }
  if (scopeOf(role.type) !== 'service') return undefined;
  const users = usersWith(live, role);
  if (users === undefined) return "its users weren't counted";
  if (before.some((change) => change.verb === 'move-users' && change.from.sid === role.sid)) return undefined;
  const left = users - before.filter((change) => leaves(change, role)).length;
  if (left > 0) return `${count(left, 'user has', 'users have')} it`;
  return before.some((change) => arrives(change, role)) ? 'users are given it' : undefined;
}

/** Nobody can see whether participants have a role. Those of one that was renamed do, as nothing moves them. */
function whyParticipantsNeed(role: LiveRole, successor: WantedRole | undefined): string | undefined {
  if (!successor || scopeOf(role.type) !== 'conversation') return undefined;
  const name = printable(successor.friendlyName);
  return `participants may have it from before "${name}"; remove "renamedFrom" to have it deleted`;
}

/** Whether the change takes a user off this role. */
export function leaves(change: Change, role: { readonly sid: string }): boolean {
  if (change.verb === 'delete-user') return change.before.roleSid === role.sid;
  return change.verb === 'update-user' && change.role !== undefined && change.holds === role.sid;
}

function arrives(change: Change, role: LiveRole): boolean {
  switch (change.verb) {
    case 'update-user':
      return change.role?.after.sid === role.sid;
    case 'create-user':
      return change.role?.sid === role.sid;
    case 'move-users':
      return change.to.sid === role.sid;
    default:
      return false;
  }
}

/** The deletion of a role that is out of use. */
export function deletedRole(role: LiveRole, origin: Change['origin'], live: Live): Change {
  const users = usersWith(live, role);
  return {
    verb: 'delete-role',
    id: roleId('delete-role', role, true),
    origin,
    // Nobody has it any more when it goes: the changes before this one say whom they move.
    ...(users !== undefined && { users: 0 }),
    destructive: true,
    role: refOf(role),
    before: without(role.permissions, []),
  };
}

function deletedUsers(wanted: Wanted, live: Live): readonly Change[] {
  return wanted.deletedUsers.flatMap(({ user: { sid } }) => {
    const user = live.users.find((other) => other.sid === sid);
    return user ? [deletedUser(user, 'staged')] : [];
  });
}

/** The deletion of a user, who is kept in it so that it can be undone. */
export function deletedUser(before: LiveUser, origin: Change['origin']): Change {
  const user = { identity: before.identity, sid: before.sid };
  return {
    verb: 'delete-user',
    id: userId('delete-user', user),
    origin,
    users: 1,
    destructive: true,
    user,
    before,
  };
}

function kept(role: LiveRole, why: string, staged: boolean): Report {
  return {
    kind: 'role-kept',
    severity: staged ? 'error' : 'information',
    message: `"${printable(role.friendlyName)}" (${role.type}) isn't deleted: ${why}.`,
    role: refOf(role),
  };
}

function unmanaged(role: LiveRole): Report {
  return {
    kind: 'unmanaged-role',
    severity: 'information',
    message: `"${printable(role.friendlyName)}" (${role.type}) isn't in the file.`,
    role: refOf(role),
  };
}
