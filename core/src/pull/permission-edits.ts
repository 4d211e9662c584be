import { permissionsOf, type Resolve } from '../document/entries';
import type { YamlNode, YamlSequence } from '../document/model';
import { without } from '../plan/canonical';
import { itemEdits } from './members';
import type { RolesSource } from './roles-source';
import { scalar } from './scalar';
import type { TextEdit } from './source-text';

/** What it takes to make a list of permissions this set: items go and come, all others stay as they are written. */
export function permissionEdits(
  list: YamlNode,
  live: readonly string[],
  { source, shared }: RolesSource,
): readonly TextEdit[] {
  const { resolve } = shared;
  const now = permissionsIn(list, resolve);
  const isSame = without(now, live).length === 0 && without(live, now).length === 0;
  if (shared.says(list, `permissions ${without(live, []).join(' ')}`, isSame)) return [];
  // A list that belongs to another place, or none at all: this role gets its own.
  if (list.kind !== 'sequence') return [source.replace(list, `[${live.map(scalar).join(', ')}]`)];

  const isLive = (permission: string) => live.includes(permission);
  const left = (item: YamlNode): readonly string[] => {
    if (item.kind === 'sequence') return item.items.flatMap(left);
    const permissions = permissionsIn(item, resolve);
    return permissions.every(isLive) ? permissions : [];
  };
  const isGone = (item: YamlNode) => !permissionsIn(item, resolve).every(isLive) && left(item).length === 0;
  const edits = (part: YamlSequence, added: readonly string[]): readonly TextEdit[] => [
    ...part.items.flatMap((item) => (item.kind === 'sequence' && !isGone(item) ? edits(item, []) : [])),
    ...itemEdits(part, isGone, added, source),
  ];
  return edits(list, without(live, left(list)).map(scalar));
}

/** The permissions of a list or an item of one, aliases followed. */
function permissionsIn(node: YamlNode, resolve: Resolve): readonly string[] {
  const { start, end } = node;
  const list = permissionsOf({ kind: 'sequence', flow: true, items: [node], start, end }, resolve);
  return list?.items.map(({ value }) => value) ?? [];
}
