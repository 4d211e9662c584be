import { sameSet, without } from './canonical';
import type { RoleMatch, RoleMatches } from './match';
import type { Change, Live, LiveRole, Report, RoleRef } from './model';
import { refOf, roleId, usersWith } from './refs';
import { printable } from './words';

/** What a part of a plan found. */
export interface Found {
  readonly changes: readonly Change[];
  readonly reports: readonly Report[];
  readonly unchanged: number;
}

/** Roles to create, roles to update, and users to move where a role was renamed. */
export function roleChanges(found: RoleMatches, live: Live): Found {
  const parts = found.matches.map((match) => (match.live ? updated(match, live) : created(match, found)));
  const moves = found.matches.map((match) => moved(match, found, live));
  return {
    changes: [...parts, ...moves].flatMap(({ change }) => change ?? []),
    reports: [...parts, ...moves].flatMap(({ report }) => report ?? []),
    unchanged: parts.filter(({ change, report }) => !change && !report).length,
  };
}

interface Part {
  readonly change?: Change;
  readonly report?: Report;
}

function created({ wanted }: RoleMatch, found: RoleMatches): Part {
  const { friendlyName, type, permissions, renamedFrom, origin } = wanted;
  const role = { friendlyName, type };
  if (permissions.length === 0) return { report: emptyRole(role) };
  const old = predecessors(wanted, found);
  return {
    change: {
      verb: 'create-role',
      id: roleId('create-role', role),
      origin,
      users: 0,
      destructive: false,
      role,
      permissions: without(permissions, []),
      ...(renamedFrom !== undefined && old[0] && { renamedFrom: refOf(old[0]) }),
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

/** The API can't rename a role: its users move to the new one, and the old one stays until it is deleted. */
function moved({ wanted, live: successor }: RoleMatch, found: RoleMatches, live: Live): Part {
  const { friendlyName, type, renamedFrom } = wanted;
  if (renamedFrom === undefined) return {};
  const olds = predecessors(wanted, found).filter(({ sid }) => sid !== successor?.sid);
  const [old] = olds;
  if (!old) return {};
  const name = printable(old.friendlyName);
  if (olds.length > 1) {
    const sids = olds.map(({ sid }) => sid);
    return {
      report: {
        kind: 'ambiguous-role',
        severity: 'error',
        message: `"renamedFrom" of "${printable(friendlyName)}" names "${name}", and ${olds.length} live ${type} roles are called that: ${sids.join(', ')}; remove "renamedFrom" and move the users yourself.`,
        sids,
      },
    };
  }
  const users = usersWith(live, old);
  if (type === 'conversation' || type === 'channel') {
    return {
      report: {
        kind: 'participants-stay',
        severity: 'information',
        message: `Participants who have "${name}" keep it: Twilio doesn't list participants by role.`,
        role: refOf(old),
      },
    };
  }
  if (users === 0) return {};
  return {
    change: {
      verb: 'move-users',
      id: roleId('move-users', old),
      origin: wanted.origin,
      ...(users !== undefined && { users }),
      destructive: false,
      from: refOf(old),
      to: successor ? refOf(successor) : { friendlyName, type },
    },
  };
}

function predecessors(
  { type, renamedFrom }: RoleMatch['wanted'],
  { live }: RoleMatches,
): readonly LiveRole[] {
  return renamedFrom === undefined ? [] : live.named(type, renamedFrom);
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
