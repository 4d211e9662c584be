import { describe, expect, it } from 'vitest';
import { nothing, plan, renderText, type StagedEdit } from '../../../core/src/plan';
import { desired, live, roleSid, userSid } from './values';

const now = live(
  [
    'service Customer: joinConversation editOwnUserInfo',
    'service Guest: joinConversation',
    'conversation Speaker: sendMessage',
  ],
  { alice: 1, bob: 2 },
  { defaults: { user: roleSid(2) } },
);
const customer = { friendlyName: 'Customer', type: 'service', sid: roleSid(1) } as const;
const guest = { friendlyName: 'Guest', type: 'service', sid: roleSid(2) } as const;
const alice = { identity: 'alice', sid: userSid(1) };
const bob = { identity: 'bob', sid: userSid(2) };

/** The lines of the changes alone. */
function changes(staged: readonly StagedEdit[], file = nothing('conversations')): string {
  const lines = renderText(plan(file, now, { staged }))
    .split('\n')
    .slice(1);
  return `\n${lines.filter((line) => /^ {2,}[-+~>!] |\(staged\)|have this role|\d user|^ {6}/.test(line)).join('\n')}\n`;
}

describe('staged edits', () => {
  it('come into the plan without a file', () => {
    expect(
      changes([
        { kind: 'assign-role', users: [alice, bob], role: guest },
        { kind: 'set-permissions', role: customer, permissions: ['createConversation', 'joinConversation'] },
        { kind: 'create-role', friendlyName: 'New', type: 'service', permissions: ['joinConversation'] },
        { kind: 'duplicate-role', source: customer, friendlyName: 'Copy' },
        { kind: 'set-default', key: 'user', role: { friendlyName: 'New', type: 'service' } },
        { kind: 'edit-user', user: bob, friendlyName: 'Bob', attributes: '{"a":1}' },
      ]),
    ).toBe(`
  + New (service) (staged)
      joinConversation
  + Copy (service) (staged)
      createConversation, joinConversation
  ~ Customer (service) (staged)
      + createConversation
      - editOwnUserInfo
    1 user has this role and feels it at once
  ~ default for users: Guest to New (staged)
  > alice: Customer to Guest (staged)
  ~ bob (user) (staged)
      friendlyName: none to Bob
      attributes: {} to {"a":1}
`);
  });

  it('win over the file, and disappear when they are moot', () => {
    const file = desired(['service Customer: joinConversation', 'service Guest: joinConversation'], {
      users: [{ identity: 'alice', role: 'Guest', friendlyName: 'Alice' }],
      defaults: { user: 'Customer' },
    });
    expect(
      changes(
        [
          { kind: 'set-permissions', role: customer, permissions: ['joinConversation', 'editOwnUserInfo'] },
          { kind: 'assign-role', users: [alice], role: customer },
          { kind: 'set-default', key: 'user', role: guest },
        ],
        file,
      ),
    ).toBe(`
  ~ alice (user) (staged)
      friendlyName: none to Alice
`);
  });

  it('rename a role as a move that takes users and defaults along', () => {
    const file = desired(['service Guest: joinConversation createConversation'], {
      users: [{ identity: 'carol', role: 'Guest' }],
    });
    expect(changes([{ kind: 'rename-role', role: guest, friendlyName: 'Visitor' }], file)).toBe(`
  + Visitor (service), renamed from Guest (staged)
      createConversation, joinConversation
  ~ default for users: Guest to Visitor (staged)
  + carol (user) (staged)
      role: Visitor
  > 1 user: Guest to Visitor (staged)
`);
  });

  it('delete a role once its users and defaults have somewhere to go', () => {
    expect(changes([{ kind: 'delete-role', role: guest }])).toBe(`
  ! "Guest" (service) isn't deleted: it is the default role for users.
`);
    expect(changes([{ kind: 'delete-role', role: customer }])).toBe(`
  ! "Customer" (service) isn't deleted: 1 user has it.
`);
    expect(
      changes([
        { kind: 'delete-role', role: guest, moveUsersTo: customer },
        { kind: 'set-default', key: 'user', role: customer },
      ]),
    ).toBe(`
  ~ default for users: Guest to Customer (staged)
  > 1 user: Guest to Customer (staged)
  - Guest (service) (staged)
      joinConversation
`);
  });

  it('move users off two roles of one name, each by an id of its own', () => {
    const twins = live(
      ['service Agent: joinConversation', 'service Agent: joinConversation', 'service Clerk: x'],
      {
        alice: 1,
        bob: 2,
      },
    );
    const clerk = { friendlyName: 'Clerk', type: 'service', sid: roleSid(3) } as const;
    const staged = [1, 2].map((n): StagedEdit => {
      const role = { friendlyName: 'Agent', type: 'service', sid: roleSid(n) } as const;
      return { kind: 'delete-role', role, moveUsersTo: clerk };
    });
    expect(plan(nothing('conversations'), twins, { staged }).changes.map(({ id }) => id)).toEqual([
      `move-users:service:Agent:${roleSid(1)}`,
      `move-users:service:Agent:${roleSid(2)}`,
      `delete-role:service:Agent:${roleSid(1)}`,
      `delete-role:service:Agent:${roleSid(2)}`,
    ]);
  });

  it('delete a user, and win over a file that names them', () => {
    const file = desired([], { users: [{ identity: 'bob', friendlyName: 'Bob' }] });
    expect(changes([{ kind: 'delete-user', user: bob }], file)).toBe(`
  - bob (user) (staged)
`);
  });

  it('say so where what they were about has gone', () => {
    const gone = {
      kind: 'set-permissions',
      role: { ...customer, sid: roleSid(9) },
      permissions: ['x'],
    } as const;
    const left = {
      kind: 'edit-user',
      user: { identity: 'zoe', sid: userSid(9) },
      friendlyName: 'Zoe',
    } as const;
    const { changes, reports } = plan(nothing('conversations'), now, { staged: [gone, left] });
    expect(changes).toEqual([]);
    expect(
      reports
        .filter(({ kind }) => kind.startsWith('missing'))
        .map(({ severity, message }) => `${severity}: ${message}`),
    ).toEqual([
      `information: "Customer" (${roleSid(9)}) is no longer there; what was staged for it does nothing.`,
      `information: User "zoe" (${userSid(9)}) is no longer there; what was staged for it does nothing.`,
    ]);
  });
});
