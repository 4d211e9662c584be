import { describe, expect, it } from 'vitest';
import type { LiveServiceSnapshot, LiveSnapshot } from '../../../core/src';
import { redrawn } from '../../support/carets';

const account = 'AC99999999999999999999999999999999';
const staging = 'IS11111111111111111111111111111111';
const production = 'IS22222222222222222222222222222222';

function role(sid: string, friendlyName: string, type = 'service') {
  return { sid, friendlyName, type, permissions: [] };
}

const stagingService: LiveServiceSnapshot = {
  sid: staging,
  isDefault: true,
  roles: [
    role('RL11111111111111111111111111111111', 'Agent'),
    role('RL11111111111111111111111111111112', 'Twin'),
    role('RL11111111111111111111111111111113', 'Twin'),
    role('RL11111111111111111111111111111114', 'Twin', 'conversation'),
  ],
  users: [{ sid: 'US11111111111111111111111111111111', identity: 'a' }],
};
const productionService: LiveServiceSnapshot = {
  sid: production,
  isDefault: false,
  roles: [role('RL22222222222222222222222222222222', 'Agent')],
};
const live: LiveSnapshot = {
  account,
  product: 'conversations',
  complete: true,
  services: [stagingService, productionService],
};

describe('what is live', () => {
  it('finds services, roles and users that are not there', () => {
    const fixture = `
service: default
roles:
  - friendlyName: Agent
    type: service
    sid: RL33333333333333333333333333333333
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-live-sid: Service IS11111111111111111111111111111111 has no role with this SID; copy the one that the role has there
    permissions: [joinConversation]
users:
  - sid: US11111111111111111111111111111111
  - sid: US22222222222222222222222222222222
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-live-sid: Service IS11111111111111111111111111111111 has no user with this SID; copy the one that the user has there
  - identity: a
    role: RL11111111111111111111111111111112
  - identity: b
    role: RL44444444444444444444444444444444
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-live-sid: Service IS11111111111111111111111111111111 has no role with this SID; copy the one that the role has there
`;
    expect(redrawn(fixture, { live: [live] })).toBe(fixture);
  });

  it('looks at each service for the pin that is its own, and at all of them for a pin that is not', () => {
    const fixture = `
services:
  staging: ${staging}
  production: ${production}
roles:
  - friendlyName: Agent
    type: service
    sid:
      staging: RL22222222222222222222222222222222
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-live-sid: Service "staging" has no role with this SID; copy the one that the role has there
      production: RL22222222222222222222222222222222
    permissions: [joinConversation]
  - friendlyName: Twin
    type: service
    sid: RL11111111111111111111111111111112
    permissions: [joinConversation]
  - friendlyName: Nobody
    type: service
    sid: RL33333333333333333333333333333333
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-live-sid: Service "staging" or "production" has no role with this SID; copy the one that the role has there
    permissions: [joinConversation]
`;
    expect(redrawn(fixture, { live: [live] })).toBe(fixture);
  });

  it('finds a service that its account does not have', () => {
    const fixture = `
services:
  here: ${staging}
  gone: IS33333333333333333333333333333333
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-live-sid: Account AC99999999999999999999999999999999 has no service with this SID; check the SID, the account and the region
  elsewhere:
    sid: IS44444444444444444444444444444444
    account: AC11111111111111111111111111111111
`;
    expect(redrawn(fixture, { live: [live] })).toBe(fixture);
  });

  it('says that a pinned role has another name or type', () => {
    const fixture = `
service: ${staging}
roles:
  - friendlyName: Agents
#                 ^^^^^^ immutable-change: RL11111111111111111111111111111111 is "Agent", of type "service", in service IS11111111111111111111111111111111, and a role cannot be renamed; remove the pin and write "renamedFrom: Agent"
    type: conversation
#         ^^^^^^^^^^^^ immutable-change: RL11111111111111111111111111111111 is "Agent", of type "service", in service IS11111111111111111111111111111111, and a role's type cannot be changed; remove the pin to create a new role
    sid: RL11111111111111111111111111111111
    permissions: [sendMessage]
`;
    expect(redrawn(fixture, { live: [live] })).toBe(fixture);
  });

  it('says that several live roles match, unless a pin tells which', () => {
    const fixture = `
service: ${staging}
roles:
  - friendlyName: Twin
#                 ^^^^ ambiguous-role: "Twin" is the name of 2 live roles of service IS11111111111111111111111111111111, RL11111111111111111111111111111112 and RL11111111111111111111111111111113; write the "sid" of the one that is meant
    type: service
    permissions: [joinConversation]
  - friendlyName: Twin
    type: conversation
    permissions: [sendMessage]
`;
    expect(redrawn(fixture, { live: [live] })).toBe(fixture);
  });

  const wrong = `
services:
  staging: IS55555555555555555555555555555555
  production: ${production}
roles:
  - friendlyName: Nobody
    type: service
    sid: RL33333333333333333333333333333333
    permissions: [joinConversation]
users:
  - sid: US22222222222222222222222222222222
`;
  it.each([
    ['nobody is signed in', []],
    ['services were not read whole', [{ ...live, complete: false }]],
    ['the snapshot is of the other product', [{ ...live, product: 'chat' } as const]],
  ] as const)('is silent where %s', (_, known) => {
    expect(redrawn(wrong, { live: known })).toBe(wrong);
  });

  it('is silent where roles and users were not read whole', () => {
    const unread: LiveServiceSnapshot = { sid: staging, isDefault: true };
    const fixture = wrong.replace('IS55555555555555555555555555555555', staging);
    expect(redrawn(fixture, { live: [{ ...live, services: [unread, productionService] }] })).toBe(fixture);
  });
});
