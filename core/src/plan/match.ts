import type { RoleScope } from '../catalog';
import { scopeOf } from '../catalog';
import { isSid } from '../sid';
import type { Live, LiveRole, Report, RoleRef } from './model';
import { refOf, rolesNamed } from './refs';
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
}

/** Which live role each one that is asked for means: by its pin, else by type and name, and never by a guess. */
export function matchRoles(wanted: Wanted, live: Live): RoleMatches {
  const pinned = new Set<string>(wanted.roles.flatMap((role) => role.sid ?? []));
  const matches: RoleMatch[] = [];
  const reports: Report[] = [];
  const unclear: WantedRole[] = [];
  for (const role of wanted.roles) {
    const { match, report } = role.sid ? byPin(role, live) : byName(role, live, pinned);
    if (match) matches.push(match);
    else unclear.push(role);
    if (report) reports.push(report);
  }
  return { matches, reports, unclear };
}

interface Found {
  readonly match?: RoleMatch;
  readonly report?: Report;
}

function byPin(wanted: WantedRole, live: Live): Found {
  const role = live.roles.find(({ sid }) => sid === wanted.sid);
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

function byName(wanted: WantedRole, live: Live, pinned: ReadonlySet<string>): Found {
  const roles = live.roles.filter(
    ({ sid, type, friendlyName }) =>
      type === wanted.type && friendlyName === wanted.friendlyName && !pinned.has(sid),
  );
  const [role] = roles;
  if (roles.length > 1) return { report: ambiguous(roles) };
  return { match: { wanted, ...(role && { live: role }) } };
}

function ambiguous(roles: readonly LiveRole[]): Report {
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

/** What a role's name or SID means in a place that takes roles of one level. */
export function resolveRole(
  named: string,
  scope: RoleScope,
  { matches, unclear }: RoleMatches,
  live: Live,
  place: string,
): { readonly role?: RoleRef; readonly report?: Report } {
  if (isSid(named, 'RL')) {
    const role = live.roles.find(({ sid }) => sid === named);
    if (role && scopeOf(role.type) === scope) return { role: refOf(role) };
    const what = role ? `${named} is a ${role.type} role` : `There is no role ${named}`;
    return { report: unusable(`${what}; ${place} takes a role of level "${scope}".`) };
  }
  const isIt = (role: WantedRole) => role.friendlyName === named && scopeOf(role.type) === scope;
  const own = matches.filter(({ wanted }) => isIt(wanted));
  const [match] = own;
  if (own.length > 1) {
    const sids = own.flatMap(({ live: role }) => role?.sid ?? []).join(', ');
    return {
      report: unusable(
        `${place} names "${printable(named)}", which ${own.length} roles of the file are called (${sids}); ${scope === 'service' ? 'give the SID instead' : 'give one of them another name'}.`,
      ),
    };
  }
  if (match) {
    const { friendlyName, type } = match.wanted;
    return { role: match.live ? refOf(match.live) : { friendlyName, type } };
  }
  // Its own report stands already.
  if (unclear.some(isIt)) return {};
  const roles = rolesNamed(live, named, scope);
  const [role] = roles;
  if (roles.length > 1) return { report: ambiguous(roles) };
  if (role) return { role: refOf(role) };
  return {
    report: unusable(
      `${place} names "${printable(named)}", and no role of level "${scope}" is called that; add it under "roles".`,
    ),
  };
}

function unusable(message: string): Report {
  return { kind: 'missing-role', severity: 'error', message };
}
