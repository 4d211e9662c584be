/** What comes back from a write, and what an answer that is lost leaves to find out. */
import { describe, expect, it } from 'vitest';
import type { TwilioService } from '../../../core/src/twilio/api';
import { deploy, stage, trimming } from '../../support/deploy';
import { errors, roleNamed, support, users, wanted } from './small-service';
import { desired } from './values';

describe('an answer', () => {
  it('is held against what was meant', async () => {
    await using scene = await stage(support, users);
    const { service } = scene;
    const alice = { identity: 'alice', friendlyName: 'Alice' };
    const planned = await scene.plan({ ...wanted, users: [...wanted.users, alice] });
    const permissions = ['addParticipant'];
    const otherwise: TwilioService = {
      ...service,
      createRole: async (fields) => ({ ...(await service.createRole(fields)), permissions }),
      updateRole: async (...args) => ({ ...(await service.updateRole(...args)), permissions }),
      updateDefaults: () => service.defaults(),
      createUser: async (...args) => ({ ...(await service.createUser(...args)), attributes: '{}' }),
      updateUser: (sid) => service.updateUser(sid, {}),
    };
    const outcomes = await deploy({ ...scene, service: otherwise }, planned, { continueOnError: true });
    expect(errors(outcomes).map((message) => message.replace(/RL\w{32}/, 'RL…'))).toEqual(
      [
        '"Auditor" (service) than was sent: +addParticipant -createConversation',
        '"Customer" (service) than was sent: +addParticipant -joinConversation',
        '"Speaker" (conversation) than was sent: +addParticipant -editOwnMessage -sendMessage',
        'default than was sent: RL… for participants',
        'user "dave" than was sent: attributes differs',
        'user "alice" than was sent: friendlyName differs',
      ].map((what) => `Twilio answered with another ${what}. Plan again to see what is live.`),
    );
  });

  it('that gives a role or user another name is an error, as no plan finds them by what the file says', async () => {
    await using scene = await stage(support);
    const { service } = scene;
    const planned = await scene.plan(
      desired(['service Agent : joinConversation'], { users: [{ identity: 'dave ' }] }),
    );
    const outcomes = await deploy({ ...scene, service: trimming(service) }, planned, {
      continueOnError: true,
    });
    const agent = await roleNamed(scene, 'Agent');
    const dave = await service.user('dave');
    const remedy = 'Write that in the file before you plan again: no plan finds it by the other name.';
    expect(errors(outcomes)).toEqual([
      `Twilio calls "Agent " (service) otherwise: "Agent" (${agent.sid}). ${remedy}`,
      `Twilio calls user "dave " otherwise: "dave" (${dave?.sid}). ${remedy}`,
    ]);
  });

  it('that says a role is of the other type is an error', async () => {
    await using scene = await stage(support);
    const { service } = scene;
    const mistaken: TwilioService = {
      ...service,
      createRole: async (fields) => ({ ...(await service.createRole(fields)), type: 'conversation' }),
    };
    const planned = await scene.plan(desired(['service Agent: joinConversation']));
    expect(errors(await deploy({ ...scene, service: mistaken }, planned))).toEqual([
      'Twilio answered with another "Agent" (service) than was sent: type conversation. Plan again to see what is live.',
    ]);
  });

  it.each(['lost-answer', 'cut-json', 'reset'] as const)(
    'to a create that ends with %s is found by reading back',
    async (kind) => {
      await using scene = await stage(support, users);
      const planned = await scene.plan(wanted);
      scene.sandbox.fail({ kind, method: 'POST', path: /Roles$/ });
      const [first] = await deploy(scene, planned);
      expect(first?.status).toBe(kind === 'reset' ? 'failed' : 'done');
      const auditors = (await scene.live()).roles.filter(({ friendlyName }) => friendlyName === 'Auditor');
      expect(auditors).toHaveLength(kind === 'reset' ? 0 : 1);
    },
  );

  it.each([
    ['an update', 'POST'],
    ['a deletion', 'DELETE'],
  ] as const)(
    'to %s that was lost is found by reading back, however busy Twilio was then',
    async (_, method) => {
      await using scene = await stage(support);
      // Without Guest, and with fewer permissions for Customer.
      const fewer = desired([
        'service Customer: joinConversation',
        'conversation Speaker: sendMessage leaveConversation',
      ]);
      const planned = await scene.plan(fewer, { prune: true });
      scene.sandbox.fail({ kind: 'lost-answer', method });
      scene.sandbox.fail({ kind: '429', method, times: 4 });
      expect(errors(await deploy(scene, planned))).toEqual([]);
      expect((await scene.plan(fewer, { prune: true })).changes).toEqual([]);
    },
  );

  it.each([
    ['a role', 'Roles', desired(['service Customer: joinConversation'])],
    ['a default', 'Configuration', desired([], { defaults: { user: 'Guest' } })],
    ['a user', 'Users', desired([], { users: [{ identity: 'alice', friendlyName: 'Alice' }] })],
  ] as const)(
    'to an update of %s is not taken from a read that finds it as it was',
    async (_, list, wanted) => {
      await using scene = await stage(support, users);
      const planned = await scene.plan(wanted);
      // Every try ends before anything is done.
      scene.sandbox.fail({ kind: 'reset', method: 'POST', path: new RegExp(list), times: 5 });
      const [error] = errors(await deploy(scene, planned));
      expect(error).toMatch('the answer was lost, so it may have been done or not. Look at what is live');
      expect(await scene.plan(wanted)).toMatchObject({ changes: planned.changes });
    },
  );

  it('that was lost is looked for again where the first look is an old one', async () => {
    await using scene = await stage(support, users, { latency: 0 });
    const planned = await scene.plan(wanted);
    scene.sandbox.fail({ kind: 'lost-answer', method: 'POST', path: /Roles$/ });
    // The list is read once before the write, so the second time is the first look at what it did.
    scene.sandbox.fail({ kind: 'latency', method: 'GET', path: /Roles$/ });
    scene.sandbox.fail({ kind: 'stale-read', method: 'GET', path: /Roles$/ });
    const waits: number[] = [];
    const [first] = await deploy(scene, planned, { wait: async (pause) => void waits.push(pause) });
    expect({ status: first?.status, waits }).toEqual({ status: 'done', waits: [500] });
  });
});
