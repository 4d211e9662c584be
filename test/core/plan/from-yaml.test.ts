/** A file, what is live, and the plan as people read it. */
import { expect, it } from 'vitest';
import { parseDocument } from '../../../core/src';
import { desired } from '../../../core/src/document/desired';
import type { Live } from '../../../core/src/plan';
import { plan, renderText } from '../../../core/src/plan';
import { live, roleSid } from './values';

function planned(yaml: string, now: Live): string {
  const read = desired(parseDocument(yaml));
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return `\n${renderText(plan(read.desired, now))}`;
}

it('takes permissions away, adds a role and moves a user', () => {
  const file = `
product: conversations
service: default

x-writing: &writing
  - editOwnMessage

roles:
  - friendlyName: Customer
    type: conversation
    permissions: [sendMessage, *writing]
  - friendlyName: Auditor
    type: service
    permissions: [joinConversation, createConversation]
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]

users:
  - identity: bob
    role: Agent
`;
  const now = live(
    [
      'conversation Customer: sendMessage sendMediaMessage leaveConversation',
      'service Agent: joinConversation',
      'service Guest: joinConversation',
      'conversation channel user: sendMessage',
    ],
    { bob: 3 },
  );
  expect(planned(file, now)).toBe(`
Support (IS…11aa, account AC…9f2c): 3 changes, 1 user touched, 1 takes permissions away

  + Auditor (service)
      createConversation, joinConversation
  ~ Customer (conversation)
      + editOwnMessage
      - leaveConversation
      - sendMediaMessage
    participants who have this role feel it at once
  > bob: Guest to Agent

  1 role unchanged. Not in the file, left alone: Guest, channel user.
`);
});

it('compares attributes as JSON, whether they are a mapping or text', () => {
  const file = `
service: default
users:
  - identity: alice
    attributes: { team: billing, seats: [1, 2], lead: true, note: "yes", since: 2019 }
  - identity: bob
    attributes: '{"team": "billing"}'
  - identity: carol
    attributes: { team: sales }
`;
  const now = live(['service Guest: joinConversation'], { alice: 1, bob: 1, carol: 1 });
  const attributes = [
    '{"since":2019,"note":"yes","lead":true,"seats":[1,2],"team":"billing"}',
    '{ "team" : "billing" }',
    '{"team":"billing"}',
  ];
  const users = now.users.map((user, i) => ({ ...user, attributes: attributes[i] }));
  expect(planned(file, { ...now, users })).toBe(`
Support (IS…11aa, account AC…9f2c): 1 change, 1 user touched

  ~ carol (user)
      attributes: {"team":"billing"} to {"team":"sales"}

  2 users unchanged. Not in the file, left alone: Guest.
`);
});

it('pins a role by the SID for the service that was chosen', () => {
  const file = `
services:
  staging: ${live([]).service.sid}
roles:
  - friendlyName: Agent
    type: service
    sid: { staging: ${roleSid(2)} }
    permissions: [joinConversation]
defaults:
  user: Agent
`;
  const now = live(
    ['service Agent: createConversation', 'service Agent: createConversation'],
    { bob: 2 },
    { defaults: { user: roleSid(1) } },
  );
  expect(planned(file, now)).toBe(`
Support (IS…11aa, account AC…9f2c): 2 changes, 1 user touched, 1 takes permissions away, 1 changes a default

  ~ Agent (service)
      + joinConversation
      - createConversation
    1 user has this role and feels it at once
  ~ default for users: Agent (RL…0001) to Agent (RL…0002)

  Not in the file, left alone: Agent.
`);
});
