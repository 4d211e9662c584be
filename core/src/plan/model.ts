/** The values that a deploy is made of. All are plain data: they can be printed, compared, saved and tested. */

import type { Product, RoleType } from '../catalog';
import type { DefaultKey } from '../document/model';
import type { AccountSid, RoleSid, ServiceSid, UserSid } from '../sid';

/** A role's attributes that are matched, in the file's words. */
export interface DesiredRole {
  readonly friendlyName: string;
  readonly type: RoleType;
  readonly sid?: RoleSid;
  readonly renamedFrom?: string;
  /** A set: sorted, without duplicates. */
  readonly permissions: readonly string[];
}

/** A user by `identity` or by `sid`; a field that is absent is not managed. */
export interface DesiredUser {
  readonly identity?: string;
  readonly sid?: UserSid;
  /** A service role's friendlyName, or its SID. */
  readonly role?: string | RoleSid;
  readonly friendlyName?: string;
  /** A JSON object as text. */
  readonly attributes?: string;
}

/** Where a file says it is deployed. */
export interface ServiceTarget {
  /** The key under `services:`; absent for `service:`. */
  readonly name?: string;
  readonly sid: ServiceSid | 'default';
  /** A deploy refuses every other account. */
  readonly account?: AccountSid;
  readonly region?: string;
  readonly edge?: string;
}

/** What a file asks of one service. What it doesn't name isn't managed. */
export interface Desired {
  readonly product: Product;
  readonly target?: ServiceTarget;
  readonly roles: readonly DesiredRole[];
  /** Role friendlyNames. */
  readonly defaults: Readonly<Partial<Record<DefaultKey, string>>>;
  readonly users: readonly DesiredUser[];
}

export interface LiveRole {
  readonly sid: RoleSid;
  readonly friendlyName: string;
  readonly type: RoleType;
  /** As Twilio gives them; the order says nothing. */
  readonly permissions: readonly string[];
}

export interface LiveUser {
  readonly sid: UserSid;
  readonly identity: string;
  readonly friendlyName: string | undefined;
  /** A JSON object as text. */
  readonly attributes: string | undefined;
  readonly roleSid: RoleSid | undefined;
  readonly isOnline: boolean | undefined;
}

export interface LiveService {
  readonly sid: ServiceSid;
  readonly friendlyName: string | undefined;
  /** Whether it is the account's default conversation service; never true for Chat. */
  readonly isDefault: boolean;
}

export type LiveDefaults = Readonly<Partial<Record<DefaultKey, RoleSid>>>;

/** What a plan is held against: the service as it was read. */
export interface Live {
  readonly product: Product;
  readonly account: AccountSid;
  readonly service: LiveService;
  readonly roles: readonly LiveRole[];
  readonly defaults: LiveDefaults;
  /** The users that the file names or that a rename moves; others are counted, not kept. */
  readonly users: readonly LiveUser[];
  /** How many users have each role; absent where they weren't counted. */
  readonly usersByRole?: ReadonlyMap<RoleSid, number>;
}

/** A role as a plan speaks of it. `sid` is absent for one that the plan creates; one that is gone is called by its SID. */
export interface RoleRef {
  readonly friendlyName: string;
  readonly type: RoleType;
  readonly sid?: RoleSid;
}

/** A user as a plan speaks of it. `sid` is absent for one that the plan creates. */
export interface UserRef {
  readonly identity: string;
  readonly sid?: UserSid;
}

interface ChangeBase {
  /** Stable for the same thing in the same service: `update-role:conversation:Customer`. Selection and journal go by it. */
  readonly id: string;
  /** Where it was asked for: a staged edit wins over the file. */
  readonly origin: 'file' | 'staged' | 'undo';
  /** Users who feel it at once; absent where they weren't counted (participants never are). */
  readonly users?: number;
  /** Takes something away: a permission, a default, a role or a user. */
  readonly destructive: boolean;
}

/** A field of a user before and after. */
export interface FieldChange {
  readonly before: string | undefined;
  readonly after: string;
}

