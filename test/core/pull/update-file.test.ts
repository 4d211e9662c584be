import { describe, expect, it } from 'vitest';
import { check } from '../../../core/src/check';
import { parseDocument } from '../../../core/src/document/document';
import { pull } from '../../../core/src/pull';
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

defaults: { creator: Supervisor, user: Other one }
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

  it('lets those who share a list by its anchor part ways', () => {
    const shared = `roles:
  - friendlyName: A
    type: service
    permissions: &base
      - &one joinConversation
      - createConversation
  - friendlyName: B
    type: service
    permissions: *base
  - friendlyName: C
    type: service
    permissions: [*one, addParticipant]
`;
    const now = live([
      'service A: createConversation addParticipant',
      'service B: joinConversation',
      'service C: joinConversation addParticipant',
    ]);
    expect(pulled(now, { existing: shared })).toBe(`roles:
  - friendlyName: A
    type: service
    permissions: &base
      - &one []
      - createConversation
      - addParticipant
  - friendlyName: B
    type: service
    permissions: [joinConversation]
  - friendlyName: C
    type: service
    permissions: [*one, addParticipant, joinConversation]
`);
  });

  it('edits attributes key by key', () => {
    const existing = `users:
  - identity: bob
    attributes:
      # whose he is
      team: billing   # old
      seat: { row: 1, column: 2 }
      gone: true
      # the end
`;
    const now = live([], { bob: 1 });
    const users = now.users.map((user) => ({
      ...user,
      attributes: '{"team":"sales","seat":{"row":1},"new":[true]}',
    }));
    expect(pulled({ ...now, users }, { existing })).toBe(`users:
  - identity: bob
    attributes:
      # whose he is
      team: sales   # old
      seat: { row: 1 }
      new: [true]
      # the end
`);
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

  it('adds to a list in brackets before the others, and empties a list in a list', () => {
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
      existing.replace(/- - createConversation\n.*\n/, '- []\n'),
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

  it('says why a broken file stays as it is', () => {
    expect(pull(live([]), { existing: 'roles: [' })).toEqual({
      problem: expect.stringMatching(/^The file can't be read as YAML: Flow sequence in block collection/),
    });
  });
});
