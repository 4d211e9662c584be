import type { RoleScope } from '../catalog';

/** A mapping of the format whose keys are ours. `service` is a value of `services:`. */
export type Place = 'head' | 'service' | 'defaults' | 'role' | 'user';

/** What belongs after a key. */
export type ValueKind =
  | 'product'
  /** An IS SID, or `default`. */
  | 'service'
  /** A service for each name: a `service`, or a mapping of place `service`. */
  | 'services'
  | 'account-sid'
  | 'region'
  | 'edge'
  | 'roles'
  | 'users'
  | 'defaults'
  /** A role's friendlyName as it is, or as it was. */
  | 'role-name'
  | 'role-type'
  | 'permissions'
  /** One RL SID, or one for each service by name. */
  | 'role-sid'
  | 'user-sid'
  | 'identity'
  /** A role of this file by friendlyName; `KeyInfo.scope` says of which level. */
  | 'default-role'
  /** The same, or an RL SID. */
  | 'user-role'
  | 'text'
  /** A mapping, or a string that holds a JSON object. */
  | 'attributes';

export interface KeyInfo {
  readonly key: string;
  /** One or two sentences, for hover, completion, the docs and the JSON schema. */
  readonly description: string;
  readonly value: ValueKind;
  /** Whether the mapping is incomplete without it. */
  readonly required?: boolean;
  /** The level that a role given here must be of. */
  readonly scope?: RoleScope;
  /** What else people call it; never accepted, only understood. */
  readonly mistakenFor?: readonly string[];
}

/** Every key of the format, by place, in the order that a file is best read in. The one source for all readers. */
export const keysOf: Readonly<Record<Place, readonly KeyInfo[]>> = {
  head: [
    {
      key: 'product',
      description: 'Whose roles these are: conversations (taken where the key is absent) or chat.',
      value: 'product',
    },
    {
      key: 'service',
      description:
        "The one service that the file is deployed to: its IS SID, or default for the account's default conversation service.",
      value: 'service',
      mistakenFor: ['serviceSid', 'serviceId', 'chatServiceSid', 'conversationServiceSid'],
    },
    {
      key: 'services',
      description: 'The services that the file can be deployed to, each under a name of your choice.',
      value: 'services',
    },
    {
      key: 'roles',
      description: 'The roles that the file manages. A live role that it does not name is left alone.',
      value: 'roles',
    },
    {
      key: 'defaults',
      description: "The service's default roles, by friendlyName.",
      value: 'defaults',
      mistakenFor: ['defaultRoles'],
    },
    {
      key: 'users',
      description: 'The users that the file manages. A live user that it does not name is left alone.',
      value: 'users',
    },
  ],
  service: [
    {
      key: 'sid',
      description: "The service's IS SID, or default for the account's default conversation service.",
      value: 'service',
      required: true,
      mistakenFor: ['service', 'serviceSid', 'serviceId', 'chatServiceSid', 'conversationServiceSid', 'id'],
    },
    {
      key: 'account',
      description: 'The AC SID of the account that the service is in. A deploy refuses every other account.',
      value: 'account-sid',
      mistakenFor: ['accountSid', 'accountId'],
    },
    {
      key: 'region',
      description: 'The Twilio region that the service is in, such as ie1. It goes together with edge.',
      value: 'region',
    },
    {
      key: 'edge',
      description: 'The Twilio edge that requests go through, such as dublin. It goes together with region.',
      value: 'edge',
    },
  ],
  defaults: [
    {
      key: 'user',
      description: 'The role of users who are added to the service. Users who are there already keep theirs.',
      value: 'default-role',
      scope: 'service',
      mistakenFor: ['defaultServiceRoleSid', 'defaultChatServiceRoleSid'],
    },
    {
      key: 'participant',
      description: 'The role of participants who are added to a conversation.',
      value: 'default-role',
      scope: 'conversation',
      mistakenFor: ['member', 'defaultChannelRoleSid', 'defaultConversationRoleSid'],
    },
    {
      key: 'creator',
      description: 'The role that whoever creates a conversation has in it.',
      value: 'default-role',
      scope: 'conversation',
      mistakenFor: ['defaultChannelCreatorRoleSid', 'defaultConversationCreatorRoleSid'],
    },
  ],
  role: [
    {
      key: 'friendlyName',
      description:
        "The role's name, 1 to 64 characters. Together with the type it is what a live role is matched by.",
      value: 'role-name',
      required: true,
      mistakenFor: ['name', 'displayName', 'role', 'roleName', 'title'],
    },
    {
      key: 'type',
      description: 'The level that the role works on. It cannot be changed once the role is live.',
      value: 'role-type',
      required: true,
      mistakenFor: ['scope', 'kind', 'roleType', 'level'],
    },
    {
      key: 'sid',
      description:
        "The live role's RL SID, needed where several live roles have this name and type: one SID, or one for each service by name.",
      value: 'role-sid',
      mistakenFor: ['roleSid', 'roleId', 'id'],
    },
    {
      key: 'renamedFrom',
      description:
        "The role's name before. A deploy creates the role anew, moves the users over, and leaves the old role for you to delete.",
      value: 'role-name',
      mistakenFor: ['oldName', 'previousName', 'formerly'],
    },
    {
      key: 'permissions',
      description: 'Everything that the role may do, as a list. It is a set: order means nothing.',
      value: 'permissions',
      required: true,
      mistakenFor: ['permission', 'perms', 'grants', 'can', 'allow', 'rights', 'privileges'],
    },
  ],
  user: [
    {
      key: 'identity',
      description: 'The name that the user signs in by, up to 256 characters; case matters.',
      value: 'identity',
      mistakenFor: ['name', 'email', 'username', 'login'],
    },
    {
      key: 'sid',
      description: "The user's US SID, instead of the identity.",
      value: 'user-sid',
      mistakenFor: ['userSid', 'id'],
    },
    {
      key: 'role',
      description:
        "The user's role on the service: a service role of this file by friendlyName, or an RL SID.",
      value: 'user-role',
      scope: 'service',
      mistakenFor: ['roleSid', 'roleName'],
    },
    {
      key: 'friendlyName',
      description: 'The name that others see.',
      value: 'text',
      mistakenFor: ['displayName', 'name', 'nickname', 'fullName'],
    },
    {
      key: 'attributes',
      description: 'Data of your own about the user: a mapping, or a string that holds a JSON object.',
      value: 'attributes',
      mistakenFor: ['metadata', 'meta', 'data', 'attrs'],
    },
  ],
};

/** Whether a key is a home for anchors and notes that the format ignores. */
export function isExtensionKey(key: string): boolean {
  return key.startsWith('x-');
}

const infos: Readonly<Record<Place, ReadonlyMap<string, KeyInfo>>> = {
  head: byKey('head'),
  service: byKey('service'),
  defaults: byKey('defaults'),
  role: byKey('role'),
  user: byKey('user'),
};

function byKey(place: Place): ReadonlyMap<string, KeyInfo> {
  return new Map(keysOf[place].map((info) => [info.key, info]));
}

/** What is known of a key in a place. */
export function keyInfo(place: Place, key: string): KeyInfo | undefined {
  return infos[place].get(key);
}
