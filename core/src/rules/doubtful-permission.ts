import { typesOf } from '../catalog';
import { dropItem } from './parts/item-fixes';
import { listed, named } from './parts/words';
import type { Rule } from './rule';

export const doubtfulPermission = {
  id: 'doubtful-permission',
  severity: 'warning',
  scope: 'permission',
  fixable: true,
  summary: "A permission is on Twilio's page of roles, but the API has refused it in roles of this type.",
  why: 'The page lists it, and a call with it was answered with error 50104. Whoever trusts the page learns it when the deploy fails.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, editOwnUserInfo]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
  - friendlyName: Guest
    type: service
    permissions: [editOwnUserInfo]
`,
  check(judged, { product, block }) {
    const { item, verdict } = judged;
    if (verdict.kind !== 'doubtful') return undefined;
    const elsewhere = typesOf(product, item.value).filter((type) => type !== verdict.type);
    const remedy =
      elsewhere.length > 0 ? `give it in a role of type ${listed(elsewhere, 'or')}` : 'remove it';
    const message = `${named(judged)} is documented, but the API has refused it in roles of type "${verdict.type}" (50104); ${remedy}`;
    const { start, end } = item;
    return [{ start, end, message, fixes: dropItem(block, item) }];
  },
} as const satisfies Rule;
