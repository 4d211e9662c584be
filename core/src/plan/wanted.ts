import { scopeOf } from '../catalog';
import { isSid } from '../sid';
import type { Change, Desired, DesiredRole, DesiredUser, Live, RoleRef, UserRef } from './model';
import { sameRole } from './refs';
import type { StagedEdit } from './staged';

type Origin = Change['origin'];

export type WantedRole = DesiredRole & { readonly origin: Origin };
export type WantedUser = DesiredUser & { readonly origin: Origin };
export type WantedDefault = { readonly role: string; readonly origin: Origin };

/** What the file asks for, with the edits that were staged on top of it. */
export interface Wanted {
  readonly roles: readonly WantedRole[];
  readonly defaults: Readonly<Partial<Record<keyof Desired['defaults'], WantedDefault>>>;
  readonly users: readonly WantedUser[];
  readonly deletedRoles: readonly Extract<StagedEdit, { kind: 'delete-role' }>[];
  readonly deletedUsers: readonly Extract<StagedEdit, { kind: 'delete-user' }>[];
}

/** What is asked for where no file asks for anything: staged edits alone. */
export function nothing(product: Desired['product']): Desired {
  return { product, roles: [], defaults: {}, users: [] };
}

/** The edits go on top in the order that they were made. */
export function wantedOf(desired: Desired, live: Live, staged: readonly StagedEdit[]): Wanted {
  let wanted: Wanted = {
    roles: desired.roles.map((role) => ({ ...role, origin: 'file' })),
    defaults: Object.fromEntries(
      Object.entries(desired.defaults).map(([key, role]) => [key, { role, origin: 'file' }]),
    ),
    users: desired.users.map((user) => ({ ...user, origin: 'file' })),
    deletedRoles: [],
    deletedUsers: [],
  };
  for (const edit of staged) wanted = { ...wanted, ...laid(edit, wanted, live) };
  return wanted;
}

/** What one edit changes of what is wanted. */
function laid(edit: StagedEdit, wanted: Wanted, live: Live): Partial<Wanted> {
  switch (edit.kind) {
    case 'assign-role':
      return {
        users: edit.users.reduce(
          (users, user) => withUser(users, user, { role: nameOf(edit.role) }),
          wanted.users,
        ),
      };
    case 'set-permissions':
      return { roles: withRole(wanted.roles, edit.role, edit.permissions) };
    case 'create-role':
      return { roles: withRole(wanted.roles, edit, edit.permissions) };
    case 'duplicate-role':
      return {
        roles: withRole(
          wanted.roles,
          { friendlyName: edit.friendlyName, type: edit.source.type },
          permissionsOf(edit.source, wanted, live),
        ),
      };
    case 'rename-role':
      return renamed(edit, wanted, live);
    case 'delete-role':
      return {
        roles: wanted.roles.filter((role) => !sameRole(role, edit.role)),
        deletedRoles: [...wanted.deletedRoles, edit],
      };
    case 'set-default':
      return {
        defaults: { ...wanted.defaults, [edit.key]: { role: nameOf(edit.role), origin: 'staged' } },
      };
    case 'edit-user': {
      const { friendlyName, attributes } = edit;
      const fields = {
        ...(friendlyName !== undefined && { friendlyName }),
        ...(attributes !== undefined && { attributes }),
      };
      return { users: withUser(wanted.users, edit.user, fields) };
    }
    case 'delete-user':
      return {
        users: wanted.users.filter((user) => !sameUser(user, edit.user)),
        deletedUsers: [...wanted.deletedUsers, edit],
      };
  }
}

function renamed(
  { role, friendlyName }: Extract<StagedEdit, { kind: 'rename-role' }>,
  wanted: Wanted,
  live: Live,
): Partial<Wanted> {
  const isOld = (name: string | undefined) =>
    name !== undefined && (name === role.sid || name === role.friendlyName);
  const successor: WantedRole = {
    friendlyName,
    type: role.type,
    permissions: permissionsOf(role, wanted, live),
    renamedFrom: role.friendlyName,
    origin: 'staged',
  };
  const scope = scopeOf(role.type);
  const keys = scope === 'service' ? (['user'] as const) : (['participant', 'creator'] as const);
  const moved = keys.filter((key) => isOld(wanted.defaults[key]?.role ?? live.defaults[key]));
  return {
    roles: [
      ...wanted.roles.filter((other) => !sameRole(other, role) && !sameRole(other, successor)),
      successor,
    ],
    defaults: {
      ...wanted.defaults,
      ...Object.fromEntries(moved.map((key) => [key, { role: friendlyName, origin: 'staged' }])),
    },
    users: wanted.users.map((user) =>
      scope === 'service' && isOld(user.role) ? { ...user, role: friendlyName, origin: 'staged' } : user,
    ),
  };
}

function withRole(
  roles: readonly WantedRole[],
  ref: RoleRef,
  permissions: readonly string[],
): readonly WantedRole[] {
  const { friendlyName, type, sid } = ref;
  const set = { permissions: [...new Set(permissions)].sort(), origin: 'staged' } as const;
  if (roles.some((role) => sameRole(role, ref))) {
    return roles.map((role) => (sameRole(role, ref) ? { ...role, ...set } : role));
  }
  return [...roles, { friendlyName, type, ...(sid && { sid }), ...set }];
}

function withUser(
  users: readonly WantedUser[],
  ref: UserRef,
  fields: Pick<DesiredUser, 'role' | 'friendlyName' | 'attributes'>,
): readonly WantedUser[] {
  if (users.some((user) => sameUser(user, ref))) {
    return users.map((user) => (sameUser(user, ref) ? { ...user, ...fields, origin: 'staged' } : user));
  }
  return [...users, { ...ref, ...fields, origin: 'staged' }];
}

function sameUser(a: DesiredUser, b: UserRef): boolean {
  return a.sid !== undefined && b.sid !== undefined ? a.sid === b.sid : a.identity === b.identity;
}

/** A role as `users[].role` and `defaults` give it. */
function nameOf(role: RoleRef): string {
  return role.sid && isSid(role.sid, 'RL') ? role.sid : role.friendlyName;
}

function permissionsOf(ref: RoleRef, wanted: Wanted, live: Live): readonly string[] {
  const role =
    wanted.roles.find((other) => sameRole(other, ref)) ?? live.roles.find((other) => sameRole(other, ref));
  return [...new Set(role?.permissions)].sort();
}
