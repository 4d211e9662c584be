import { describe, expect, it } from 'vitest';
import { pulled } from '../../support/pulled';
import { live, roleSid, serviceSid } from '../plan/values';

describe('pull into a new file', () => {
  it('writes roles, defaults and the users that were chosen', () => {
    const now = live(
      ['service Customer: joinConversation editOwnUserInfo', 'conversation channel user: sendMessage'],
      { 'alice@example.com': 1, bob: 1 },
      { defaults: { user: roleSid(1), participant: roleSid(2) } },
    );
    const users = now.users.map((user) => ({
      ...user,
      friendlyName: 'yes',
      attributes: '{"team":"a: b","no":[1,null]}',
    }));
    expect(pulled({ ...now, users }, { users: ['alice@example.com'] })).toBe(
      `# twilio-roles
# Pulled from Support.
product: conversations
service: ${serviceSid}

roles:
  - friendlyName: Customer
    type: service
    permissions:
      - editOwnUserInfo
      - joinConversation
  - friendlyName: channel user
    type: conversation
    permissions:
      - sendMessage

defaults:
  user: Customer
  participant: channel user

users:
  - identity: alice@example.com
    role: Customer
    friendlyName: "yes"
    attributes: { team: "a: b", "no": [1, null] }
`,
    );
  });

  it('pins roles whose name is not their own alone', () => {
    const now = live(['service Agent: joinConversation', 'service Agent: createConversation'], { bob: 2 });
    expect(pulled(now, { users: ['bob'] })).toContain(`
  - friendlyName: Agent
    type: service
    sid: ${roleSid(2)}
    permissions:
      - createConversation

users:
  - identity: bob
    role: ${roleSid(2)}
`);
  });

  it('leaves out a role without permissions, and the default that it is', () => {
    const now = live(
      ['service Empty: ', 'service Full: joinConversation'],
      {},
      { defaults: { user: roleSid(1) } },
    );
    const text = pulled(now);
    expect(text).toContain('# Empty (service) has no permissions, and is left out.');
    expect(text).not.toContain('defaults:');
  });

  it('turns a Chat service into a file of Conversations', () => {
    const now = live(['channel member: sendMessage editChannelName'], {}, { product: 'chat' });
    expect(pulled(now, { toConversations: true })).toContain(`product: conversations
service: ${serviceSid}

roles:
  - friendlyName: member
    type: conversation
    permissions:
      - editConversationName
      - sendMessage
`);
  });

  it('keeps the comments of a file that has nothing else', () => {
    expect(pulled(live(['service A: joinConversation']), { existing: '# ours\n' })).toMatch(
      /^# ours\n\n# twilio-roles\n/,
    );
  });
});
