import type { RoleScope } from '../catalog';
import type { FileIndex } from '../document/file-index';
import { didYouMean } from '../near-miss';
import { changeTo } from './parts/change-to';
import { nearNames } from './parts/near-names';
import { type OpenReference, openReferences } from './parts/role-references';
import { quoted } from './parts/words';
import type { Rule } from './rule';

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
    const unknown = [...openReferences(index)].filter(({ isOnOtherLevel }) => !isOnOtherLevel);
    const near = {
      service: nearIn(index, unknown, 'service'),
      conversation: nearIn(index, unknown, 'conversation'),
    };
    for (const { block, text, scope } of unknown) {
      const meant = near[scope].get(text.value) ?? [];
      const isUser = block.entry.kind === 'user';
      const remedy = didYouMean(meant, `add it under "roles"${isUser ? ', or write its RL SID' : ''}`);
      const { start, end } = text;
      const message = `The file has no ${scope} role ${quoted(text.value)}; ${remedy}`;
      yield { block, start, end, message, fixes: changeTo(text, meant) };
    }
  },
} as const satisfies Rule;

function nearIn(
  { rolesByScope }: FileIndex,
  unknown: readonly OpenReference[],
  scope: RoleScope,
): ReadonlyMap<string, readonly string[]> {
  const names = unknown.flatMap((reference) => (reference.scope === scope ? [reference.text.value] : []));
  return nearNames(names, rolesByScope[scope].names());
}