export type Change =
  | (ChangeBase & {
      readonly verb: 'create-role';
      readonly role: RoleRef;
      readonly permissions: readonly string[];
      readonly renamedFrom?: RoleRef;
    })
  | (ChangeBase & {
      readonly verb: 'update-role';
      readonly role: RoleRef & { readonly sid: RoleSid };
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly added: readonly string[];
      readonly removed: readonly string[];
    })
  | (ChangeBase & {
      readonly verb: 'move-users';
      readonly from: RoleRef & { readonly sid: RoleSid };
      readonly to: RoleRef;
    })
  | (ChangeBase & {
      readonly verb: 'set-default';
      readonly key: DefaultKey;
      readonly before: RoleRef | undefined;
      readonly after: RoleRef;
    })
  | (ChangeBase & {
      readonly verb: 'create-user';
      readonly user: UserRef;
      readonly role?: RoleRef;
      readonly friendlyName?: string;
      readonly attributes?: string;
    })
  | (ChangeBase & {
      readonly verb: 'update-user';
      readonly user: UserRef & { readonly sid: UserSid };
      /** The role that the user has now, so that nobody is counted twice. */
      readonly holds: RoleSid | undefined;
      readonly role?: { readonly before: RoleRef | undefined; readonly after: RoleRef };
      readonly friendlyName?: FieldChange;
      readonly attributes?: FieldChange;
    })
  | (ChangeBase & {
      readonly verb: 'delete-role';
      readonly role: RoleRef & { readonly sid: RoleSid };
      readonly before: readonly string[];
    })
  | (ChangeBase & {
      readonly verb: 'delete-user';
      readonly user: UserRef & { readonly sid: UserSid };
      readonly before: LiveUser;
    });

export type Verb = Change['verb'];

/** Something that the plan saw and does nothing about. An `error` keeps the plan from being deployed. */
export interface Report {
  readonly kind:
    | 'unmanaged-role'
    | 'ambiguous-role'
    | 'duplicate-role'
    | 'pinned-role-differs'
    | 'wrong-role-type'
    | 'empty-role'
    | 'role-kept'
    | 'user-kept'
    | 'participants-stay'
    | 'unclear-rename'
    | 'unnamed-default'
    | 'missing-user'
    | 'duplicate-user'
    | 'missing-role'
    | 'moved-on'
    | 'new-sid'
    | 'wrong-target';
  readonly severity: 'error' | 'information';
  /** A sentence: what, where, and what to write instead. */
  readonly message: string;
  readonly role?: RoleRef;
  readonly sids?: readonly RoleSid[];
}

/** The changes from what is live to what the file asks for, and nothing else. JSON round trips. */
export interface Plan {
  readonly version: 1;
  readonly product: Product;
  readonly account: AccountSid;
  readonly service: LiveService;
  /** In the order that they are written: create roles, update roles, defaults, users, deletes. */
  readonly changes: readonly Change[];
  readonly reports: readonly Report[];
  /** How many roles and users the file names that are as it says. */
  readonly unchanged: { readonly roles: number; readonly users: number };
  /** Live roles and users counted when the plan was made: what the guard's share is of. */
  readonly total: { readonly roles: number; readonly users: number };
  /** The users, by identity or SID, that the plan was held against; `fingerprint` covers them and every role. */
  readonly restsOn: readonly (UserSid | string)[];
  /** A digest of everything live that the plan rests on. */
  readonly fingerprint: string;
}

/** What became of one change. */
export type Outcome =
  | { readonly change: Change; readonly status: 'done'; readonly sid?: RoleSid | UserSid }
  | { readonly change: Change; readonly status: 'failed'; readonly error: Failure }
  | { readonly change: Change; readonly status: 'not-tried' };

/** An error as data: what a report shows and a journal keeps. */
export interface Failure {
  /** What happened, to what, and what to do. */
  readonly message: string;
  readonly code?: number;
  readonly status?: number;
  readonly requestId?: string;
}
