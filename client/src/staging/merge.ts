/** What a new staged edit does to those from before. Pure, for the tests. */
import type { StagedEdit } from '../../../core/src';
import { sameRole, sameUser } from './remaining';

/** The edits in the order that they were made; one that says again what an earlier one said takes its place. */
export function mergeEdits(
  before: readonly StagedEdit[],
  added: readonly StagedEdit[],
): readonly StagedEdit[] {
  return added.reduce<readonly StagedEdit[]>((edits, edit) => {
    const rest = edits.flatMap((earlier) => without(earlier, edit));
    return [...rest, joined(edits, edit)];
  }, before);
}

/** What remains of an earlier edit. */
function without(earlier: StagedEdit, edit: StagedEdit): readonly StagedEdit[] {
  const about = edit.kind === 'assign-role' ? edit.users : edit.kind === 'delete-user' ? [edit.user] : [];
  if (earlier.kind === 'assign-role' && about.length > 0) {
    const users = earlier.users.filter((user) => !about.some((other) => sameUser(user, other)));
    return users.length > 0 ? [{ ...earlier, users }] : [];
  }
  if (earlier.kind === 'set-permissions' && edit.kind === 'set-permissions') {
    return sameRole(earlier.role, edit.role) ? [] : [earlier];
  }
  if (earlier.kind === 'delete-role' && edit.kind === 'delete-role') {
    return sameRole(earlier.role, edit.role) ? [] : [earlier];
  }
  if (earlier.kind === 'rename-role' && edit.kind === 'rename-role') {
    return sameRole(earlier.role, edit.role) ? [] : [earlier];
  }
  if (earlier.kind === 'set-default' && edit.kind === 'set-default') {
    return earlier.key === edit.key ? [] : [earlier];
  }
  // Who is to be deleted has nothing to be changed, and who is changed is to stay.
  const change = edit.kind === 'edit-user' || edit.kind === 'delete-user' ? [edit.user] : about;
  if (earlier.kind === 'delete-user' || (earlier.kind === 'edit-user' && edit.kind !== 'assign-role')) {
    return change.some((user) => sameUser(earlier.user, user)) ? [] : [earlier];
  }
  return [earlier];
}

/** Fields of a user that an earlier edit set and this one doesn't mention stay set. */
function joined(edits: readonly StagedEdit[], edit: StagedEdit): StagedEdit {
  if (edit.kind !== 'edit-user') return edit;
  const earlier = edits.find((other) => other.kind === 'edit-user' && sameUser(other.user, edit.user));
  return { ...earlier, ...edit };
}
