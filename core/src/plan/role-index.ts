import { type RoleScope, roleTypes, scopeOf } from '../catalog';
import type { LiveRole } from './model';

/** Live roles by SID and by name, so that ten thousand of them are no more than ten thousand look-ups. */
export interface RoleIndex {
  get(sid: string | undefined): LiveRole | undefined;
  /** Those of this type and name; more than one where nobody can tell them apart. */
  named(type: string, friendlyName: string): readonly LiveRole[];
  /** Those of this name that work on this level. */
  onLevel(scope: RoleScope, friendlyName: string): readonly LiveRole[];
}

export function indexRoles(roles: readonly LiveRole[]): RoleIndex {
  const bySid = new Map<string, LiveRole>(roles.map((role) => [role.sid, role]));
  const byName = grouped(roles, ({ type, friendlyName }) => `${type} ${friendlyName}`);
  const named: RoleIndex['named'] = (type, friendlyName) => byName.get(`${type} ${friendlyName}`) ?? [];
  return {
    get: (sid) => (sid === undefined ? undefined : bySid.get(sid)),
    named,
    onLevel: (scope, friendlyName) =>
      Object.values(roleTypes)
        .flat()
        .filter((type) => scopeOf(type) === scope)
        .flatMap((type) => named(type, friendlyName)),
  };
}

/** The items by key, each list in their order. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
