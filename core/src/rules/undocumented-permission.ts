import { catalogDate, productNames } from '../catalog';
import type { Rule } from './rule';
import { fromWhere, quoted } from './words';

export const undocumentedPermission = {
  id: 'undocumented-permission',
  severity: 'information',
  scope: 'role',
  summary: "A permission works, but is not on Twilio's page of roles.",
  why: 'Nothing that is not documented is promised to stay. It has been seen accepted, or other tools list it.',
  bad: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, editNotificationLevel]
`,
  good: `
roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage]
`,
  *check(_, { product, judged }) {
    for (const { item, verdict } of judged) {
      if (verdict.kind !== 'undocumented') continue;
      const { start, end } = item;
      const message = `${quoted(item.value)}${fromWhere(item)} is not on the role page of ${productNames[product]} (${catalogDate}), though it has been seen to work; try it before you rely on it`;
      yield { start, end, message };
    }
  },
} as const satisfies Rule;
