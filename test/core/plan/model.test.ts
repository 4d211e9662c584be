/**
 * Deploys against a Twilio that fails in every way that it may. `npm run test:model` tries 10 000 cases, `MODEL_RUNS`
 * any other number. The seed is in the tests' names, and `MODEL_SEED` repeats a run of it to the last call.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JournalEntry, type Plan, readJournal, undeployable } from '../../../core/src/plan';
import type { CallRecord } from '../../../server/src/sandbox/sandbox';
import type { ServiceRecord } from '../../../server/src/sandbox/state';
import { deploy, journalOf, memoryJournal, type Stage, undoOf } from '../../support/deploy';
import { anyCase, type Case, sceneOf, wantedOf } from '../../support/deploy-case';
import { changesOf, isTold, type Written } from '../../support/planned-writes';
import { unlikeFile } from '../../support/unlike-file';

const runs = Number(process.env.MODEL_RUNS ?? (process.env.MODE === 'slow' ? 10_000 : 200));
const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** So many deploys at most bring the service to what the file says, whatever goes wrong on the way. */
const mostDeploys = 20;

const setOf = (permissions: readonly string[]) => permissions.toSorted().join(' ');

/** Deploys again and again until the service is as the file says, and watches every call. */
async function converge(
  each: Case,
): Promise<{ readonly deploys: number; readonly calls: readonly string[] }> {
  let current: Plan | undefined;
  let service: ServiceRecord | undefined;
  const broken: string[] = [];
  const calls: string[] = [];
  let done: Written[] = [];
  const known = new Map<string, Set<string>>();
  const watch = (call: CallRecord): void => {
    calls.push(`${call.method} ${call.path}?${call.query} ${call.form} ${call.status} ${call.fault}`);
    if (call.method === 'GET') return;
    if (!current || !service || changesOf(current, { call, before: service }).length === 0)
      broken.push(`not planned: ${call.method} ${call.path} ${call.form}`);
    if (service && call.status >= 200 && call.status < 300) done.push({ call, before: service });
    [service] = scene.sandbox.state().services;
    const seen = new Set<string>();
    for (const { scope, friendlyName, permissions } of service?.roles ?? []) {
      const key = `${scope} ${friendlyName}`;
      if (seen.has(key)) broken.push(`twice: ${key}`);
      seen.add(key);
      if (!known.get(key)?.has(setOf(permissions)))
        broken.push(`neither before nor after: ${key} ${permissions}`);
    }
  };
  await using scene = await sceneOf(each, watch);
  const know = (key: string, permissions: readonly string[]) =>
    known.set(key, (known.get(key) ?? new Set()).add(setOf(permissions)));
  [service] = scene.sandbox.state().services;
  for (const role of service?.roles ?? []) know(`${role.scope} ${role.friendlyName}`, role.permissions);
  const wanted = wantedOf(each, scene);
  for (const [i, { type, friendlyName, permissions }] of each.after.entries()) {
    const pinned = service?.roles.find(({ sid }) => sid === wanted.roles[i]?.sid);
    know(`${type} ${pinned?.friendlyName ?? friendlyName}`, permissions);
  }

  for (let deploys = 1; deploys <= mostDeploys; deploys += 1) {
    const journal = memoryJournal();
    done = [];
    try {
      current = await scene.plan(wanted, { prune: each.prune });
      if (undeployable(current) === undefined) {
        await deploy(scene, current, { journal, continueOnError: each.continueOnError });
      }
      const told = journal.entries.length > 0 ? journalOf(journal.lines()) : undefined;
      for (const write of done) {
        const { method, path, form } = write.call;
        if (!told || !isTold(told, write)) broken.push(`done untold: ${method} ${path} ${form}`);
      }
    } catch (error) {
      // Reading may fail for good, too; then nothing was planned, and nothing may be written.
      expect(error).toHaveProperty('name', 'TwilioError');
    }
    expect(broken).toEqual([]);
    current = undefined;
    scene.sandbox.setFaults({});
    const left = await scene.plan(wanted, { prune: each.prune });
    if (undeployable(left) !== undefined) {
      // A file that contradicts itself is refused before anything of it is written, not in the middle of it.
      expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
      return { deploys, calls };
    }
    if (left.changes.length === 0) {
      expect(service && unlikeFile(wanted, service)).toEqual([]);
      return { deploys, calls };
    }
    scene.sandbox.setFaults(each.faults);
  }
  throw new Error(`Not as the file says after ${mostDeploys} deploys.`);
}

