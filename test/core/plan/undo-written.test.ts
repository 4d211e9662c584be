/** An undo takes back what its deploy wrote, and nothing that somebody else did. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../core/src/plan';
import type { TwilioService, UserFields } from '../../../core/src/twilio/api';
import { deploy, journalOf, memoryJournal, type Stage, stage, trimming, undoOf } from '../../support/deploy';
import { roleNamed, statuses } from './small-service';
import { desired } from './values';

const support = ['service Customer: joinConversation editOwnUserInfo', 'service Guest: joinConversation'];
const auditor = desired(['service Auditor: createConversation joinConversation']);
const customer = desired(['service Customer: joinConversation']);
const dave = desired([], {
  users: [{ identity: 'dave', role: 'Customer', friendlyName: 'Dave', attributes: '{"a":1}' }],
});

/** Deploys, and gives the journal as it is read later. */
async function deployed(scene: Stage, planned: Plan) {
  const journal = memoryJournal();
  const outcomes = await deploy(scene, planned, { journal, continueOnError: true });
  return { lines: journal.lines(), statuses: statuses(outcomes), journal: journalOf(journal.lines()) };
}

/** What a plan does and says, in short. */
const shown = ({ changes, reports }: Plan) => [
  ...changes.map(({ id }) => id.replace(/RL\w{32}/, 'RL…')),
  ...reports.map(({ message }) => message),
];

/** As if the process had died right after its first entry of this kind. */
function until(kind: string, lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findIndex((line) => line.includes(`"kind":"${kind}"`)) + 1);
}

async function userNamed({ service }: Stage, identity: string) {
  const user = await service.user(identity);
  if (!user) throw new Error(`No user ${identity}`);
  return user;
}

describe('undo leaves', () => {
  it('a role and a user whom somebody else created first', async () => {
    await using scene = await stage(support);
    const planned = await scene.plan({ ...auditor, users: dave.users });
    const permissions = ['createConversation', 'joinConversation'];
    await scene.service.createRole({ friendlyName: 'Auditor', type: 'service', permissions });
    const { sid: roleSid } = await roleNamed(scene, 'Customer');
    await scene.service.createUser('dave', { roleSid, friendlyName: 'Dave', attributes: '{"a":1}' });
    const { statuses, journal } = await deployed(scene, planned);
    expect(statuses).toEqual(['failed create-role:service:Auditor', 'failed create-user:dave']);
    expect(shown(await undoOf(scene, journal))).toEqual([]);
  });

  it('what was as the file says before the deploy came to it', async () => {
    await using scene = await stage(support, ['bob: Guest']);
    const named = desired(customer.roles, { users: [{ identity: 'bob', friendlyName: 'Bob' }] });
    const planned = await scene.plan(named);
    await scene.service.updateRole((await roleNamed(scene, 'Customer')).sid, ['joinConversation']);
    await scene.service.updateUser((await userNamed(scene, 'bob')).sid, { friendlyName: 'Bob' });
    const { statuses, journal } = await deployed(scene, planned);
    expect(statuses).toEqual(['done update-role:service:Customer', 'done update-user:bob']);
    expect(shown(await undoOf(scene, journal))).toEqual([]);
  });

  it('what it failed at before it sent anything, and somebody else made so later', async () => {
    await using scene = await stage(support);
    const planned = await scene.plan(customer);
    const { sid } = await roleNamed(scene, 'Customer');
    await scene.service.updateRole(sid, ['createConversation']);
    const { statuses, journal } = await deployed(scene, planned);
    await scene.service.updateRole(sid, ['joinConversation']);
    expect(statuses).toEqual(['failed update-role:service:Customer']);
    expect(shown(await undoOf(scene, journal))).toEqual([]);
  });

  it('what Twilio refused, and somebody else did later', async () => {
    await using scene = await stage(support, ['bob: Guest']);
    const planned = await scene.plan({
      ...auditor,
      users: [...dave.users, { identity: 'bob', friendlyName: 'Bob' }],
    });
    scene.sandbox.fail({ kind: '429', method: 'POST', times: 15 });
    const { statuses, journal } = await deployed(scene, planned);
    expect(statuses).toEqual([
      'failed create-role:service:Auditor',
      'failed create-user:dave',
      'failed update-user:bob',
    ]);
    await deploy(scene, await scene.plan({ ...planned, ...auditor, users: dave.users }));
    await scene.service.updateUser((await userNamed(scene, 'bob')).sid, { friendlyName: 'Bob' });
    expect(shown(await undoOf(scene, journal))).toEqual([]);
  });

  it('a user made anew by somebody else', async () => {
    await using scene = await stage(support);
    const { journal } = await deployed(scene, await scene.plan(dave));
    const { sid, roleSid } = await userNamed(scene, 'dave');
    await scene.service.deleteUser(sid);
    if (!roleSid) throw new Error('No role.');
    await scene.service.createUser('dave', { roleSid, friendlyName: 'Dave', attributes: '{"a":1}' });
    expect(shown(await undoOf(scene, journal))).toEqual(['User "dave" was made anew since, and stays.']);
  });

  it.each<[string, (scene: Stage) => Promise<UserFields>]>([
    ['role', async (scene) => ({ roleSid: (await roleNamed(scene, 'Guest')).sid })],
    ['friendlyName', async () => ({ friendlyName: 'David' })],
    ['attributes', async () => ({ attributes: '{"a":2}' })],
  ])('a user whose %s somebody has changed', async (_, fields) => {
    await using scene = await stage(support);
    const { journal } = await deployed(scene, await scene.plan(dave));
    const { sid } = await userNamed(scene, 'dave');
    await scene.service.updateUser(sid, await fields(scene));
    expect(shown(await undoOf(scene, journal))).toEqual(['User "dave" isn\'t as planned, and stays.']);
  });

  it('a role that it created and users have come to have', async () => {
    await using scene = await stage(support);
    const { journal } = await deployed(scene, await scene.plan(auditor));
    await scene.service.createUser('erin', { roleSid: (await roleNamed(scene, 'Auditor')).sid });
    expect(shown(await undoOf(scene, journal))).toEqual([
      '"Auditor" (service) isn\'t deleted: 1 user has it.',
    ]);
  });
});

