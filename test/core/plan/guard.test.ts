import { describe, expect, it } from 'vitest';
import { confirmation, guard, plan } from '../../../core/src/plan';
import { now, planned } from './example-plan';
import { desired, live, role, roleSid, userSid } from './values';

describe('the question before a deploy', () => {
  it('names service, account, losses and users', () => {
    expect(confirmation(planned, 'Acme')).toBe(
      'Deploy 6 changes to Support in account Acme (AC…9f2c)? Customer loses 1 permission; the default for users becomes Customer. In all, 4 users feel a change at once.',
    );
  });

  it('is short where nothing is lost, and where much is', () => {
    const gain = plan(desired(['service Guest: joinConversation createConversation']), {
      ...now,
      usersByRole: new Map(),
    });
    expect(confirmation(gain)).toBe('Deploy 1 change to Support in account AC…9f2c?');
    const crowd = live(['a', 'b', 'c', 'd', 'e'].map((name) => `conversation ${name}: sendMessage`));
    expect(confirmation(plan(desired([]), crowd, { prune: true }))).toBe(
      'Deploy 5 changes to Support in account AC…9f2c? Role a (conversation) is deleted; role b (conversation) is deleted; role c (conversation) is deleted; 2 more take something away.',
    );
  });
});

describe('guard', () => {
  const roles = (n: number, permissions: string) =>
    Array.from({ length: n }, (_, i) => `service R${i}: ${permissions}`);
  const losing = (n: number, of: number) =>
    plan(desired(roles(n, 'joinConversation')), live(roles(of, 'joinConversation createConversation')));

  it('counts a removal, a default that changes and a deletion as taking away, and nothing else', () => {
    const before = live(
      [
        'service A: joinConversation editOwnUserInfo',
        'service B: joinConversation',
        'service C: joinConversation',
      ],
      { alice: 1 },
      { defaults: { user: roleSid(2) } },
    );
    const after = desired(
      [
        'service A: joinConversation',
        'service B: joinConversation createConversation',
        'service D: joinConversation',
      ],
      { defaults: { user: 'A', creator: 'E' }, users: [{ identity: 'alice', friendlyName: 'Al' }] },
    );
    const made = plan(after, before, {
      prune: true,
      staged: [{ kind: 'delete-user', user: { identity: 'alice', sid: userSid(1) } }],
    });
    expect(guard(made).destructive.map(({ id }) => id)).toEqual([
      'update-role:service:A',
      'set-default:user',
      'delete-user:alice',
      `delete-role:service:C:${roleSid(3)}`,
    ]);
    expect(made.changes).toHaveLength(6);
  });

  it('asks for more past three tenths of ten roles', () => {
    expect(guard(losing(3, 10))).toMatchObject({ typed: false, destructive: { length: 3 } });
    expect(guard(losing(4, 10)).typed).toBe(true);
    expect(guard(losing(9, 9)).typed).toBe(false);
    expect(guard(losing(4, 10), { threshold: 0.5 }).typed).toBe(false);
  });

  it('counts roles that are deleted', () => {
    const ten = live(roles(10, 'joinConversation createConversation'));
    const without = (n: number) => desired(roles(10 - n, 'joinConversation createConversation'));
    expect(guard(plan(without(3), ten, { prune: true })).typed).toBe(false);
    expect(guard(plan(without(4), ten, { prune: true })).typed).toBe(true);
  });

  it('counts users who are moved one by one, and not those who are only renamed', () => {
    const crowd = live(
      ['service A: joinConversation', 'service B: joinConversation'],
      Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`u${i}`, 1])),
    );
    const users = (n: number, fields: object) =>
      plan(
        desired([], { users: Array.from({ length: n }, (_, i) => ({ identity: `u${i}`, ...fields })) }),
        crowd,
      );
    expect(guard(users(3, { role: 'B' })).typed).toBe(false);
    expect(guard(users(4, { role: 'B' })).typed).toBe(true);
    expect(guard(users(10, { friendlyName: 'U' })).typed).toBe(false);
  });

  it('counts users who lose something or are moved', () => {
    const users = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`u${i}`, i < 4 ? 1 : 2]));
    const crowd = live(['service A: joinConversation editOwnUserInfo', 'service B: joinConversation'], users);
    expect(guard(plan(desired(['service A: joinConversation']), crowd)).typed).toBe(true);
    expect(
      guard(plan(desired([{ ...role('service C: joinConversation'), renamedFrom: 'A' }]), crowd)).typed,
    ).toBe(true);
    expect(guard(plan(desired(['service B: joinConversation createConversation']), crowd)).typed).toBe(false);
  });
});
