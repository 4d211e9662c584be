import type { Change, Plan } from './model';
import { usersTouched } from './summary';

/** What a person must say before a plan is deployed. */
export interface Guard {
  /** What takes something away, to be named in the question. */
  readonly destructive: readonly Change[];
  /** So much at once that the service's name has to be typed, or `--force` given. */
  readonly typed: boolean;
}

/** A share is looked at only of so many: half of two roles is nothing out of the ordinary. */
const atLeast = 10;

/**
 * `threshold` is the share, from 0 to 1, of the live roles or users that may lose something at once; beyond it, the
 * answer has to be typed. Users who are moved to another role count as if they lost one.
 */
export function guard(plan: Plan, { threshold = 0.3 }: { readonly threshold?: number } = {}): Guard {
  const destructive = plan.changes.filter((change) => change.destructive);
  const losing = plan.changes.filter(
    (change) =>
      change.destructive ||
      change.verb === 'move-users' ||
      (change.verb === 'update-user' && change.role?.before),
  );
  const roles = losing.filter(({ verb }) => verb === 'update-role' || verb === 'delete-role').length;
  const past = (n: number, total: number) => total >= atLeast && n / total > threshold;
  return {
    destructive,
    typed: past(roles, plan.total.roles) || past(usersTouched(losing), plan.total.users),
  };
}
