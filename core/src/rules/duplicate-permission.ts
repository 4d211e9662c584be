import { mayRepeat } from '../document/may-repeat';
import type { Block, PermissionItem } from '../document/model';
import type { Finding } from '../finding';
import { dropItem } from './parts/item-fixes';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const duplicatePermission = {
  id: 'duplicate-permission',
  severity: 'warning',
  scope: 'role',
  fixable: true,
  summary: 'A role lists a permission twice.',
  why: 'Permissions are a set, so the second does nothing. But whoever takes the first away in a hurry leaves the second, and the permission stays.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions:
      - sendMessage
      - leaveConversation
      - sendMessage
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions:
      - sendMessage
      - leaveConversation
`,
  check(block) {
    const items = block.entry.permissions?.items ?? [];
    return mayRepeat(items, ({ value }) => value) ? repeated(block, items) : undefined;
  },
} as const satisfies Rule;

/** A permission that an alias brings too is fine: lists that are shared may overlap. */
function* repeated(block: Block, items: readonly PermissionItem[]): Iterable<Finding> {
  const seen = new Map<string, PermissionItem>();
  for (const item of items) {
    if (item.alias !== undefined || item.value === '') continue;
    const first = seen.get(item.value);
    if (!first) {
      seen.set(item.value, item);
      continue;
    }
    yield {
      start: item.start,
      end: item.end,
      message: `${quoted(item.value)} is already in this role; remove one of the two`,
      tag: 'unnecessary',
      fixes: dropItem(block, item, true),
      related: [{ start: first.start, end: first.end, message: 'It is first given here' }],
    };
  }
}
