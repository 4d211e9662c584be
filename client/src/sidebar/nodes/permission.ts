import { l10n, type MarkdownString, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import { permissionsOf } from '../../../../core/src';
import { tooltip } from '../../tooltip';
import type { ServiceRow, TreeNode } from '../node';
import type { RoleStatus } from '../status';
import type { World } from '../world';
import { emptyNode } from './message';
import type { RoleNode } from './role';

export interface PermissionNode extends ServiceRow<'permission'> {
  readonly permission: string;
}

/** What a role may do, and what a deploy would give or take. */
export function permissionNodes(
  { filter }: World,
  parent: RoleNode,
  status: RoleStatus | undefined,
): readonly TreeNode[] {
  const added = status?.added ?? [];
  const removed = new Set(status?.removed);
  const all = [...new Set([...parent.role.permissions, ...added])].sort();
  // The role is shown for its name or for a permission; in the second case only that one is of interest.
  const text = filter.text.toLowerCase();
  const named = all.filter((permission) => permission.toLowerCase().includes(text));
  const shown = named.length > 0 ? named : all;
  if (all.length === 0) return [emptyNode(parent, l10n.t('No permissions'))];
  return shown.map((permission) => {
    const sign = removed.has(permission) ? '−' : added.includes(permission) ? '+' : undefined;
    return permissionNode(parent, permission, sign, status?.state === 'staged');
  });
}

function permissionNode(
  parent: RoleNode,
  permission: string,
  sign: '+' | '−' | undefined,
  staged: boolean,
): PermissionNode {
  return {
    kind: 'permission',
    id: `${parent.id}/${permission}`,
    parent,
    key: parent.key,
    permission,
    item() {
      const item = new TreeItem(permission);
      item.iconPath = icon(sign);
      if (sign) item.description = signWords(sign, staged);
      item.tooltip = tooltipOf(parent, permission);
      item.contextValue = 'permission';
      return item;
    },
  };
}

function icon(sign: '+' | '−' | undefined): ThemeIcon {
  if (sign === '+') return new ThemeIcon('add', new ThemeColor('gitDecoration.addedResourceForeground'));
  if (sign === '−') return new ThemeIcon('remove', new ThemeColor('gitDecoration.deletedResourceForeground'));
  return new ThemeIcon('key');
}

function signWords(sign: '+' | '−', staged: boolean): string {
  if (staged) return sign === '+' ? l10n.t('staged: to be granted') : l10n.t('staged: to be taken away');
  return sign === '+' ? l10n.t('in the file, not live') : l10n.t('live, not in the file');
}

function tooltipOf({ role }: RoleNode, permission: string): MarkdownString {
  const entry = permissionsOf(role.type).get(permission);
  if (!entry) return tooltip(permission, l10n.t('Not in the catalog of {0} roles.', role.type));
  return tooltip(
    permission,
    l10n.t('May {0}.', entry.meaning),
    entry.status === 'undocumented' && l10n.t('Accepted by Twilio, and not documented.'),
    entry.status === 'doubtful' && l10n.t('Documented, and refused by Twilio (50104) at times.'),
  );
}
