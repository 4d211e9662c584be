/** Where the file says otherwise than a staged edit: the next deploy of the file would take it back. Pure. */
import { type Change, type Desired, isSid } from '../../../core/src';
import { sameRole } from './remaining';

/** The staged changes among these that the file speaks against. */
export function takenBack(changes: readonly Change[], desired: Desired): readonly Change[] {
  return changes.filter((change) => change.origin === 'staged' && speaksAgainst(desired, change));
}

function speaksAgainst(desired: Desired, change: Change): boolean {
  switch (change.verb) {
    case 'update-role': {
      const role = desired.roles.find((candidate) => sameRole(candidate, change.role));
      return role !== undefined && String(role.permissions) !== String(change.after.toSorted());
    }
    case 'create-role': {
      // Whom it renames is the file's still: the next deploy gives its users and defaults back to it.
      const { renamedFrom } = change;
      return renamedFrom !== undefined && desired.roles.some((role) => sameRole(role, renamedFrom));
    }
    case 'delete-role':
      return desired.roles.some((role) => sameRole(role, change.role));
    case 'set-default': {
      const name = desired.defaults[change.key];
      return name !== undefined && name !== change.after.friendlyName;
    }
    case 'update-user': {
      const user = userIn(desired, change.user);
      const { role, friendlyName, attributes } = change;
      return (
        user !== undefined &&
        ((role !== undefined && user.role !== undefined && !isCalled(role.after, user.role)) ||
          (friendlyName !== undefined && (user.friendlyName ?? friendlyName.after) !== friendlyName.after) ||
          (attributes !== undefined && user.attributes !== undefined))
      );
    }
    case 'delete-user':
      return userIn(desired, change.user) !== undefined;
    default:
      return false;
  }
}

type Update = Extract<Change, { verb: 'update-user' }>;

function userIn({ users }: Desired, { sid, identity }: Update['user']): Desired['users'][number] | undefined {
  return users.find((user) => (user.sid ? user.sid === sid : user.identity === identity));
}

function isCalled(role: NonNullable<Update['role']>['after'], nameOrSid: string): boolean {
  return isSid(nameOrSid, 'RL') ? role.sid === nameOrSid : role.friendlyName === nameOrSid;
}
