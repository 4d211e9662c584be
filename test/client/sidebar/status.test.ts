import { describe, expect, it } from 'vitest';
import { serviceStatus } from '../../../client/src/sidebar/status';
import { plan, type StagedEdit } from '../../../core/src';
import { desired, live, roleSid, userSid } from '../../core/plan/values';

const now = live(
  ['service Agent: createConversation', 'service Guest: joinConversation', 'conversation Old: sendMessage'],
  { bob: 2 },
);

describe('the state of a service', () => {
  const status = serviceStatus({
    withUsers: true,
    plan: plan(
      desired([
        'service Agent: createConversation',
        'service Guest: editOwnUserInfo',
        'service Bot: joinConversation',
      ]),
      now,
    ),
  });

  it('says of each role how it stands to the file', () => {
    expect(status.role(roleSid(1))).toEqual({ state: 'in-sync', added: [], removed: [] });
    expect(status.role(roleSid(2))).toMatchObject({
      state: 'changed',
      added: ['editOwnUserInfo'],
      removed: ['joinConversation'],
    });
    expect(status.role(roleSid(3)).state).toBe('unmanaged');
    expect(status.missing).toEqual([
      { friendlyName: 'Bot', type: 'service', permissions: ['joinConversation'], staged: false },
    ]);
    expect(status.changes).toBe(2);
  });

  it('is of no file where only staged edits are planned: nothing is unmanaged then', () => {
    const edit: StagedEdit = {
      kind: 'assign-role',
      users: [{ sid: userSid(1), identity: 'bob' }],
      role: { sid: roleSid(1), friendlyName: 'Agent', type: 'service' },
    };
    const staged = serviceStatus({ withUsers: true, plan: plan(desired([]), now, { staged: [edit] }) });
    expect(staged.managed).toBe(false);
    expect(staged.role(roleSid(3)).state).toBe('unknown');
    expect(staged.user(userSid(1))).toMatchObject({ staged: true, role: { friendlyName: 'Agent' } });
  });
});
