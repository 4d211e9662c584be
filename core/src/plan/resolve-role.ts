import { type RoleScope, scopeOf } from '../catalog';
import { isSid } from '../sid';
import { ambiguous, type RoleMatches } from './match';
import type { Report, RoleRef } from './model';
import { refOf } from './refs';
import { grouped } from './role-index';
import { printable } from './words';

/** What a role's name or SID means in `place`, which takes roles of one level. Nothing at all where that was reported. */
export type Resolve = (
  named: string,
  scope: RoleScope,
  place: string,
) => { readonly role?: RoleRef; readonly report?: Report };

/** Resolves among the roles that are asked for, and after them among those that are live. */
export function roleResolver({ matches, unclear, live }: RoleMatches): Resolve {
  const keyOf = (scope: RoleScope, name: string) => `${scope} ${name}`;
  const asked = grouped(matches, ({ wanted }) => keyOf(scopeOf(wanted.type), wanted.friendlyName));
  const reported = new Set(unclear.map(({ type, friendlyName }) => keyOf(scopeOf(type), friendlyName)));
  return (named, scope, place) => {
    if (isSid(named, 'RL')) {
      const role = live.get(named);
      if (role && scopeOf(role.type) === scope) return { role: refOf(role) };
      const what = role ? `${named} is a ${role.type} role` : `There is no role ${named}`;
      return { report: unusable(`${what}; ${place} takes a role of level "${scope}".`) };
    }
    const [match, ...others] = asked.get(keyOf(scope, named)) ?? [];
    if (match && others.length > 0) {
      const sids = [match, ...others].flatMap(({ live: role }) => role?.sid ?? []).join(', ');
      const remedy = scope === 'service' ? 'give the SID instead' : 'give one of them another name';
      const what = `${place} names "${printable(named)}", which ${others.length + 1} roles of the file are called`;
      return { report: unusable(`${what} (${sids}); ${remedy}.`) };
    }
    if (match) {
      const { friendlyName, type } = match.wanted;
      return { role: match.live ? refOf(match.live) : { friendlyName, type } };
    }
    if (reported.has(keyOf(scope, named))) return {};
    const roles = live.onLevel(scope, named);
    const [role] = roles;
    if (roles.length > 1) return { report: ambiguous(roles) };
    if (role) return { role: refOf(role) };
    const what = `${place} names "${printable(named)}", and no role of level "${scope}" is called that`;
    return { report: unusable(`${what}; add it under "roles".`) };
  };
}

function unusable(message: string): Report {
  return { kind: 'missing-role', severity: 'error', message };
}
