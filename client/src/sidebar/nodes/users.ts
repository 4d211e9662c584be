import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands } from '../../ids';
import type { UserListState } from '../../live/user-list';
import { matches } from '../filter';
import type { ServiceRow, TreeNode } from '../node';
import type { World } from '../world';
import { emptyNode, failedNode, loadingNode } from './message';
import { userNode } from './user';

export type UsersNode = ServiceRow<'users'>;

export function usersNode(world: World, parent: ServiceRow<'service'>): UsersNode {
  const { key } = parent;
  const list = world.live.service(key).users;
  const node: UsersNode = {
    kind: 'users',
    id: `${parent.id}/users`,
    parent,
    key,
    item() {
      const item = new TreeItem(l10n.t('Users'), TreeItemCollapsibleState.Collapsed);
      item.iconPath = new ThemeIcon('account');
      item.description = userCount(list.state) ?? '';
      item.contextValue = 'users';
      return item;
    },
    children() {
      // A user's row says its role by name.
      world.live.service(key).roles.start();
      void list.start();
      return [...userRows(world, node, list.state), ...lastRows(node, list.state, () => list.more())];
    },
  };
  return node;
}

/** `50+` as long as Twilio has more than were read. */
export function userCount({ users, complete, started }: UserListState): string | undefined {
  if (!started) return undefined;
  return complete ? String(users.length) : `${users.length}+`;
}

function userRows(world: World, node: UsersNode, { users, started }: UserListState): readonly TreeNode[] {
  if (users.length === 0 && !started) return [];
  if (users.length === 0) return [emptyNode(node, l10n.t('No users'))];
  const shown = users.filter((user) => matches(world.filter, user.identity, user.friendlyName, user.sid));
  if (shown.length === 0) return [emptyNode(node, l10n.t('No user read so far matches'))];
  return shown.map((user) => userNode(world, node, user));
}

function lastRows(node: UsersNode, state: UserListState, more: () => Promise<unknown>): readonly TreeNode[] {
  if (state.loading) return [loadingNode(node, l10n.t('Reading users…'))];
  if (state.error !== undefined) return [failedNode(node, state.error, more)];
  return state.started && !state.complete ? [moreNode(node)] : [];
}

function moreNode(parent: UsersNode): TreeNode & ServiceRow<'more'> {
  const node: ServiceRow<'more'> = {
    kind: 'more',
    id: `${parent.id}/more`,
    parent,
    key: parent.key,
    item() {
      const item = new TreeItem(l10n.t('Load more'));
      item.iconPath = new ThemeIcon('ellipsis');
      item.command = { command: commands.loadMore, title: l10n.t('Load more'), arguments: [node] };
      item.contextValue = 'more';
      return item;
    },
  };
  return node;
}
