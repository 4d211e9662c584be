import { sameSet, without } from './canonical';
import type { RoleMatch, RoleMatches } from './match';
import type { Change, Live, Report, RoleRef } from './model';
import { refOf, roleId, usersWith } from './refs';
import { predecessors } from './renames';
import { printable } from './words';

/** What a part of a plan found. */
export interface Found {
  readonly changes: readonly Change[];
  readonly reports: readonly Report[];
  readonly unchanged: number;
}

/** Roles to create and roles to update. */
export function roleChanges(found: RoleMatches, live: Live): Found {
  const parts = found.matches.map((match) => (match.live ? updated(match, live) : created(match, found)));
  return {
    changes: parts.flatMap(({ change }) => change ?? []),
    reports: parts.flatMap(({ report }) => report ?? []),
    unchanged: parts.filter(({ change, report }) => !change && !report).length,
  };
}

/** What came of one role. */
export interface Part {
  readonly change?: Change;
  readonly report?: Report;
}

function created(match: RoleMatch, found: RoleMatches): Part {
  const { friendlyName, type, permissions, origin } = match.wanted;
  const role = { friendlyName, type };
  if (permissions.length === 0) return { report: emptyRole(role) };
  const [old] = predecessors(match, found);
  return {
    change: {
      verb: 'create-role',
      id: roleId('create-role', role),
      origin,
      users: 0,
      destructive: false,
      role,
      permissions: without(permissions, []),
      ...(old && { renamedFrom: refOf(old) }),
    },
  };
}

function updated({ wanted, live: role }: RoleMatch, live: Live): Part {
  if (!role || sameSet(wanted.permissions, role.permissions)) return {};
  if (wanted.permissions.length === 0) return { report: emptyRole(role) };
  const users = usersWith(live, role);
  const removed = without(role.permissions, wanted.permissions);
  return {
    change: {
      verb: 'update-role',
      id: roleId('update-role', role, wanted.sid !== undefined),
      origin: wanted.origin,
      ...(users !== undefined && { users }),
      destructive: removed.length > 0,
      role: refOf(role),
      before: without(role.permissions, []),
      after: without(wanted.permissions, []),
      added: without(wanted.permissions, role.permissions),
      removed,
    },
  };
}

/** A role that would be left with nothing. */
export function emptyRole(role: RoleRef): Report {
  return {
    kind: 'empty-role',
    severity: 'error',
    message: `"${printable(role.friendlyName)}" (${role.type}) would have no permission, and Twilio keeps no such role; leave it at least one.`,
    role: { friendlyName: role.friendlyName, type: role.type, ...(role.sid && { sid: role.sid }) },
  };
}
