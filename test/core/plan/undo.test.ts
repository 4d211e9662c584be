import { describe, expect, it } from 'vitest';
import { type Journal, journalUsers, readJournal, renderText, undoPlan } from '../../../core/src/plan';
import { deploy, memoryJournal, type Stage, stage } from '../../support/deploy';
import { desired, role } from './values';

const support = [
  'service Customer: joinConversation editOwnUserInfo',
  'service Guest: joinConversation',
  'conversation Speaker: sendMessage leaveConversation',
];
const wanted = desired(
  [
    'service Customer: joinConversation createConversation',
    { ...role('service Visitor: joinConversation'), renamedFrom: 'Guest' },
    'conversation Speaker: sendMessage',
  ],
  {
    defaults: { user: 'Visitor', creator: 'Speaker' },
    users: [
      { identity: 'alice', friendlyName: 'Alice', attributes: '{"a":1}' },
      { identity: 'dave', role: 'Customer' },
      { identity: 'bob', friendlyName: 'Bob' },
    ],
  },
);

/** The service as names, without SIDs and dates. */
function named({ sandbox }: Stage): unknown {
  const [service] = sandbox.state().services;
  const nameOf = (sid: string) => service?.roles.find((each) => each.sid === sid)?.friendlyName;
  return {
    roles: service?.roles
      .map(({ scope, friendlyName, permissions }) => `${scope} ${friendlyName}: ${permissions.toSorted()}`)
      .toSorted(),
    defaults: Object.values(service?.defaults ?? {}).map(nameOf),
    users: service?.users.map(({ identity, friendlyName, attributes, roleSid }) => [
      identity,
      friendlyName ?? '',
      attributes,
      nameOf(roleSid),
    ]),
  };
}

async function deployed(scene: Stage): Promise<Journal> {
  const journal = memoryJournal();
  await deploy(scene, await scene.plan(wanted), { journal });
  const read = readJournal(journal.lines());
  if ('problem' in read) throw new Error(read.problem);
  return read.journal;
}

