import { describe, expect, it } from 'vitest';
import {
  fetchLive,
  type Outcome,
  plan,
  readJournal,
  renderReportText,
  stillHolds,
  undeployable,
  usersOf,
} from '../../../core/src/plan';
import type { TwilioService } from '../../../core/src/twilio/api';
import { deploy, memoryJournal, type Stage, stage } from '../../support/deploy';
import { desired, role } from './values';

const support = [
  'service Customer: joinConversation editOwnUserInfo',
  'service Guest: joinConversation',
  'conversation Speaker: sendMessage leaveConversation',
];
const users = ['alice: Customer', 'bob: Guest', 'carol: Guest'];

const wanted = desired(
  [
    'service Customer: joinConversation',
    'service Auditor: createConversation',
    'conversation Speaker: sendMessage editOwnMessage',
  ],
  {
    defaults: { user: 'Auditor', participant: 'Speaker' },
    users: [
      { identity: 'bob', role: 'Auditor', friendlyName: 'Bob' },
      { identity: 'dave', role: 'Customer', attributes: '{"a":1}' },
    ],
  },
);

const statuses = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ change, status }) => `${status} ${change.id}`);
const errors = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'failed' ? outcome.error.message : []));

async function roleNamed({ live }: Stage, friendlyName: string) {
  const found = (await live()).roles.find((each) => each.friendlyName === friendlyName);
  if (!found) throw new Error(`No role ${friendlyName}`);
  return found;
}

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

  it('stops before a role that changed since, says how, and tries nothing after it', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    const customer = await roleNamed(scene, 'Customer');
    await scene.service.updateRole(customer.sid, ['joinConversation', 'createConversation']);
    const outcomes = await deploy(scene, planned);
    expect(renderReportText(planned, outcomes)).toBe(
      `Support (${planned.service.sid.slice(0, 2)}…${planned.service.sid.slice(-4)}, account AC…${planned.account.slice(-4)}): 1 done, 1 failed, 5 not tried

  done       + Auditor (service)
  failed     ~ Customer (service)
               "Customer" (service) changed (+createConversation -editOwnUserInfo) since the plan was made. Plan again.
  not tried  ~ Speaker (conversation)
  not tried  ~ default for users: service user to Auditor
  not tried  ~ default for participants: channel user to Speaker
  not tried  + dave (user)
  not tried  > bob: Guest to Auditor

  What was done stays. Plan again to carry on with the other 6 changes.
`,
    );
    expect((await roleNamed(scene, 'Customer')).permissions.toSorted()).toEqual([
      'createConversation',
      'joinConversation',
    ]);
  });

  it('can’t keep two deploys at once from creating a role twice; the next plan says so and does nothing', async () => {
    await using scene = await stage(support, users, { inProcess: true });
    const auditor = desired(['service Auditor: createConversation']);
    const planned = await scene.plan(auditor);
    const both = await Promise.all([deploy(scene, planned), deploy(scene, planned)]);
    expect(both.map(statuses)).toEqual(Array(2).fill(['done create-role:service:Auditor']));
    const next = await scene.plan(auditor);
    const [first, second] = (await scene.live()).roles.filter(
      ({ friendlyName }) => friendlyName === 'Auditor',
    );
    expect(next.changes).toEqual([]);
    expect(undeployable(next)).toBe(
      `2 live service roles are called "Auditor": ${first?.sid}, ${second?.sid}; say which is meant with "sid".`,
    );
  });

  const meanwhile: Readonly<Record<string, (scene: Stage) => Promise<unknown>>> = {
    '"Customer" (service) was deleted since the plan was made. Plan again.': async ({
      service,
      ...scene
    }) => {
      const { sid } = await roleNamed({ service, ...scene }, 'Customer');
      const alice = await service.user('alice');
      if (alice) await service.deleteUser(alice.sid);
      await service.deleteRole(sid);
    },
    'The default role for users became RL…': async (scene) => {
      const { sid } = await roleNamed(scene, 'Guest');
      await scene.service.updateDefaults({ user: sid });
    },
    'User "dave" was created since the plan was made. Plan again.': ({ service }) =>
      service.createUser('dave', {}),
    'User "bob" changed (role) since the plan was made. Plan again.': async (scene) => {
      const { sid } = await roleNamed(scene, 'Customer');
      const bob = await scene.service.user('bob');
      if (bob) await scene.service.updateUser(bob.sid, { roleSid: sid });
    },
    'User "bob" changed (friendlyName) since the plan was made. Plan again.': async ({ service }) => {
      const bob = await service.user('bob');
      if (bob) await service.updateUser(bob.sid, { friendlyName: 'Robert' });
    },
    'User "bob" was deleted since the plan was made. Plan again.': async ({ service }) => {
      const bob = await service.user('bob');
      if (bob) await service.deleteUser(bob.sid);
    },
  };

  it.each(Object.entries(meanwhile))('sees what somebody else did meanwhile: %s', async (message, act) => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    await act(scene);
    const [failed] = errors(await deploy(scene, planned));
    expect(failed?.replace(/RL\w{32}.*/, 'RL…')).toBe(message);
  });

  it('moves on from users who got another role while the others are moved', async () => {
    await using scene = await stage(support, users);
    const renamed = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }]);
    const planned = await scene.plan(renamed);
    const customer = await roleNamed(scene, 'Customer');
    const carol = await scene.service.user('carol');
    if (carol) await scene.service.updateUser(carol.sid, { roleSid: customer.sid });
    expect(errors(await deploy(scene, planned))).toEqual([]);
    expect(await scene.service.user('carol')).toMatchObject({ roleSid: customer.sid });
  });

  it('says where a move was cancelled, and carries on from there', async () => {
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

  it('holds what came back against what was meant', async () => {
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

  it.each(['lost-answer', 'cut-json', 'reset'] as const)(
    'settles a create with %s by reading back',
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

  it('looks again where the first look after a lost answer is an old one', async () => {
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

  it('lets the write in flight finish when it is cancelled, and tries nothing more', async () => {
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

  it('never deletes a default role or one that users have come to have', async () => {
    await using scene = await stage(support, ['alice: Customer']);
    const keep = desired(support.filter((text) => !text.includes('Guest')));
    const planned = await scene.plan(keep, { prune: true });
    const guest = await roleNamed(scene, 'Guest');
    const deletions = planned.changes.filter(({ verb }) => verb === 'delete-role');
    expect(
      deletions.map((change) => (change.verb === 'delete-role' ? change.role.friendlyName : '')),
    ).toEqual(['service admin', 'Guest']);
    await scene.service.createUser('late', { roleSid: guest.sid });
    const only = {
      ...planned,
      changes: deletions.filter((change) => change.verb === 'delete-role' && change.role.sid === guest.sid),
    };
    expect(errors(await deploy(scene, only))).toEqual([
      'Users still have "Guest" (service); it stays. Plan again to move them.',
    ]);
    await scene.service.updateDefaults({ user: guest.sid });
    expect(errors(await deploy(scene, only))).toEqual([
      '"Guest" (service) is the default role for users; it stays.',
    ]);
  });

  it('refuses a plan with errors, or for another service', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(desired([], { defaults: { user: 'Nobody' } }));
    await expect(deploy(scene, planned)).rejects.toThrow(
      'names "Nobody", and no role of level "service" is called that',
    );
    const other = {
      ...(await scene.plan(wanted)),
      account: planned.account.replace(/.$/, 'x') as typeof planned.account,
    };
    await expect(deploy(scene, other)).rejects.toThrow('sign in to that one');
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
