import { l10n, type MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { type LiveService, roleTypes, shortSid } from '../../../../core/src';
import type { ServiceKey } from '../../live/store';
import { changeCount } from '../../plan/describe';
import { idOf } from '../../plan/planned';
import { showsUsers } from '../../settings';
import { tooltip } from '../../tooltip';
import type { ServiceRow, TreeNode } from '../node';
import { spoken } from '../spoken';
import type { World } from '../world';
import { defaultsNode } from './defaults';
import { failedNode } from './message';
import { groupIsShown, roleGroupNode } from './role-group';
import { usersNode } from './users';

export interface ServiceNode extends ServiceRow<'service'> {
  readonly service: LiveService;
}

export function serviceName({ friendlyName, sid }: Pick<LiveService, 'friendlyName' | 'sid'>): string {
  return friendlyName || shortSid(sid);
}

/** A service. `expanded` where a person most likely wants to see what is in it. */
export function serviceNode(
  world: World,
  key: ServiceKey,
  service: LiveService,
  expanded: boolean,
): ServiceNode {
  const node: ServiceNode = {
    kind: 'service',
    id: idOf(key),
    key,
    service,
    item() {
      const item = new TreeItem(
        serviceName(service),
        expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
      );
      item.iconPath = new ThemeIcon('server');
      item.description = [
        statusWords(world, key),
        service.isDefault && l10n.t('default'),
        service.friendlyName && shortSid(service.sid),
      ]
        .filter(Boolean)
        .join(' · ');
      item.tooltip = tooltipOf(world, key, service);
      item.accessibilityInformation = {
        label: spoken(
          l10n.t('Service {0}', serviceName(service)),
          statusWords(world, key),
          service.isDefault && l10n.t('default'),
        ),
      };
      item.contextValue = world.status(key)?.changes ? 'service.changed' : 'service';
      return item;
    },
    children: () => children(world, node),
  };
  return node;
}

function children(world: World, node: ServiceNode): readonly TreeNode[] {
  const { key } = node;
  const { kinds, text } = world.filter;
  const groups = roleTypes[key.product]
    .filter((type) => groupIsShown(world, key, type))
    .map((type) => roleGroupNode(world, node, type));
  return [
    ...staleRow(world, node),
    ...groups,
    // Names of roles are what the defaults hold, and those are found among the roles.
    ...(kinds.has('defaults') && text === '' ? [defaultsNode(world, node)] : []),
    ...(kinds.has('user') && showsUsers() ? [usersNode(world, node)] : []),
  ];
}

/** What is shown was read before, and reading it again failed. */
function staleRow({ live }: World, node: ServiceNode): readonly TreeNode[] {
  const view = live.service(node.key);
  const { value, error } = view.roles.state;
  return value && error !== undefined ? [failedNode(node, error, () => live.refresh(node.key))] : [];
}

function statusWords(world: World, key: ServiceKey): string | undefined {
  const status = world.status(key);
  if (!status) return undefined;
  const { changes, managed, withUsers } = status;
  if (changes > 0) return changeCount(changes, withUsers);
  if (!managed) return undefined;
  return withUsers ? l10n.t('in sync') : l10n.t('roles in sync');
}

function tooltipOf(world: World, key: ServiceKey, service: LiveService): MarkdownString {
  const words = statusWords(world, key);
  return tooltip(
    serviceName(service),
    service.sid,
    service.isDefault && l10n.t('The default conversation service of the account.'),
    words && l10n.t('Held against roles.yaml: {0}.', words),
  );
}

export function isServiceNode(node: unknown): node is ServiceNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'service';
}
