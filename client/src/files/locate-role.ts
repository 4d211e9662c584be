import type { Block, RoleEntry, RoleRef, RolesDocument, Span } from '../../../core/src';
import { shift } from '../../../core/src';

/** Where a file defines a role: its name, in offsets of the file. A pin by SID wins over a name. */
export function locateRole(document: RolesDocument, role: RoleRef): Span | undefined {
  const pinned = role.sid && document.roles.find((block) => pins(block.entry, role.sid ?? ''));
  const block =
    pinned ??
    document.roles.find(
      ({ entry }) => entry.friendlyName?.value === role.friendlyName && entry.type?.value === role.type,
    );
  return block && nameSpan(block);
}

function pins({ sid }: RoleEntry, wanted: string): boolean {
  if (!sid) return false;
  return 'value' in sid ? sid.value === wanted : [...sid.values()].some(({ value }) => value === wanted);
}

function nameSpan({ start, length, entry }: Block<RoleEntry>): Span {
  return shift(entry.friendlyName ?? { start: 0, end: length }, start);
}
