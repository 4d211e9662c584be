import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { UserSid } from '../sid';
import { canonicalJson } from './canonical';
import type { Live, Plan } from './model';

/** A digest of the roles, the defaults and these users. How many users have a role isn't in it: that moves all day. */
export function fingerprint(live: Live, users: Plan['restsOn']): string {
  const known = new Map(
    live.users.flatMap((user) => [[user.sid, user] as const, [user.identity, user] as const]),
  );
  const seen = {
    product: live.product,
    account: live.account,
    service: live.service.sid,
    roles: live.roles
      .map((role) => ({ ...role, permissions: [...role.permissions].sort() }))
      .sort((a, b) => (a.sid < b.sid ? -1 : 1)),
    defaults: live.defaults,
    users: users.map((key) => {
      const user = known.get(key);
      return [key, user && { ...user, isOnline: undefined }];
    }),
  };
  return digestOf(seen);
}

/** Equal values have equal digests, whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** Whether what is live is still what the plan was made from. A saved plan is refused where it isn't. */
export function stillHolds(plan: Plan, live: Live): boolean {
  return plan.fingerprint === fingerprint(live, plan.restsOn);
}

/** The users to fetch so that `stillHolds` can tell. */
export function usersOf(plan: Plan): {
  readonly users: readonly ({ sid: UserSid } | { identity: string })[];
} {
  return { users: plan.restsOn.map((key) => ({ identity: key, sid: key as UserSid })) };
}
