import type { Product } from '../../catalog';
import type { FileIndex } from '../../document/file-index';
import type { Block, RoleEntry, ServiceEntry, Text } from '../../document/model';
import type {
  LiveRoleSnapshot,
  LiveServiceSnapshot,
  LiveSnapshot,
  LiveUserSnapshot,
} from '../../live-snapshot';

/** A service that the file is deployed to, with what is known of it live. */
export interface TargetedService {
  readonly entry: ServiceEntry;
  readonly live: LiveServiceSnapshot;
  /** By SID; `undefined` where they weren't read whole. */
  readonly roles: ReadonlyMap<string, LiveRoleSnapshot> | undefined;
  readonly users: ReadonlyMap<string, LiveUserSnapshot> | undefined;
}

/** The accounts that a service of the file may be in: the one that it names, or any. */
export function accountsOf(
  { account }: ServiceEntry,
  product: Product,
  live: readonly LiveSnapshot[],
): readonly LiveSnapshot[] {
  return live.filter((each) => each.product === product && (!account || account.value === each.account));
}

/** The services of the file that a snapshot has. One that several accounts could mean is left out. */
export function targetedServices(
  { head }: FileIndex,
  product: Product,
  live: readonly LiveSnapshot[],
): readonly TargetedService[] {
  return head.entry.services.flatMap((entry) => {
    const found = accountsOf(entry, product, live)
      .flatMap(({ services }) => services)
      .filter(({ sid, isDefault }) =>
        entry.sid?.value === 'default' ? isDefault : sid === entry.sid?.value,
      );
    const [only] = found;
    if (!only || found.length > 1) return [];
    return [{ entry, live: only, roles: bySid(only.roles), users: bySid(only.users) }];
  });
}

function bySid<T extends { readonly sid: string }>(list: readonly T[] | undefined) {
  return list && new Map(list.map((each) => [each.sid, each] as const));
}

/** The SID that a role is pinned to in a service. */
export function pinIn({ sid }: RoleEntry, service: ServiceEntry): Text | undefined {
  if (!sid || 'value' in sid) return sid as Text | undefined;
  return service.name && sid.get(service.name.value);
}

/** Every role that is pinned, once. */
export function pinnedRoles({ rolesBySid }: FileIndex): ReadonlySet<Block<RoleEntry>> {
  return new Set([...rolesBySid.names()].flatMap((sid) => [...rolesBySid.get(sid)]));
}

/** How a message names a service: by its name in the file, or its SID. */
export function serviceName({ entry, live }: TargetedService): string {
  return entry.name ? `"${entry.name.value}"` : live.sid;
}
