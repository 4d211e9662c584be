import type { Live, LiveUser } from '../../../core/src/plan';
import { live } from '../plan/values';

/** A service with users that have these fields, and roles that nobody has unless a field says so. */
export function liveUsers(
  users: Readonly<Record<string, Partial<LiveUser>>>,
  roles: readonly string[] = [],
): Live {
  const now = live(roles, Object.fromEntries(Object.keys(users).map((identity) => [identity, 1])));
  return {
    ...now,
    users: now.users.map((user) => ({ ...user, roleSid: undefined, ...users[user.identity] })),
  };
}
