import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import type { ServiceRow } from '../node';
import { spoken } from '../spoken';
import type { MissingRole } from '../status';
import { permissionCount } from './role';

/** A role that is asked for and isn't live. */
export interface MissingRoleNode extends ServiceRow<'missing-role'> {
  readonly role: MissingRole;
}

export function isMissingRoleNode(node: unknown): node is MissingRoleNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'missing-role';
}

export function missingRoleNode(parent: ServiceRow<'role-group'>, role: MissingRole): MissingRoleNode {
  return {
    kind: 'missing-role',
    id: `${parent.id}/missing/${role.friendlyName}`,
    parent,
    key: parent.key,
    role,
    item() {
      const item = new TreeItem(role.friendlyName);
      item.iconPath = new ThemeIcon('diff-added', new ThemeColor('gitDecoration.addedResourceForeground'));
      item.description = [
        role.staged ? l10n.t('staged') : l10n.t('not live yet'),
        permissionCount(role.permissions.length),
      ].join(' · ');
      item.tooltip = l10n.t('A deploy would create this role.');
      item.accessibilityInformation = {
        label: spoken(l10n.t('Role {0}', role.friendlyName), role.type, item.description),
      };
      item.contextValue = role.staged ? 'missing-role.staged' : 'missing-role';
      return item;
    },
  };
}
