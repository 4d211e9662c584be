import type { DefaultKey } from '../document/model';
import { sameAttributes } from './canonical';
import type { RoleMatches } from './match';
import { matchUsers } from './match-users';
import type { Change, Live, LiveUser, Report, RoleRef } from './model';
import { refOfHeld, sameRole, userId } from './refs';
import { roleResolver } from './resolve-role';
import type { Found } from './role-changes';
import type { Wanted, WantedUser } from './wanted';
import { defaultFor, printable } from './words';

const defaultKeys: readonly DefaultKey[] = ['user', 'participant', 'creator'];

/** Defaults that aren't what is asked for. Those that nobody names are reported and left alone. */
export function defaultChanges(wanted: Wanted, found: RoleMatches, live: Live): Found {
  const resolve = roleResolver(found);
  const changes: Change[] = [];
  const reports: Report[] = [];
  for (const key of defaultKeys) {
    const asked = wanted.defaults[key];
    const scope = key === 'user' ? 'service' : 'conversation';
    const before = refOfHeld(live.defaults[key], scope, live, found.live);
    if (!asked) {
      if (before) reports.push(unnamed(key, before));
      continue;
    }
    const { role, report } = resolve(asked.role, scope, `The default role for ${defaultFor[key]}`);
    if (report) reports.push(report);
    if (!role || (before && before.sid === role.sid)) continue;
    changes.push({
      verb: 'set-default',
      id: `set-default:${key}`,
      origin: asked.origin,
      users: 0,
      destructive: before !== undefined,
      key,
      before,
      after: role,
    });
  }
  return { changes, reports, unchanged: 0 };
}

function unnamed(key: DefaultKey, role: RoleRef): Report {
  return {
    kind: 'unnamed-default',
    severity: 'information',
    message: `The default role for ${defaultFor[key]} is "${printable(role.friendlyName)}"; the file doesn't name it.`,
    role,
  };
}

/** Users to create, and fields of users to update. */
export function userChanges(wanted: Wanted, found: RoleMatches, live: Live): Found {
  const users = matchUsers(wanted, live);
  const resolve = roleResolver(found);
  const changes: Change[] = [];
  const reports: Report[] = [...users.reports];
  let unchanged = 0;
  for (const { wanted: user, live: now } of users.matches) {
    const name = printable(user.identity ?? user.sid ?? '');
    const asked = user.role === undefined ? {} : resolve(user.role, 'service', `User "${name}"`);
    if (asked.report) reports.push(asked.report);
    if (user.role !== undefined && !asked.role) continue;
    const change = now ? updated(user, now, asked.role, found, live) : created(user, asked.role);
    if (change) changes.push(change);
    else unchanged += 1;
  }
  return { changes, reports, unchanged };
}

function created({ identity = '', friendlyName, attributes, origin }: WantedUser, role?: RoleRef): Change {
  return {
    verb: 'create-user',
    id: userId('create-user', { identity }),
    origin,
    users: 1,
    destructive: false,
    user: { identity },
    ...(role && { role }),
    ...(friendlyName !== undefined && { friendlyName }),
    ...(attributes !== undefined && { attributes }),
  };
}

function updated(
  { friendlyName, attributes, origin }: WantedUser,
  now: LiveUser,
  role: RoleRef | undefined,
  found: RoleMatches,
  live: Live,
): Change | undefined {
  const before = refOfHeld(now.roleSid, 'service', live, found.live);
  const moves = role && !(before && sameRole(before, role));
  const renames = friendlyName !== undefined && friendlyName !== (now.friendlyName ?? '');
  const rewrites = attributes !== undefined && !sameAttributes(attributes, now.attributes);
  if (!moves && !renames && !rewrites) return undefined;
  const user = { identity: now.identity, sid: now.sid };
  return {
    verb: 'update-user',
    id: userId('update-user', user),
    origin,
    users: 1,
    destructive: false,
    user,
    holds: now.roleSid,
    ...(moves && { role: { before, after: role } }),
    ...(renames && { friendlyName: { before: now.friendlyName, after: friendlyName } }),
    ...(rewrites && { attributes: { before: now.attributes, after: attributes } }),
  };
}
