import type { FileIndex } from '../document/file-index';
import { changeTo } from './parts/change-to';
import { didYouMean, nearMisses } from './parts/near-miss';
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
    const near = nearNames(index, unknown);
    for (const { block, text, scope } of unknown) {
      const meant = near.get(`${scope} ${text.value}`) ?? [];
      const isUser = block.entry.kind === 'user';
      const remedy = didYouMean(meant, `add it under "roles"${isUser ? ', or write its RL SID' : ''}`);
      const { start, end } = text;
      const message = `The file has no ${scope} role ${quoted(text.value)}; ${remedy}`;
      yield { block, start, end, message, fixes: changeTo(text, meant) };
    }
  },
} as const satisfies Rule;

/** Each name is held against every role of the file. Where more are unknown than this, they aren't slips. */
const mostSlips = 5;

function nearNames(
  index: FileIndex,
  references: readonly OpenReference[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map(references.map(({ scope, text }) => [`${scope} ${text.value}`, { scope, text }]));
  if (names.size > mostSlips) return new Map();
  return new Map(
    [...names].map(([name, { scope, text }]) => [
      name,
      nearMisses(text.value, index.rolesByScope[scope].names()),
    ]),
  );
}
