/** Twilio may keep the SID of a role that is no longer there: on a user, or as a default. */
import { describe, expect, it } from 'vitest';
import { plan, renderText } from '../../../core/src/plan';
import { deploy, journalOf, memoryJournal, type Stage, stage, undoOf } from '../../support/deploy';
import { statuses } from './small-service';
import { desired, live, roleSid } from './values';

const gone = roleSid(0xdead);
const customer = 'service Customer: joinConversation';
const wanted = desired([customer], {
  defaults: { user: 'Customer' },
  users: [{ identity: 'bob', role: 'Customer' }],
});

/** Bob has a role that is gone, and so will everyone who is added. */
async function danglingStage(): Promise<Stage> {
  const scene = await stage([customer], ['bob']);
  const state = scene.sandbox.state();
  scene.sandbox.reset({
    ...state,
    services: state.services.map((service) => ({
      ...service,
      defaults: { ...service.defaults, user: gone },
      users: service.users.map((user) => ({ ...user, roleSid: gone })),
    })),
  });
  return scene;
}

describe('a role SID that no live role has', () => {
  it('is what the plan says a user and a default come from', () => {
    const now = live([customer], { bob: 0xdead }, { defaults: { user: gone } });
    expect(renderText(plan(wanted, now))).toBe(
      `Support (IS…11aa, account AC…9f2c): 2 changes, 1 user touched, 1 changes a default

  ~ default for users: ${gone} to Customer
  > bob: ${gone} to Customer

  1 role unchanged.
`,
    );
  });

  it('keeps no user and no default from being given another', async () => {
    await using scene = await danglingStage();
    expect(statuses(await deploy(scene, await scene.plan(wanted)))).toEqual([
      'done set-default:user',
      'done update-user:bob',
    ]);
    expect(await scene.plan(wanted)).toMatchObject({ changes: [], unchanged: { roles: 1, users: 1 } });
  });

  it('can’t be had again by an undo, which says so', async () => {
    await using scene = await danglingStage();
    const journal = memoryJournal();
    const planned = await scene.plan(wanted);
    await deploy(scene, planned, { journal });
    const back = await undoOf(scene, journalOf(journal.lines()));
    expect(back.changes).toEqual([]);
    expect(back.reports.map(({ message }) => message)).toEqual([
      `The default role for users was "${gone}", which is no longer there.`,
      'User "bob": the role of before is no longer there, and stays.',
    ]);
  });

  it('has nothing to be taken back where it was never replaced', async () => {
    await using scene = await danglingStage();
    const journal = memoryJournal();
    scene.sandbox.fail({ kind: '500', method: 'POST', times: 99 });
    await deploy(scene, await scene.plan(wanted), { journal, continueOnError: true });
    expect(await undoOf(scene, journalOf(journal.lines()))).toMatchObject({ changes: [], reports: [] });
  });
});
