import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { DefaultKey, LiveDefaults, LiveRole } from '../../../../core/src';
import { defaultFor } from '../../plan/describe';
import type { ServiceRow, TreeNode } from '../node';
import { spoken } from '../spoken';
import type { World } from '../world';
import { rowsOf } from './message';

export const defaultKeys: readonly DefaultKey[] = ['user', 'participant', 'creator'];

/** The roles that are given where nothing else is said. */
export type DefaultsNode = ServiceRow<'defaults'>;

export interface DefaultNode extends ServiceRow<'default'> {
  readonly default: DefaultKey;
}

export function defaultsNode(world: World, parent: ServiceRow<'service'>): DefaultsNode {
  const { key } = parent;
  const view = world.live.service(key);
  const node: DefaultsNode = {
    kind: 'defaults',
    id: `${parent.id}/defaults`,
    parent,
    key,
    item() {
      const item = new TreeItem(l10n.t('Defaults'), TreeItemCollapsibleState.Collapsed);
      item.iconPath = new ThemeIcon('star-empty');
      item.tooltip = l10n.t(
        'The roles of whoever is added without one. A change reaches only those added later.',
      );
      item.contextValue = 'defaults';
      return item;
    },
    children: () =>
      rowsOf(node, view.defaults, (defaults) => {
        view.roles.start();
        return defaultKeys.map((which) =>
          defaultNode(world, node, which, defaults, view.roles.state.value ?? []),
        );
      }),
  };
  return node;
}

function defaultNode(
  world: World,
  parent: DefaultsNode,
  which: DefaultKey,
  defaults: LiveDefaults,
  roles: readonly LiveRole[],
): TreeNode & DefaultNode {
  const sid = defaults[which];
  const next = world.status(parent.key)?.defaults[which];
  return {
    kind: 'default',
    id: `${parent.id}/${which}`,
    parent,
    key: parent.key,
    default: which,
    item() {
      const item = new TreeItem(defaultTitle(which));
      const name = roles.find((role) => role.sid === sid)?.friendlyName ?? sid ?? l10n.t('none');
      item.description = next ? l10n.t('{0}, in the plan: {1}', name, next.friendlyName) : name;
      item.iconPath = next
        ? new ThemeIcon('star-empty', new ThemeColor('gitDecoration.modifiedResourceForeground'))
        : new ThemeIcon('star-empty');
      item.tooltip = defaultMeaning(which);
      item.accessibilityInformation = { label: spoken(defaultFor(which), item.description) };
      item.contextValue = 'default';
      return item;
    },
  };
}

export function defaultTitle(which: DefaultKey): string {
  switch (which) {
    case 'user':
      return l10n.t('Users');
    case 'participant':
      return l10n.t('Participants');
    case 'creator':
      return l10n.t('Creators');
  }
}

export function defaultMeaning(which: DefaultKey): string {
  switch (which) {
    case 'user':
      return l10n.t('The service role of users who are added without one.');
    case 'participant':
      return l10n.t('The role of participants who are added to a conversation.');
    case 'creator':
      return l10n.t('The role of whoever creates a conversation.');
  }
}
