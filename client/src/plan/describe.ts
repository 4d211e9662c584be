import { env, l10n, ThemeColor, ThemeIcon } from 'vscode';
import {
  type Change,
  type DefaultKey,
  type Plan,
  type RoleRef,
  shortSid,
  type Verb,
} from '../../../core/src';

/** The service by name, or by SID where it has none. */
export function serviceName({ service }: Pick<Plan, 'service'>): string {
  return service.friendlyName || shortSid(service.sid);
}

/** What the change is about: a role, a user, a default. */
export function titleOf(change: Change): string {
  switch (change.verb) {
    case 'create-role':
    case 'update-role':
    case 'delete-role':
      return change.role.friendlyName;
    case 'move-users':
      return change.from.friendlyName;
    case 'set-default':
      return defaultFor(change.key);
    default:
      return change.user.identity;
  }
}

/** Whom a default role is for. */
export function defaultFor(key: DefaultKey): string {
  return {
    user: l10n.t('Default for users'),
    participant: l10n.t('Default for participants'),
    creator: l10n.t('Default for creators'),
  }[key];
}

/** The same with the kind of thing that it is, for who hears it. */
export function spokenTitle(change: Change): string {
  const title = titleOf(change);
  if (change.verb === 'set-default') return title;
  return 'user' in change ? l10n.t('User {0}', title) : l10n.t('Role {0}', title);
}

/** What it does, in a few words behind the title. */
export function detailOf(change: Change): string {
  return [deed(change), usersOf(change)].filter(Boolean).join(' · ');
}

function deed(change: Change): string {
  switch (change.verb) {
    case 'create-role':
      return change.renamedFrom
        ? l10n.t('new {0} role, takes over from {1}', change.role.type, change.renamedFrom.friendlyName)
        : l10n.t('new {0} role, {1} permissions', change.role.type, change.permissions.length);
    case 'update-role':
      return [change.role.type, difference(change)].filter(Boolean).join(' · ');
    case 'delete-role':
      return l10n.t('{0} role is deleted', change.role.type);
    case 'move-users':
      return l10n.t('users move to {0}', change.to.friendlyName);
    case 'set-default':
      return fromTo(change.before, change.after);
    case 'create-user':
      return change.role ? l10n.t('new user, {0}', change.role.friendlyName) : l10n.t('new user');
    case 'delete-user':
      return l10n.t('user is deleted');
    case 'update-user':
      return [
        change.role && fromTo(change.role.before, change.role.after),
        change.friendlyName && l10n.t('name "{0}"', change.friendlyName.after),
        change.attributes && l10n.t('attributes'),
      ]
        .filter(Boolean)
        .join(', ');
  }
}

/** `+1 −2`, in the words of a diff; empty where nothing is granted or taken away. */
export function difference({
  added,
  removed,
}: Readonly<Record<'added' | 'removed', readonly string[]>>): string {
  const parts = [added.length > 0 && `+${added.length}`, removed.length > 0 && `−${removed.length}`];
  return parts.filter(Boolean).join(' ');
}

function fromTo(before: RoleRef | undefined, after: RoleRef): string {
  return l10n.t('{0} to {1}', before?.friendlyName ?? l10n.t('none'), after.friendlyName);
}

/** Of a change that is about one user there is nothing to count. */
function usersOf(change: Change): string {
  const { users } = change;
  if (!users || 'user' in change) return '';
  return userCount(users);
}

/** `1 user`, `41 users`. */
export function userCount(users: number): string {
  return users === 1 ? l10n.t('1 user') : l10n.t('{0} users', users);
}

/** `1 role`, `6 roles`. */
export function roleCount(roles: number): string {
  return roles === 1 ? l10n.t('1 role') : l10n.t('{0} roles', roles);
}

/** `1 change`, `3 changes`, and `3+ changes` where it isn't known whether these are all. */
export function changeCount(count: number, exact = true): string {
  if (!exact) return l10n.t('{0}+ changes', count);
  return count === 1 ? l10n.t('1 change') : l10n.t('{0} changes', count);
}

/** A time of a journal, as the editor's language writes it. */
export function timeOf(at: string): string {
  return new Date(at).toLocaleString(env.language);
}

const icons: Readonly<Record<Verb, string>> = {
  'create-role': 'diff-added',
  'update-role': 'diff-modified',
  'delete-role': 'diff-removed',
  'move-users': 'arrow-right',
  'set-default': 'star-empty',
  'create-user': 'person-add',
  'update-user': 'account',
  'delete-user': 'diff-removed',
};

/** What kind of change it is; in the theme's warning colour where it takes something away. */
export function iconOf(change: Change): ThemeIcon {
  const color = change.destructive
    ? 'problemsWarningIcon.foreground'
    : change.verb.startsWith('create')
      ? 'gitDecoration.addedResourceForeground'
      : 'gitDecoration.modifiedResourceForeground';
  return new ThemeIcon(icons[change.verb], new ThemeColor(color));
}
