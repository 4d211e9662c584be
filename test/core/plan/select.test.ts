import { describe, expect, it } from 'vitest';
import { partsOf, plan, selectChanges } from '../../../core/src/plan';
import { desired, live, role, roleSid } from './values';

const now = live(
  ['service Customer: joinConversation leaveConversation editOwnUserInfo', 'service Guest: joinConversation'],
  { bob: 2, carol: 2 },
  { defaults: { user: roleSid(2) } },
);
const wanted = desired(
  [
    'service Customer: createConversation',
    { ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' },
  ],
  { defaults: { user: 'Visitor' }, users: [{ identity: 'bob', role: 'Visitor', friendlyName: 'Bob' }] },
);
const whole = plan(wanted, now, { prune: true });
const update = 'update-role:service:Customer';
const bob = 'update-user:bob';
const ids = (...chosen: string[]) => selectChanges(whole, new Set(chosen)).changes.map(({ id }) => id);

describe('selectChanges', () => {
  it('keeps the whole plan where everything is chosen', () => {
    expect(selectChanges(whole, new Set(whole.changes.map(({ id }) => id)))).toEqual(whole);
    expect(whole.changes.map(({ id }) => id)).toEqual([
      'create-role:service:Visitor',
      update,
      'set-default:user',
      bob,
      'move-users:service:Guest',
      `delete-role:service:Guest:${roleSid(2)}`,
    ]);
  });

  it('takes single permissions of a role and single fields of a user', () => {
    expect(whole.changes.flatMap(partsOf)).toEqual([
      `${update}#createConversation`,
      `${update}#editOwnUserInfo`,
      `${update}#joinConversation`,
      `${update}#leaveConversation`,
      `${bob}#role`,
      `${bob}#friendlyName`,
    ]);
    expect(
      selectChanges(whole, new Set([`${update}#createConversation`, `${bob}#friendlyName`])).changes,
    ).toMatchObject([
      {
        id: update,
        added: ['createConversation'],
        removed: [],
        after: ['createConversation', 'editOwnUserInfo', 'joinConversation', 'leaveConversation'],
        destructive: false,
      },
      { id: bob, friendlyName: { after: 'Bob' } },
    ]);
  });

  it('leaves out what needs something that is not chosen', () => {
    expect(ids('set-default:user', bob, 'move-users:service:Guest')).toEqual([]);
    expect(
      ids('create-role:service:Visitor', 'set-default:user', `delete-role:service:Guest:${roleSid(2)}`),
    ).toEqual(['create-role:service:Visitor', 'set-default:user']);
  });

  it('says where a role would be left with nothing', () => {
    const chosen = selectChanges(
      whole,
      new Set([`${update}#editOwnUserInfo`, `${update}#joinConversation`, `${update}#leaveConversation`]),
    );
    expect(chosen.changes).toEqual([]);
    expect(chosen.reports.at(-1)).toMatchObject({
      severity: 'error',
      message:
        '"Customer" (service) would have no permission, and Twilio keeps no such role; leave it at least one.',
    });
  });
});
