import type { Live, LiveRole, Report } from './model';
import { refOf } from './refs';
import { grouped, indexRoles, type RoleIndex } from './role-index';
import type { Wanted, WantedRole } from './wanted';
import { printable } from './words';

/** A role that is asked for, with the live one that it means. Without `live`, it isn't there yet. */
export interface RoleMatch {
  readonly wanted: WantedRole;
  readonly live?: LiveRole;
}

export interface RoleMatches {
  readonly matches: readonly RoleMatch[];
  readonly reports: readonly Report[];
  /** Roles that are asked for and can't be told apart or found: their users and defaults say nothing more. */
  readonly unclear: readonly WantedRole[];
  readonly live: RoleIndex;
}

/** Which live role each one that is asked for means: by its pin, else by type and name, and never by a guess. */
export function matchRoles(wanted: Wanted, live: Live): RoleMatches {
  const pinned = new Set<string>(wanted.roles.flatMap((role) => role.sid ?? []));
  const index = indexRoles(live.roles);
  const found: RoleMatch[] = [];
  const matches: RoleMatch[] = [];
  const reports: Report[] = [];
  const unclear: WantedRole[] = [];
  for (const role of wanted.roles) {
    const { match, report } = role.sid ? byPin(role, index) : byName(role, index, pinned);
    if (match) found.push(match);
    else unclear.push(role);
    if (report) reports.push(report);
  }
  const byRole = grouped(found, ({ wanted, live }) => live?.sid ?? `${wanted.type} ${wanted.friendlyName}`);
  for (const entries of byRole.values()) {
    const [match] = entries;
    if (!match) continue;
    if (entries.length === 1) {
      matches.push(match);
      continue;
    }
    unclear.push(...entries.map(({ wanted }) => wanted));
    reports.push(repeated(match, entries.length));
  }
  return { matches, reports, unclear, live: index };
}

/** Entries that mean one role: each deploy would write what the last of them says. */
function repeated({ wanted, live }: RoleMatch, entries: number): Report {
  const { friendlyName, type } = live ?? wanted;
  return {
    kind: 'duplicate-role',
    severity: 'error',
    message: `"${printable(friendlyName)}" (${type}) has ${entries} entries; merge them into one, or pin each to a role of its own with "sid".`,
    role: live ? refOf(live) : { friendlyName, type },
    sids: live ? [live.sid] : [],
  };
}

interface Found {
  readonly match?: RoleMatch;
  readonly report?: Report;
}

function byPin(wanted: WantedRole, live: RoleIndex): Found {
  const role = live.get(wanted.sid);
  const name = printable(wanted.friendlyName);
  if (!role) {
    const staged = wanted.origin === 'staged';
    return {
      report: {
        kind: 'missing-role',
        severity: staged ? 'information' : 'error',
        message: staged
          ? `"${name}" (${wanted.sid}) is no longer there; what was staged for it does nothing.`
          : `There is no role ${wanted.sid}, which pins "${name}"; correct "sid", or remove it to match by name.`,
        role: wanted,
      },
    };
  }
  if (role.type !== wanted.type) {
    return {
      report: {
        kind: 'wrong-role-type',
        severity: 'error',
        message: `${role.sid}, which pins "${name}", is a ${role.type} role, not a ${wanted.type} role; correct "sid" or "type".`,
        role: refOf(role),
      },
    };
  }
  const match = { wanted, live: role };
  if (role.friendlyName === wanted.friendlyName) return { match };
  return {
    match,
    report: {
      kind: 'pinned-role-differs',
      severity: 'information',
      message: `${role.sid}, which pins "${name}", is called "${printable(role.friendlyName)}"; Twilio can't rename a role, so give that name in the file, or use "renamedFrom".`,
      role: refOf(role),
    },
  };
}

function byName(wanted: WantedRole, live: RoleIndex, pinned: ReadonlySet<string>): Found {
  const named = live.named(wanted.type, wanted.friendlyName);
  const roles = named.filter(({ sid }) => !pinned.has(sid));
  const [role] = roles;
  if (roles.length > 1) return { report: ambiguous(roles) };
  if (!role && named.length > 0) return { report: nameTaken(wanted, named) };
  return { match: { wanted, ...(role && { live: role }) } };
}

/** A second role of one name could be had, and whatever goes by names, an undo for one, would take either for it. */
function nameTaken({ friendlyName, type }: WantedRole, roles: readonly LiveRole[]): Report {
  const sids = roles.map(({ sid }) => sid);
  return {
    kind: 'ambiguous-role',
    severity: 'error',
    message: `Another entry is pinned to ${sids.join(', ')}, the live ${type} role called "${printable(friendlyName)}", and a second one of that name couldn't be told from it; give this entry another name.`,
    role: { friendlyName, type },
    sids,
  };
}

/** Two live roles that a name could mean. */
export function ambiguous(roles: readonly LiveRole[]): Report {
  const [first] = roles;
  const sids = roles.map(({ sid }) => sid);
  return {
    kind: 'ambiguous-role',
    severity: 'error',
    message: `${roles.length} live ${first?.type} roles are called "${printable(first?.friendlyName ?? '')}": ${sids.join(', ')}; say which is meant with "sid".`,
    ...(first && { role: { friendlyName: first.friendlyName, type: first.type } }),
    sids,
  };
}
