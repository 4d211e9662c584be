import { l10n, type MarkdownString, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import type { LiveUser } from '../../../../core/src';
import { tooltip } from '../../tooltip';
import type { ServiceRow } from '../node';
import { spoken } from '../spoken';
import type { UserStatus } from '../status';
import type { World } from '../world';

/** Letters of an identity that a row shows. */
const longest = 18;

export interface UserNode extends ServiceRow<'user'> {
  readonly user: LiveUser;
}

export function isUserNode(node: unknown): node is UserNode {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'user';
}

export function userNode(world: World, parent: ServiceRow<'users'>, user: LiveUser): UserNode {
  const { key } = parent;
  return {
    kind: 'user',
    id: `${parent.id}/${user.sid}`,
    parent,
    key,
    user,
    item() {
      const status = world.status(key)?.user(user.sid);
      const role = roleName(world, parent, user);
      const item = new TreeItem(shortened(user.identity));
      item.iconPath = icon(user, status);
      item.description = [role, next(status)].filter(Boolean).join(' · ');
      item.tooltip = tooltipOf(user, role, status);
      item.accessibilityInformation = {
        label: spoken(l10n.t('User {0}', user.identity), role, next(status), onlineWords(user)),
      };
      item.contextValue = status ? 'user.changed' : 'user';
      return item;
    },
  };
}

/**
 * So much of an identity that its role is to be seen beside it in a narrow side bar. Addresses differ at their
 * beginning, and numbers at their end. The tooltip has all of it.
 */
function shortened(identity: string): string {
  const letters = [...identity];
  if (letters.length <= longest) return identity;
  const atEnd = identity.includes('@') ? 0 : 8;
  const [begin, end] = [letters.slice(0, longest - 1 - atEnd), letters.slice(letters.length - atEnd)];
  return `${begin.join('')}…${end.join('')}`;
}

function roleName(world: World, { key }: ServiceRow<'users'>, { roleSid }: LiveUser): string | undefined {
  const roles = world.live.service(key).roles.state.value;
  return roles?.find(({ sid }) => sid === roleSid)?.friendlyName ?? roleSid;
}

/** What a deploy would make of it. */
function next(status: UserStatus | undefined): string | undefined {
  if (!status) return undefined;
  const { staged, deleted, role } = status;
  const words = deleted ? l10n.t('to be deleted') : (role?.friendlyName ?? l10n.t('to be changed'));
  return staged ? l10n.t('staged: {0}', words) : l10n.t('in the file: {0}', words);
}

function icon({ isOnline }: LiveUser, status: UserStatus | undefined): ThemeIcon {
  if (status) return new ThemeIcon('edit', new ThemeColor('gitDecoration.modifiedResourceForeground'));
  if (isOnline) return new ThemeIcon('circle-filled', new ThemeColor('testing.iconPassed'));
  return new ThemeIcon('circle-outline');
}

/** Twilio knows this only where reachability is switched on. */
function onlineWords({ isOnline }: LiveUser): string | undefined {
  if (isOnline === undefined) return undefined;
  return isOnline ? l10n.t('online') : l10n.t('offline');
}

function tooltipOf(user: LiveUser, role: string | undefined, status: UserStatus | undefined): MarkdownString {
  const { identity, friendlyName, sid, attributes } = user;
  const state = [role, onlineWords(user)].filter(Boolean).join(' · ');
  const text = tooltip(identity, friendlyName, state, next(status), sid);
  if (attributes && attributes !== '{}') text.appendCodeblock(attributes.slice(0, 500), 'json');
  return text;
}
