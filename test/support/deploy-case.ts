/** Services, files for them, and what goes wrong between the two, at random. */
import fc from 'fast-check';
import {
  type DefaultKey,
  type Desired,
  type DesiredRole,
  type DesiredUser,
  type Product,
  permissionIn,
  permissionsOf,
  type RoleScope,
  type RoleSid,
  roleScopes,
  typeFor,
  type UserSid,
} from '../../core/src';
import { type FaultKind, type FaultRates, faultKinds } from '../../server/src/sandbox/fault';
import type { CallRecord } from '../../server/src/sandbox/sandbox';
import { desired, roleSid } from '../core/plan/values';
import { type Stage, stage } from './deploy';

const permissionsOfScope = {
  service: ['joinConversation', 'createConversation', 'editOwnUserInfo'],
  conversation: ['sendMessage', 'leaveConversation', 'editOwnMessage'],
} as const;
const names = ['A', 'B', 'C'] as const;

/** A role in the words of Conversations. */
interface CaseRole {
  readonly type: RoleScope;
  readonly friendlyName: string;
  readonly permissions: readonly string[];
}

/** Any roles of three names and two types, each once. */
const roles: fc.Arbitrary<readonly CaseRole[]> = fc
  .tuple(
    ...roleScopes.flatMap((type) =>
      names.map((friendlyName) =>
        fc.option(
          fc
            .subarray([...permissionsOfScope[type]], { minLength: 1 })
            .map((permissions): CaseRole => ({ type, friendlyName, permissions: permissions.toSorted() })),
          { nil: undefined },
        ),
      ),
    ),
  )
  .map((all) => all.filter((role) => role !== undefined));

const identities = ['u1', 'u2', 'u3', 'u4'] as const;
/** Values that are one number to JavaScript, or one value in other words, among them. */
const anyAttributes = fc.constantFrom(
  '{}',
  '{ "n": 9007199254740993 }',
  '{"n":9007199254740992}',
  '{"n":9007199254740992.0}',
);

export interface Case {
  readonly product: Product;
  readonly before: readonly CaseRole[];
  readonly after: readonly CaseRole[];
  /** Whose role is the first of `before` that users may have, by turns. */
  readonly users: readonly string[];
  /** Users of the file, whose role is the first of `after` that they may have, by turns. */
  readonly named: readonly string[];
  /** What everyone has, and what each user of the file is to have by turns; not managed where it is undefined. */
  readonly attributes: { readonly before: string; readonly after: readonly (string | undefined)[] };
  /** Names those who are there by SID. */
  readonly bySid: boolean;
  readonly defaults: readonly DefaultKey[];
  /** Whom the first role of each type was before: one that the file has no more, or one that it still has. */
  readonly renamed: 'from one that is gone' | 'from one that stays' | undefined;
  /** Which role of `after` is pinned to which one of `before`, if they have the same type. */
  readonly pins: readonly (readonly [number, number])[];
  /** What has a role that is there no more. */
  readonly dangling: readonly ('user' | 'default')[];
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

/** What is there in one of so many cases, and else what comes first. */
function rarely<T>(oneOf: number, usual: T, rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: oneOf - 1, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
}

export const anyCase: fc.Arbitrary<Case> = fc.record({
  product: rarely<Product>(4, 'conversations', fc.constant('chat')),
  before: roles,
  after: roles,
  users: fc.subarray([...identities]),
  named: fc.subarray([...identities]),
  attributes: fc.record({
    before: anyAttributes,
    after: fc.array(fc.option(anyAttributes, { nil: undefined }), { minLength: 1, maxLength: 4 }),
  }),
  bySid: fc.boolean(),
  defaults: fc.subarray<DefaultKey>(['user', 'participant', 'creator']),
  renamed: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 5, arbitrary: fc.constant('from one that is gone' as const) },
    { weight: 1, arbitrary: fc.constant('from one that stays' as const) },
  ),
  pins: rarely<Case['pins']>(3, [], fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 })),
  dangling: rarely<Case['dangling']>(5, [], fc.subarray<'user' | 'default'>(['user', 'default'])),
  prune: fc.boolean(),
  continueOnError: fc.boolean(),
  crowd: rarely(10, false, fc.constant(true)),
  faults: anyFaults,
  busy: fc.boolean(),
  randomSeed: fc.nat(),
});

