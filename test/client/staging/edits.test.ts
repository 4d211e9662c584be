import { describe, expect, it } from 'vitest';
import { mergeEdits } from '../../../client/src/staging/merge';
import { remainingEdits } from '../../../client/src/staging/remaining';
import { attributesProblem, nameProblem } from '../../../client/src/staging/validate';
import type { Change, RoleRef, RoleSid, StagedEdit, UserRef, UserSid } from '../../../core/src';

const agent = { sid: 'RL1' as RoleSid, friendlyName: 'Agent', type: 'service' } as const;
const guest = { sid: 'RL2' as RoleSid, friendlyName: 'Guest', type: 'service' } as const;
const alice = { sid: 'US1' as UserSid, identity: 'alice' };
const bob = { sid: 'US2' as UserSid, identity: 'bob' };

const assign = (role: RoleRef, ...users: (typeof alice)[]): StagedEdit => ({
  kind: 'assign-role',
  users,
  role,
});
const set = (role: RoleRef, ...permissions: string[]): StagedEdit => ({
  kind: 'set-permissions',
  role,
  permissions,
});

describe('staging once more', () => {
  it('gives a user the last role that was chosen', () => {
    expect(mergeEdits([assign(agent, alice, bob)], [assign(guest, bob)])).toEqual([
      assign(agent, alice),
      assign(guest, bob),
    ]);
    expect(mergeEdits([assign(agent, alice)], [assign(guest, alice)])).toEqual([assign(guest, alice)]);
  });

  it('replaces the permissions of the same role alone', () => {
    expect(mergeEdits([set(agent, 'a'), set(guest, 'b')], [set(agent, 'c')])).toEqual([
      set(guest, 'b'),
      set(agent, 'c'),
    ]);
  });

  it('keeps a name that was staged when attributes follow', () => {
    const named: StagedEdit = { kind: 'edit-user', user: alice, friendlyName: 'Alice' };
    const described: StagedEdit = { kind: 'edit-user', user: alice, attributes: '{}' };
    expect(mergeEdits([named], [described])).toEqual([
      { kind: 'edit-user', user: alice, friendlyName: 'Alice', attributes: '{}' },
    ]);
  });
});

describe('what is left of staged edits', () => {
  const userChange = (user: UserRef) =>
    ({ verb: 'update-user', id: `u:${user.identity}`, user }) as unknown as Change;
  const roleChange = (role: RoleRef) =>
    ({ verb: 'update-role', id: `r:${role.friendlyName}`, role }) as unknown as Change;

  it('loses the one user who is done', () => {
    expect(remainingEdits([assign(agent, alice, bob)], [userChange(alice)])).toEqual([assign(agent, bob)]);
    expect(remainingEdits([assign(agent, alice)], [userChange(alice)])).toEqual([]);
  });

  it('loses the role that is done, and no other', () => {
    expect(remainingEdits([set(agent, 'a'), set(guest, 'b')], [roleChange(agent)])).toEqual([
      set(guest, 'b'),
    ]);
  });

  it('keeps everything where something else was done', () => {
    const edits = [assign(agent, alice), set(agent, 'a')];
    expect(remainingEdits(edits, [userChange(bob), roleChange(guest)])).toEqual(edits);
  });

  it('loses a new role by its name and type', () => {
    const create: StagedEdit = {
      kind: 'create-role',
      friendlyName: 'New',
      type: 'service',
      permissions: ['a'],
    };
    const done = {
      verb: 'create-role',
      id: 'c',
      role: { friendlyName: 'New', type: 'service' },
    } as unknown as Change;
    expect(remainingEdits([create], [done])).toEqual([]);
  });
});

describe('what a person types', () => {
  it('is a name of 1 to 64 characters that no other role has', () => {
    expect(nameProblem(' ', [])).toBe('empty');
    expect(nameProblem('x'.repeat(64), [])).toBeUndefined();
    expect(nameProblem('x'.repeat(65), [])).toBe('long');
    expect(nameProblem('🦊'.repeat(64), [])).toBeUndefined();
    expect(nameProblem('Agent', ['Agent'])).toBe('taken');
  });

  it('is a JSON object of at most 16 KB', () => {
    expect(attributesProblem('{"a":1}')).toBeUndefined();
    expect(attributesProblem('{a:1}')).toBe('json');
    expect(attributesProblem('[]')).toBe('object');
    expect(attributesProblem('null')).toBe('object');
    expect(attributesProblem(JSON.stringify({ a: 'ä'.repeat(9000) }))).toBe('long');
  });
});
