import { valueUnder } from '../../document/entries';
import type { Block, PermissionItem } from '../../document/model';
import type { Fix } from '../../finding';
import { removeItem } from './list-edits';
import { quoted } from './words';

/** The fix that gives each word of an item an item of its own; none where it isn't in the role's own list. */
export function splitItem(
  { entry, text }: Block,
  { start, end }: PermissionItem,
  words: readonly string[],
): readonly Fix[] {
  const list = entry.node?.kind === 'mapping' ? valueUnder(entry.node, 'permissions') : undefined;
  if (list?.kind !== 'sequence') return [];
  if (!list.items.some((item) => item.kind === 'scalar' && item.start === start)) return [];
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!list.flow && !/^ *- +$/.test(before)) return [];
  const newText = words.join(list.flow ? ', ' : `\n${before}`);
  return [{ title: 'Make each an item', edits: [{ start, end, newText }], preferred: true }];
}

/** The fix that takes a permission out of its role; none where it comes in by an alias. */
export function dropItem({ entry, text }: Block, item: PermissionItem, preferred = false): readonly Fix[] {
  if (entry.node?.kind !== 'mapping' || item.alias !== undefined) return [];
  const edit = removeItem(text, valueUnder(entry.node, 'permissions'), item);
  return edit
    ? [{ title: `Remove ${quoted(item.value)}`, edits: [edit], ...(preferred && { preferred }) }]
    : [];
}
