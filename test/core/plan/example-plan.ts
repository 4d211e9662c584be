/** A plan that has a change of nearly every kind. */
import { plan } from '../../../core/src/plan';
import { desired, live, role, roleSid } from './values';

export const now = live(
  [
    'service Customer: joinConversation editOwnUserInfo',
    'service Guest: joinConversation',
    'conversation channel user: sendMessage',
  ],
  { alice: 1, bob: 2, carol: 1 },
  { defaults: { user: roleSid(2) } },
);
const wanted = desired(
  [
    'service Customer: joinConversation createConversation',
    { ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' },
  ],
  {
    defaults: { user: 'Customer' },
    users: [
      { identity: 'dave', attributes: '{"a":[1]}' },
      { identity: 'alice', friendlyName: 'Al' },
    ],
  },
);
export const planned = plan(wanted, now);
