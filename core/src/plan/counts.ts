import { leaves } from './delete-changes';
import type { Change, Live, Plan, RoleRef } from './model';

/** Of how many roles and users a plan speaks. */
export function totals({ roles, users, usersByRole }: Live): Plan['total'] {
  const counted = [...(usersByRole?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  return { roles: roles.length, users: counted || users.length };
}

/**
 * A plan from before with the numbers of now: how many users feel it, and of how many. What it does stays as it was. By
 * the numbers of then, it could pass a guard that it doesn't pass any more.
 */
export function recounted(plan: Plan, live: Live): Plan {
  const { usersByRole } = live;
  if (!usersByRole) return plan;
  const holders = ({ sid }: RoleRef) => (sid === undefined ? 0 : (usersByRole.get(sid) ?? 0));
  const recount = (change: Change): Change => {
    if (change.users === undefined) return change;
    if (change.verb === 'update-role') return { ...change, users: holders(change.role) };
    if (change.verb !== 'move-users') return change;
    const alone = plan.changes.filter((other) => leaves(other, change.from)).length;
    return { ...change, users: Math.max(0, holders(change.from) - alone) };
  };
  return { ...plan, changes: plan.changes.map(recount), total: totals(live) };
}
