import { type Change, type Journal, type Plan, type RoleRef, scopeOf } from '../../core/src';
import type { CallRecord } from '../../server/src/sandbox/sandbox';
import type { ServiceRecord } from '../../server/src/sandbox/state';

/** A write, and the service as it was until then. */
export interface Written {
  readonly call: CallRecord;
  readonly before: ServiceRecord;
}

/** The changes of a plan that show what this call writes. */
export function changesOf({ changes }: Plan, { call, before }: Written): readonly Change[] {
  return changes.filter((change) => writes(change, call, before));
}

/** Whether a journal knows that this may have been done: whatever failed without that must be as it was. */
export function isTold({ plan, written }: Journal, write: Written): boolean {
  return changesOf(plan, write).some(({ id }) =>
    written.get(id)?.some(({ user }) => user === undefined || write.call.path.endsWith(user)),
  );
}

const defaultFields = {
  user: ['DefaultChatServiceRoleSid', 'DefaultServiceRoleSid'],
  participant: ['DefaultConversationRoleSid', 'DefaultChannelRoleSid'],
  creator: ['DefaultConversationCreatorRoleSid', 'DefaultChannelCreatorRoleSid'],
} as const;

function writes(change: Change, { method, path, form }: CallRecord, before: ServiceRecord): boolean {
  const isChat = path.startsWith('/v2/');
  const [, list = 'Services', key] = /\/(Roles|Users|Configuration)(?:\/(\w+))?$/.exec(path) ?? [];
  const place = `${method} ${list}${key === undefined ? '' : ` ${key}`}`;
  switch (change.verb) {
    case 'create-role':
      return (
        place === 'POST Roles' &&
        says(form, { FriendlyName: change.role.friendlyName, Type: change.role.type }, change.permissions)
      );
    case 'update-role':
      return place === `POST Roles ${change.role.sid}` && says(form, {}, change.after);
    case 'delete-role':
      return place === `DELETE Roles ${change.role.sid}`;
    case 'set-default':
      // Chat keeps the defaults on the service itself.
      return (
        place === (isChat ? 'POST Services' : 'POST Configuration') &&
        says(form, { [defaultFields[change.key][isChat ? 1 : 0]]: sidIn(before, change.after) })
      );
    case 'create-user':
      return (
        place === 'POST Users' &&
        says(form, {
          Identity: change.user.identity,
          FriendlyName: change.friendlyName,
          Attributes: change.attributes,
          RoleSid: sidIn(before, change.role),
        })
      );
    case 'update-user':
      return (
        place === `POST Users ${change.user.sid}` &&
        says(form, {
          FriendlyName: change.friendlyName?.after,
          Attributes: change.attributes?.after,
          RoleSid: sidIn(before, change.role?.after),
        })
      );
    case 'move-users': {
      const moved = before.users.find(({ sid }) => sid === key);
      const to = sidIn(before, change.to);
      // An update whose answer was lost is sent again, and finds the user moved.
      const isTheirs = moved?.roleSid === change.from.sid || moved?.roleSid === to;
      return place === `POST Users ${moved?.sid}` && isTheirs && says(form, { RoleSid: to });
    }
    case 'delete-user':
      return place === `DELETE Users ${change.user.sid}`;
  }
}

/** Whether a form has these fields, and no others. */
function says(
  form: URLSearchParams,
  fields: Readonly<Record<string, string | undefined>>,
  permissions: readonly string[] = [],
): boolean {
  const meant = Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value]],
  );
  const all = [...meant, ...permissions.map((permission) => ['Permission', permission])];
  return String([...form].toSorted()) === String(all.toSorted());
}

/** The SID of a role that is given: the planned one, or that of the role which the deploy has created since. */
function sidIn({ roles }: ServiceRecord, role: RoleRef | undefined): string | undefined {
  if (!role) return undefined;
  const { sid, friendlyName, type } = role;
  const named = roles.find((each) => each.friendlyName === friendlyName && each.scope === scopeOf(type));
  return sid ?? named?.sid ?? 'not created';
}
