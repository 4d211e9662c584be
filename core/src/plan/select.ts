import { sameSet } from './canonical';
import type { Change, Plan, Report } from './model';
import { needs } from './needs';
import { emptyRole } from './role-changes';

/** The ids of what can be chosen within a change: each permission of an update, each field of a user. */
export function partsOf(change: Change): readonly string[] {
  switch (change.verb) {
    case 'update-role':
      return [...change.added, ...change.removed].map((permission) => `${change.id}#${permission}`);
    case 'update-user':
      return userFields.filter((field) => change[field]).map((field) => `${change.id}#${field}`);
    default:
      return [];
  }
}

const userFields = ['role', 'friendlyName', 'attributes'] as const;

/**
 * The part of a plan that these ids choose: changes by their id, parts of one by theirs. A change that needs another
 * one, which isn't chosen, is left out with it.
 */
export function selectChanges(plan: Plan, ids: ReadonlySet<string>): Plan {
  const reports: Report[] = [];
  let changes = plan.changes.flatMap((change) => {
    const chosen = partOf(change, ids);
    if (chosen?.verb !== 'update-role' || chosen.after.length > 0) return chosen ?? [];
    reports.push(emptyRole(chosen.role));
    return [];
  });
  for (;;) {
    const present = new Set(changes.map(({ id }) => id));
    const left = changes.filter((change) => needs(change, plan.changes).every(({ id }) => present.has(id)));
    if (left.length === changes.length) break;
    changes = left;
  }
  return { ...plan, changes, reports: [...plan.reports, ...reports] };
}

function partOf(change: Change, ids: ReadonlySet<string>): Change | undefined {
  if (ids.has(change.id)) return change;
  const has = (part: string) => ids.has(`${change.id}#${part}`);
  if (change.verb === 'update-role') {
    const added = change.added.filter(has);
    const removed = change.removed.filter(has);
    if (added.length + removed.length === 0) return undefined;
    const after = [...change.before.filter((permission) => !removed.includes(permission)), ...added].sort();
    return { ...change, added, removed, after, destructive: removed.length > 0 };
  }
  if (change.verb === 'update-user') {
    const { role, friendlyName, attributes, ...rest } = change;
    const part = {
      ...(role && has('role') && { role }),
      ...(friendlyName && has('friendlyName') && { friendlyName }),
      ...(attributes && has('attributes') && { attributes }),
    };
    return Object.keys(part).length > 0 ? { ...rest, ...part } : undefined;
  }
  return undefined;
}

/** Whether a change says of itself what it does: a saved plan that was edited by hand may not. */
export function isConsistent(change: Change): boolean {
  switch (change.verb) {
    case 'update-role': {
      const { before, after, added, removed } = change;
      const kept = before.filter((permission) => !removed.includes(permission));
      return (
        after.length > 0 &&
        sameSet(after, [...kept, ...added]) &&
        added.every((permission) => !before.includes(permission)) &&
        removed.every((permission) => before.includes(permission) && !after.includes(permission)) &&
        change.destructive === removed.length > 0
      );
    }
    case 'set-default':
      return change.destructive === (change.before !== undefined);
    case 'delete-role':
    case 'delete-user':
      return change.destructive;
    case 'create-role':
      return change.permissions.length > 0 && !change.destructive;
    default:
      return !change.destructive;
  }
}
