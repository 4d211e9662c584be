import { describe, expect, it } from 'vitest';
import {
  type Desired,
  type Live,
  type PlanOptions,
  plan,
  renderText,
  stillHolds,
  undeployable,
} from '../../../core/src/plan';
import { accountSid, desired, live, role, roleSid, serviceSid, support, userSid } from './values';

const text = (wanted: Desired, now: Live, options?: PlanOptions) => renderText(plan(wanted, now, options));

describe('plan', () => {
  it('has nothing to do where sets are the same in any order', () => {
    expect(
      text(
        desired(['conversation channel user: sendMessage']),
        live(['conversation channel user: sendMessage']),
      ),
    ).toBe(
      `Support (IS…11aa, account AC…9f2c): nothing to do

  1 role unchanged.
`,
    );
  });

  it('creates, updates and moves, in the order of writing', () => {
    const wanted = desired(
      [
        'conversation Customer: sendMessage editOwnMessage',
        'service Auditor: createConversation joinConversation',
        'service Customer: joinConversation',
        'service Guest: joinConversation',
      ],
      {
        users: [
          { identity: 'bob', role: 'Auditor' },
          { identity: 'dave', role: 'Guest', attributes: '{"a":1}' },
        ],
      },
    );
    expect(text(wanted, support)).toBe(
      `Support (IS…11aa, account AC…9f2c): 5 changes, 4 users touched, 2 take permissions away

  + Auditor (service)
      createConversation, joinConversation
  ~ Customer (conversation)
      + editOwnMessage
      - leaveConversation
      - sendMediaMessage
    participants who have this role feel it at once
  ~ Customer (service)
      - editOwnUserInfo
      - leaveConversation
    2 users have this role and feel it at once
  + dave (user)
      role: Guest
      attributes: {"a":1}
  > bob: Guest to Auditor

  1 role unchanged. Not in the file, left alone: channel user.
`,
    );
  });

  it('renames as a new role, a move and an old role that stays', () => {
    const wanted = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Customer' }]);
    expect(text(wanted, support)).toBe(
      `Support (IS…11aa, account AC…9f2c): 2 changes, 2 users touched

  + Visitor (service), renamed from Customer
      joinConversation
  > 2 users: Customer to Visitor

  Not in the file, left alone: Customer, Guest, channel user, Customer.
`,
    );
  });

  it('deletes what is out of use, and nothing else, when asked', () => {
    const wanted = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Customer' }]);
    const now = { ...support, defaults: { participant: roleSid(3) } };
    expect(text(wanted, now, { prune: true })).toBe(
      `Support (IS…11aa, account AC…9f2c): 4 changes, 2 users touched, 2 deletions

  + Visitor (service), renamed from Customer
      joinConversation
  > 2 users: Customer to Visitor
  - Customer (service)
      editOwnUserInfo, joinConversation, leaveConversation
  - Customer (conversation)
      leaveConversation, sendMediaMessage, sendMessage
    participants who have it aren't counted

  The default role for participants is "channel user"; the file doesn't name it.
  "Guest" (service) isn't deleted: 1 user has it.
  "channel user" (conversation) isn't deleted: it is the default role for participants.
`,
    );
  });

  it('deletes no role that users are given, or whose users nobody counted', () => {
    const empty = live(['service Guest: joinConversation', 'service Spare: joinConversation'], { bob: 1 });
    const given = desired([], { users: [{ identity: 'bob', role: roleSid(2) }] });
    const { changes, reports } = plan(given, empty, { prune: true });
    expect(changes.map(({ id }) => id)).toEqual([
      'update-user:bob',
      `delete-role:service:Guest:${roleSid(1)}`,
    ]);
    expect(reports.map(({ message }) => message)).toEqual([
      '"Spare" (service) isn\'t deleted: users are given it.',
    ]);
    const { usersByRole: _, ...uncounted } = empty;
    const blind = plan(desired([]), uncounted, { prune: true });
    expect(blind.changes).toEqual([]);
    expect(blind.reports.map(({ message }) => message)).toEqual([
      '"Guest" (service) isn\'t deleted: its users weren\'t counted.',
      '"Spare" (service) isn\'t deleted: its users weren\'t counted.',
    ]);
  });

  it('writes nothing of a user whose role can’t be given', () => {
    const wanted = desired([], {
      users: [
        { identity: 'alice', role: roleSid(3), friendlyName: 'Al' },
        { identity: 'bob', role: 'Nobody', friendlyName: 'Bob' },
      ],
    });
    const { changes, reports } = plan(wanted, support);
    expect(changes).toEqual([]);
    expect(reports.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      `${roleSid(3)} is a conversation role; User "alice" takes a role of level "service".`,
      'User "bob" names "Nobody", and no role of level "service" is called that; add it under "roles".',
    ]);
  });

  it('moves nobody with a role whose users all go one by one', () => {
    const wanted = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }], {
      users: [{ identity: 'bob', role: 'Visitor' }],
    });
    expect(plan(wanted, support).changes.map(({ id }) => id)).toEqual([
      'create-role:service:Visitor',
      'update-user:bob',
    ]);
  });

  it('compares attributes as JSON and leaves unnamed fields alone', () => {
    const now = live(['service Guest: joinConversation'], { bob: 1 });
    const [bob] = now.users;
    const withTeam = { ...now, users: bob ? [{ ...bob, attributes: '{"b": [1, 2], "a": null}' }] : [] };
    const wanted = (attributes: string) => desired([], { users: [{ sid: userSid(1), attributes }] });
    expect(plan(wanted('{"a":null,"b":[1,2.0]}'), withTeam)).toMatchObject({
      changes: [],
      unchanged: { users: 1 },
    });
    expect(plan(wanted('{"a":null,"b":[2,1]}'), withTeam).changes).toMatchObject([
      { verb: 'update-user', attributes: { after: '{"a":null,"b":[2,1]}' } },
    ]);
  });

  it('refuses another account, another service and users that are not there', () => {
    const wanted = desired([], {
      target: { sid: 'default', account: accountSid.replace('9f2c', 'ffff') as typeof accountSid },
      users: [
        { sid: userSid(9), role: 'Nobody' },
        { identity: 'alice', role: 'Nobody' },
      ],
    });
    const now = { ...support, service: { ...support.service, isDefault: false } };
    expect(
      plan(wanted, now)
        .reports.filter(({ severity }) => severity === 'error')
        .map(({ message }) => message),
    ).toEqual([
      `The file is for account AC0000000000000000000000000000ffff, and this is ${accountSid}; sign in to the account that the file names.`,
      `The file is for the account's default service, and this is ${now.service.sid}; choose the service that the file names.`,
      `There is no user ${userSid(9)} in this service; correct "sid", or give "identity" to create the user.`,
      'User "alice" names "Nobody", and no role of level "service" is called that; add it under "roles".',
    ]);
  });

  it('refuses the other product, and another service than the file names', () => {
    const wanted = desired([], { target: { sid: serviceSid } });
    expect(undeployable(plan(wanted, support))).toBeUndefined();
    expect(undeployable(plan(wanted, { ...support, product: 'chat' }))).toBe(
      'The file is for conversations, and this service was read as chat; correct "product".',
    );
    const other = 'IS0000000000000000000000000000ffff' as typeof serviceSid;
    expect(undeployable(plan(wanted, { ...support, service: { ...support.service, sid: other } }))).toBe(
      `The file is for ${serviceSid}, and this is ${other}; choose the service that the file names.`,
    );
  });

  it('no longer holds where anything that it rests on is another, and holds where only the crowd has moved', () => {
    const wanted = desired(['service Customer: joinConversation'], {
      users: [{ identity: 'bob', friendlyName: 'Bob' }, { identity: 'dave' }],
    });
    const made = plan(wanted, support);
    const [first, ...roles] = support.roles;
    const [alice, bob, carol] = support.users;
    if (!first || !alice || !bob || !carol) throw new Error('Not seeded.');
    const others: readonly Live[] = [
      { ...support, roles },
      { ...support, roles: [...support.roles, { ...first, sid: roleSid(9) }] },
      { ...support, roles: [{ ...first, permissions: ['joinConversation'] }, ...roles] },
      { ...support, roles: [{ ...first, friendlyName: 'Other' }, ...roles] },
      { ...support, defaults: { user: roleSid(2) } },
      { ...support, users: [alice, { ...bob, attributes: '{"a":1}' }, carol] },
      { ...support, users: [alice, { ...bob, roleSid: roleSid(1) }, carol] },
      { ...support, users: [alice, carol] },
      { ...support, users: [...support.users, { ...bob, identity: 'dave', sid: userSid(9) }] },
      { ...support, account: accountSid.replace('9f2c', 'ffff') as typeof accountSid },
    ];
    expect(others.map((other) => stillHolds(made, other))).toEqual(others.map(() => false));
    const crowd = { ...support, users: [{ ...bob, isOnline: true }], usersByRole: new Map() };
    expect(stillHolds(made, crowd)).toBe(true);
  });

  it('is the same plan whatever the order of what is live', () => {
    const turned = {
      ...support,
      roles: support.roles
        .toReversed()
        .map((each) => ({ ...each, permissions: each.permissions.toReversed() })),
    };
    const wanted = desired(['service Customer: joinConversation']);
    expect(plan(wanted, turned).changes).toEqual(plan(wanted, support).changes);
    expect(plan(wanted, turned).fingerprint).toBe(plan(wanted, support).fingerprint);
  });
});
