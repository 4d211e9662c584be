import { isSid } from '../sid';
import { sameSet, without } from './canonical';
import { totals } from './counts';
import { deletedRole, whyKept } from './delete-changes';
import { fingerprint } from './fingerprint';
import type { Change, Desired, Live, LiveUser, Plan } from './model';
import { ordered } from './order';
import type { Journal } from './read-journal';
import { roleId, userId, usersWith } from './refs';
import { userBack, userUncreated } from './undo-user';
import { isCalled, movedOn, type Of, roleNow, type Step, said, sentFor, type World } from './undo-world';
import { defaultFor, printable } from './words';
import { wrongTarget } from './wrong-target';

export interface UndoOptions {
  /** Deletes the roles and users that the deploy created. */
  readonly prune?: boolean;
}

/** Whom to fetch for `undoPlan`. */
export function journalUsers({ plan, written }: Journal): Pick<Desired, 'users'> {
  const named = plan.changes.flatMap((change) => {
    // One who was deleted may be there again, under another SID.
    if (change.verb === 'delete-user') return [{ identity: change.user.identity }];
    return 'user' in change ? [change.user] : [];
  });
  const sids = [...written.values()].flat().flatMap(({ user, sid }) => user ?? sid ?? []);
  return { users: [...named, ...sids.filter((sid) => isSid(sid, 'US')).map((sid) => ({ sid }))] };
}

/**
 * The way back from a deploy: a plan like any other, with the values of before. What somebody has changed since is
 * left as it is, and said.
 */
export function undoPlan(journal: Journal, live: Live, { prune = false }: UndoOptions = {}): Plan {
  const users = new Map<string, LiveUser>(live.users.map((user) => [user.sid, user]));
  const world = { journal, live, prune, users };
  // What is as the plan meant it is not the deploy's doing where the deploy sent nothing.
  const written = journal.plan.changes.filter(({ id }) => journal.written.has(id));
  const steps: Step[] = [];
  for (const change of written) {
    if (change.verb !== 'create-role') steps.push(...back(change, world));
  }
  const before = steps.flatMap(({ change }) => change ?? []);
  for (const change of written) {
    if (change.verb === 'create-role') steps.push(...uncreated(change, world, before));
  }
  const restsOn = journalUsers(journal).users.flatMap(({ sid, identity }) => sid ?? identity ?? []);
  return {
    version: 1,
    product: live.product,
    account: live.account,
    service: live.service,
    changes: ordered(oneEach(steps.flatMap(({ change }) => change ?? []))),
    reports: [
      ...wrongTarget(
        {
          product: journal.plan.product,
          target: { sid: journal.plan.service.sid, account: journal.plan.account },
        },
        live,
      ),
      ...steps.flatMap(({ report }) => report ?? []),
    ],
    unchanged: { roles: 0, users: 0 },
    total: totals(live),
    restsOn,
    fingerprint: fingerprint(live, restsOn),
  };
}

/** A user may have been renamed by one change and moved by another: the way back is one. */
function oneEach(changes: readonly Change[]): readonly Change[] {
  const byId = new Map<string, Change>();
  for (const change of changes) {
    const other = byId.get(change.id);
    const joined = change.verb === 'update-user' && other?.verb === 'update-user';
    byId.set(change.id, joined ? { ...other, ...change } : change);
  }
  return [...byId.values()];
}

function back(change: Exclude<Change, Of<'create-role'>>, world: World): readonly Step[] {
  switch (change.verb) {
    case 'update-role':
      return permissionsBack(change, world);
    case 'set-default':
      return defaultBack(change, world);
    case 'move-users':
      return (world.journal.written.get(change.id) ?? []).flatMap(({ user }) =>
        userBack(user && world.users.get(user), { role: { before: change.from, after: change.to } }, world),
      );
    case 'update-user':
      return userBack(world.users.get(change.user.sid), change, world);
    case 'create-user':
      return userUncreated(change, world);
    case 'delete-user': {
      const { identity, friendlyName, attributes, roleSid } = change.before;
      if (world.live.users.some((user) => user.identity === identity)) return [];
      const role = roleNow(roleSid && { sid: roleSid }, world);
      return [
        {
          change: {
            verb: 'create-user',
            id: userId('create-user', { identity }),
            origin: 'undo',
            users: 1,
            destructive: false,
            user: { identity },
            ...(role && { role }),
            ...(friendlyName !== undefined && { friendlyName }),
            ...(attributes !== undefined && { attributes }),
          },
        },
        newSid(`User "${printable(identity)}"`, change.user.sid),
      ];
    }
    case 'delete-role': {
      if (roleNow(change.role, world)?.sid) return [];
      const { friendlyName, type } = change.role;
      const role = { friendlyName, type };
      const id = roleId('create-role', role);
      return [
        {
          change: {
            verb: 'create-role',
            id,
            origin: 'undo',
            users: 0,
            destructive: false,
            role,
            permissions: change.before,
          },
        },
        newSid(`"${printable(friendlyName)}" (${type})`, change.role.sid),
      ];
    }
  }
}

/** Twilio gives a SID once. */
function newSid(what: string, old: string): Step {
  return said(
    'new-sid',
    `${what} is made again under a new SID: whatever names the old one, ${old}, has to be changed.`,
  );
}

function permissionsBack(change: Of<'update-role'>, { live, journal }: World): readonly Step[] {
  const role = live.roles.find(({ sid }) => sid === change.role.sid);
  const { permissions: written = change.after } = sentFor(change, journal.written);
  if (role && sameSet(role.permissions, change.before)) return [];
  if (!role || !sameSet(role.permissions, written)) return [movedOn(change.role, role)];
  const users = usersWith(live, role);
  const removed = without(written, change.before);
  return [
    {
      change: {
        ...change,
        origin: 'undo',
        ...(users !== undefined && { users }),
        before: written,
        after: change.before,
        added: without(change.before, written),
        removed,
        destructive: removed.length > 0,
      },
    },
  ];
}

function defaultBack(change: Of<'set-default'>, world: World): readonly Step[] {
  const { key, before, after } = change;
  const now = world.live.defaults[key];
  if (now === before?.sid) return [];
  const label = `The default role for ${defaultFor[key]}`;
  const written = roleNow(after, world);
  if (now === undefined || now !== written?.sid)
    return [said('moved-on', `${label} was changed since, and stays.`)];
  if (!before) return [said('moved-on', `${label} was none, and Twilio can't unset it.`)];
  const to = roleNow(before, world);
  if (!to)
    return [
      said('missing-role', `${label} was "${printable(before.friendlyName)}", which is no longer there.`),
    ];
  return [{ change: { ...change, origin: 'undo', destructive: true, before: written, after: to } }];
}

/** A role that the deploy created goes only when asked for, and only where nobody has come to need it. */
function uncreated(
  change: Of<'create-role'>,
  { live, journal, prune }: World,
  before: readonly Change[],
): readonly Step[] {
  const { role } = change;
  const { sid, permissions = change.permissions } = sentFor(change, journal.written);
  const now = live.roles.find((other) => (sid ? other.sid === sid : isCalled(other, role)));
  if (!now) return [];
  if (!sameSet(now.permissions, permissions)) return [movedOn(role, now)];
  const why = prune ? whyKept(now, live, before) : 'it was created, and stays unless deletions are asked for';
  if (!why) return [{ change: deletedRole(now, 'undo', live) }];
  return [said('role-kept', `"${printable(now.friendlyName)}" (${now.type}) isn't deleted: ${why}.`)];
}
