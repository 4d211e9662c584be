import { describe, expect, it } from 'vitest';
import { renderReportText, undeployable } from '../../../core/src/plan';
import type { RoleSid } from '../../../core/src/sid';
import type { UserFields } from '../../../core/src/twilio/api';
import { deploy, type Stage, stage } from '../../support/deploy';
import { errors, roleNamed, statuses, support, users, wanted } from './small-service';
import { desired, role } from './values';

describe('what somebody else does meanwhile', () => {
  it('stops a deploy before a role that changed, says how, and tries nothing after it', async () => {
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

  it.each(Object.entries(meanwhile))('is seen: %s', async (message, act) => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(wanted);
    await act(scene);
    const [failed] = errors(await deploy(scene, planned));
    expect(failed?.replace(/RL\w{32}.*/, 'RL…')).toBe(message);
  });

  it.each<[string, UserFields]>([
    ['friendlyName', { friendlyName: 'Alicia' }],
    ['attributes', { attributes: '{"a":2}' }],
  ])('is seen before a user whose %s changed is updated', async (field, fields) => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(
      desired([], { users: [{ identity: 'alice', friendlyName: 'Alice', attributes: '{"a":1}' }] }),
    );
    const alice = await scene.service.user('alice');
    if (!alice) throw new Error('Not seeded.');
    await scene.service.updateUser(alice.sid, fields);
    expect(errors(await deploy(scene, planned))).toEqual([
      `User "alice" changed (${field}) since the plan was made. Plan again.`,
    ]);
    expect(await scene.service.user('alice')).toMatchObject(fields);
  });

  it('leaves users alone who got another role before their move', async () => {
    await using scene = await stage(support, users);
    const renamed = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }]);
    const planned = await scene.plan(renamed);
    const customer = await roleNamed(scene, 'Customer');
    const carol = await scene.service.user('carol');
    if (carol) await scene.service.updateUser(carol.sid, { roleSid: customer.sid });
    expect(errors(await deploy(scene, planned))).toEqual([]);
    expect(await scene.service.user('carol')).toMatchObject({ roleSid: customer.sid });
  });

  it('leaves a user who got another role between the page that named them and their move', async () => {
    let move = (): void => {};
    const guests = Array.from({ length: 30 }, (_, n) => `u${n}: Guest`);
    await using scene = await stage(support, guests, {
      inProcess: true,
      onCall: ({ method, path }) => {
        if (method === 'POST' && path.includes('/Users/')) move();
      },
    });
    const renamed = desired([{ ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' }]);
    const planned = await scene.plan(renamed);
    const customer = await roleNamed(scene, 'Customer');
    const last = await scene.service.user('u29');
    if (!last) throw new Error('Not seeded.');
    // With the first move of all.
    const elsewhere = new Promise((resolve, reject) => {
      move = () => {
        move = () => {};
        scene.service.updateUser(last.sid, { roleSid: customer.sid }).then(resolve, reject);
      };
    });
    expect(errors(await deploy(scene, planned))).toEqual([]);
    await elsewhere;
    expect(await scene.service.user('u29')).toMatchObject({ roleSid: customer.sid });
    const visitor = await roleNamed(scene, 'Visitor');
    expect((await scene.live()).usersByRole?.get(visitor.sid)).toBe(29);
  });

  it('is not done again where it is what the plan wanted', async () => {
    await using scene = await stage(support, users);
    const planned = await scene.plan(desired(['service Customer: joinConversation']));
    await scene.service.updateRole((await roleNamed(scene, 'Customer')).sid, ['joinConversation']);
    const before = scene.writes().length;
    expect(statuses(await deploy(scene, planned))).toEqual(['done update-role:service:Customer']);
    expect(scene.writes()).toHaveLength(before);
  });

  it('deletes no role that changed since the plan was made', async () => {
    await using scene = await stage(support);
    const planned = await scene.plan(desired(support.filter((text) => !text.includes('Guest'))), {
      prune: true,
    });
    const guest = await roleNamed(scene, 'Guest');
    await scene.service.updateRole(guest.sid, ['joinConversation', 'createConversation']);
    expect(errors(await deploy(scene, planned, { continueOnError: true }))).toEqual([
      '"Guest" (service) changed (+createConversation) since the plan was made. Plan again.',
    ]);
    expect(await scene.service.role(guest.sid)).toBeDefined();
  });

  it.each<[string, (guest: RoleSid) => UserFields]>([
    ['role', (roleSid) => ({ roleSid })],
    ['name', () => ({ friendlyName: 'Alicia' })],
    ['attributes', () => ({ attributes: '{"a":1}' })],
  ])('deletes no user whose %s changed since the plan was made', async (_, fields) => {
    await using scene = await stage(support, users);
    const alice = await scene.service.user('alice');
    if (!alice) throw new Error('Not seeded.');
    const planned = await scene.plan(desired([]), { staged: [{ kind: 'delete-user', user: alice }] });
    await scene.service.updateUser(alice.sid, fields((await roleNamed(scene, 'Guest')).sid));
    expect(errors(await deploy(scene, planned))).toEqual([
      'User "alice" changed since the plan was made. Plan again.',
    ]);
    expect(await scene.service.user('alice')).toBeDefined();
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
});
