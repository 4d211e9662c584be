import { scopeOf } from '../catalog';
import { shortSid } from '../sid';
import type { Change, FieldChange, Plan, RoleRef } from './model';
import { count, defaultFor, joined, name, type Phrase, roleLabel } from './words';

/** One change in words, before it is set as text or Markdown. */
export interface Description {
  /** + comes, ~ changes, > moves, - goes. */
  readonly mark: '+' | '~' | '>' | '-';
  readonly title: Phrase;
  readonly lines: readonly { readonly mark?: '+' | '-'; readonly text: Phrase }[];
  /** Who feels it. */
  readonly note?: Phrase;
}

/** A change in words. */
export function describe(change: Change): Description {
  switch (change.verb) {
    case 'create-role': {
      const from = change.renamedFrom;
      const title = [
        ...roleLabel(change.role),
        ...(from ? [', renamed from ', name(from.friendlyName)] : []),
      ];
      return { mark: '+', title, lines: [{ text: list(change.permissions) }] };
    }
    case 'update-role': {
      const lines = [
        ...change.added.map((permission) => ({ mark: '+', text: [name(permission)] }) as const),
        ...change.removed.map((permission) => ({ mark: '-', text: [name(permission)] }) as const),
      ];
      return { mark: '~', title: roleLabel(change.role), lines, ...noted(felt(change.role, change.users)) };
    }
    case 'move-users': {
      const users = change.users === undefined ? 'users' : count(change.users, 'user');
      return { mark: '>', title: [`${users}: `, ...fromTo(change.from, change.to)], lines: [] };
    }
    case 'set-default':
      return {
        mark: '~',
        title: [`default for ${defaultFor[change.key]}: `, ...fromTo(change.before, change.after)],
        lines: [],
      };
    case 'create-user':
      return { mark: '+', title: [name(change.user.identity), ' (user)'], lines: newFields(change) };
    case 'update-user':
      return updatedUser(change);
    case 'delete-role':
      return {
        mark: '-',
        title: roleLabel(change.role),
        lines: [{ text: list(change.before) }],
        ...noted(
          scopeOf(change.role.type) === 'conversation'
            ? "participants who have it aren't counted"
            : undefined,
        ),
      };
    case 'delete-user':
      return { mark: '-', title: [name(change.user.identity), ' (user)'], lines: [] };
  }
}

type Of<V extends Change['verb']> = Extract<Change, { verb: V }>;

function updatedUser({ user, role, friendlyName, attributes }: Of<'update-user'>): Description {
  const lines = [
    ...(friendlyName ? [{ text: ['friendlyName: ', ...values(friendlyName)] }] : []),
    ...(attributes ? [{ text: ['attributes: ', ...values(attributes)] }] : []),
  ];
  if (role) {
    return { mark: '>', title: [name(user.identity), ': ', ...fromTo(role.before, role.after)], lines };
  }
  return { mark: '~', title: [name(user.identity), ' (user)'], lines };
}

function newFields({ role, friendlyName, attributes }: Of<'create-user'>): Description['lines'] {
  return [
    ...(role ? [{ text: ['role: ', name(role.friendlyName)] }] : []),
    ...(friendlyName === undefined ? [] : [{ text: ['friendlyName: ', name(friendlyName)] }]),
    ...(attributes === undefined ? [] : [{ text: ['attributes: ', name(attributes)] }]),
  ];
}

function values({ before, after }: FieldChange): Phrase {
  return [before ? name(before) : 'none', ' to ', after ? name(after) : 'none'];
}

function fromTo(before: RoleRef | undefined, after: RoleRef): Phrase {
  const same = before?.friendlyName === after.friendlyName;
  const label = (role: RoleRef): Phrase =>
    same && role.sid ? [name(role.friendlyName), ` (${shortSid(role.sid)})`] : [name(role.friendlyName)];
  return [...(before ? label(before) : ['none']), ' to ', ...label(after)];
}

function list(permissions: readonly string[]): Phrase {
  return joined(permissions.map((permission) => [name(permission)]));
}

function felt(role: RoleRef, users: number | undefined): string | undefined {
  if (scopeOf(role.type) === 'conversation') return 'participants who have this role feel it at once';
  return users
    ? `${count(users, 'user has', 'users have')} this role and ${users === 1 ? 'feels' : 'feel'} it at once`
    : undefined;
}

function noted(note: string | undefined): { note?: Phrase } {
  return note === undefined ? {} : { note: [note] };
}

/** So many names are enough to see what is meant. */
const namesShown = 50;

/** What a plan leaves alone, in a sentence or two; the words of the last line. */
export function leftAlone(plan: Plan): Phrase {
  const { roles, users } = plan.unchanged;
  const same = [...(roles ? [count(roles, 'role')] : []), ...(users ? [count(users, 'user')] : [])].join(
    ' and ',
  );
  const others = plan.reports.flatMap(({ kind, role }) => (kind === 'unmanaged-role' && role ? [role] : []));
  const names = joined(others.slice(0, namesShown).map((role) => [name(role.friendlyName)]));
  const more = others.length - namesShown;
  return [
    ...(same ? [`${same} unchanged.`] : []),
    ...(same && others.length > 0 ? [' '] : []),
    ...(others.length > 0 ? ['Not in the file, left alone: ', ...names] : []),
    ...(more > 0 ? [` and ${more} more`] : []),
    ...(others.length > 0 ? ['.'] : []),
  ];
}