describe('undo', () => {
  it('is guarded by how many users there are now', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Guest', 'carol: Guest']);
    const journal = await deployed(scene);
    const { service } = scene;
    for (let n = 0; n < 9; n++) await service.createUser(`newcomer ${n}`, {});
    const live = await scene.live(journalUsers(journal));
    expect(journal.plan.total.users).toBe(3);
    expect(undoPlan(journal, live).total).toEqual({ roles: live.roles.length, users: 13 });
  });

  it('is a plan that takes everything back', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Guest', 'carol: Guest']);
    const before = named(scene);
    const journal = await deployed(scene);
    const back = undoPlan(journal, await scene.live(journalUsers(journal)), { prune: true });
    expect(renderText(back).split('\n').slice(2)).toEqual(
      `  ~ Customer (service)
      + editOwnUserInfo
      - createConversation
    2 users have this role and feel it at once
  ~ Speaker (conversation)
      + leaveConversation
    participants who have this role feel it at once
  ~ default for users: Visitor to service user
  ~ default for creators: Speaker to channel admin
  ~ alice (user)
      friendlyName: Alice to none
      attributes: {"a":1} to {}
  > bob: Visitor to Guest
      friendlyName: Bob to none
  > carol: Visitor to Guest
  - dave (user)
  - Visitor (service)
      joinConversation
`.split('\n'),
    );
    expect((await deploy(scene, back)).map(({ status }) => status)).not.toContain('failed');
    expect(named(scene)).toEqual(before);
    expect(undoPlan(journal, await scene.live(journalUsers(journal)), { prune: true }).changes).toEqual([]);
  });

  it('leaves what was created, unless deletions are asked for', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Guest']);
    const journal = await deployed(scene);
    const back = undoPlan(journal, await scene.live(journalUsers(journal)));
    expect(back.changes.map(({ verb }) => verb)).not.toContain('delete-role');
    expect(back.reports.map(({ message }) => message)).toEqual([
      'User "dave" was created, and stays unless deletions are asked for.',
      `"Visitor" (service) isn't deleted: it was created, and stays unless deletions are asked for.`,
    ]);
  });

  it('leaves what somebody has changed since, and says so', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Guest']);
    const journal = await deployed(scene);
    const { roles, users } = await scene.live(journalUsers(journal));
    const customer = roles.find(({ friendlyName }) => friendlyName === 'Customer');
    const alice = users.find(({ identity }) => identity === 'alice');
    if (customer) await scene.service.updateRole(customer.sid, ['joinConversation', 'addParticipant']);
    if (customer) await scene.service.updateDefaults({ user: customer.sid });
    if (alice) await scene.service.updateUser(alice.sid, { friendlyName: 'Alicia', attributes: '{"a":2}' });
    const bob = users.find(({ identity }) => identity === 'bob');
    if (bob && customer) await scene.service.updateUser(bob.sid, { roleSid: customer.sid });
    const visitor = roles.find(({ friendlyName }) => friendlyName === 'Visitor');
    if (visitor) await scene.service.updateRole(visitor.sid, ['addParticipant']);
    const back = undoPlan(journal, await scene.live(journalUsers(journal)));
    expect(back.changes.map(({ id }) => id)).toEqual([
      'update-role:conversation:Speaker',
      'set-default:creator',
      'update-user:bob',
    ]);
    expect(back.changes.at(-1)).not.toHaveProperty('role');
    expect(back.reports.filter(({ kind }) => kind === 'moved-on').map(({ message }) => message)).toEqual([
      '"Customer" (service) was changed since, and stays as it is: addParticipant, joinConversation.',
      'The default role for users was changed since, and stays.',
      'User "alice": friendlyName was changed since, and stays.',
      'User "alice": attributes were changed since, and stays.',
      'User "bob": the role was changed since, and stays.',
      '"Visitor" (service) was changed since, and stays as it is: addParticipant.',
    ]);
  });

  it('has nothing to say of what somebody took back already', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Guest']);
    const journal = await deployed(scene);
    const customer = (await scene.live()).roles.find(({ friendlyName }) => friendlyName === 'Customer');
    if (customer) await scene.service.updateRole(customer.sid, ['joinConversation', 'editOwnUserInfo']);
    const { changes, reports } = undoPlan(journal, await scene.live(journalUsers(journal)));
    expect(changes.map(({ id }) => id)).not.toContain('update-role:service:Customer');
    expect(reports.filter(({ kind }) => kind === 'moved-on')).toEqual([]);
  });

  it('makes deleted roles and users again', async () => {
    await using scene = await stage(support, ['alice: Customer', 'bob: Guest']);
    const before = named(scene);
    const journal = memoryJournal();
    const bob = await scene.service.user('bob');
    const guest = (await scene.live()).roles.find(({ friendlyName }) => friendlyName === 'Guest');
    if (!bob || !guest) throw new Error('Not seeded.');
    const planned = await scene.plan(desired([]), {
      staged: [
        { kind: 'delete-user', user: { identity: 'bob', sid: bob.sid } },
        { kind: 'delete-role', role: { friendlyName: 'Guest', type: 'service', sid: guest.sid } },
      ],
    });
    await deploy(scene, planned, { journal });
    const read = readJournal(journal.lines());
    if ('problem' in read) throw new Error(read.problem);
    const back = undoPlan(read.journal, await scene.live(journalUsers(read.journal)));
    expect(renderText(back)).toContain(
      `  User "bob" is made again under a new SID: whatever names the old one, ${bob.sid}, has to be changed.
  "Guest" (service) is made again under a new SID: whatever names the old one, ${guest.sid}, has to be changed.
`,
    );
    expect((await deploy(scene, back)).map(({ status }) => status)).toEqual(['done', 'done']);
    expect(named(scene)).toEqual(before);
    // By whomever: what is there again isn't made a second time.
    expect(undoPlan(read.journal, await scene.live(journalUsers(read.journal))).changes).toEqual([]);
  });
});
