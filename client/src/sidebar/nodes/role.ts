import { l10n, type MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { LiveRole } from '../../../../core/src';
import type { ServiceKey } from '../../live/store';
import { difference } from '../../plan/describe';
import { decorates } from '../../settings';
import { tooltip } from '../../tooltip';
import { roleUri } from '../decorations';
import type { ServiceRow } from '../node';
import { spoken } from '../spoken';
import type { RoleStatus } from '../status';
import type { World } from '../world';
import { permissionNodes } from './permission';

export interface RoleNode extends ServiceRow<'role'> {
  readonly role: LiveRole;
}

export function isRoleNode(node: unknown): node is RoleNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'role';
}

export function roleNode(
  world: World,
  parent: { readonly id: string; readonly key: ServiceKey },
  role: LiveRole,
): RoleNode {
  const { key } = parent;
  const status = world.status(key)?.role(role.sid);
  const node: RoleNode = {
    kind: 'role',
    id: `${parent.id}/${role.sid}`,
    parent: parent as RoleNode,
    key,
    role,
    item() {
      const item = new TreeItem(role.friendlyName, TreeItemCollapsibleState.Collapsed);
      item.iconPath = new ThemeIcon('organization');
      if (status && decorates()) item.resourceUri = roleUri(key, role.sid, status.state);
      item.description = [stateWords(status), permissionCount(role.permissions.length)]
        .filter(Boolean)
        .join(' · ');
      item.tooltip = tooltipOf(role, status);
      item.accessibilityInformation = {
        label: spoken(
          l10n.t('Role {0}', role.friendlyName),
          role.type,
          permissionCount(role.permissions.length),
          stateSentence(status),
          ...differenceWords(status),
        ),
      };
      item.contextValue = `role.${status?.state ?? 'unknown'}`;
      return item;
    },
    children: () => permissionNodes(world, node, status),
  };
  return node;
}

export function permissionCount(count: number): string {
  return count === 1 ? l10n.t('1 permission') : l10n.t('{0} permissions', count);
}

/** How it stands to the file, in a word or in signs. */
function stateWords(status: RoleStatus | undefined): string | undefined {
  if (!status) return undefined;
  const { state } = status;
  if (state === 'unmanaged') return l10n.t('unmanaged');
  if (state === 'deleted') return l10n.t('will be deleted');
  return state === 'staged' ? l10n.t('staged: {0}', difference(status)) : difference(status);
}

/** The same without signs, which are read in as many ways as there are readers. */
function differenceWords(status: RoleStatus | undefined): readonly (string | false)[] {
  const { added = [], removed = [] } = status ?? {};
  return [
    added.length > 0 && l10n.t('to be granted: {0}', added.join(', ')),
    removed.length > 0 && l10n.t('to be taken away: {0}', removed.join(', ')),
  ];
}

function tooltipOf(role: LiveRole, status: RoleStatus | undefined): MarkdownString {
  return tooltip(
    role.friendlyName,
    `${role.type} · ${role.sid} · ${permissionCount(role.permissions.length)}`,
    stateSentence(status),
    ...(status?.added ?? []).map((permission) => `+ ${permission}`),
    ...(status?.removed ?? []).map((permission) => `− ${permission}`),
  );
}

function stateSentence(status: RoleStatus | undefined): string | undefined {
  switch (status?.state) {
    case 'in-sync':
      return l10n.t('As roles.yaml says.');
    case 'changed':
      return l10n.t('Differs from roles.yaml; a deploy would change it.');
    case 'staged':
      return l10n.t('An edit waits in the plan.');
    case 'deleted':
      return l10n.t('A deploy would delete it.');
    case 'unmanaged':
      return l10n.t('Not in roles.yaml: a deploy leaves it alone.');
    default:
      return undefined;
  }
}
