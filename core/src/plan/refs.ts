import { type RoleScope, scopeOf, typeFor } from '../catalog';
import type { RoleSid } from '../sid';
import type { Change, Live, LiveRole, RoleRef, UserRef } from './model';
import type { RoleIndex } from './role-index';

/** A live role as a plan speaks of it. */
export function refOf(role: LiveRole): RoleRef & { readonly sid: RoleSid } {
  return { friendlyName: role.friendlyName, type: role.type, sid: role.sid };
}

/**
 * The role that a user has or that is a default. Twilio may keep the SID of one that is gone, which has no other name
 * any more; a change says it all the same, so that what is live can be held against it before the write.
 */
export function refOfHeld(
  sid: RoleSid | undefined,
  scope: RoleScope,
  { product }: Pick<Live, 'product'>,
  roles: RoleIndex,
): (RoleRef & { readonly sid: RoleSid }) | undefined {
  const role = roles.get(sid);
  return role ? refOf(role) : sid && { friendlyName: sid, type: typeFor(product, scope), sid };
}

/** Where two refs mean one role: by SID where both have one, else by type and name. */
export function sameRole(a: RoleRef, b: RoleRef): boolean {
  if (a.sid && b.sid) return a.sid === b.sid;
  return a.type === b.type && a.friendlyName === b.friendlyName;
}

/** How many users have the role. `undefined` for roles of conversations: participants aren't counted. */
export function usersWith(live: Live, role: LiveRole): number | undefined {
  if (scopeOf(role.type) !== 'service') return undefined;
  return live.usersByRole && (live.usersByRole.get(role.sid) ?? 0);
}

/** `update-role:conversation:Customer`. A pinned role's id has the SID, since the name may not be its own alone. */
export function roleId(verb: Change['verb'], role: RoleRef, pinned = false): string {
  return [verb, role.type, part(role.friendlyName), ...(pinned && role.sid ? [role.sid] : [])].join(':');
}

/** `update-user:alice@example.com`. */
export function userId(verb: Change['verb'], user: UserRef): string {
  return `${verb}:${part(user.identity)}`;
}

/** A name in an id, so that no name can be taken for another id's parts. */
function part(name: string): string {
  return name.replace(/[%#:]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}
