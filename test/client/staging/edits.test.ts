import { describe, expect, it } from 'vitest';
import { mergeEdits } from '../../../client/src/staging/merge';
import { withoutChanges, withoutDone } from '../../../client/src/staging/remaining';
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

describe('a user who is to be deleted', () => {
  const gone: StagedEdit = { kind: 'delete-user', user: alice };
  const named: StagedEdit = { kind: 'edit-user', user: alice, friendlyName: 'Alice' };

  it('is changed no more', () => {
    expect(mergeEdits([named, assign(agent, alice, bob)], [gone])).toEqual([assign(agent, bob), gone]);
  });

  it('stays when changed after all', () => {
    expect(mergeEdits([gone], [assign(agent, alice)])).toEqual([assign(agent, alice)]);
    expect(mergeEdits([gone], [named])).toEqual([named]);
    expect(mergeEdits([gone], [assign(agent, bob)])).toEqual([gone, assign(agent, bob)]);
  });
});

describe('what is left of staged edits', () => {
  const userChange = (user: UserRef, role: RoleRef = agent) =>
    ({ verb: 'update-user', id: `u:${user.identity}`, user, role: { after: role } }) as unknown as Change;
  const roleChange = (role: RoleRef, ...after: string[]) =>
    ({ verb: 'update-role', id: `r:${role.friendlyName}`, role, after }) as unknown as Change;
  const visitor: RoleRef = { friendlyName: 'Visitor', type: 'service' };
  const create = { verb: 'create-role', id: 'c', role: visitor } as unknown as Change;
  const move = { verb: 'move-users', id: 'm', from: guest, to: visitor } as unknown as Change;
  const rename: StagedEdit = { kind: 'rename-role', role: guest, friendlyName: 'Visitor' };

  it('loses the one user whose change is discarded', () => {
    expect(withoutChanges([assign(agent, alice, bob)], [userChange(alice)])).toEqual([assign(agent, bob)]);
    expect(withoutChanges([assign(agent, alice)], [userChange(alice)])).toEqual([]);
  });

  it('loses the role whose change is discarded, and no other', () => {
    expect(withoutChanges([set(agent, 'a'), set(guest, 'b')], [roleChange(agent)])).toEqual([
      set(guest, 'b'),
    ]);
    const edits = [assign(agent, alice), set(agent, 'a')];
    expect(withoutChanges(edits, [userChange(bob), roleChange(guest)])).toEqual(edits);
  });

  it('loses a renaming with any of its parts', () => {
    expect(withoutChanges([rename], [move])).toEqual([]);
    expect(withoutChanges([rename], [create])).toEqual([]);
  });

  it('keeps a renaming of which a part failed', () => {
    expect(withoutDone([rename], [create, move], [create])).toEqual([rename]);
    expect(withoutDone([rename], [create, move], [create, move])).toEqual([]);
  });

  it('keeps the users whose turn never came', () => {
    const asked = [userChange(alice), userChange(bob)];
    expect(withoutDone([assign(agent, alice, bob)], asked, [userChange(alice)])).toEqual([
      assign(agent, bob),
    ]);
  });

  it('keeps permissions that were deployed in part', () => {
    const edit = set(agent, 'a', 'b');
    expect(withoutDone([edit], [roleChange(agent, 'a', 'b')], [roleChange(agent, 'a')])).toEqual([edit]);
    expect(withoutDone([edit], [roleChange(agent, 'a', 'b')], [roleChange(agent, 'a', 'b')])).toEqual([]);
  });

  it('loses an edit that asks for what is live already', () => {
    expect(withoutDone([set(agent, 'a')], [], [])).toEqual([]);
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
