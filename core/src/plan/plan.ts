import { totals } from './counts';
import { deleteChanges, leaves, movesOff } from './delete-changes';
import { fingerprint } from './fingerprint';
import { matchRoles } from './match';
import type { Change, Desired, Live, Plan } from './model';
import { ordered } from './order';
import { renames } from './renames';
import { roleChanges } from './role-changes';
import type { StagedEdit } from './staged';
import { defaultChanges, userChanges } from './user-changes';
import { wantedOf } from './wanted';
import { wrongTarget } from './wrong-target';

export interface PlanOptions {
  /** Deletes roles that the file doesn't name, save those in use. */
  readonly prune?: boolean;
  /** Edits on top of the file, in the order that they were made. */
  readonly staged?: readonly StagedEdit[];
}

/** What it takes to get from what is live to what is asked for. Pure: the same values give the same plan. */
export function plan(desired: Desired, live: Live, { prune = false, staged = [] }: PlanOptions = {}): Plan {
  const wanted = wantedOf(desired, live, staged);
  const found = matchRoles(wanted, live);
  const roles = roleChanges(found, live);
  const renamed = renames(wanted, found, live);
  const defaults = defaultChanges(wanted, found, live);
  const users = userChanges(wanted, found, live);
  const moves = [...renamed.changes, ...movesOff(wanted, found, live)];
  const before = settled([...roles.changes, ...defaults.changes, ...users.changes, ...moves]);
  const deletes = deleteChanges(wanted, found, live, before, prune);
  const restsOn = [...wanted.users, ...wanted.deletedUsers.map(({ user }) => user)].flatMap(
    ({ sid, identity }) => sid ?? identity ?? [],
  );
  return {
    version: 1,
    product: live.product,
    account: live.account,
    service: live.service,
    changes: ordered([...before, ...deletes.changes]),
    reports: [
      ...wrongTarget(desired, live),
      ...found.reports,
      ...roles.reports,
      ...renamed.reports,
      ...defaults.reports,
      ...users.reports,
      ...deletes.reports,
    ],
    unchanged: { roles: roles.unchanged, users: users.unchanged },
    total: totals(live),
    restsOn,
    fingerprint: fingerprint(live, restsOn),
  };
}

/** Users who leave a role one by one aren't moved with the rest of it. */
function settled(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap((change) => {
    if (change.verb !== 'move-users' || change.users === undefined) return change;
    const users = change.users - changes.filter((other) => leaves(other, change.from)).length;
    return users > 0 ? { ...change, users } : [];
  });
}
