/** Services, files for them, and what goes wrong between the two, at random. */
import fc from 'fast-check';
import type { Desired, DesiredRole } from '../../core/src/plan';
import { type FaultKind, type FaultRates, faultKinds } from '../../server/src/sandbox/fault';
import type { CallRecord } from '../../server/src/sandbox/sandbox';
import { desired } from '../core/plan/values';
import { type Stage, stage } from './deploy';

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

export interface Case {
  readonly before: readonly DesiredRole[];
  /** Whose role is the first of `before` that users may have, by turns. */
  readonly users: readonly string[];
  readonly wanted: Desired;
  readonly prune: boolean;
  readonly continueOnError: boolean;
  /** More users than a page holds. */
  readonly crowd: boolean;
  readonly faults: FaultRates;
  /** Twilio loses the answer to the first update and the first deletion, and takes no more of its kind for a while. */
  readonly busy: boolean;
  readonly randomSeed: number;
}

/** How often each fault may strike, at most. Reads that are old again and again can't be told from the truth. */
const highest: Readonly<Record<FaultKind, number>> = {
  '429': 0.3,
  '500': 0.3,
  '503': 0.3,
  latency: 0.3,
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

export const anyCase: fc.Arbitrary<Case> = fc
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
    busy: fc.boolean(),
    randomSeed: fc.nat(),
  })
  .map(({ after, named, renames, defaults, ...rest }) => {
    const servants = after.filter(({ type }) => type === 'service');
    const had = rest.before.filter(({ type }) => type === 'service').map(({ friendlyName }) => friendlyName);
    const old = had.find((name) => servants.every(({ friendlyName }) => friendlyName !== name));
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

/** The service as the case begins with it. */
export async function sceneOf(
  { before, users, faults, busy, crowd, randomSeed }: Case,
  onCall: (call: CallRecord) => void,
): Promise<Stage> {
  const servants = before.filter(({ type }) => type === 'service');
  const others = Array.from({ length: crowd ? 60 : 0 }, (_, i) => `one of many ${i}`);
  const scene = await stage(
    before.map(({ type, friendlyName, permissions }) => `${type} ${friendlyName}: ${permissions.join(' ')}`),
    [...users, ...others].map((identity, i) => {
      const role = servants[i % Math.max(servants.length, 1)];
      return role ? `${identity}: ${role.friendlyName}` : identity;
    }),
    { inProcess: true, faults, randomSeed, onCall },
  );
  for (const method of busy ? (['POST', 'DELETE'] as const) : []) {
    const path = /\/(Roles|Users)\/\w+$/;
    scene.sandbox.fail({ kind: 'lost-answer', method, path });
    scene.sandbox.fail({ kind: '429', method, path, times: 4 });
  }
  return scene;
}
