import { shortSid } from '../sid';
import type { Change, Plan, Report } from './model';
import { count, name, type Phrase } from './words';

/** How many users feel a plan at once. Whoever several changes reach is counted once where that can be told. */
export function usersTouched(changes: readonly Change[]): number {
  const byRole = new Map<string, number>();
  for (const change of changes) {
    if (change.verb !== 'update-role' && change.verb !== 'move-users') continue;
    const sid = change.verb === 'update-role' ? change.role.sid : change.from.sid;
    byRole.set(sid, Math.max(byRole.get(sid) ?? 0, change.users ?? 0));
  }
  const alone = changes.filter(
    (change) =>
      change.verb === 'create-user' ||
      change.verb === 'delete-user' ||
      (change.verb === 'update-user' && !(change.holds && byRole.has(change.holds))),
  );
  return [...byRole.values()].reduce((sum, n) => sum + n, alone.length);
}

/** `3 changes, 41 users touched, 1 takes permissions away` */
export function renderSummary(plan: Plan): string {
  const { changes } = plan;
  const number = (is: (change: Change) => boolean) => changes.filter(is).length;
  const takes = number((change) => change.verb === 'update-role' && change.removed.length > 0);
  const defaults = number((change) => change.verb === 'set-default' && change.destructive);
  const deletes = number(({ verb }) => verb === 'delete-role' || verb === 'delete-user');
  const touched = usersTouched(changes);
  const errors = plan.reports.filter(isError).length;
  return [
    changes.length === 0 ? 'nothing to do' : count(changes.length, 'change'),
    ...(touched ? [`${count(touched, 'user')} touched`] : []),
    ...(takes ? [`${takes} ${takes === 1 ? 'takes' : 'take'} permissions away`] : []),
    ...(defaults ? [`${defaults} ${defaults === 1 ? 'changes a default' : 'change defaults'}`] : []),
    ...(deletes ? [count(deletes, 'deletion')] : []),
    ...(errors ? [`${count(errors, 'error')}`] : []),
  ].join(', ');
}

/** `Support (IS…11aa, account AC…9f2c)` */
export function serviceLabel({ service, account }: Pick<Plan, 'service' | 'account'>): Phrase {
  const sid = shortSid(service.sid);
  const words = `(${sid}, account ${shortSid(account)})`;
  return service.friendlyName === undefined
    ? [`${service.sid} (account ${shortSid(account)})`]
    : [name(service.friendlyName), ` ${words}`];
}

/** A report that keeps the plan from being deployed. */
export function isError(report: Report): boolean {
  return report.severity === 'error';
}
