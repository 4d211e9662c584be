import { scopeOf } from '../catalog';
import type { DefaultKey } from '../document/model';
import { shortSid } from '../sid';
import type { Change, FieldChange, Plan, RoleRef } from './model';
import { count, english, joined, many, name, type Phrase, phrase, roleLabel, type Say } from './words';

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
export function describe(change: Change, say: Say = english): Description {
  switch (change.verb) {
    case 'create-role': {
      const { role, renamedFrom: from } = change;
      const title = from
        ? phrase(say, '{0}, renamed from {1}', roleLabel(role), [name(from.friendlyName)])
        : roleLabel(role);
      return { mark: '+', title, lines: [{ text: list(change.permissions) }] };
    }
    case 'update-role': {
      const lines = [
        ...change.added.map((permission) => ({ mark: '+', text: [name(permission)] }) as const),
        ...change.removed.map((permission) => ({ mark: '-', text: [name(permission)] }) as const),
      ];
      const note = noted(felt(change.role, change.users, say));
      return { mark: '~', title: roleLabel(change.role), lines, ...note };
    }
    case 'move-users': {
      const users =
        change.users === undefined ? say('users') : many(say, change.users, '1 user', '{0} users');
      return { mark: '>', title: [`${users}: `, ...fromTo(change.from, change.to, say)], lines: [] };
    }
    case 'set-default':
      return {
        mark: '~',
        title: defaultChanges(say, change.key, fromTo(change.before, change.after, say)),
        lines: [],
      };
    case 'create-user':
      return { mark: '+', title: userLabel(change.user, say), lines: newFields(change) };
    case 'update-user':
      return updatedUser(change, say);
    case 'delete-role':
      return {
        mark: '-',
        title: roleLabel(change.role),
        lines: [{ text: list(change.before) }],
        ...noted(
          scopeOf(change.role.type) === 'conversation'
            ? say("participants who have it aren't counted")
            : undefined,
        ),
      };
    case 'delete-user':
      return { mark: '-', title: userLabel(change.user, say), lines: [] };
  }
}

type Of<V extends Change['verb']> = Extract<Change, { verb: V }>;

function userLabel({ identity }: Of<'create-user'>['user'], say: Say): Phrase {
  return phrase(say, '{0} (user)', [name(identity)]);
}

function updatedUser({ user, role, friendlyName, attributes }: Of<'update-user'>, say: Say): Description {
  const lines = [
    ...(friendlyName ? [{ text: ['friendlyName: ', ...values(friendlyName, say)] }] : []),
    ...(attributes ? [{ text: ['attributes: ', ...values(attributes, say)] }] : []),
  ];
  if (role) {
    return { mark: '>', title: [name(user.identity), ': ', ...fromTo(role.before, role.after, say)], lines };
  }
  return { mark: '~', title: userLabel(user, say), lines };
}

/** The keys are those of roles.yaml, in any language. */
function newFields({ role, friendlyName, attributes }: Of<'create-user'>): Description['lines'] {
  return [
    ...(role ? [{ text: ['role: ', name(role.friendlyName)] }] : []),
    ...(friendlyName === undefined ? [] : [{ text: ['friendlyName: ', name(friendlyName)] }]),
    ...(attributes === undefined ? [] : [{ text: ['attributes: ', name(attributes)] }]),
  ];
}

function values({ before, after }: FieldChange, say: Say): Phrase {
  const value = (text: string | undefined) => [text ? name(text) : say('none')];
  return phrase(say, '{0} to {1}', value(before), value(after));
}

function fromTo(before: RoleRef | undefined, after: RoleRef, say: Say): Phrase {
  const same = before?.friendlyName === after.friendlyName;
  const label = (role: RoleRef): Phrase =>
    same && role.sid ? [name(role.friendlyName), ` (${shortSid(role.sid)})`] : [name(role.friendlyName)];
  return phrase(say, '{0} to {1}', before ? label(before) : [say('none')], label(after));
}

function defaultChanges(say: Say, key: DefaultKey, change: Phrase): Phrase {
  switch (key) {
    case 'user':
      return phrase(say, 'default for users: {0}', change);
    case 'participant':
      return phrase(say, 'default for participants: {0}', change);
    case 'creator':
      return phrase(say, 'default for creators: {0}', change);
  }
}

function list(permissions: readonly string[]): Phrase {
  return joined(permissions.map((permission) => [name(permission)]));
}

function felt(role: RoleRef, users: number | undefined, say: Say): string | undefined {
  if (scopeOf(role.type) === 'conversation') return say('participants who have this role feel it at once');
  if (!users) return undefined;
  return many(
    say,
    users,
    '1 user has this role and feels it at once',
    '{0} users have this role and feel it at once',
  );
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
