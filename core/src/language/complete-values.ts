import { isRoleType, products, type RoleScope, roleScopes, roleTypes, scopeOf } from '../catalog';
import { asWritten } from './as-written';
import { aliasCompletions } from './complete-aliases';
import { permissionCompletions } from './complete-permissions';
import { sidCompletions } from './complete-sids';
import type { Completion, CompletionContext } from './completion-item';
import { servicesOf } from './live-names';
import { escapeMarkdown } from './markdown';
import type { ValuePlace } from './place';
import { edges, regions } from './regions';
import { typeOfRole } from './role-of';
import type { Word } from './yaml-path';

/** Values that may stand under a key. */
export function valueCompletions(context: CompletionContext, place: ValuePlace): Completion[] {
  const { product, place: cursor } = context;
  switch (place.value) {
    case 'permission':
    case 'extension':
      return permissionCompletions(context);
    case 'permissions':
      // Not before the star is typed: Enter after the colon begins a list, and would choose the first that is offered.
      return cursor.word.value.startsWith('*') ? aliasCompletions(context, false) : [];
    case 'product':
      return products.map((name) => ({ label: name, kind: 'value', span: cursor.word, newText: name }));
    case 'role-type':
      return roleTypes[product].map((type) => ({
        label: type,
        kind: 'role-type',
        detail: scopeOf(type) === 'service' ? 'what users may do' : 'what participants may do',
        span: cursor.word,
        newText: type,
      }));
    case 'region':
      return plain(cursor.word, regions);
    case 'edge':
      return plain(cursor.word, edges);
    case 'default-role':
      return roleNames(context, place.info?.scope);
    case 'user-role':
      return [...roleNames(context, 'service'), ...sidCompletions(context, place.value)];
    case 'role-name':
      return place.info?.key === 'renamedFrom' ? liveRoleNames(context) : [];
    case 'identity':
      return identities(context);
    default:
      return sidCompletions(context, place.value);
  }
}

function plain(span: Word, values: readonly string[]): Completion[] {
  return values.map((value) => ({ label: value, kind: 'value', span, newText: value }));
}

/** Roles of the file by name. The index says which blocks have a name; none is read that isn't offered. */
function roleNames({ document, place }: CompletionContext, scope: RoleScope | undefined): Completion[] {
  const { rolesByScope } = document.index;
  return (scope ? [scope] : roleScopes).flatMap((each) =>
    Array.from(rolesByScope[each].names(), (name): Completion => {
      const [role] = rolesByScope[each].get(name);
      const count = role?.entry.permissions?.items.length;
      return {
        label: name,
        kind: 'role',
        span: place.word,
        newText: asWritten(name, place.word),
        ...(count !== undefined && { detail: `${count} permission${count === 1 ? '' : 's'}` }),
      };
    }),
  );
}

/** Live roles of the role's type that the file doesn't have: what it may have been called. */
function liveRoleNames({ document, live, place, product }: CompletionContext): Completion[] {
  const type = typeOfRole(place.entry, product);
  const names = servicesOf(document, live)
    .flatMap(({ roles = [] }) => roles)
    .filter((role) => type === undefined || role.type === type)
    .filter(
      ({ type: of, friendlyName }) =>
        !isRoleType(of) || document.index.rolesByScope[scopeOf(of)].get(friendlyName).size === 0,
    )
    .map(({ friendlyName }) => friendlyName);
  return [...new Set(names)].map((name) => ({
    label: name,
    kind: 'role',
    detail: 'live',
    span: place.word,
    newText: asWritten(name, place.word),
  }));
}

/** Live users that the file doesn't name yet. */
function identities({ document, live, place }: CompletionContext): Completion[] {
  return servicesOf(document, live)
    .flatMap(({ users = [] }) => users)
    .filter(({ identity }) => document.index.users.get(identity).size === 0)
    .map(({ identity, roleSid }) => {
      const role = roleSid === undefined ? undefined : live.roles.get(roleSid)?.friendlyName;
      return {
        label: identity,
        kind: 'user',
        span: place.word,
        newText: asWritten(identity, place.word),
        ...(role !== undefined && { detail: role, documentation: `Has the role ${escapeMarkdown(role)}.` }),
      };
    });
}
