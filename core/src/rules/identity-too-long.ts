import { tooLong } from './parts/too-long';
import type { Rule } from './rule';

/** Twilio's user pages: "up to 256 characters". */
const longest = 256;

export const identityTooLong = {
  id: 'identity-too-long',
  severity: 'error',
  scope: 'field',
  of: ['identity'],
  summary: "A user's identity is longer than 256 characters.",
  why: 'Twilio takes up to 256 characters for an identity and refuses the rest.',
  bad: `
users:
  - identity: ${'alice.'.repeat(43)}example
`,
  good: `
users:
  - identity: alice@example.com
`,
  check: (field) => tooLong(field, longest),
} as const satisfies Rule;
