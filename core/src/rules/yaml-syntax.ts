import type { Rule } from './rule';

export const yamlSyntax = {
  id: 'yaml-syntax',
  severity: 'error',
  scope: 'entry',
  isYaml: true,
  fixable: true,
  summary: 'The text is not YAML.',
  why: 'Nothing can be read or deployed from a part that YAML cannot read. The other roles and users of the file are checked all the same.',
  bad: `
roles:
  - friendlyName: "Customer
    type: conversation
    permissions: [sendMessage]
  - friendlyName: Supervisor
    type: conversation
    permissions:
      - sendMessage
      deleteAnyMessage
`,
  good: `
roles:
  - friendlyName: "Customer"
    type: conversation
    permissions: [sendMessage]
  - friendlyName: Supervisor
    type: conversation
    permissions:
      - sendMessage
      - deleteAnyMessage
`,
  check: (block) => block.syntax,
} as const satisfies Rule;
