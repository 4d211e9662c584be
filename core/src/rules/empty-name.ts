import { isNull } from '../document/entries';
import type { Rule } from './rule';

export const emptyName = {
  id: 'empty-name',
  severity: 'error',
  scope: 'field',
  of: ['role-name', 'identity'],
  summary: "A role's name or a user's identity is empty.",
  why: 'Roles and users are matched by what they are called. One without a name can neither be found nor be created.',
  bad: `
roles:
  - friendlyName: ""
    type: conversation
    permissions: [sendMessage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  check({ info, key, value }) {
    const isBlank = isNull(value) || (value?.kind === 'scalar' && value.value.trim() === '');
    if (!isBlank) return undefined;
    const { start, end } = value && !isNull(value) ? value : key;
    const remedy =
      info.required || info.value === 'identity'
        ? 'write 1 character or more'
        : 'write a name or leave the key out';
    return [{ start, end, message: `"${info.key}" is empty; ${remedy}` }];
  },
} as const satisfies Rule;
