import { changeTo } from './change-to';
import { didYouMean, nearMisses } from './near-miss';
import { namesOnLevel, openReferences } from './role-references';
import type { Rule } from './rule';
import { quoted } from './words';

export const unknownRole = {
  id: 'unknown-role',
  severity: 'error',
  scope: 'file',
  fixable: true,
  summary: 'A user or a default names a role that the file does not have.',
  why: 'A role is named by its friendlyName in this file. A reference to nothing cannot be deployed. A role that is only live is referred to by its RL SID.',
  bad: `
roles:
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
users:
  - identity: alice@example.com
    role: Agnet
`,
  good: `
roles:
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
users:
  - identity: alice@example.com
    role: Agent
`,
  *check(index) {
    for (const { block, text, scope, isOnOtherLevel } of openReferences(index)) {
      if (isOnOtherLevel) continue;
      const near = nearMisses(text.value, namesOnLevel(index, scope));
      const isUser = block.entry.kind === 'user';
      const remedy = didYouMean(near, `add it under "roles"${isUser ? ', or write its RL SID' : ''}`);
      const { start, end } = text;
      yield {
        block,
        start,
        end,
        message: `The file has no ${scope} role ${quoted(text.value)}; ${remedy}`,
        fixes: changeTo(text, near),
      };
    }
  },
} as const satisfies Rule;
