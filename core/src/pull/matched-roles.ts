import { roleEntry } from '../document/entries';
import type { RoleEntry, UserEntry, YamlMapping } from '../document/model';
import { userEntry } from '../document/user-entry';
import type { Live, LiveRole } from '../plan/model';
import { nodeUnder, type RolesSource } from './roles-source';

/** An entry of `roles:` or `users:`: where it is written, and what it says. */
export interface FileEntry<E extends RoleEntry | UserEntry> {
  readonly mapping: YamlMapping;
  readonly entry: E;
}

export function rolesIn(file: RolesSource): readonly FileEntry<RoleEntry>[] {
  return mappingsIn(file, 'roles').map((mapping) => ({
    mapping,
    entry: roleEntry(mapping, file.shared.resolve),
  }));
}

export function usersIn(file: RolesSource): readonly FileEntry<UserEntry>[] {
  return mappingsIn(file, 'users').map((mapping) => ({
    mapping,
    entry: userEntry(mapping, file.shared.resolve),
  }));
}

/** The entries of a list at the top, each once; none where it is no list. */
function mappingsIn({ root, shared }: RolesSource, key: 'roles' | 'users'): readonly YamlMapping[] {
  const list = root && shared.follow(nodeUnder(root, key));
  if (list?.kind !== 'sequence') return [];
  const entries = list.items.map((item) => shared.follow(item));
  return [...new Set(entries)].filter((entry) => entry?.kind === 'mapping');
}

/** Which live role each entry means: by its pin, else by type and name where that is one role. */
export function matchedRoles(
  entries: readonly FileEntry<RoleEntry>[],
  live: Live,
  service: string | undefined,
): ReadonlyMap<FileEntry<RoleEntry>, LiveRole> {
  const matched = new Map<FileEntry<RoleEntry>, LiveRole>();
  const pinned = new Set(entries.map(({ entry }) => pinOf(entry, service)));
  for (const each of entries) {
    const pin = pinOf(each.entry, service);
    const roles = live.roles.filter((role) =>
      pin
        ? role.sid === pin && role.type === each.entry.type?.value
        : !pinned.has(role.sid) && isNamed(each.entry, role),
    );
    const [role] = roles;
    if (role && roles.length === 1) matched.set(each, role);
  }
  return matched;
}

/** Whether an entry has this role's type and name. */
export function isNamed({ type, friendlyName }: RoleEntry, role: LiveRole): boolean {
  return type?.value === role.type && friendlyName?.value === role.friendlyName;
}

function pinOf({ sid }: RoleEntry, service: string | undefined): string | undefined {
  if (sid === undefined || 'value' in sid) return sid?.value;
  return service === undefined ? undefined : sid.get(service)?.value;
}
