import { type RoleScope, roleScopes } from '../catalog';
import type { FileIndex } from '../document/file-index';
import type { Block, RoleEntry, Text } from '../document/model';
import { inFileOrder } from './parts/file-order';
import { repeatedEntries } from './parts/repeated-entries';
import { quoted } from './parts/words';
import type { PlacedFinding, Rule } from './rule';

export const duplicateRole = {
  id: 'duplicate-role',
  severity: 'error',
  scope: 'file',
  summary: 'Two entries of the file mean the same live role.',
  why: 'A role is matched by its type and name, or by its SID. With two entries for one role, whichever is written last wins, and what a review approved may not be what is live. An entry with `renamedFrom` takes over the users of a role, which can have no other entry then: each deploy would move them there and back.',
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
  *check(index) {
    const { rolesByScope, rolesBySid } = index;
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
    for (const scope of roleScopes) yield* renames(index, scope);
  },
} as const satisfies Rule;

function* renames(index: FileIndex, scope: RoleScope): Iterable<PlacedFinding> {
  for (const old of index.renames[scope].names()) {
    const blocks = index.renames[scope].get(old);
    const [there] = inFileOrder(index.rolesByScope[scope].get(old));
    if (!there) {
      yield* repeatedEntries(
        blocks,
        ({ renamedFrom }) => renamedFrom,
        (value) => `Another role is renamed from ${quoted(value)}; keep "renamedFrom" in one of them`,
      );
      continue;
    }
    for (const block of blocks) {
      const { renamedFrom } = block.entry;
      if (block !== there && renamedFrom) yield stillThere(block, renamedFrom, there);
    }
  }
}

function stillThere(
  block: Block<RoleEntry>,
  { value, start, end }: Text,
  there: Block<RoleEntry>,
): PlacedFinding {
  const message = `The file has the role ${quoted(value)} of this type, too; remove "renamedFrom" to keep both, or that entry`;
  const { friendlyName: name } = there.entry;
  const related = name && [{ block: there, start: name.start, end: name.end, message: 'It is here' }];
  return { block, start, end, message, ...(related && { related }) };
}

function pinOf({ sid }: RoleEntry, value: string): Text | undefined {
  if (!sid) return undefined;
  return 'value' in sid ? sid : [...sid.values()].find((text) => text.value === value);
}
