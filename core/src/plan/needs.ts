import type { Change, RoleRef } from './model';
import { sameRole } from './refs';

/**
 * The changes that must be done before this one may be: the role that it gives has to be there, and a role that it
 * deletes has to be out of use.
 */
export function needs(change: Change, changes: readonly Change[]): readonly Change[] {
  const given = roleGiven(change);
  if (given && !given.sid) {
    return changes.filter((other) => other.verb === 'create-role' && sameRole(other.role, given));
  }
  return change.verb === 'delete-role' ? changes.filter((other) => frees(other, change.role)) : [];
}

/** The role that users or a default get. */
function roleGiven(change: Change): RoleRef | undefined {
  switch (change.verb) {
    case 'create-user':
      return change.role;
    case 'update-user':
      return change.role?.after;
    case 'move-users':
      return change.to;
    case 'set-default':
      return change.after;
    default:
      return undefined;
  }
}

function frees(change: Change, role: RoleRef): boolean {
  switch (change.verb) {
    case 'update-user':
      return change.role !== undefined && change.holds === role.sid;
    case 'move-users':
      return change.from.sid === role.sid;
    case 'delete-user':
      return change.before.roleSid === role.sid;
    case 'set-default':
      return change.before?.sid === role.sid;
    default:
      return false;
  }
}
