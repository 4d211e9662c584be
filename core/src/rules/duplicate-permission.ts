import type { PermissionItem } from '../document/model';
import { dropItem } from './item-fixes';
import type { Rule } from './rule';
import { quoted } from './words';

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
  // A permission that an alias brings too is fine: lists that are shared may overlap.
  *check(block) {
    const seen = new Map<string, PermissionItem>();
    for (const item of block.entry.permissions?.items ?? []) {
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
  },
} as const satisfies Rule;
