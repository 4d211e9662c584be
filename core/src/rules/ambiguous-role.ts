import type { Block, RoleEntry } from '../document/model';
import type { Fix } from '../finding';
import { exampleLive } from './parts/example-live';
import { pairOf } from './parts/fields';
import { indentOf, insertBefore } from './parts/insert-key';
import { pinIn, serviceName, type TargetedService, targetedServices } from './parts/live-services';
import { quoted, yamlWord } from './parts/words';
import type { Rule } from './rule';

export const ambiguousRole = {
  id: 'ambiguous-role',
  severity: 'error',
  scope: 'file',
  needs: 'live',
  fixable: true,
  summary: 'Several live roles have the name and type of one entry.',
  why: 'Twilio does not keep names unique. Where two live roles match, nothing is guessed: which of them is meant takes a SID.',
  exampleLive: exampleLive(
    ['RL11111111111111111111111111111111', 'Customer'],
    ['RL22222222222222222222222222222222', 'Customer'],
  ),
  bad: `
service: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  good: `
service: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    sid: RL22222222222222222222222222222222
    permissions: [sendMessage]
`,
  *check(index, { product, live }) {
    for (const service of targetedServices(index, product, live)) {
      for (const [name, sids] of ambiguousNames(service)) {
        for (const block of index.roles.get(name.friendlyName)) {
          const { friendlyName, type } = block.entry;
          if (!friendlyName || type?.value !== name.type || pinIn(block.entry, service.entry)) continue;
          const { start, end } = friendlyName;
          const where = `${sids.length} live roles of service ${serviceName(service)}`;
          const message = `${quoted(friendlyName.value)} is the name of ${where}, ${sids.join(' and ')}; write the "sid" of the one that is meant`;
          yield { block, start, end, message, fixes: pins(block, service, sids) };
        }
      }
    }
  },
} as const satisfies Rule;

interface NameAndType {
  readonly friendlyName: string;
  readonly type: string;
}

function ambiguousNames({ live }: TargetedService): readonly (readonly [NameAndType, readonly string[]])[] {
  const groups = new Map<string, { readonly name: NameAndType; readonly sids: string[] }>();
  for (const role of live.roles ?? []) {
    const key = `${role.type} ${role.friendlyName}`;
    const group = groups.get(key) ?? { name: role, sids: [] };
    group.sids.push(role.sid);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ name, sids }) => (sids.length > 1 ? [[name, sids] as const] : []));
}

/** A line for the pin above the type. A role that is pinned elsewhere, or written in braces, is left to the person. */
function pins(
  { entry, text }: Block<RoleEntry>,
  { entry: service }: TargetedService,
  sids: readonly string[],
): readonly Fix[] {
  const { node, sid } = entry;
  const type = node?.kind === 'mapping' && !node.flow ? pairOf(node, 'type') : undefined;
  if (node?.kind !== 'mapping' || !type || sid) return [];
  const key = service.name ? `sid:\n${indentOf(text, type)}  ${yamlWord(service.name.value)}:` : 'sid:';
  return sids.flatMap((each) => {
    const edits = insertBefore(text, node, type, `${key} ${each}`);
    return edits.length > 0 ? [{ title: `Pin to ${each}`, edits }] : [];
  });
}
