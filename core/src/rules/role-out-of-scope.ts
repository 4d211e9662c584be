import { typeFor } from '../catalog';
import { openReferences } from './parts/role-references';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const roleOutOfScope = {
  id: 'role-out-of-scope',
  severity: 'error',
  scope: 'file',
  summary: 'A user or a default is given a role of the wrong type.',
  why: 'Users of a service hold service roles, and participants of a conversation hold conversation roles. Twilio refuses the one in the place of the other.',
  bad: `
roles:
  - friendlyName: Supervisor
    type: conversation
    permissions: [sendMessage]
users:
  - identity: alice@example.com
    role: Supervisor
`,
  good: `
roles:
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
  - friendlyName: Supervisor
    type: conversation
    permissions: [sendMessage]
defaults:
  participant: Supervisor
users:
  - identity: alice@example.com
    role: Agent
`,
  *check(index, { product }) {
    for (const { block, text, scope, isOnOtherLevel } of openReferences(index)) {
      if (!isOnOtherLevel) continue;
      const other = typeFor(product, scope === 'service' ? 'conversation' : 'service');
      const { start, end, value } = text;
      const related = [...index.roles.get(value)].flatMap((role) => {
        const name = role.entry.friendlyName;
        return name ? [{ block: role, start: name.start, end: name.end, message: 'The role is here' }] : [];
      });
      const message = `${quoted(value)} is a role of type "${other}"; a role of type "${typeFor(product, scope)}" belongs here`;
      yield { block, start, end, message, related };
    }
  },
} as const satisfies Rule;
