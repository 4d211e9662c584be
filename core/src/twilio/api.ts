/** What the rest of core needs of Twilio, as small interfaces. `connect` makes them over HTTP. */
import type { Product, RoleType } from '../catalog';
import type { LiveDefaults, LiveRole, LiveService, LiveUser } from '../plan/model';
import type { AccountSid, RoleSid, ServiceSid, UserSid } from '../sid';

export interface CallOptions {
  /** Ends waiting, retries and the request itself. */
  readonly signal?: AbortSignal;
}

/** For writes of users: roles don't call webhooks. */
export interface WriteOptions extends CallOptions {
  /** Whether Twilio calls the account's webhooks for it; Twilio's own default where it is absent. */
  readonly webhooks?: boolean;
}

/** A page of a list. `next` is absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/**
 * An account of Twilio. Every method rejects with a `TwilioError`, or with the signal's reason. Keep one for each
 * account: its limit of writes a second and its reads are shared by all who use it.
 */
export interface TwilioAccount {
  readonly sid: AccountSid;
  /** The region whose credentials these are, `us1` where none was said. A sandbox stands for every one: `undefined`. */
  readonly region: string | undefined;
  services(product: Product, options?: CallOptions): AsyncIterable<LiveService>;
  /** `undefined` where there is no such service. `default` is the account's default conversation service. */
  service(
    product: Product,
    sid: ServiceSid | 'default',
    options?: CallOptions,
  ): Promise<TwilioService | undefined>;
  /** Ends idle connections when the calls under way are done. */
  close(): Promise<void>;
}

export interface RoleFields {
  readonly friendlyName: string;
  readonly type: RoleType;
  readonly permissions: readonly string[];
}

/** Fields that are absent stay as they are. */
export interface UserFields {
  readonly friendlyName?: string;
  readonly attributes?: string;
  readonly roleSid?: RoleSid;
}

/**
 * One conversation or Chat service. Lists that are wanted twice at once are read once; a single role or user is always
 * read anew. A write whose answer was lost is tried again where that is safe, and otherwise rejects with a
 * `TwilioError` of kind `unknown-outcome`: a create is never repeated blindly.
 */
export interface TwilioService {
  readonly product: Product;
  readonly account: AccountSid;
  readonly service: LiveService;

  roles(options?: CallOptions): AsyncIterable<LiveRole>;
  role(sid: RoleSid, options?: CallOptions): Promise<LiveRole | undefined>;
  createRole(fields: RoleFields, options?: CallOptions): Promise<LiveRole>;
  /** Replaces the whole set. */
  updateRole(sid: RoleSid, permissions: readonly string[], options?: CallOptions): Promise<LiveRole>;
  deleteRole(sid: RoleSid, options?: CallOptions): Promise<void>;

  /** One page, for views that load on demand. `cursor` is an earlier page's `next`. */
  usersPage(cursor?: string, options?: CallOptions): Promise<Page<LiveUser>>;
  users(options?: CallOptions): AsyncIterable<LiveUser>;
  /** By SID or identity. */
  user(key: UserSid | string, options?: CallOptions): Promise<LiveUser | undefined>;
  createUser(identity: string, fields: UserFields, options?: WriteOptions): Promise<LiveUser>;
  updateUser(sid: UserSid, fields: UserFields, options?: WriteOptions): Promise<LiveUser>;
  deleteUser(sid: UserSid, options?: WriteOptions): Promise<void>;

  defaults(options?: CallOptions): Promise<LiveDefaults>;
  updateDefaults(defaults: LiveDefaults, options?: CallOptions): Promise<LiveDefaults>;
}
