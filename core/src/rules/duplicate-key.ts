import type { Rule } from './rule';

export const duplicateKey = {
  id: 'duplicate-key',
  severity: 'error',
  scope: 'entry',
  isYaml: true,
  summary: 'A mapping has the same key twice.',
  why: 'YAML allows a key once. Readers differ in which of the two they take, so a reviewer may approve one and a deploy may write the other.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
    permissions: [sendMessage, deleteAnyMessage]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  check: (block) => block.duplicateKeys,
} as const satisfies Rule;
