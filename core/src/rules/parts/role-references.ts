import type { RoleScope } from '../../catalog';
import { isNull, valueUnder } from '../../document/entries';
import type { FileIndex } from '../../document/file-index';
import { keyInfo } from '../../document/keys';
import type { Block, DefaultKey, Text } from '../../document/model';
import { resemblesSid } from './sid-values';

/** A place that names a role of level `scope`, where the file has no such role. */
export interface OpenReference {
  readonly block: Block;
  readonly text: Text;
  readonly scope: RoleScope;
  /** Whether the file has a role of this name on the other level. */
  readonly isOnOtherLevel: boolean;
}

export const defaultKeys: readonly DefaultKey[] = ['user', 'participant', 'creator'];

/** The level that a default is of. */
export function scopeOfDefault(key: DefaultKey): RoleScope {
  return keyInfo('defaults', key)?.scope ?? 'conversation';
}

/**
 * Every reference to a role that the file doesn't have on that level. Silent where it can't be told: the reference
 * is a SID, a role of this name has a type that isn't known, or roles that can't be read, or have no name, may be it.
 */
export function* openReferences(index: FileIndex): Iterable<OpenReference> {
  if (index.nameless.size > 0 || index.head.syntax.length > 0 || hasUnreadRoles(index.head)) return;
  for (const name of index.unresolvedRoles('service')) {
    if (resemblesSid(name)) continue;
    const place = placeOf(index, name, 'service');
    if (place === 'open') continue;
    for (const block of index.usersByRole.get(name)) {
      const text = block.entry.role;
      if (text) yield { block, text, scope: 'service', isOnOtherLevel: place === 'other' };
    }
  }
  for (const key of defaultKeys) {
    const text = index.head.entry.defaults[key];
    const scope = scopeOfDefault(key);
    if (!text || text.value === '' || index.rolesByScope[scope].get(text.value).size > 0) continue;
    const place = placeOf(index, text.value, scope);
    if (place !== 'open') yield { block: index.head, text, scope, isOnOtherLevel: place === 'other' };
  }
}

/** Whether `roles` is something else than a list of entries, as an alias is. */
function hasUnreadRoles({ entry: { node } }: Block): boolean {
  return node?.kind === 'mapping' && !isNull(valueUnder(node, 'roles'));
}

function placeOf(
  { roles, rolesByScope }: FileIndex,
  name: string,
  scope: RoleScope,
): 'other' | 'open' | 'none' {
  const other: RoleScope = scope === 'service' ? 'conversation' : 'service';
  const onOther = rolesByScope[other].get(name).size;
  if (roles.get(name).size > onOther) return 'open';
  return onOther > 0 ? 'other' : 'none';
}
