import { describe, expect, it } from 'vitest';
import { check } from '../../../core/src/check';
import { parseDocument } from '../../../core/src/document/document';
import { pulled } from '../../support/pulled';
import { live, roleSid, serviceSid } from '../plan/values';

describe('pull into a file that exists', () => {
  const file = `# The roles of Support.
product: conversations
service: ${serviceSid}

x-moderation: &moderation   # shared
  - editAnyMessage
  - deleteAnyMessage

roles:
  # who answers
  - friendlyName: Supervisor      # 1
    type: conversation
    permissions:
      - sendMessage               # says things
      - *moderation
      # the end
  - { friendlyName: Customer, type: service, permissions: [ joinConversation, editOwnUserInfo ] }
  - friendlyName: Not there yet
    type: service
    permissions: [joinConversation]

# about users
users:
  - identity: bob
    role: Customer
    attributes:
      team: billing   # old

defaults: { user: Customer }
`;

  it('changes nothing where nothing differs', () => {
    const now = live(
      [
        'conversation Supervisor: deleteAnyMessage editAnyMessage sendMessage',
        'service Customer: joinConversation editOwnUserInfo',
        'service Other: joinConversation',
      ],
      { bob: 2 },
      { defaults: { user: roleSid(2), creator: roleSid(1) } },
    );
    const users = now.users.map((user) => ({ ...user, attributes: '{"team":"billing"}' }));
    expect(pulled({ ...now, users }, { existing: file })).toBe(file);
  });

  it('touches what differs, and adds what is missing when asked', () => {
    const now = live(
      [
        'conversation Supervisor: editAnyMessage leaveConversation',
        'service Customer: joinConversation createConversation',
        'service Other one: joinConversation',
      ],
      { bob: 3, carol: 2 },
      { defaults: { user: roleSid(3), creator: roleSid(1) } },
    );
    expect(pulled(now, { existing: file, addMissing: true, users: ['carol'] })).toBe(`# The roles of Support.
product: conversations
service: ${serviceSid}

x-moderation: &moderation   # shared
  - editAnyMessage
  - deleteAnyMessage

roles:
  # who answers
  - friendlyName: Supervisor      # 1
    type: conversation
    permissions:
      # - sendMessage               # says things
      - editAnyMessage
      - leaveConversation
      # the end
  - { friendlyName: Customer, type: service, permissions: [ joinConversation, createConversation ] }
  - friendlyName: Not there yet
    type: service
    permissions: [joinConversation]
  - friendlyName: Other one
    type: service
    permissions:
      - joinConversation

# about users
users:
  - identity: bob
    role: Other one
    attributes:
      {}   # old
  - identity: carol
    role: Customer

defaults: { user: Other one, creator: Supervisor }
`);
  });

  it('gives the role of a user by SID where the file does not have that role', () => {
    const now = live(['service Customer: joinConversation', 'service Other one: joinConversation'], {
      bob: 2,
      carol: 1,
    });
    const existing = `roles:
  - friendlyName: Customer
    type: service
    permissions: [joinConversation]
users:
  - identity: bob
    role: Customer
`;
    const text = pulled(now, { existing, users: ['carol'] });
    expect(text).toBe(`roles:
  - friendlyName: Customer
    type: service
    permissions: [joinConversation]
users:
  - identity: bob
    role: ${roleSid(2)}
  - identity: carol
    role: Customer
`);
    expect(check(parseDocument(text))).toEqual([]);
  });

  it('leaves an entry alone whose pin is a role of another type', () => {
    const existing = `roles:
  - friendlyName: A
    type: conversation
    sid: ${roleSid(1)}
    permissions: [sendMessage]
`;
    expect(pulled(live(['service A: joinConversation']), { existing })).toBe(existing);
  });

  it('adds to a list in brackets before the others, and takes a list in a list away', () => {
    const first = '{ friendlyName: A, type: service, permissions: [joinConversation] }';
    const second = '{ friendlyName: B, type: service, permissions: [createConversation, joinConversation] }';
    const now = live(['service A: joinConversation', 'service B: createConversation joinConversation']);
    expect(pulled(now, { existing: `roles: [${first}]\n`, addMissing: true })).toBe(
      `roles: [${second}, ${first}]\n`,
    );
    const existing = `roles:
  - friendlyName: A
    type: service
    permissions:
      - joinConversation
      - - createConversation
        - addParticipant
`;
    expect(pulled(live(['service A: joinConversation']), { existing })).toBe(
      existing.replace(/ *- - createConversation\n.*\n/, ''),
    );
  });

  it('keeps the comments between brackets', () => {
    const existing = `roles:
  - friendlyName: A
    type: service
    permissions: [ # head
      joinConversation, # why
      createConversation # why not
      ] # end
  - friendlyName: B
    type: service
    permissions: [
      joinConversation,
      ]
`;
    const now = live([
      'service A: createConversation addParticipant',
      'service B: addParticipant joinConversation',
    ]);
    expect(pulled(now, { existing })).toBe(
      existing
        .replace('[ #', '[addParticipant, #')
        .replace('joinConversation, # why', ' # why')
        .replace('[\n', '[addParticipant,\n'),
    );
  });

  it('keeps the line breaks of Windows', () => {
    const existing = file.replaceAll('\n', '\r\n');
    const text = pulled(live(['conversation Supervisor: sendMessage']), { existing });
    expect(text).toBe(existing.replace('      - *moderation\r\n', ''));
  });

  it.each(['\n', '\r\n'])(
    'keeps the comment of a permission that goes, and the distance between roles (%j)',
    (end) => {
      const existing = `roles:
  - friendlyName: A
    type: service
    permissions:
      - createConversation # asked for by the returns team
      - joinConversation # stays

  - friendlyName: B
    type: service
    permissions: [joinConversation]
`.replaceAll('\n', end);
      const now = live([
        'service A: joinConversation',
        'service B: joinConversation',
        'service C: createConversation',
        'service D: joinConversation',
      ]);
      const text = pulled(now, { existing, addMissing: true });
      expect(text).toBe(
        `roles:
  - friendlyName: A
    type: service
    permissions:
      # - createConversation # asked for by the returns team
      - joinConversation # stays

  - friendlyName: B
    type: service
    permissions: [joinConversation]

  - friendlyName: C
    type: service
    permissions:
      - createConversation

  - friendlyName: D
    type: service
    permissions:
      - joinConversation
`.replaceAll('\n', end),
      );
      expect(pulled(now, { existing: text, addMissing: true })).toBe(text);
    },
  );
});
