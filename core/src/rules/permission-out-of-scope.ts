import { permissionsOf, type RoleType } from '../catalog';
import type { Block } from '../document/model';
import type { Fix } from '../finding';
import { changeTo } from './parts/change-to';
import { pairOf } from './parts/fields';
import { dropItem } from './parts/item-fixes';
import { listed, named } from './parts/words';
import type { Rule } from './rule';

export const permissionOutOfScope = {
  id: 'permission-out-of-scope',
  severity: 'error',
  scope: 'permission',
  fixable: true,
  summary: 'A permission belongs to roles of the other type.',
  why: 'Some permissions work in a conversation, others on the whole service, and Twilio refuses one in a role of the wrong type (error 50104).',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, joinConversation]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
  - friendlyName: Guest
    type: service
    permissions: [joinConversation]
`,
  check(judged, { block }) {
    const { item, verdict } = judged;
    if (verdict.kind !== 'out-of-scope') return undefined;
    const message = `${named(judged)} works only in roles of type ${listed(verdict.types, 'or')}, and this one is of type "${verdict.type}"; give it in such a role`;
    const fixes = [...dropItem(block, item), ...retype(block, verdict.types[0])];
    const { start, end } = item;
    return [{ start, end, message, fixes }];
  },
} as const satisfies Rule;

/** Another type is a remedy only where everything in the role works in it. */
function retype({ entry }: Block, type: RoleType | undefined): readonly Fix[] {
  if (entry.kind !== 'role') return [];
  const written = entry.node?.kind === 'mapping' ? pairOf(entry.node, 'type')?.value : undefined;
  if (!type || written?.kind !== 'scalar') return [];
  const allFit = entry.permissions?.items.every(({ value }) => permissionsOf(type).has(value));
  return allFit
    ? changeTo(written, [type]).map(({ edits }) => ({ title: `Change the role's type to "${type}"`, edits }))
    : [];
}
