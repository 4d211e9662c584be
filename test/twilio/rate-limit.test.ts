import { describe, expect, it } from 'vitest';
import type { LiveRole, LiveUser } from '../../core/src/plan';
import type { TwilioService } from '../../core/src/twilio/api';
import { createRateLimit } from '../../core/src/twilio/rate-limit';
import { type CallRecord, startSandbox } from '../../server/src/sandbox/sandbox';
import { collect, connectTo, createFakeClock } from '../support/twilio';

describe('the limit of writes', () => {
  it('lets 30 through at once and the next ones a second later', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    const starts: number[] = [];
    for (let index = 0; index < 65; index += 1) {
      await limit('IS1');
      starts.push(clock.now());
    }
    expect(starts.filter((at) => at === 0)).toHaveLength(30);
    expect(starts.filter((at) => at === 1000)).toHaveLength(30);
    expect(starts.filter((at) => at === 2000)).toHaveLength(5);
  });

  it('can be left by whoever is cancelled while they wait', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    for (let index = 0; index < 30; index += 1) await limit('IS1');
    await expect(limit('IS1', AbortSignal.abort(new Error('never mind')))).rejects.toThrow('never mind');
    expect(clock.pauses).toEqual([]);
  });

  it('is each service’s own', async () => {
    const clock = createFakeClock();
    const limit = createRateLimit(clock);
    for (let index = 0; index < 30; index += 1) await Promise.all([limit('IS1'), limit('IS2')]);
    expect(clock.pauses).toEqual([]);
  });

  it.each<[string, (service: TwilioService, role: LiveRole, user: LiveUser) => Promise<unknown>]>([
    [
      'new roles',
      (service, role) => service.createRole({ ...role, friendlyName: `New ${role.friendlyName}` }),
    ],
    ['updates of roles', (service, { sid }) => service.updateRole(sid, ['createConversation'])],
    ['deletions of roles', (service, { sid }) => service.deleteRole(sid)],
    ['new users', (service, _, { identity }) => service.createUser(`new ${identity}`, {})],
    ['updates of users', (service, _, { sid }) => service.updateUser(sid, { friendlyName: 'A' })],
    ['deletions of users', (service, _, { sid }) => service.deleteUser(sid)],
  ])('holds for %s', async (_, write) => {
    const clock = createFakeClock();
    const calls: CallRecord[] = [];
    const numbers = Array.from({ length: 31 }, (_, n) => n);
    await using sandbox = await startSandbox({
      seed: {
        services: [
          {
            friendlyName: 'Support',
            roles: numbers.map((n) => ({
              friendlyName: `Role ${n}`,
              type: 'service',
              permissions: ['joinConversation'],
            })),
            users: numbers.map((n) => ({ identity: `user ${n}` })),
          },
        ],
      },
      rateLimit: 30,
      now: clock.now,
      onCall: (call) => calls.push(call),
    });
    const service = await connectTo(sandbox, {}, { clock }).service('conversations', 'default');
    if (!service) throw new Error('The default service is missing.');
    const roles = (await collect(service.roles())).filter(({ friendlyName }) => /^Role/.test(friendlyName));
    const users = await collect(service.users());
    for (const [n, role] of roles.entries()) {
      const user = users[n];
      if (user) await write(service, role, user);
    }
    expect(calls.filter(({ method }) => method !== 'GET')).toHaveLength(31);
    expect(clock.now()).toBe(1000);
  });

  it('is shared by all callers of an account, so that Twilio never has to refuse one', async () => {
    const clock = createFakeClock();
    const calls: CallRecord[] = [];
    const sandbox = await startSandbox({
      rateLimit: 30,
      now: clock.now,
      onCall: (call) => calls.push(call),
    });
    const account = connectTo(sandbox, {}, { clock });
    const views = await Promise.all([
      account.service('conversations', 'default'),
      account.service('chat', 'default'),
    ]);
    for (let index = 0; index < 40; index += 1) {
      for (const service of views) await service?.createUser(`${service.product} ${index}`, {});
    }
    expect(calls.filter(({ status }) => status === 201)).toHaveLength(80);
    expect(calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(clock.now()).toBe(2000);
    await sandbox.close();
  });
});
