import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { type LiveRole, type RoleType, scopeOf } from '../../../../core/src';
import type { ServiceKey } from '../../live/store';
import { matches } from '../filter';
import type { ServiceRow } from '../node';
import type { MissingRole } from '../status';
import type { World } from '../world';
import { emptyNode, rowsOf } from './message';
import { missingRoleNode } from './missing-role';
import { roleNode } from './role';

/** The roles of one type in a service. */
export interface RoleGroupNode extends ServiceRow<'role-group'> {
  readonly type: RoleType;
}

/** A group without a match is left out; while its roles aren't read, nobody knows. */
export function groupIsShown(world: World, key: ServiceKey, type: RoleType): boolean {
  const { filter, live } = world;
  if (!filter.kinds.has(scopeOf(type) === 'service' ? 'service-role' : 'conversation-role')) return false;
  const roles = live.service(key).roles.state.value;
  if (filter.text === '' || !roles) return true;
  return matching(world, type, roles).length > 0 || missing(world, key, type).length > 0;
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
        const rows = [
          ...matching(world, type, roles).map((role) => roleNode(world, node, role)),
          ...missing(world, key, type).map((role) => missingRoleNode(node, role)),
        ];
        return rows.length > 0 ? rows : [emptyNode(node, l10n.t('No roles'))];
      }),
  };
  return node;
}

function matching({ filter }: World, type: RoleType, roles: readonly LiveRole[]): readonly LiveRole[] {
  return roles
    .filter((role) => role.type === type)
    .filter((role) => matches(filter, role.friendlyName, role.sid, ...role.permissions))
    .toSorted((a, b) => a.friendlyName.localeCompare(b.friendlyName));
}

function missing(world: World, key: ServiceKey, type: RoleType): readonly MissingRole[] {
  return (world.status(key)?.missing ?? [])
    .filter((role) => role.type === type)
    .filter((role) => matches(world.filter, role.friendlyName, ...role.permissions));
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