describe('undo takes back', () => {
  it.each([
    ['a role', auditor, ['delete-role:service:Auditor:RL…']],
    ['a user', dave, ['delete-user:dave']],
    ['an update', customer, ['update-role:service:Customer']],
  ])('%s whose deploy died before it heard of it', async (_, wanted, back) => {
    await using scene = await stage(support);
    const { lines } = await deployed(scene, await scene.plan(wanted));
    expect(shown(await undoOf(scene, journalOf(until('writing', lines))))).toEqual(back);
  });

  it('what Twilio gave another name, and not the role that has this name', async () => {
    await using scene = await stage(support);
    const { service } = scene;
    const planned = await scene.plan(
      desired(['service Auditor : joinConversation'], { users: [{ identity: 'dave ' }] }),
    );
    const { statuses, journal } = await deployed({ ...scene, service: trimming(service) }, planned);
    expect(statuses).toEqual(['failed create-role:service:Auditor ', 'failed create-user:dave ']);
    const made = await roleNamed(scene, 'Auditor');
    await service.createRole({ ...made, friendlyName: 'Auditor ' });
    const { changes } = await undoOf(scene, journal);
    expect(changes).toMatchObject([
      { verb: 'delete-user', user: { identity: 'dave' } },
      { verb: 'delete-role', role: { sid: made.sid } },
    ]);
  });

  it('a user with a created role, though another role of that name has come up', async () => {
    await using scene = await stage(support);
    const erin = { identity: 'erin', role: 'Auditor' };
    const { journal } = await deployed(scene, await scene.plan({ ...auditor, users: [erin] }));
    const { sid } = await roleNamed(scene, 'Auditor');
    await scene.service.createRole(await roleNamed(scene, 'Auditor'));
    // The other one is found first.
    const live = async (users?: Parameters<typeof scene.live>[0]) => {
      const now = await scene.live(users);
      return { ...now, roles: now.roles.toReversed() };
    };
    expect((await undoOf({ live }, journal)).changes).toMatchObject([
      { verb: 'delete-user', user: { identity: 'erin' } },
      { verb: 'delete-role', role: { sid } },
    ]);
  });

  it('what Twilio made of a role, where that isn’t what was meant', async () => {
    await using scene = await stage(support);
    const { service } = scene;
    const permissions = ['joinConversation', 'addParticipant'];
    const otherwise: TwilioService = {
      ...service,
      createRole: (fields) => service.createRole({ ...fields, permissions }),
      updateRole: (sid) => service.updateRole(sid, permissions),
    };
    const planned = await scene.plan(desired([...auditor.roles, ...customer.roles]));
    const { statuses, journal } = await deployed({ ...scene, service: otherwise }, planned);
    expect(statuses).toEqual(['failed create-role:service:Auditor', 'failed update-role:service:Customer']);
    const back = await undoOf(scene, journal);
    expect(back.changes).toMatchObject([
      { verb: 'update-role', added: ['editOwnUserInfo'], removed: ['addParticipant'], destructive: true },
      { verb: 'delete-role', role: { friendlyName: 'Auditor' } },
    ]);
    await deploy(scene, back);
    expect((await roleNamed(scene, 'Customer')).permissions.toSorted()).toEqual([
      'editOwnUserInfo',
      'joinConversation',
    ]);
  });
});
