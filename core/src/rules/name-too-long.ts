import { tooLong } from './parts/too-long';
import type { Rule } from './rule';

/** Twilio's role pages: "up to 64 characters". */
const longest = 64;

export const nameTooLong = {
  id: 'name-too-long',
  severity: 'error',
  scope: 'field',
  of: ['role-name'],
  summary: "A role's name is longer than 64 characters.",
  why: 'Twilio takes up to 64 characters for a role and refuses the rest.',
  bad: `
roles:
  - friendlyName: Customers who wrote to us through the old form of the web shop in May
    type: conversation
    permissions: [sendMessage]
`,
  good: `
roles:
  - friendlyName: Customers of the web shop
    type: conversation
    permissions: [sendMessage]
`,
  check: (field) => tooLong(field, longest),
} as const satisfies Rule;
