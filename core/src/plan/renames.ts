import { scopeOf } from '../catalog';
import type { RoleMatch, RoleMatches } from './match';
import type { Live, LiveRole, Report } from './model';
import { refOf, roleId, usersWith } from './refs';
import { roleResolver } from './resolve-role';
import type { Found, Part } from './role-changes';
import { grouped } from './role-index';
import type { Wanted } from './wanted';
import { printable } from './words';

/** The API can't rename a role: its users move to the new one, and the old one stays until it is deleted. */
export function renames(wanted: Wanted, found: RoleMatches, live: Live): Found {
  const renamed = found.matches.filter((match) => match.wanted.renamedFrom !== undefined);
  // Most files have none, and to see what each of thousands of users is given takes its time.
  if (renamed.length === 0) return { changes: [], reports: [], unchanged: 0 };
  const whyUnclear = judge(wanted, found);
  const parts = renamed.map((match): Part => {
    const olds = predecessors(match, found);
    const [old] = olds;
    const why = whyUnclear(match, olds);
    if (why !== undefined) return { report: unclear(match, olds, why) };
    return old ? left(old, match, wanted, live) : {};
  });
  return {
    changes: parts.flatMap(({ change }) => change ?? []),
    reports: parts.flatMap(({ report }) => report ?? []),
    unchanged: 0,
  };
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

/** What becomes of whom the old role has. */
function left(
  old: LiveRole,
  { wanted, live: successor }: RoleMatch,
  { deletedRoles }: Wanted,
  live: Live,
): Part {
  const { friendlyName, type, origin } = wanted;
  const deletion = deletedRoles.find(({ role }) => role.sid === old.sid);
  if (scopeOf(type) === 'conversation') return deletion ? {} : { report: participantsStay(old) };
  const users = usersWith(live, old);
  // A deletion that was staged says itself where they go, and wins over the file.
  if (users === 0 || deletion?.moveUsersTo) return {};
  return {
    change: {
      verb: 'move-users',
      id: roleId('move-users', old),
      origin,
      ...(users !== undefined && { users }),
      destructive: false,
      from: refOf(old),
      to: successor ? refOf(successor) : { friendlyName, type },
    },
  };
}

/**
 * Why a role can't be told to be another one's successor. Where the old one is asked for as well, or taken over twice,
 * users would be moved on by each deploy; that is so whether it is there yet or not, and whether users have it or not.
 */
function judge(
  { roles, users }: Wanted,
  found: RoleMatches,
): (match: RoleMatch, olds: readonly LiveRole[]) => string | undefined {
  const asked = grouped(roles, ({ type, friendlyName }) => `${type} ${friendlyName}`);
  const renamed = roles.filter(({ renamedFrom }) => renamedFrom !== undefined);
  const taken = grouped(renamed, ({ type, renamedFrom }) => `${type} ${renamedFrom}`);
  const managed = new Set(found.matches.map(({ live }) => live?.sid));
  const resolve = roleResolver(found);
  const given = new Map(
    users.map(({ identity, sid, role }) => {
      const had = role === undefined ? undefined : resolve(role, 'service', '').role;
      return [had?.sid, identity ?? sid ?? ''];
    }),
  );
  return ({ wanted }, olds) => {
    const { type, friendlyName, renamedFrom } = wanted;
    if (renamedFrom === undefined) return undefined;
    const isOther = (role: Wanted['roles'][number]) => role !== wanted;
    const rival = taken.get(`${type} ${renamedFrom}`)?.find(isOther);
    if (rival) return `and so does that of "${printable(rival.friendlyName)}"; keep it in one of them`;
    const isAskedFor = asked.get(`${type} ${renamedFrom}`)?.some(isOther);
    if (isAskedFor || olds.some(({ sid }) => managed.has(sid))) {
      return `which is asked for as well; remove "renamedFrom" to keep both roles, or what asks for "${printable(renamedFrom)}"`;
    }
    if (olds.length > 1) {
      const sids = olds.map(({ sid }) => sid).join(', ');
      return `and ${olds.length} live ${type} roles are called that: ${sids}; remove "renamedFrom" and move the users yourself`;
    }
    const [user] = olds.flatMap(({ sid }) => given.get(sid) ?? []);
    if (user === undefined) return undefined;
    return `which user "${printable(user)}" is given; give "${printable(friendlyName)}" instead, or remove "renamedFrom"`;
  };
}

function unclear({ wanted }: RoleMatch, olds: readonly LiveRole[], why: string): Report {
  const { friendlyName, type, renamedFrom = '' } = wanted;
  return {
    kind: 'unclear-rename',
    severity: 'error',
    message: `"renamedFrom" of "${printable(friendlyName)}" names "${printable(renamedFrom)}", ${why}.`,
    role: { friendlyName, type },
    sids: olds.map(({ sid }) => sid),
  };
}

function participantsStay(old: LiveRole): Report {
  return {
    kind: 'participants-stay',
    severity: 'information',
    message: `Participants who have "${printable(old.friendlyName)}" keep it: Twilio doesn't list participants by role.`,
    role: refOf(old),
  };
}
