import { describe, expect, it } from 'vitest';
import { takenBack } from '../../../client/src/staging/taken-back';
import { plan, type StagedEdit } from '../../../core/src';
import { desired, live, roleSid, userSid } from '../../core/plan/values';

const now = live(
  ['service Agent: joinConversation', 'service Guest: joinConversation', 'service Other: joinConversation'],
  { alice: 1, bob: 1 },
);
const file = desired(
  ['service Agent: joinConversation', 'service Guest: createConversation joinConversation'],
  {
    defaults: { user: 'Guest' },
    users: [{ identity: 'alice', role: 'Agent' }],
  },
);
const ref = (n: 1 | 2 | 3) => {
  const friendlyName = { 1: 'Agent', 2: 'Guest', 3: 'Other' }[n];
  return { sid: roleSid(n), friendlyName, type: 'service' } as const;
};
const against = (edit: StagedEdit) =>
  takenBack(plan(file, now, { staged: [edit] }).changes, file).map(({ id }) => id);

describe('what the file takes back of staged edits', () => {
  it('is a role that it gives other permissions', () => {
    const permissions = ['createConversation', 'joinConversation'];
    expect(against({ kind: 'set-permissions', role: ref(1), permissions })).toHaveLength(1);
  });

  it('is not a role that it gives the same, or that it doesn’t name', () => {
    const permissions = ['joinConversation', 'createConversation'];
    expect(against({ kind: 'set-permissions', role: ref(2), permissions })).toEqual([]);
    expect(against({ kind: 'set-permissions', role: ref(3), permissions })).toEqual([]);
  });

  it('is a new name for a role that it names by the old one', () => {
    expect(against({ kind: 'rename-role', role: ref(1), friendlyName: 'Clerk' })).toContain(
      'create-role:service:Clerk',
    );
    expect(against({ kind: 'rename-role', role: ref(3), friendlyName: 'Else' })).toEqual([]);
  });

  it('is another default than its own', () => {
    expect(against({ kind: 'set-default', key: 'user', role: ref(1) })).toHaveLength(1);
    expect(against({ kind: 'set-default', key: 'user', role: ref(2) })).toEqual([]);
  });

  it('is a user whom it names', () => {
    const alice = { sid: userSid(1), identity: 'alice' };
    const bob = { sid: userSid(2), identity: 'bob' };
    expect(against({ kind: 'assign-role', users: [alice, bob], role: ref(2) })).toHaveLength(1);
    expect(against({ kind: 'delete-user', user: alice })).toHaveLength(1);
    expect(against({ kind: 'delete-user', user: bob })).toEqual([]);
    expect(against({ kind: 'edit-user', user: alice, friendlyName: 'Alice' })).toEqual([]);
  });
});
