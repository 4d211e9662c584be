import { describe, expect, it } from 'vitest';
import { fetchLive, plan, readJournal, stillHolds, usersOf } from '../../../core/src/plan';
import { deploy, memoryJournal, stage } from '../../support/deploy';
import { errors, roleNamed, statuses, support, users, wanted } from './small-service';
import { accountSid, desired, role, serviceSid } from './values';

describe('apply', () => {
  it('writes the plan in its order, and a second plan has nothing to do', async () => {
    await using scene = await stage(support, users);
    const outcomes = await deploy(scene, await scene.plan(wanted));
    expect(statuses(outcomes)).toEqual([
      'done create-role:service:Auditor',
      'done update-role:service:Customer',
      'done update-role:conversation:Speaker',
      'done set-default:user',
      'done set-default:participant',
      'done create-user:dave',
      'done update-user:bob',
    ]);
    expect(scene.writes()).toEqual([
      'POST Roles',
      'POST Roles',
      'POST Roles',
      'POST Configuration',
      'POST Configuration',
      'POST Users',
      'POST Users',
    ]);
    expect(await scene.plan(wanted)).toMatchObject({ changes: [], unchanged: { roles: 3, users: 2 } });
  });

  it('speaks the words of Chat to a Chat service', async () => {
    await using scene = await stage(support, users);
    const service = await scene.account.service('chat', scene.service.service.sid);
    if (!service) throw new Error('The Chat service is missing.');
    const chat = desired(
      [
        'deployment Customer: joinChannel',
        { ...role('deployment Visitor: joinChannel'), renamedFrom: 'Guest' },
        'channel Speaker: sendMessage editOwnMessage',
      ],
      { product: 'chat', defaults: { user: 'Visitor', creator: 'Speaker' } },
    );
    const planned = plan(chat, await fetchLive(service, chat));
    const before = scene.calls.length;
    expect(statuses(await deploy({ ...scene, service }, planned))).toEqual([
      'done create-role:deployment:Visitor',
      'done update-role:deployment:Customer',
      'done update-role:channel:Speaker',
      'done set-default:user',
      'done set-default:creator',
      'done move-users:deployment:Guest',
    ]);
    expect(scene.calls.slice(before).filter(({ path }) => !path.startsWith('/v2/'))).toEqual([]);
    expect(plan(chat, await fetchLive(service, chat)).changes).toEqual([]);
  });

  it('renames by moving users, and deletes the old role when asked', async () => {
    await using scene = await stage(support, users);
    const renamed = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }]);
    await deploy(scene, await scene.plan(renamed));
    expect(await scene.plan(renamed)).toMatchObject({ changes: [] });
    const visitor = await roleNamed(scene, 'Visitor');
    expect((await scene.live()).usersByRole?.get(visitor.sid)).toBe(2);
    const cleanup = await scene.plan(
      desired(['service Visitor: joinConversation', ...support.filter((text) => !text.includes('Guest'))]),
      { prune: true },
    );
    expect(statuses(await deploy(scene, cleanup)).filter((text) => text.includes('Guest'))).toEqual([
      expect.stringMatching(/^done delete-role:service:Guest:RL/),
    ]);
    expect((await scene.live()).roles.map(({ friendlyName }) => friendlyName)).not.toContain('Guest');
  });

  it('carries on where it may, if asked, but not with what needs the change that failed', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    await scene.service.createRole({
      friendlyName: 'Auditor',
      type: 'service',
      permissions: ['joinConversation'],
    });
    const outcomes = await deploy(scene, planned, { continueOnError: true });
    expect(statuses(outcomes)).toEqual([
      'failed create-role:service:Auditor',
      'done update-role:service:Customer',
      'done update-role:conversation:Speaker',
      'not-tried set-default:user',
      'done set-default:participant',
      'done create-user:dave',
      'not-tried update-user:bob',
    ]);
    expect(errors(outcomes)).toEqual([
      expect.stringMatching(
        /^"Auditor" \(service\) was created \(RL\w+\) since the plan was made\. Plan again\.$/,
      ),
    ]);
  });

  it('moves nobody more once one couldn’t be moved', async () => {
    const guests = Array.from({ length: 120 }, (_, n) => `u${n}: Guest`);
    await using scene = await stage(support, guests, { inProcess: true });
    const renamed = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }]);
    const planned = await scene.plan(renamed);
    const first = await scene.service.user('u0');
    scene.sandbox.fail({ kind: '500', method: 'POST', path: new RegExp(`${first?.sid}$`), times: 5 });
    expect(statuses(await deploy(scene, planned))).toContain('failed move-users:service:Guest');
    const visitor = await roleNamed(scene, 'Visitor');
    expect((await scene.live()).usersByRole?.get(visitor.sid)).toBeLessThan(100);
  });

  it('writes in its own order, whatever the plan’s', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    const turned = { ...planned, changes: planned.changes.toReversed() };
    const verbs = (await deploy(scene, turned)).map(({ change, status }) => `${status} ${change.verb}`);
    expect([...new Set(verbs)]).toEqual([
      'done create-role',
      'done update-role',
      'done set-default',
      'done create-user',
      'done update-user',
    ]);
  });

  it('refuses a plan with errors, or for another account or service', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(desired([], { defaults: { user: 'Nobody' } }));
    await expect(deploy(scene, planned)).rejects.toThrow(
      'names "Nobody", and no role of level "service" is called that',
    );
    const good = await scene.plan(wanted);
    const abroad = { ...good, account: accountSid };
    await expect(deploy(scene, abroad)).rejects.toThrow(
      `The plan is for account ${accountSid}, and this is ${good.account}; sign in to that one.`,
    );
    const elsewhere = { ...good, service: { ...good.service, sid: serviceSid } };
    await expect(deploy(scene, elsewhere)).rejects.toThrow(
      `The plan is for service ${serviceSid}, and this is ${good.service.sid}; choose that one.`,
    );
    expect(scene.writes()).toEqual([]);
  });

  it('writes nothing that it could not write down first', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    const full = {
      write: async ({ kind }: { kind: string }) => {
        if (kind === 'writing') throw new Error('No space left');
      },
    };
    await expect(deploy(scene, planned, { journal: full, continueOnError: true })).rejects.toThrow(
      'No space left',
    );
    expect(scene.writes()).toEqual([]);
  });

  it('knows a saved plan that no longer holds', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    expect(stillHolds(planned, await scene.live(usersOf(planned)))).toBe(true);
    const bob = await scene.service.user('bob');
    if (bob) await scene.service.updateUser(bob.sid, { friendlyName: 'Robert' });
    expect(stillHolds(planned, await scene.live(usersOf(planned)))).toBe(false);
  });

  it('tells from a journal that was torn what had been done', async () => {
    await using scene = await stage(support, users);
    const journal = memoryJournal();
    const planned = await scene.plan(wanted);
    await deploy(scene, planned, { journal });
    const lines = journal.lines();
    // The process died while it wrote the entry after the second role.
    const second = lines.findIndex(
      (line) => line.includes('"wrote"') && line.includes('update-role:service:Customer'),
    );
    const torn = [...lines.slice(0, second), lines[second]?.slice(0, 20) ?? ''];
    const read = readJournal(torn);
    if ('problem' in read) throw new Error(read.problem);
    expect(read.journal).toMatchObject({ finished: false, unsure: { id: 'update-role:service:Customer' } });
    expect(statuses(read.journal.outcomes).slice(0, 3)).toEqual([
      'done create-role:service:Auditor',
      'not-tried update-role:service:Customer',
      'not-tried update-role:conversation:Speaker',
    ]);
    expect(plan(wanted, await scene.live(wanted)).changes).toEqual([]);
  });
});
