import { exampleLive } from './parts/example-live';
import { pinIn, pinnedRoles, serviceName, targetedServices } from './parts/live-services';
import { quoted } from './parts/words';
import type { Rule } from './rule';

export const immutableChange = {
  id: 'immutable-change',
  severity: 'error',
  scope: 'file',
  needs: 'live',
  summary: 'A pinned role has another name or type than the file says.',
  why: "Twilio cannot change a role's name or type: only its permissions. A new name or type takes a new role, so a new SID, and everything that points at the old one has to move.",
  exampleLive: exampleLive(['RL11111111111111111111111111111111', 'Guest']),
  bad: `
service: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    sid: RL11111111111111111111111111111111
    permissions: [sendMessage]
`,
  good: `
service: IS11111111111111111111111111111111
roles:
  - friendlyName: Customer
    type: conversation
    renamedFrom: Guest
    permissions: [sendMessage]
`,
  *check(index, { product, live }) {
    const targeted = targetedServices(index, product, live);
    for (const block of pinnedRoles(index)) {
      const { friendlyName, type } = block.entry;
      for (const service of targeted) {
        const pin = pinIn(block.entry, service.entry);
        const role = pin && service.roles?.get(pin.value);
        if (!role) continue;
        const is = `is ${quoted(role.friendlyName)}, of type "${role.type}", in service ${serviceName(service)}`;
        if (friendlyName && friendlyName.value !== role.friendlyName) {
          const { start, end } = friendlyName;
          const message = `${role.sid} ${is}, and a role cannot be renamed; remove the pin and write "renamedFrom: ${role.friendlyName}"`;
          yield { block, start, end, message };
        }
        if (type && type.value !== role.type) {
          const { start, end } = type;
          const message = `${role.sid} ${is}, and a role's type cannot be changed; remove the pin to create a new role`;
          yield { block, start, end, message };
        }
      }
    }
  },
} as const satisfies Rule;
