import { permissionsOf, typeFor } from '../catalog';
import type { DefaultKey } from '../document/model';
import { scopeOfDefault } from './parts/role-references';
import { listed, quoted } from './parts/words';
import type { Rule } from './rule';

/** Who gets a default role without anybody choosing it. Whoever creates a conversation runs it, so that one is fine. */
const receivers: readonly (readonly [DefaultKey, string])[] = [
  ['user', 'Every user who is added to the service'],
  ['participant', 'Every participant who is added to a conversation'],
];

export const privilegedDefault = {
  id: 'privileged-default',
  severity: 'warning',
  scope: 'file',
  summary: "A default role that everyone gets may edit or delete other people's things.",
  why: 'A default role is handed out without a decision, to whoever signs up next. People give it away to make a demo work, and with it any customer may rewrite or delete what others wrote, or throw them out. Give such permissions in a role that is assigned on purpose.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, deleteAnyMessage]
defaults:
  participant: Customer
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, deleteOwnMessage]
  - friendlyName: Supervisor
    type: conversation
    permissions: [sendMessage, deleteAnyMessage]
defaults:
  participant: Customer
  creator: Supervisor
`,
  *check({ head, rolesByScope }, { product }) {
    for (const [key, everyone] of receivers) {
      const given = head.entry.defaults[key];
      if (!given) continue;
      const scope = scopeOfDefault(key);
      const known = permissionsOf(typeFor(product, scope));
      for (const block of rolesByScope[scope].get(given.value)) {
        const items =
          block.entry.permissions?.items.filter(({ value }) => known.get(value)?.overOthers) ?? [];
        if (items.length === 0) continue;
        const { start, end } = given;
        const may = listed([...new Set(items.map(({ value }) => value))], 'and');
        yield {
          block: head,
          start,
          end,
          message: `${everyone} gets ${quoted(given.value)}, and with it power over others (${may}); give such permissions in a role that is assigned on purpose`,
          related: items.map((item) => ({
            block,
            start: item.start,
            end: item.end,
            message: `May ${known.get(item.value)?.meaning ?? ''}`,
          })),
        };
      }
    }
  },
} as const satisfies Rule;
