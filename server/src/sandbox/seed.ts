import type { AccountSid } from '../../../core/src/sid';
import { hexOf } from './random';
import type { RoleRecord, SandboxState, ServiceRecord, UserRecord } from './state';
import { createStore } from './store';

/** An account as a person writes it in a `--seed` file: JSON, names instead of SIDs. */
export interface Seed {
  readonly services: readonly SeedService[];
}

export interface SeedService {
  readonly friendlyName: string;
  /** Whether it is the account's default conversation service; the first one is, where none says so. */
  readonly default?: boolean;
  /** Beside the four roles that every service comes with. */
  readonly roles?: readonly SeedRole[];
  /** Names of roles. */
  readonly defaults?: { readonly user?: string; readonly participant?: string; readonly creator?: string };
  readonly users?: readonly SeedUser[];
}

/** Types and permissions are Conversations' words. */
export interface SeedRole {
  readonly friendlyName: string;
  readonly type: 'conversation' | 'service';
  readonly permissions: readonly string[];
}

export interface SeedUser {
  readonly identity: string;
  readonly friendlyName?: string;
  /** A service role's name; the service's default where it is absent. */
  readonly role?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly online?: boolean;
}

/** The roles of a new service still have Chat's names. Their permissions vary with a real service's age. */
const builtIn: readonly SeedRole[] = [
  {
    friendlyName: 'service admin',
    type: 'service',
    permissions: [
      'addParticipant',
      'createConversation',
      'deleteAnyMessage',
      'deleteConversation',
      'editAnyMessage',
      'editAnyMessageAttributes',
      'editAnyUserInfo',
      'editConversationAttributes',
      'editConversationName',
      'joinConversation',
      'removeParticipant',
    ],
  },
  {
    friendlyName: 'service user',
    type: 'service',
    permissions: ['createConversation', 'joinConversation', 'editOwnUserInfo'],
  },
  {
    friendlyName: 'channel admin',
    type: 'conversation',
    permissions: [
      'addParticipant',
      'deleteAnyMessage',
      'deleteConversation',
      'editAnyMessage',
      'editAnyMessageAttributes',
      'editConversationAttributes',
      'editConversationName',
      'leaveConversation',
      'removeParticipant',
      'sendMediaMessage',
      'sendMessage',
    ],
  },
  {
    friendlyName: 'channel user',
    type: 'conversation',
    permissions: [
      'deleteOwnMessage',
      'editOwnMessage',
      'editOwnMessageAttributes',
      'editOwnUserInfo',
      'leaveConversation',
      'sendMediaMessage',
      'sendMessage',
    ],
  },
];

/** The account that a seed describes, with `users` more in its first service. */
export function plantSeed(seed: Seed, randomSeed: number, users = 0): SandboxState {
  const empty: SandboxState = {
    version: 1,
    account: {
      sid: `AC${hexOf(randomSeed, 'account')}` as AccountSid,
      token: hexOf(randomSeed, 'token'),
      apiKey: `SK${hexOf(randomSeed, 'key')}`,
      apiSecret: hexOf(randomSeed, 'secret'),
    },
    defaultServiceSid: '',
    services: [],
    sequence: 0,
  };
  // A store is used for its stamps alone.
  const store = createStore(empty, randomSeed);
  const services = seed.services.map((service, index): ServiceRecord => {
    const stamp = store.stamp('IS');
    const roles = [...builtIn, ...(service.roles ?? [])].map(
      ({ type, ...role }): RoleRecord => ({ ...store.stamp('RL'), ...role, scope: type }),
    );
    const sidOf = (name: string, scope: RoleRecord['scope']): string => {
      const role = roles.find((role) => role.friendlyName === name && role.scope === scope);
      if (!role)
        throw new Error(`The seed's service "${service.friendlyName}" has no ${scope} role "${name}".`);
      return role.sid;
    };
    const defaults = {
      user: sidOf(service.defaults?.user ?? 'service user', 'service'),
      participant: sidOf(service.defaults?.participant ?? 'channel user', 'conversation'),
      creator: sidOf(service.defaults?.creator ?? 'channel admin', 'conversation'),
    };
    const planted = [...(service.users ?? []), ...(index === 0 ? manyUsers(users) : [])].map(
      (user): UserRecord => ({
        ...store.stamp('US'),
        identity: user.identity,
        friendlyName: user.friendlyName ?? null,
        attributes: JSON.stringify(user.attributes ?? {}),
        roleSid: user.role === undefined ? defaults.user : sidOf(user.role, 'service'),
        online: user.online ?? false,
      }),
    );
    return { ...stamp, friendlyName: service.friendlyName, defaults, roles, users: planted };
  });
  const main = seed.services.findIndex((service) => service.default);
  return {
    ...empty,
    services,
    defaultServiceSid: services[Math.max(main, 0)]?.sid ?? '',
    sequence: store.toState().sequence,
  };
}

function manyUsers(count: number): SeedUser[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(6, '0');
    return { identity: `user-${number}`, friendlyName: `User ${number}`, attributes: { number: index + 1 } };
  });
}
