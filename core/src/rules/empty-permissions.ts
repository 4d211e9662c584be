import { isNull } from '../document/entries';
import type { Block, YamlContent } from '../document/model';
import type { Rule } from './rule';

export const emptyPermissions = {
  id: 'empty-permissions',
  severity: 'error',
  scope: 'field',
  of: ['permissions'],
  summary: 'A role has no permission at all.',
  why: 'Twilio has no way to say an empty list: a role has at least one permission. A role that nobody should have is deleted instead.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: []
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [leaveConversation]
`,
  check({ key, value }, { block }) {
    if (!isNull(value) && !isEmptyList(value, block)) return undefined;
    const { start, end } = value?.kind === 'sequence' ? value : key;
    return [{ start, end, message: 'A role needs at least one permission; add one, or remove the role' }];
  },
} as const satisfies Rule;

/** Whether a list holds nothing, or lists that hold nothing. An item that is no permission has a fault of its own. */
function isEmptyList(value: YamlContent | undefined, { entry }: Block): boolean {
  if (value?.kind !== 'sequence' || entry.kind !== 'role' || !entry.permissions) return false;
  const { items } = entry.permissions;
  return items.length === 0 && value.items.every(({ kind }) => kind === 'sequence' || kind === 'alias');
}
