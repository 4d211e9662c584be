import { describe, expect, it } from 'vitest';
import type { TwilioService } from '../../../core/src/twilio/api';
import { deploy, stage } from '../../support/deploy';
import { errors, roleNamed, statuses, support, users, wanted } from './small-service';
import { desired, role } from './values';

describe('a deploy that is cancelled', () => {
  it('sends no write any more, not even one that it was about to', async () => {
    await using scene = await stage(support, users);
    const { service } = scene;
    const planned = await scene.plan(desired(['service Customer: joinConversation']));
    const abort = new AbortController();
    const readThenCancelled: TwilioService = {
      ...service,
      role: async (sid) => {
        const found = await service.role(sid);
        abort.abort();
        return found;
      },
    };
    const outcomes = await deploy({ ...scene, service: readThenCancelled }, planned, {
      signal: abort.signal,
    });
    expect(statuses(outcomes)).toEqual(['not-tried update-role:service:Customer']);
    expect(scene.writes()).toEqual([]);
  });

  it('says where a move stopped, and carries on from there', async () => {
    const abort = new AbortController();
    let armed = false;
    await using scene = await stage(
      support,
      Array.from({ length: 30 }, (_, n) => `u${n}: Guest`),
      {
        onCall: ({ method, path }) => {
          if (armed && method === 'POST' && path.includes('/Users/')) abort.abort();
        },
      },
    );
    const renamed = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }]);
    const planned = await scene.plan(renamed);
    armed = true;
    const outcomes = await deploy(scene, planned, { signal: abort.signal });
    expect(errors(outcomes)).toEqual([
      'Cancelled in the middle: what was written stays. Plan again to carry on.',
    ]);
    const visitor = await roleNamed(scene, 'Visitor');
    const moved = (await scene.live()).usersByRole?.get(visitor.sid) ?? 0;
    expect(moved).toBe(scene.writes().filter((write) => write === 'POST Users').length);
    expect(moved).toBeLessThanOrEqual(8);
    await deploy(scene, await scene.plan(renamed));
    expect((await scene.live()).usersByRole?.get(visitor.sid)).toBe(30);
  });

  it('lets the write in flight finish, and tries nothing more', async () => {
    const abort = new AbortController();
    let armed = false;
    await using scene = await stage(support, users, {
      onCall: ({ method }) => {
        if (armed && method === 'POST') abort.abort();
      },
    });
    const planned = await scene.plan(wanted);
    armed = true;
    const outcomes = await deploy(scene, planned, { signal: abort.signal });
    expect(statuses(outcomes).slice(0, 2)).toEqual([
      'done create-role:service:Auditor',
      'not-tried update-role:service:Customer',
    ]);
    expect(scene.writes()).toEqual(['POST Roles']);
  });
});
