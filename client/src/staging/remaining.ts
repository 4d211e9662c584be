/** Which staged edits are left once changes are dropped or done. Pure, for the tests. */
import type { Change, RoleRef, StagedEdit, UserRef } from '../../../core/src';

/** The edits without those that brought any of these changes about. A role given to many loses these users alone. */
export function withoutChanges(
  edits: readonly StagedEdit[],
  dropped: readonly Change[],
): readonly StagedEdit[] {
  return edits.flatMap((edit) => {
    if (edit.kind === 'assign-role') {
      return keepUsers(edit, (user) => !dropped.some((change) => isAbout(change, user)));
    }
    return dropped.some((change) => comesFrom(change, edit)) ? [] : [edit];
  });
}

/**
 * The edits of which something is still to be done. `asked` is all that the plan had, `done` what was written of it:
 * a change that was written in part is not done.
 */
export function withoutDone(
  edits: readonly StagedEdit[],
  asked: readonly Change[],
  done: readonly Change[],
): readonly StagedEdit[] {
  const whole = new Set(done.map((change) => JSON.stringify(change)));
  const open = asked.filter((change) => !whole.has(JSON.stringify(change)));
  return edits.flatMap((edit) => {
    if (edit.kind === 'assign-role') {
      return keepUsers(edit, (user) => open.some((change) => isAbout(change, user)));
    }
    return open.some((change) => comesFrom(change, edit)) ? [edit] : [];
  });
}

function keepUsers(
  edit: Extract<StagedEdit, { kind: 'assign-role' }>,
  keeps: (user: UserRef) => boolean,
): readonly StagedEdit[] {
  const users = edit.users.filter(keeps);
  if (users.length === edit.users.length) return [edit];
  return users.length > 0 ? [{ ...edit, users }] : [];
}

function isAbout(change: Change, user: UserRef): boolean {
  return 'user' in change && sameUser(change.user, user);
}

function comesFrom(change: Change, edit: Exclude<StagedEdit, { kind: 'assign-role' }>): boolean {
  switch (edit.kind) {
    case 'set-permissions':
      return isWrite(change) && sameRole(change.role, edit.role);
    case 'create-role':
      return isWrite(change) && sameRole(change.role, edit);
    case 'duplicate-role':
      return isWrite(change) && sameRole(change.role, renamed(edit.source, edit.friendlyName));
    case 'rename-role': {
      const successor = renamed(edit.role, edit.friendlyName);
      return (isWrite(change) && sameRole(change.role, successor)) || leads(change, successor);
    }
    case 'delete-role':
      return change.verb === 'move-users'
        ? sameRole(change.from, edit.role)
        : change.verb === 'delete-role' && sameRole(change.role, edit.role);
    case 'set-default':
      return change.verb === 'set-default' && change.key === edit.key;
    case 'edit-user':
    case 'delete-user':
      return isAbout(change, edit.user);
  }
}

function isWrite(change: Change): change is Extract<Change, { verb: 'create-role' | 'update-role' }> {
  return change.verb === 'create-role' || change.verb === 'update-role';
}

/** Whether users or a default get this role by it. */
function leads(change: Change, role: RoleRef): boolean {
  if (change.verb === 'move-users') return sameRole(change.to, role);
  return change.verb === 'set-default' && sameRole(change.after, role);
}

function renamed({ type }: RoleRef, friendlyName: string): RoleRef {
  return { type, friendlyName };
}

/** Where two refs mean one role: by SID where both have one, else by type and name. */
export function sameRole(a: RoleRef, b: RoleRef): boolean {
  return a.sid && b.sid ? a.sid === b.sid : a.type === b.type && a.friendlyName === b.friendlyName;
}

/** Where two refs mean one user. */
export function sameUser(a: UserRef, b: UserRef): boolean {
  return a.sid && b.sid ? a.sid === b.sid : a.identity === b.identity;
}