/** The service as the case begins with it. */
export async function sceneOf(
  { product, before, users, attributes, dangling, faults, busy, crowd, randomSeed }: Case,
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
    { product, inProcess: true, faults, randomSeed, onCall },
  );
  const state = scene.sandbox.state();
  scene.sandbox.reset({
    ...state,
    services: state.services.map((service) => ({
      ...service,
      // Its own roles have what Twilio gives to no new one, and couldn't be made again once they are deleted.
      roles: service.roles.map((role) => ({
        ...role,
        permissions: role.permissions.filter(
          (name) => permissionsOf(role.scope).get(name)?.status !== 'doubtful',
        ),
      })),
      defaults: { ...service.defaults, ...(dangling.includes('default') && { user: goneRole }) },
      users: service.users.map((user, i) => ({
        ...user,
        attributes: attributes.before,
        ...(i === 0 && dangling.includes('user') && { roleSid: goneRole }),
      })),
    })),
  });
  for (const method of busy ? (['POST', 'DELETE'] as const) : []) {
    const path = /\/(Roles|Users)\/\w+$/;
    scene.sandbox.fail({ kind: 'lost-answer', method, path });
    scene.sandbox.fail({ kind: '429', method, path, times: 4 });
  }
  return scene;
}

const goneRole = roleSid(0xdead);

/** The file of the case, with the SIDs of the service as the case begins with it. */
export function wantedOf(each: Case, { sandbox }: Stage): Desired {
  const { product, after, named, attributes, bySid, defaults } = each;
  const [service] = sandbox.state().services;
  const servants = after.filter(({ type }) => type === 'service');
  const speaker = after.find(({ type }) => type === 'conversation');
  const given = { user: servants[0], participant: speaker, creator: speaker };
  return desired(
    after.map(({ type, friendlyName, permissions }, i): DesiredRole => {
      const pin = pinOf(each, i);
      const live = service?.roles.find(
        (role) => role.scope === pin?.type && role.friendlyName === pin.friendlyName,
      );
      const renamedFrom = formerName(each, i);
      return {
        type: typeFor(product, type),
        friendlyName,
        permissions: permissions.flatMap((permission) => permissionIn(product, permission) ?? []).toSorted(),
        ...(live && { sid: live.sid as RoleSid }),
        ...(renamedFrom !== undefined && { renamedFrom }),
      };
    }),
    {
      product,
      defaults: Object.fromEntries(
        defaults.flatMap((key) => (given[key] ? [[key, given[key].friendlyName]] : [])),
      ),
      users: named.map((identity, i): DesiredUser => {
        const live = bySid ? service?.users.find((user) => user.identity === identity) : undefined;
        const role = servants[i % Math.max(servants.length, 1)];
        const json = attributes.after[i % attributes.after.length];
        return {
          ...(live ? { sid: live.sid as UserSid } : { identity }),
          friendlyName: `${identity}!`,
          ...(role && { role: role.friendlyName }),
          ...(json !== undefined && { attributes: json }),
        };
      }),
    },
  );
}

function pinOf({ before, after, pins }: Case, i: number): CaseRole | undefined {
  const [, at] = pins.find(([role]) => role % after.length === i) ?? [];
  const pin = at === undefined ? undefined : before[at % before.length];
  return pin?.type === after[i]?.type ? pin : undefined;
}

/** What the first role of a type was called before. */
function formerName({ before, after, renamed }: Case, i: number): string | undefined {
  const { type } = after[i] ?? {};
  const [first, second] = after.filter((role) => role.type === type);
  if (renamed === undefined || after[i] !== first) return undefined;
  if (renamed === 'from one that stays') return second?.friendlyName;
  const isGone = (old: CaseRole) =>
    after.every((role) => role.type !== type || role.friendlyName !== old.friendlyName);
  return before.find((old) => old.type === type && isGone(old))?.friendlyName;
}
