import { describe, expect, it } from 'vitest';
import { changesOf } from '../../support/changes-of';
import { pulled } from '../../support/pulled';
import { live, roleSid, serviceSid } from '../plan/values';
import { liveUsers } from './live-users';

const service = `service: ${serviceSid}\n`;

describe('pull into a file with anchors', () => {
  it('reads names through them, and gives a place its own name where it differs', () => {
    const existing = `${service}x-names: [&n Agent, &t service]
roles:
  - friendlyName: *n
    type: *t
    permissions: [joinConversation]
users:
  - identity: bob
    role: *n
  - identity: carol
    role: *n # stays
defaults: { user: *n }
`;
    const now = live(
      ['service Agent: joinConversation createConversation', 'service B: joinConversation'],
      { bob: 2, carol: 1 },
      { defaults: { user: roleSid(2) } },
    );
    const text = pulled(now, { existing });
    expect(text).toBe(`${service}x-names: [&n Agent, &t service]
roles:
  - friendlyName: *n
    type: *t
    permissions: [joinConversation, createConversation]
  - friendlyName: B
    type: service
    permissions:
      - joinConversation
users:
  - identity: bob
    role: B
  - identity: carol
    role: *n # stays
defaults: { user: B }
`);
    expect(changesOf(text, now)).toEqual([]);
  });

  it('changes an entry where it is written', () => {
    const existing = `${service}x-agent: &agent
  friendlyName: Agent # by hand
  type: service
  permissions: [joinConversation]
roles:
  - *agent
`;
    const now = live(['service Agent: joinConversation createConversation']);
    const text = pulled(now, { existing, addMissing: true });
    expect(text).toBe(existing.replace('[joinConversation]', '[joinConversation, createConversation]'));
    expect(changesOf(text, now)).toEqual([]);
  });

  it('adds to a list and to defaults where they are written', () => {
    const existing = `${service}x-roles: &roles
  - friendlyName: Agent
    type: service
    permissions: [joinConversation]
x-defaults: &defaults {}
roles: *roles
defaults: *defaults
`;
    const now = live(
      ['service Agent: createConversation', 'service B: joinConversation'],
      {},
      { defaults: { user: roleSid(1) } },
    );
    expect(pulled(now, { existing, addMissing: true })).toBe(`${service}x-roles: &roles
  - friendlyName: Agent
    type: service
    permissions: [createConversation]
  - friendlyName: B
    type: service
    permissions:
      - joinConversation
x-defaults: &defaults { user: Agent }
roles: *roles
defaults: *defaults
`);
  });

  it('leaves to others the value that they share with what is changed', () => {
    const existing = `${service}users:
  - identity: bob
    friendlyName: &name Bob # his
    attributes: &data
      team: &team billing # old
      seats: [1, 2]
  - identity: carol
    friendlyName: *name
    attributes: *data
  - identity: nobody
    friendlyName: *name
    attributes: { of: *team, all: *data }
`;
    const now = liveUsers({
      bob: { friendlyName: 'Robert', attributes: '{"seats":[1,3]}' },
      carol: { friendlyName: 'Bob', attributes: '{"team":"billing","seats":[1,2]}' },
    });
    const text = pulled(now, { existing });
    expect(text).toBe(`${service}users:
  - identity: bob
    friendlyName: Robert # his
    attributes:
      # team: &team billing # old
      seats: [1, 3]
  - identity: carol
    friendlyName: &name Bob
    attributes: &data { team: billing, seats: [1, 2] }
  - identity: nobody
    friendlyName: *name
    attributes: { of: &team billing, all: *data }
`);
    expect(changesOf(text, now)).toEqual(['create-user:nobody']);
  });

  it('keeps a value shared where all change alike', () => {
    const existing = `${service}roles:
  - friendlyName: A
    type: service
    permissions: &all [joinConversation]
  - friendlyName: B
    type: service
    permissions: *all
users:
  - identity: bob
    friendlyName: &name Bob
    attributes: &data { team: a }
  - identity: carol
    friendlyName: *name
    attributes: *data
`;
    const fields = { friendlyName: 'Both', attributes: '{"team":"b"}' };
    const now = liveUsers({ bob: fields, carol: fields }, [
      'service A: joinConversation createConversation',
      'service B: joinConversation createConversation',
    ]);
    const text = pulled(now, { existing });
    expect(text).toBe(
      existing
        .replace('[joinConversation]', '[joinConversation, createConversation]')
        .replace('&name Bob', '&name Both')
        .replace('team: a', 'team: b'),
    );
    expect(changesOf(text, now)).toEqual([]);
  });

  it('writes a value out for one who stays with the old where others go along', () => {
    const existing = `${service}users:
  - identity: bob
    friendlyName: &name "Bob, the first"
  - identity: carol
    friendlyName: *name
  - identity: nobody
    friendlyName: *name
`;
    const now = liveUsers({ bob: { friendlyName: 'Both' }, carol: { friendlyName: 'Both' } });
    expect(pulled(now, { existing })).toBe(`${service}users:
  - identity: bob
    friendlyName: &name Both
  - identity: carol
    friendlyName: *name
  - identity: nobody
    friendlyName: "Bob, the first"
`);
  });

  it.each([
    ['Tier 1 [a, b]', '"Tier 1 [a, b]"'],
    ["'it''s'", "'it''s'"],
    ['"a\\\n      b"', 'ab'],
    ['!!str 7', '!!str 7'],
    ['>-\n      a: b\n      c', '"a: b c"'],
  ])('moves a name to where it is used next: %j', (written, moved) => {
    const existing = `${service}users:
  - identity: bob
    friendlyName: &name ${written}
  - identity: nobody
    friendlyName: *name
`;
    const now = liveUsers({ bob: { friendlyName: 'Robert' } });
    expect(pulled(now, { existing })).toBe(
      existing.replace(`&name ${written}`, 'Robert').replace('*name', `&name ${moved}`),
    );
  });

  it.each([
    ['{ a: [1, *seven], b: , c: &c }', '{ a: [1, *seven], b: ~, c: ~ }'],
    ['{ a: &of { own: 1 } , *seven : *of }', '{ a: { own: 1 }, *seven : { own: 1 } }'],
    ['{}', '{}'],
  ])('moves data to where it is used next: %j', (written, moved) => {
    const existing = `${service}x-seven: &seven 7
users:
  - identity: bob
    attributes: &data ${written}
  - identity: nobody
    attributes: *data
`;
    const now = liveUsers({ bob: { attributes: '[]' } });
    expect(pulled(now, { existing })).toBe(
      existing.replace(`&data ${written}`, '[]').replace('*data', `&data ${moved}`),
    );
  });

  it('changes an entry once that is there twice', () => {
    const existing = `roles:
  - &agent { friendlyName: Agent, type: service, permissions: [joinConversation] }
  - *agent
`;
    const now = live(['service Agent: joinConversation createConversation']);
    expect(pulled(now, { existing })).toBe(
      existing.replace('[joinConversation]', '[joinConversation, createConversation]'),
    );
  });

  it('lets those who share a list part ways', () => {
    const existing = `roles:
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
    expect(pulled(now, { existing })).toBe(`roles:
  - friendlyName: A
    type: service
    permissions: &base
      - createConversation
      - addParticipant
  - friendlyName: B
    type: service
    permissions: [joinConversation]
  - friendlyName: C
    type: service
    permissions: [&one joinConversation, addParticipant]
`);
  });

  it('gives a role that is not live the list that another one has left', () => {
    const existing = `roles:
  - friendlyName: A
    type: service
    permissions: &base # of all
      - joinConversation
      - createConversation # why
  - friendlyName: Not there yet
    type: service
    permissions: *base
`;
    expect(pulled(live(['service A: joinConversation']), { existing })).toBe(`roles:
  - friendlyName: A
    type: service
    permissions: # of all
      - joinConversation
      # - createConversation # why
  - friendlyName: Not there yet
    type: service
    permissions: &base [joinConversation, createConversation]
`);
  });

  it('ends where aliases lead back to themselves', () => {
    const existing = `users:
  - identity: bob
    attributes: &a
      self: [*a]
      team: x
  - identity: nobody
    attributes: *a
`;
    const now = liveUsers({ bob: { attributes: '{"team":"z"}' } });
    expect(pulled(now, { existing })).toContain('team: z');
  });
});
