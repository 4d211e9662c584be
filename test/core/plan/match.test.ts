import { describe, expect, it } from 'vitest';
import { type Desired, type Live, type PlanOptions, plan, renderText } from '../../../core/src/plan';
import { desired, live, role, roleSid, support } from './values';

const text = (wanted: Desired, now: Live, options?: PlanOptions) => renderText(plan(wanted, now, options));

describe('a role of the file', () => {
  it('takes the same name in both types by its place', () => {
    const wanted = desired(
      [
        'service Customer: joinConversation leaveConversation editOwnUserInfo',
        'conversation Customer: sendMessage sendMediaMessage leaveConversation',
      ],
      {
        defaults: { user: 'Customer', participant: 'Customer' },
        users: [{ identity: 'bob', role: 'Customer' }],
      },
    );
    expect(plan(wanted, support).changes).toMatchObject([
      { verb: 'set-default', key: 'user', after: { sid: roleSid(1) } },
      { verb: 'set-default', key: 'participant', after: { sid: roleSid(4) } },
      { verb: 'update-user', holds: roleSid(2), role: { after: { sid: roleSid(1) } } },
    ]);
  });

  it('guesses nothing where two live roles match', () => {
    const now = live(['service Agent: joinConversation', 'service Agent: createConversation']);
    const wanted = desired(['service Agent: joinConversation'], { defaults: { user: 'Agent' } });
    expect(text(wanted, now)).toBe(
      `Support (IS…11aa, account AC…9f2c): nothing to do, 1 error

  ! 2 live service roles are called "Agent": ${roleSid(1)}, ${roleSid(2)}; say which is meant with "sid".
`,
    );
    const pinned = desired([{ ...role('service Agent: joinConversation'), sid: roleSid(2) }]);
    expect(plan(pinned, now).changes).toMatchObject([{ verb: 'update-role', role: { sid: roleSid(2) } }]);
  });

  it('guesses nothing where a name that only a default or a rename gives means two', () => {
    const now = live(['service Agent: joinConversation', 'service Agent: createConversation'], { bob: 1 });
    const agents = `2 live service roles are called "Agent": ${roleSid(1)}, ${roleSid(2)}`;
    const byDefault = plan(desired([], { defaults: { user: 'Agent' } }), now);
    expect(byDefault.changes).toEqual([]);
    expect(byDefault.reports[0]?.message).toBe(`${agents}; say which is meant with "sid".`);
    const renamed = [{ ...role('service Clerk: joinConversation'), renamedFrom: 'Agent' }];
    const { changes, reports } = plan(desired(renamed), now);
    expect(changes.map(({ verb }) => verb)).toEqual(['create-role']);
    expect(reports[0]).toMatchObject({
      severity: 'error',
      message: `"renamedFrom" of "Clerk" names "Agent", and ${agents.replace('called "Agent"', 'called that')}; remove "renamedFrom" and move the users yourself.`,
    });
  });

  it('takes a pinned role for nobody else', () => {
    const now = live(['service Agent: joinConversation', 'service Agent: joinConversation']);
    const pinned = { ...role('service Agent: joinConversation'), sid: roleSid(1) };
    expect(plan(desired([pinned, 'service Agent: createConversation']), now).changes).toMatchObject([
      { verb: 'update-role', role: { sid: roleSid(2) } },
    ]);
  });

  it('moves nobody from a role to itself', () => {
    const now = live(['service Agent: joinConversation'], { bob: 1 });
    const boss = { ...role('service Boss: joinConversation'), sid: roleSid(1), renamedFrom: 'Agent' };
    expect(plan(desired([boss]), now).changes).toEqual([]);
  });

  it('is not made where the only live role of its name is pinned to another', () => {
    const now = live(['service Agent: joinConversation', 'conversation Agent: sendMessage']);
    const boss = { ...role('service Boss: joinConversation'), sid: roleSid(1) };
    const wanted = desired([boss, 'service Agent: createConversation'], {
      users: [{ identity: 'bob', role: 'Agent' }],
    });
    expect(text(wanted, now)).toBe(
      `Support (IS…11aa, account AC…9f2c): nothing to do, 1 error

  ! Another entry is pinned to ${roleSid(1)}, the live service role called "Agent", and a second one of that name couldn't be told from it; give this entry another name.

  1 role unchanged. Not in the file, left alone: Agent.
  ${roleSid(1)}, which pins "Boss", is called "Agent"; Twilio can't rename a role, so give that name in the file, or use "renamedFrom".
`,
    );
  });

  it('keeps a role from being left with nothing, or made with nothing', () => {
    const wanted = desired(['service Customer: ', 'service New: ']);
    const { changes, reports } = plan(wanted, support);
    expect(changes).toEqual([]);
    expect(reports.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
      ['Customer', 'New'].map(
        (name) =>
          `"${name}" (service) would have no permission, and Twilio keeps no such role; leave it at least one.`,
      ),
    );
  });

  it('says where a pin differs, has another type, or is gone', () => {
    const now = live(['service agent: joinConversation', 'conversation Agent: sendMessage']);
    const wanted = desired([
      { ...role('service Agent: joinConversation'), sid: roleSid(1) },
      { ...role('service Other: joinConversation'), sid: roleSid(2) },
      { ...role('service Third: joinConversation'), sid: roleSid(3) },
    ]);
    expect(plan(wanted, now).reports.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      `information: ${roleSid(1)}, which pins "Agent", is called "agent"; Twilio can't rename a role, so give that name in the file, or use "renamedFrom".`,
      `error: ${roleSid(2)}, which pins "Other", is a conversation role, not a service role; correct "sid" or "type".`,
      `error: There is no role ${roleSid(3)}, which pins "Third"; correct "sid", or remove it to match by name.`,
      'information: "Agent" (conversation) isn\'t in the file.',
    ]);
  });
});
