import { type DataTransfer, DataTransferItem, l10n, type TreeDragAndDropController } from 'vscode';
import { type StagedEdit, scopeOf } from '../../../core/src';
import type { Staging } from '../app';
import { views } from '../ids';
import { inform } from '../notify';
import type { TreeNode } from './node';
import { isRoleNode, type RoleNode } from './nodes/role';
import { isUserNode, type UserNode } from './nodes/user';

/** VS Code's own name for rows of this tree, in lower case. */
const rows = `application/vnd.code.tree.${views.services.toLowerCase()}`;

/** Users dropped onto a role: an edit that waits in the plan. */
export class DragOntoRole implements TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [];
  readonly dropMimeTypes = [rows];
  readonly #staging: Staging;

  constructor(staging: Staging) {
    this.#staging = staging;
  }

  handleDrag(source: readonly TreeNode[], data: DataTransfer): void {
    const users = source.filter(isUserNode);
    if (users.length > 0) data.set(rows, new DataTransferItem(users));
  }

  handleDrop(target: TreeNode | undefined, data: DataTransfer): void {
    const dropped: unknown = data.get(rows)?.value;
    if (!isRoleNode(target) || !Array.isArray(dropped)) return;
    const users = dropped.filter(isUserNode);
    const verdict = mayAssign(users, target);
    if (verdict) void inform(verdict);
    else this.#staging.stage(target.key, [assignRole(users, target)]);
  }
}

/** Why these users can't be given this role; `undefined` where they can. */
function mayAssign(users: readonly UserNode[], { key, role }: RoleNode): string | undefined {
  if (scopeOf(role.type) !== 'service') {
    return l10n.t(
      'A user is given a service role. "{0}" is for participants of a conversation.',
      role.friendlyName,
    );
  }
  const strangers = users.filter((user) => user.key.sid !== key.sid || user.key.product !== key.product);
  if (strangers.length > 0) return l10n.t('The users and the role are of different services.');
  return undefined;
}

function assignRole(users: readonly UserNode[], { role }: RoleNode): StagedEdit {
  const { sid, friendlyName, type } = role;
  return {
    kind: 'assign-role',
    users: users.map(({ user }) => ({ sid: user.sid, identity: user.identity })),
    role: { sid, friendlyName, type },
  };
}
