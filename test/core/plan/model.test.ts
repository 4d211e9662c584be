/**
 * Deploys against a Twilio that fails in every way that it may. `MODEL_RUNS` says how many cases; a failure prints the
 * seed that repeats it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Desired, DesiredRole, Plan } from '../../../core/src/plan';
import { type FaultKind, type FaultRates, faultKinds } from '../../../server/src/sandbox/fault';
import type { CallRecord } from '../../../server/src/sandbox/sandbox';
import { deploy, type Stage, stage } from '../../support/deploy';
import { mayWrite } from '../../support/planned-writes';
import { desired } from './values';

const runs = Number(process.env.MODEL_RUNS ?? 200);
/** So many deploys at most bring the service to what the file says, whatever goes wrong on the way. */
const mostDeploys = 20;

const permissionsOfType = {
  service: ['joinConversation', 'createConversation', 'editOwnUserInfo'],
  conversation: ['sendMessage', 'leaveConversation', 'editOwnMessage'],
} as const;

type Type = keyof typeof permissionsOfType;
const types: readonly Type[] = ['service', 'conversation'];
const names = ['A', 'B', 'C'] as const;

/** Any roles of three names and two types, each once. */
const roles = fc
  .tuple(
    ...types.flatMap((type) =>
      names.map((friendlyName) =>
        fc.option(
          fc
            .subarray([...permissionsOfType[type]], { minLength: 1 })
            .map((permissions): DesiredRole => ({ type, friendlyName, permissions: permissions.toSorted() })),
          { nil: undefined },
        ),
      ),
    ),
  )
  .map((all) => all.filter((role) => role !== undefined));

const identities = ['u1', 'u2', 'u3', 'u4'] as const;

interface Case {
  readonly before: readonly DesiredRole[];
  /** Whose role is the first of `before` that users may have, by turns. */
  readonly users: readonly string[];
  readonly wanted: Desired;
  readonly prune: boolean;
  readonly continueOnError: boolean;
  /** More users than a page holds. */
  readonly crowd: boolean;
  readonly faults: FaultRates;
  readonly randomSeed: number;
}

/** How often each fault may strike, at most. Reads that are old again and again can't be told from the truth. */
const highest: Readonly<Record<FaultKind, number>> = {
  '429': 0.3,
  '500': 0.3,
  '503': 0.3,
  latency: 0,
  reset: 0.3,
  'lost-answer': 0.3,
  'cut-json': 0.3,
  'repeated-page': 0.3,
  'stale-read': 0.05,
};

/** A few kinds of fault at a time, often enough to meet one another, and together in no more than three of ten calls. */
const anyFaults: fc.Arbitrary<FaultRates> = fc
  .array(fc.tuple(fc.constantFrom(...faultKinds), fc.constantFrom(0.1, 0.5, 1)), { maxLength: 3 })
  .map((faults) =>
    Object.fromEntries(faults.map(([kind, share]) => [kind, (share * highest[kind]) / faults.length])),
  );

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    before: roles,
    after: roles,
    users: fc.subarray([...identities]),
    named: fc.subarray([...identities]),
    renames: fc.boolean(),
    defaults: fc.boolean(),
    prune: fc.boolean(),
    continueOnError: fc.boolean(),
    crowd: fc.nat(9).map((n) => n === 0),
    faults: anyFaults,
    randomSeed: fc.nat(),
  })
  .map(({ after, named, renames, defaults, ...rest }) => {
    const given = after.map((role) => role.friendlyName);
    const old = names.find((name) => !given.includes(name));
    const servants = after.filter(({ type }) => type === 'service');
    const [servant] = servants;
    const speaker = after.find(({ type }) => type === 'conversation');
    return {
      ...rest,
      wanted: desired(
        after.map((role) =>
          renames && role === servant && old !== undefined ? { ...role, renamedFrom: old } : role,
        ),
        {
          defaults: defaults
            ? {
                ...(servant && { user: servant.friendlyName }),
                ...(speaker && { creator: speaker.friendlyName }),
              }
            : {},
          users: named.map((identity, i) => {
            const role = servants[i % Math.max(servants.length, 1)];
            return { identity, friendlyName: `${identity}!`, ...(role && { role: role.friendlyName }) };
          }),
        },
      ),
    };
  });

function sceneOf(
  { before, users, faults, crowd, randomSeed }: Case,
  onCall: (call: CallRecord) => void,
): Promise<Stage> {
  const servants = before.filter(({ type }) => type === 'service');
  return stage(
    before.map(({ type, friendlyName, permissions }) => `${type} ${friendlyName}: ${permissions.join(' ')}`),
    users.map((identity, i) => {
      const role = servants[i % Math.max(servants.length, 1)];
      return role ? `${identity}: ${role.friendlyName}` : identity;
    }),
    { faults, randomSeed, onCall, ...(crowd && { users: 60 }) },
  );
}

const setOf = (permissions: readonly string[]) => permissions.toSorted().join(' ');

/** Deploys again and again until the service is as the file says, and watches every call. */
async function converge(each: Case): Promise<number> {
  let current: Plan | undefined;
  const broken: string[] = [];
  const known = new Map<string, Set<string>>();
  const watch = (call: CallRecord): void => {
    if (call.method === 'GET') return;
    if (!current || !mayWrite(current, call))
      broken.push(`not planned: ${call.method} ${call.path} ${call.form}`);
    const seen = new Set<string>();
    for (const { scope, friendlyName, permissions } of scene.sandbox.state().services[0]?.roles ?? []) {
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
  for (const role of scene.sandbox.state().services[0]?.roles ?? [])
    know(`${role.scope} ${role.friendlyName}`, role.permissions);
  for (const role of each.wanted.roles) know(`${role.type} ${role.friendlyName}`, role.permissions);

  for (let deploys = 1; deploys <= mostDeploys; deploys += 1) {
    try {
      current = await scene.plan(each.wanted, { prune: each.prune });
      await deploy(scene, current, { continueOnError: each.continueOnError });
    } catch (error) {
      // Reading may fail for good, too; then nothing was planned, and nothing may be written.
      expect(error).toHaveProperty('name', 'TwilioError');
    }
    expect(broken).toEqual([]);
    current = undefined;
    scene.sandbox.setFaults({});
    const left = await scene.plan(each.wanted, { prune: each.prune });
    if (left.changes.length === 0) {
      expect(left.reports.filter(({ severity }) => severity === 'error')).toEqual([]);
      return deploys;
    }
    scene.sandbox.setFaults(each.faults);
  }
  throw new Error(`Not as the file says after ${mostDeploys} deploys.`);
}

describe('deploys on a Twilio that fails', () => {
  it(
    `converge on the file, and write nothing else on the way (${runs} cases)`,
    async () => {
      let most = 0;
      await fc.assert(
        fc.asyncProperty(anyCase, async (each) => {
          most = Math.max(most, await converge(each));
        }),
        { numRuns: runs },
      );
      expect(most).toBeLessThanOrEqual(mostDeploys);
    },
    10_000 + runs * 100,
  );
});
