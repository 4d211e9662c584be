import { type Document, isMap, isSeq, type YAMLMap } from 'yaml';

import type { Live, LiveRole } from '../plan/model';

/** An entry of `roles:` or `users:` with the texts of its plain fields. */
export interface FileEntry {
  readonly map: YAMLMap;
  readonly text: (key: string) => string | undefined;
}

/** The entries of a list at the top; none where it is no list. */
export function entriesOf(doc: Document, key: 'roles' | 'users'): readonly FileEntry[] {
  const list = doc.get(key, true);
  if (!isSeq(list)) return [];
  return list.items.flatMap((map) => {
    if (!isMap(map)) return [];
    const text = (field: string) => {
      const value: unknown = map.get(field);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    };
    return [{ map, text }];
  });
}

/** Which live role each entry means: by its pin, else by type and name where that is one role. */
export function matchedRoles(
  entries: readonly FileEntry[],
  live: Live,
  service: string | undefined,
): ReadonlyMap<FileEntry, LiveRole> {
  const matched = new Map<FileEntry, LiveRole>();
  const pins = new Map(entries.map((entry) => [entry, pinOf(entry, service)]));
  const pinned = new Set(pins.values());
  for (const entry of entries) {
    const pin = pins.get(entry);
    const roles = live.roles.filter((role) =>
      pin
        ? role.sid === pin && role.type === entry.text('type')
        : !pinned.has(role.sid) && isNamed(entry, role),
    );
    const [role] = roles;
    if (role && roles.length === 1) matched.set(entry, role);
  }
  return matched;
}

/** Whether an entry has this role's type and name. */
export function isNamed(entry: FileEntry, role: LiveRole): boolean {
  return entry.text('type') === role.type && entry.text('friendlyName') === role.friendlyName;
}

function pinOf(entry: FileEntry, service: string | undefined): string | undefined {
  const sid = entry.map.get('sid', true);
  if (!isMap(sid)) return entry.text('sid');
  const value: unknown = service === undefined ? undefined : sid.get(service);
  return typeof value === 'string' ? value : undefined;
}
