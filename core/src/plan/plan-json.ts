import { roleTypes } from '../catalog';
import { digestOf } from './fingerprint';
import type { Change, Plan, Verb } from './model';
import { isConsistent } from './select';
import { both, list, matching, number, object, oneOf, optional, type Shape, text, truth } from './shape';

/**
 * A plan to be saved: `parsePlan` reads it back. Its digest tells a file that was edited or torn since; it is no
 * signature, and keeps nobody out who means to deceive.
 */
export function renderJson(plan: Plan): string {
  return `${JSON.stringify({ ...plan, digest: digestOf(plan) }, undefined, 2)}\n`;
}

type Read = { readonly plan: Plan } | { readonly problem: string };

/** A saved plan, or what is wrong with it in a sentence. Whether it still holds, `stillHolds` says. */
export function parsePlan(json: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return {
      problem: `This isn't a saved plan: ${error instanceof Error ? error.message : 'it is no JSON'}.`,
    };
  }
  const { digest, ...plan }: { readonly digest?: unknown } = Object(value);
  const read = planOf(Array.isArray(value) ? value : plan);
  if ('problem' in read || digest === digestOf(plan)) return read;
  return unusable('it was changed since it was saved');
}

/** A plan out of JSON that somebody else keeps, or what is wrong with it in a sentence. */
export function planOf(value: unknown): Read {
  const problem = planShape(value, 'plan');
  return problem ? unusable(problem) : { plan: value as Plan };
}

function unusable(problem: string): Read {
  return { problem: `This isn't a saved plan that can be deployed: ${problem}. Make it again.` };
}

const sid = (prefix: string) =>
  matching(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `a SID that begins with ${prefix}`);
const texts = list(text);
const roleType = oneOf(...roleTypes.conversations, ...roleTypes.chat);
const roleRef = object({ friendlyName: text, type: roleType, sid: optional(sid('RL')) });
const liveRoleRef = both(roleRef, object({ sid: sid('RL') }));
const userRef = object({ identity: text, sid: optional(sid('US')) });
const liveUserRef = both(userRef, object({ sid: sid('US') }));
const field = object({ before: optional(text), after: text });
const defaultKey = oneOf('user', 'participant', 'creator');
const liveUser = object({
  sid: sid('US'),
  identity: text,
  friendlyName: optional(text),
  attributes: optional(text),
  roleSid: optional(sid('RL')),
  isOnline: optional(truth),
});

const verbs: Readonly<Record<Verb, Shape>> = {
  'create-role': object({ role: roleRef, permissions: texts, renamedFrom: optional(liveRoleRef) }),
  'update-role': object({ role: liveRoleRef, before: texts, after: texts, added: texts, removed: texts }),
  'move-users': object({ from: liveRoleRef, to: roleRef }),
  'set-default': object({ key: defaultKey, before: optional(liveRoleRef), after: roleRef }),
  'create-user': object({
    user: userRef,
    role: optional(roleRef),
    friendlyName: optional(text),
    attributes: optional(text),
  }),
  'update-user': object({
    user: liveUserRef,
    holds: optional(sid('RL')),
    role: optional(object({ before: optional(liveRoleRef), after: roleRef })),
    friendlyName: optional(field),
    attributes: optional(field),
  }),
  'delete-role': object({ role: liveRoleRef, before: texts }),
  'delete-user': object({ user: liveUserRef, before: liveUser }),
};

const change: Shape = both(
  object({
    id: text,
    verb: oneOf(...Object.keys(verbs)),
    origin: oneOf('file', 'staged', 'undo'),
    users: optional(number),
    destructive: truth,
  }),
  (value, path) => verbs[(value as Change).verb](value, path),
  (value, path) => (isConsistent(value as Change) ? undefined : `${path} contradicts itself`),
);

const planShape: Shape = object({
  version: oneOf(1),
  product: oneOf('conversations', 'chat'),
  account: sid('AC'),
  service: object({ sid: sid('IS'), friendlyName: optional(text), isDefault: truth }),
  changes: both(list(change), (value, path) => {
    const ids = (value as readonly Change[]).map(({ id }) => id);
    return new Set(ids).size === ids.length ? undefined : `${path} has an id twice`;
  }),
  reports: list(
    object({
      kind: text,
      severity: oneOf('error', 'information'),
      message: text,
      role: optional(roleRef),
      sids: optional(list(sid('RL'))),
    }),
  ),
  unchanged: object({ roles: number, users: number }),
  total: object({ roles: number, users: number }),
  restsOn: texts,
  fingerprint: matching(/^[0-9a-f]{64}$/, 'a fingerprint'),
});
