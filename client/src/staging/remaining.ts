/** Which staged edits are left once some changes are dropped or done. Pure, for the tests. */
import type { Change, RoleRef, StagedEdit, UserRef } from '../../../core/src';

/** The edits without those that brought these changes about. A role given to many users loses the users alone. */
export function remainingEdits(
  edits: readonly StagedEdit[],
  changes: readonly Change[],
): readonly StagedEdit[] {
  return changes.reduce<readonly StagedEdit[]>(
    (rest, change) => rest.flatMap((edit) => withoutChange(edit, change)),
    edits,
  );
}

function withoutChange(edit: StagedEdit, change: Change): readonly StagedEdit[] {
  const user = 'user' in change ? change.user : undefined;
  if (edit.kind === 'assign-role') {
    const users = user ? edit.users.filter((other) => !sameUser(other, user)) : edit.users;
    return users.length === 0 ? [] : users.length === edit.users.length ? [edit] : [{ ...edit, users }];
  }
  return comesFrom(change, edit) ? [] : [edit];
}

function comesFrom(change: Change, edit: Exclude<StagedEdit, { kind: 'assign-role' }>): boolean {
  switch (edit.kind) {
    case 'set-permissions':
      return 'role' in change && isRole(change.role) && sameRole(change.role, edit.role);
    case 'create-role':
      return change.verb === 'create-role' && sameRole(change.role, edit);
    case 'duplicate-role':
    case 'rename-role': {
      const { type } = edit.kind === 'rename-role' ? edit.role : edit.source;
      return (
        change.verb === 'create-role' && sameRole(change.role, { friendlyName: edit.friendlyName, type })
      );
    }
    case 'delete-role':
      return change.verb === 'delete-role' && sameRole(change.role, edit.role);
    case 'set-default':
      return change.verb === 'set-default' && change.key === edit.key;
    case 'edit-user':
      return change.verb === 'update-user' && sameUser(change.user, edit.user);
    case 'delete-user':
      return change.verb === 'delete-user' && sameUser(change.user, edit.user);
  }
}

function isRole(role: object | undefined): role is RoleRef {
  return role !== undefined && 'friendlyName' in role;
}

/** Where two refs mean one role: by SID where both have one, else by type and name. */
export function sameRole(a: RoleRef, b: RoleRef): boolean {
  return a.sid && b.sid ? a.sid === b.sid : a.type === b.type && a.friendlyName === b.friendlyName;
}

/** Where two refs mean one user. */
export function sameUser(a: UserRef, b: UserRef): boolean {
  return a.sid && b.sid ? a.sid === b.sid : a.identity === b.identity;
}
