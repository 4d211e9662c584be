import { scopeOf } from '../catalog';
import type { RoleMatch, RoleMatches } from './match';
import type { Change, Live, LiveRole, Report } from './model';
import { refOf, roleId, usersWith } from './refs';
import { roleResolver } from './resolve-role';
import type { Found } from './role-changes';
import { grouped } from './role-index';
import type { Wanted } from './wanted';
import { printable } from './words';

/**
 * The API can't rename a role: its users move to the new one, and the old one stays until it is deleted. Nobody moves
 * where the old one is asked for as well, since each deploy would move them back and forth.
 */
export function renames(wanted: Wanted, found: RoleMatches, live: Live): Found {
  const changes: Change[] = [];
  const reports: Report[] = [];
  const claims: { readonly match: RoleMatch; readonly old: LiveRole }[] = [];
  for (const match of found.matches) {
    const olds = predecessors(match, found);
    const [old] = olds;
    if (olds.length > 1) reports.push(ambiguousOld(match, olds));
    else if (old) claims.push({ match, old });
  }
  const managed = new Set(found.matches.map(({ live: role }) => role?.sid));
  const given = rolesGiven(wanted, found);
  for (const [claim, ...others] of grouped(claims, ({ old }) => old.sid).values()) {
    if (!claim) continue;
    const { match, old } = claim;
    const deletion = wanted.deletedRoles.find(({ role }) => role.sid === old.sid);
    if (scopeOf(old.type) === 'conversation') {
      if (!deletion) reports.push(participantsStay(old));
      continue;
    }
    // That edit says where its users go, and wins over the file.
    if (deletion?.moveUsersTo) continue;
    const users = usersWith(live, old);
    const user = given.get(old.sid);
    if (users === 0 && user === undefined) continue;
    if (others.length > 0) reports.push(claimedBy([match, ...others.map((other) => other.match)], old));
    else if (managed.has(old.sid)) reports.push(unclear(match, old, askedFor(old)));
    else if (user !== undefined) reports.push(unclear(match, old, givenTo(user, match)));
    else changes.push(moved(match, old, users));
  }
  return { changes, reports, unchanged: 0 };
}

/** The live roles that an entry may have been before. */
export function predecessors(
  { wanted, live: successor }: RoleMatch,
  { live }: RoleMatches,
): readonly LiveRole[] {
  const { type, renamedFrom } = wanted;
  if (renamedFrom === undefined) return [];
  return live.named(type, renamedFrom).filter(({ sid }) => sid !== successor?.sid);
}

function moved({ wanted, live: successor }: RoleMatch, old: LiveRole, users: number | undefined): Change {
  const { friendlyName, type, origin } = wanted;
  return {
    verb: 'move-users',
    id: roleId('move-users', old),
    origin,
    ...(users !== undefined && { users }),
    destructive: false,
    from: refOf(old),
    to: successor ? refOf(successor) : { friendlyName, type },
  };
}

/** The SIDs of roles that users are asked to have, each with one of them. */
function rolesGiven({ users }: Wanted, found: RoleMatches): ReadonlyMap<string, string> {
  const resolve = roleResolver(found);
  return new Map(
    users.flatMap(({ identity, sid, role }) => {
      const given = role === undefined ? undefined : resolve(role, 'service', '').role?.sid;
      return given ? [[given, identity ?? sid ?? '']] : [];
    }),
  );
}

function participantsStay(old: LiveRole): Report {
  return {
    kind: 'participants-stay',
    severity: 'information',
    message: `Participants who have "${printable(old.friendlyName)}" keep it: Twilio doesn't list participants by role.`,
    role: refOf(old),
  };
}

function ambiguousOld({ wanted }: RoleMatch, olds: readonly LiveRole[]): Report {
  const { friendlyName, type, renamedFrom = '' } = wanted;
  const sids = olds.map(({ sid }) => sid);
  return {
    kind: 'ambiguous-role',
    severity: 'error',
    message: `"renamedFrom" of "${printable(friendlyName)}" names "${printable(renamedFrom)}", and ${olds.length} live ${type} roles are called that: ${sids.join(', ')}; remove "renamedFrom" and move the users yourself.`,
    sids,
  };
}

function claimedBy(matches: readonly RoleMatch[], old: LiveRole): Report {
  const names = matches.map(({ wanted }) => `"${printable(wanted.friendlyName)}"`).join(' and ');
  return {
    kind: 'unclear-rename',
    severity: 'error',
    message: `"renamedFrom" of ${names} names "${printable(old.friendlyName)}", whose users can't move to each of them; keep it in one.`,
    role: refOf(old),
  };
}

function unclear({ wanted }: RoleMatch, old: LiveRole, why: string): Report {
  return {
    kind: 'unclear-rename',
    severity: 'error',
    message: `"renamedFrom" of "${printable(wanted.friendlyName)}" names "${printable(old.friendlyName)}", ${why}.`,
    role: refOf(old),
  };
}

function askedFor({ friendlyName }: LiveRole): string {
  return `which is asked for as well; remove "renamedFrom" to keep both roles, or what asks for "${printable(friendlyName)}"`;
}

function givenTo(user: string, { wanted }: RoleMatch): string {
  return `which user "${printable(user)}" is given; give "${printable(wanted.friendlyName)}" instead, or remove "renamedFrom"`;
}
