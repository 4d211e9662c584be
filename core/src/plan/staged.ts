import type { RoleType } from '../catalog';
import type { DefaultKey } from '../document/model';
import type { RoleSid, UserSid } from '../sid';
import type { RoleRef, UserRef } from './model';

type Sid<R, S> = R & { readonly sid: S };

/**
 * An edit that was made in a tree and isn't written yet: it goes into the plan, where it wins over the file.
 * A role that another staged edit or the file creates is named without a SID.
 */
export type StagedEdit =
  | { readonly kind: 'assign-role'; readonly users: readonly Sid<UserRef, UserSid>[]; readonly role: RoleRef }
  | { readonly kind: 'set-permissions'; readonly role: RoleRef; readonly permissions: readonly string[] }
  | {
      readonly kind: 'create-role';
      readonly friendlyName: string;
      readonly type: RoleType;
      readonly permissions: readonly string[];
    }
  /** A new role with the permissions that `source` has when the plan is made. */
  | { readonly kind: 'duplicate-role'; readonly source: RoleRef; readonly friendlyName: string }
  /** A new role that takes over users and defaults: the API can't rename. The old one stays. */
  | { readonly kind: 'rename-role'; readonly role: RoleRef; readonly friendlyName: string }
  | { readonly kind: 'delete-role'; readonly role: Sid<RoleRef, RoleSid>; readonly moveUsersTo?: RoleRef }
  | { readonly kind: 'set-default'; readonly key: DefaultKey; readonly role: RoleRef }
  | {
      readonly kind: 'edit-user';
      readonly user: Sid<UserRef, UserSid>;
      readonly friendlyName?: string;
      /** A JSON object as text. */
      readonly attributes?: string;
    }
  | { readonly kind: 'delete-user'; readonly user: Sid<UserRef, UserSid> };
