import { isNull } from '../document/entries';
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
  check({ key, value }) {
    const isEmpty = isNull(value) || (value?.kind === 'sequence' && value.items.length === 0);
    if (!isEmpty) return undefined;
    const { start, end } = value?.kind === 'sequence' ? value : key;
    return [{ start, end, message: 'A role needs at least one permission; add one, or remove the role' }];
  },
} as const satisfies Rule;
