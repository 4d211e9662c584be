import { roleScopes } from '../catalog';
import type { RoleEntry, Text } from '../document/model';
import { repeatedEntries } from './parts/repeated-entries';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const duplicateRole = {
  id: 'duplicate-role',
  severity: 'error',
  scope: 'file',
  summary: 'Two entries of the file mean the same live role.',
  why: 'A role is matched by its type and name, or by its SID. With two entries for one role, whichever is written last wins, and what a review approved may not be what is live.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, leaveConversation]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, leaveConversation]
  - friendlyName: Customer
    type: service
    permissions: [joinConversation]
`,
  *check({ rolesByScope, rolesBySid }) {
    for (const scope of roleScopes) {
      for (const name of rolesByScope[scope].repeated()) {
        const blocks = [...rolesByScope[scope].get(name)];
        // Live names may repeat, and pins tell such roles apart.
        if (blocks.every(({ entry }) => entry.sid)) continue;
        yield* repeatedEntries(
          blocks,
          ({ friendlyName }) => friendlyName,
          (value) =>
            `The file already has a role ${quoted(value)} of this type; merge the two, or rename one`,
        );
      }
    }
    for (const sid of rolesBySid.repeated()) {
      yield* repeatedEntries(
        rolesBySid.get(sid),
        (entry) => pinOf(entry, sid),
        (value) => `Another role is pinned to ${quoted(value)}; merge the two, or correct one of the SIDs`,
      );
    }
  },
} as const satisfies Rule;

function pinOf({ sid }: RoleEntry, value: string): Text | undefined {
  if (!sid) return undefined;
  return 'value' in sid ? sid : [...sid.values()].find((text) => text.value === value);
}