/** The process dies at this entry of the journal; what is left is read, and a new one carries on. */
async function crash(each: Case, at: number): Promise<void> {
  await using scene = await sceneOf({ ...each, faults: {}, busy: false }, () => {});
  const wanted = wantedOf(each, scene);
  const journal = memoryJournal();
  const planned = await scene.plan(wanted, { prune: each.prune });
  if (undeployable(planned) !== undefined) return;
  const dying = {
    write: async (entry: JournalEntry) => {
      if (journal.entries.length === at) throw new Error('Killed');
      await journal.write(entry);
    },
  };
  await deploy(scene, planned, { journal: dying }).catch((error: unknown) => {
    expect(error).toHaveProperty('message', 'Killed');
  });
  const read = readJournal([...journal.lines(), '{"kind":"wro']);
  if (at === 0) {
    expect(read).toHaveProperty('problem');
    return;
  }
  if ('problem' in read) throw new Error(read.problem);
  const left = new Set((await scene.plan(wanted, { prune: each.prune })).changes.map(({ id }) => id));
  for (const { change, status } of read.journal.outcomes) {
    const known = status === 'done' || read.journal.unsure?.id === change.id || change.verb === 'move-users';
    // What the journal doesn't know of wasn't written, and what it says is done isn't to be done again.
    if (!known) expect(left).toContain(change.id);
    if (status === 'done' && change.verb !== 'move-users') expect(left).not.toContain(change.id);
  }
  await deploy(scene, await scene.plan(wanted, { prune: each.prune }));
  expect((await scene.plan(wanted, { prune: each.prune })).changes).toEqual([]);
}

/** What is there by name, without SIDs and dates. */
async function named({ sandbox, live }: Stage): Promise<unknown> {
  const [service] = sandbox.state().services;
  const { roles, defaults } = await live();
  const nameOf = (sid: string) => roles.find((role) => role.sid === sid)?.friendlyName;
  return {
    roles: roles.map((role) => `${role.type} ${role.friendlyName}: ${setOf(role.permissions)}`).toSorted(),
    defaults: Object.values(defaults).map(nameOf),
    users: service?.users
      .map(({ identity, friendlyName, attributes, roleSid }) =>
        [identity, friendlyName ?? '', attributes, nameOf(roleSid)].join(' '),
      )
      .toSorted(),
  };
}

/** Deploys, takes it back, and finds what was there before. What was gone already can't be had again. */
async function thereAndBack(each: Case): Promise<void> {
  await using scene = await sceneOf({ ...each, faults: {}, busy: false, dangling: [] }, () => {});
  const before = await named(scene);
  const journal = memoryJournal();
  const planned = await scene.plan(wantedOf(each, scene), { prune: each.prune });
  if (undeployable(planned) !== undefined) return;
  await deploy(scene, planned, { journal });
  const back = await undoOf(scene, journalOf(journal.lines()));
  expect(back.reports.filter(({ kind }) => kind !== 'new-sid')).toEqual([]);
  await deploy(scene, back);
  expect(await named(scene)).toEqual(before);
}

describe('deploys on a Twilio that fails', () => {
  it(
    `converge on the file, and write nothing else on the way (${runs} cases, seed ${seed})`,
    async () => {
      let most = 0;
      await fc.assert(
        fc.asyncProperty(anyCase, async (each) => {
          most = Math.max(most, (await converge(each)).deploys);
        }),
        { numRuns: runs, seed },
      );
      expect(most).toBeLessThanOrEqual(mostDeploys);
    },
    10_000 + runs * 100,
  );

  it('are the same call for call when a case is run again, moves of many users at once among them', async () => {
    let moves = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async (each) => {
        const { calls } = await converge({ ...each, crowd: true });
        expect((await converge({ ...each, crowd: true })).calls).toEqual(calls);
        if (calls.filter((call) => /^POST .*\/Users\/US/.test(call)).length > 8) moves += 1;
      }),
      { numRuns: 40, seed: 1 },
    );
    expect(moves).toBeGreaterThan(3);
  });

  it(
    'that die in the middle leave a journal that knows what was done, and are carried on',
    async () => {
      await fc.assert(fc.asyncProperty(anyCase, fc.nat(30), crash), { numRuns: runs / 4, seed });
    },
    10_000 + runs * 100,
  );

  it(
    'can be taken back',
    async () => {
      await fc.assert(fc.asyncProperty(anyCase, thereAndBack), { numRuns: runs / 4, seed });
    },
    10_000 + runs * 100,
  );
});
