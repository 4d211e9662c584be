/** Short ways to say what is live and what a file asks for. */
import type { Desired, DesiredRole, Live, LiveRole, LiveUser } from '../../../core/src/plan';
import type { AccountSid, RoleSid, ServiceSid, UserSid } from '../../../core/src/sid';

const sid = (prefix: string, n: number) => `${prefix}${n.toString(16).padStart(32, '0')}`;
export const accountSid = sid('AC', 0x9f2c) as AccountSid;
export const serviceSid = sid('IS', 0x11aa) as ServiceSid;
export const roleSid = (n: number) => sid('RL', n) as RoleSid;
export const userSid = (n: number) => sid('US', n) as UserSid;

/** `service Customer: joinConversation editOwnUserInfo` */
export function role(text: string): DesiredRole {
  const [, type = '', friendlyName = '', permissions = ''] = /^(\w+) (.*): (.*)$/.exec(text) ?? [];
  return {
    type: type as DesiredRole['type'],
    friendlyName,
    permissions: permissions.split(' ').filter(Boolean).sort(),
  };
}

export function desired(roles: readonly (string | DesiredRole)[], more: Partial<Desired> = {}): Desired {
  return {
    product: 'conversations',
    roles: roles.map((each) => (typeof each === 'string' ? role(each) : each)),
    defaults: {},
    users: [],
    ...more,
  };
}

/** Roles are numbered from RL…1 in their order; `users` gives each user the role of that number. */
export function live(
  roles: readonly string[],
  users: Readonly<Record<string, number>> = {},
  more: Partial<Live> = {},
): Live {
  const liveRoles = roles.map((text, i): LiveRole => ({ ...role(text), sid: roleSid(i + 1) }));
  const liveUsers = Object.entries(users).map(
    ([identity, n], i): LiveUser => ({
      sid: userSid(i + 1),
      identity,
      friendlyName: undefined,
      attributes: '{}',
      roleSid: roleSid(n),
      isOnline: false,
    }),
  );
  const usersByRole = new Map<RoleSid, number>();
  for (const n of Object.values(users)) usersByRole.set(roleSid(n), (usersByRole.get(roleSid(n)) ?? 0) + 1);
  return {
    product: 'conversations',
    account: accountSid,
    service: { sid: serviceSid, friendlyName: 'Support', isDefault: true },
    roles: liveRoles,
    defaults: {},
    users: liveUsers,
    usersByRole,
    ...more,
  };
}

/** A service with four roles, one name in both types, and three users. */
export const support = live(
  [
    'service Customer: joinConversation leaveConversation editOwnUserInfo',
    'service Guest: joinConversation',
    'conversation channel user: sendMessage',
    'conversation Customer: sendMessage sendMediaMessage leaveConversation',
  ],
  { alice: 1, bob: 2, carol: 1 },
);
