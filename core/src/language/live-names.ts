import { productIn } from '../check';
import type { RolesDocument } from '../document/document';
import type { LiveRoleSnapshot, LiveServiceSnapshot, LiveSnapshot, LiveUserSnapshot } from '../live-snapshot';

/** Something live, and the service that it is in. */
export type OfService<T> = T & { readonly service: LiveServiceSnapshot };

/** Live snapshots by SID, made once for each set of snapshots. */
export interface LiveNames {
  readonly snapshots: readonly LiveSnapshot[];
  readonly services: ReadonlyMap<string, LiveServiceSnapshot>;
  readonly roles: ReadonlyMap<string, OfService<LiveRoleSnapshot>>;
  readonly users: ReadonlyMap<string, OfService<LiveUserSnapshot>>;
  /** How many users have a role, by its SID; nothing for a role whose users weren't counted. */
  readonly userCounts: ReadonlyMap<string, number>;
}

export function liveNames(snapshots: readonly LiveSnapshot[]): LiveNames {
  const services = snapshots.flatMap((snapshot) => snapshot.services);
  return {
    snapshots,
    services: new Map(services.map((service) => [service.sid, service])),
    roles: new Map(
      services.flatMap((service) => (service.roles ?? []).map((role) => [role.sid, { ...role, service }])),
    ),
    users: new Map(
      services.flatMap((service) => (service.users ?? []).map((user) => [user.sid, { ...user, service }])),
    ),
    userCounts: new Map(services.flatMap(countUsers)),
  };
}

function countUsers({ roles = [], users }: LiveServiceSnapshot): [string, number][] {
  const counts = new Map<string, number>();
  for (const { roleSid = '' } of users ?? []) counts.set(roleSid, (counts.get(roleSid) ?? 0) + 1);
  return roles.flatMap(({ sid, userCount }): [string, number][] => {
    const count = users ? (counts.get(sid) ?? 0) : userCount;
    return count === undefined ? [] : [[sid, count]];
  });
}

/** Nothing is known: signed out. */
export const noLiveNames: LiveNames = liveNames([]);

/** What a SID is called live; `undefined` where that isn't known. */
export function liveName({ services, roles, users }: LiveNames, sid: string): string | undefined {
  return services.get(sid)?.friendlyName ?? roles.get(sid)?.friendlyName ?? users.get(sid)?.identity;
}

/** The live services that a file is deployed to; all of its product where it names none. */
export function servicesOf(
  document: RolesDocument,
  { snapshots }: LiveNames,
): readonly LiveServiceSnapshot[] {
  const product = productIn(document);
  const live = snapshots
    .filter((snapshot) => snapshot.product === product)
    .flatMap(({ services }) => services);
  const named = document.head.entry.services.flatMap(({ sid }) => sid?.value ?? []);
  if (named.length === 0) return live;
  return live.filter(({ sid, isDefault }) => named.includes(sid) || (isDefault && named.includes('default')));
}
