import { catalogDate, productNames } from '../catalog';
import { named } from './parts/words';
import type { Rule } from './rule';

export const undocumentedPermission = {
  id: 'undocumented-permission',
  severity: 'information',
  scope: 'permission',
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
  check(judged, { product }) {
    const { item, verdict } = judged;
    if (verdict.kind !== 'undocumented') return undefined;
    const message = `${named(judged)} is not on the role page of ${productNames[product]} (${catalogDate}), though it has been seen to work; try it before you rely on it`;
    const { start, end } = item;
    return [{ start, end, message }];
  },
} as const satisfies Rule;
