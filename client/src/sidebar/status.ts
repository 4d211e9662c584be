/** What a plan says of the rows of the tree. Pure. */
import type { Change, DefaultKey, RoleRef, RoleSid, RoleType, UserSid } from '../../../core/src';
import type { KnownPlan } from '../app';

/** `staged` wins over `changed`: it was asked for here and not in the file. `unknown` where no file names the service. */
export type RoleState = 'unknown' | 'in-sync' | 'changed' | 'staged' | 'unmanaged' | 'deleted';

export interface RoleStatus {
  readonly state: RoleState;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Users who would feel the change, where they were counted. */
  readonly users?: number;
}

/** A role that a deploy would create. */
export interface MissingRole {
  readonly friendlyName: string;
  readonly type: RoleType;
  readonly permissions: readonly string[];
  readonly staged: boolean;
}

export interface UserStatus {
  readonly staged: boolean;
  /** The role that the user would have. */
  readonly role?: RoleRef;
  readonly deleted: boolean;
}

export interface ServiceStatus {
  readonly changes: number;
  /** Whether the users that the file names were held against it, too. */
  readonly withUsers: boolean;
  /** Whether a file names the service; without one nothing can be unmanaged. */
  readonly managed: boolean;
  role(sid: RoleSid): RoleStatus;
  readonly missing: readonly MissingRole[];
  user(sid: UserSid): UserStatus | undefined;
  readonly defaults: Readonly<Partial<Record<DefaultKey, RoleRef>>>;
}

const unknown: RoleStatus = { state: 'unknown', added: [], removed: [] };
const inSync: RoleStatus = { state: 'in-sync', added: [], removed: [] };
const unmanaged: RoleStatus = { state: 'unmanaged', added: [], removed: [] };

export function serviceStatus({ plan, withUsers }: KnownPlan): ServiceStatus {
  const { changes, reports, unchanged } = plan;
  const managed = unchanged.roles + unchanged.users > 0 || changes.some(({ origin }) => origin === 'file');
  const roles = new Map<RoleSid, RoleStatus>();
  if (managed) {
    for (const { kind, role } of reports) {
      if (kind === 'unmanaged-role' && role?.sid) roles.set(role.sid, unmanaged);
    }
  }
  const users = new Map<UserSid, UserStatus>();
  for (const change of changes) {
    note(change, roles, users);
  }
  return {
    changes: changes.length,
    withUsers,
    managed,
    role: (sid) => roles.get(sid) ?? (managed ? inSync : unknown),
    missing: changes.flatMap((change) =>
      change.verb === 'create-role'
        ? [{ ...nameOf(change.role), permissions: change.permissions, staged: change.origin !== 'file' }]
        : [],
    ),
    user: (sid) => users.get(sid),
    defaults: Object.fromEntries(
      changes.flatMap((change) => (change.verb === 'set-default' ? [[change.key, change.after]] : [])),
    ),
  };
}

function note(change: Change, roles: Map<RoleSid, RoleStatus>, users: Map<UserSid, UserStatus>): void {
  const staged = change.origin !== 'file';
  const touched = change.users === undefined ? {} : { users: change.users };
  switch (change.verb) {
    case 'update-role': {
      const { added, removed } = change;
      roles.set(change.role.sid, { state: staged ? 'staged' : 'changed', added, removed, ...touched });
      break;
    }
    case 'delete-role':
      roles.set(change.role.sid, { state: 'deleted', added: [], removed: [], ...touched });
      break;
    case 'update-user':
      users.set(change.user.sid, {
        staged,
        deleted: false,
        ...(change.role && { role: change.role.after }),
      });
      break;
    case 'delete-user':
      users.set(change.user.sid, { staged, deleted: true });
      break;
    default:
  }
}

function nameOf({ friendlyName, type }: RoleRef) {
  return { friendlyName, type };
}
