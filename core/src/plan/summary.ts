import { shortSid } from '../sid';
import type { Change, Plan, Report } from './model';
import { english, many, name, type Phrase, phrase, type Say } from './words';

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
export function renderSummary(plan: Plan, say: Say = english): string {
  const { changes } = plan;
  const number = (is: (change: Change) => boolean) => changes.filter(is).length;
  const takes = number((change) => change.verb === 'update-role' && change.removed.length > 0);
  const defaults = number((change) => change.verb === 'set-default' && change.destructive);
  const deletes = number(({ verb }) => verb === 'delete-role' || verb === 'delete-user');
  const touched = usersTouched(changes);
  const errors = plan.reports.filter(isError).length;
  return [
    changes.length === 0 ? say('nothing to do') : many(say, changes.length, '1 change', '{0} changes'),
    touched && many(say, touched, '1 user touched', '{0} users touched'),
    takes && many(say, takes, '1 takes permissions away', '{0} take permissions away'),
    defaults && many(say, defaults, '1 changes a default', '{0} change defaults'),
    deletes && many(say, deletes, '1 deletion', '{0} deletions'),
    errors && many(say, errors, '1 error', '{0} errors'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** `Support (IS…11aa, account AC…9f2c)` */
export function serviceLabel(
  { service, account }: Pick<Plan, 'service' | 'account'>,
  say: Say = english,
): Phrase {
  const { friendlyName, sid } = service;
  return friendlyName === undefined
    ? phrase(say, '{0} (account {1})', [sid], [shortSid(account)])
    : phrase(say, '{0} ({1}, account {2})', [name(friendlyName)], [shortSid(sid)], [shortSid(account)]);
}

/** A report that keeps the plan from being deployed. */
export function isError(report: Report): boolean {
  return report.severity === 'error';
}
