import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { type LiveRole, type RoleType, scopeOf } from '../../../../core/src';
import { matches } from '../filter';
import type { ServiceRow, TreeNode } from '../node';
import type { World } from '../world';
import { emptyNode, rowsOf } from './message';
import { missingRoleNode } from './missing-role';
import { roleNode } from './role';

/** The roles of one type in a service. */
export interface RoleGroupNode extends ServiceRow<'role-group'> {
  readonly type: RoleType;
}

export function groupIsShown({ filter }: World, type: RoleType): boolean {
  return filter.kinds.has(scopeOf(type) === 'service' ? 'service-role' : 'conversation-role');
}

export function roleGroupNode(world: World, parent: ServiceRow<'service'>, type: RoleType): RoleGroupNode {
  const { key } = parent;
  const view = world.live.service(key);
  const node: RoleGroupNode = {
    kind: 'role-group',
    id: `${parent.id}/${type}`,
    parent,
    key,
    type,
    item() {
      const item = new TreeItem(groupTitle(type), TreeItemCollapsibleState.Expanded);
      const roles = view.roles.state.value;
      if (roles) item.description = String(roles.filter((role) => role.type === type).length);
      item.iconPath = new ThemeIcon(scopeOf(type) === 'service' ? 'shield' : 'comment-discussion');
      item.tooltip = groupMeaning(type);
      item.contextValue = 'role-group';
      return item;
    },
    children: () =>
      rowsOf(node, view.roles, (roles) => {
        const rows = [...liveRows(world, node, roles), ...missingRows(world, node)];
        if (rows.length > 0) return rows;
        return [emptyNode(node, world.filter.text ? l10n.t('No role matches') : l10n.t('No roles'))];
      }),
  };
  return node;
}

function liveRows(world: World, node: RoleGroupNode, roles: readonly LiveRole[]): readonly TreeNode[] {
  return roles
    .filter(({ type }) => type === node.type)
    .filter((role) => matches(world.filter, role.friendlyName, role.sid, ...role.permissions))
    .toSorted((a, b) => a.friendlyName.localeCompare(b.friendlyName))
    .map((role) => roleNode(world, node, role));
}

function missingRows(world: World, node: RoleGroupNode): readonly TreeNode[] {
  const missing = world.status(node.key)?.missing ?? [];
  return missing
    .filter(({ type }) => type === node.type)
    .filter((role) => matches(world.filter, role.friendlyName, ...role.permissions))
    .map((role) => missingRoleNode(node, role));
}

function groupTitle(type: RoleType): string {
  switch (type) {
    case 'conversation':
      return l10n.t('Conversation roles');
    case 'service':
      return l10n.t('Service roles');
    case 'channel':
      return l10n.t('Channel roles');
    case 'deployment':
      return l10n.t('Deployment roles');
  }
}

function groupMeaning(type: RoleType): string {
  switch (type) {
    case 'conversation':
      return l10n.t('What a participant may do in one conversation.');
    case 'channel':
      return l10n.t('What a member may do in one channel.');
    default:
      return l10n.t('What a user may do everywhere in the service.');
  }
}
