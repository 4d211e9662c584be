import type { Change, Journal, Plan } from '../../core/src';
import type { CallRecord } from '../../server/src/sandbox/sandbox';

/** The changes of a plan that show what this call writes. */
export function changesOf({ changes }: Plan, call: CallRecord): readonly Change[] {
  return changes.filter((change) => writes(change, call, changes));
}

/** Whether a journal knows that this call may have been done: whatever failed without that must be as it was. */
export function isTold({ plan, written }: Journal, call: CallRecord): boolean {
  return changesOf(plan, call).some(({ id }) =>
    written.get(id)?.some(({ user }) => user === undefined || call.path.endsWith(user)),
  );
}

function writes(change: Change, { method, path, form }: CallRecord, changes: readonly Change[]): boolean {
  const [, list = '', key] = /\/(Roles|Users|Configuration)(?:\/(\w+))?$/.exec(path) ?? [];
  const place = `${method} ${list}${key === undefined ? '' : ` ${key}`}`;
  const only = (fields: Readonly<Record<string, string | undefined>>) =>
    [...form.keys()].every((field) => field in fields && fields[field] === form.get(field));
  const permissions = form.getAll('Permission').toSorted().join();
  switch (change.verb) {
    case 'create-role':
      return (
        place === 'POST Roles' &&
        form.get('FriendlyName') === change.role.friendlyName &&
        form.get('Type') === change.role.type &&
        permissions === change.permissions.toSorted().join()
      );
    case 'update-role':
      return place === `POST Roles ${change.role.sid}` && permissions === change.after.toSorted().join();
    case 'delete-role':
      return place === `DELETE Roles ${change.role.sid}`;
    case 'set-default':
      return (
        place === 'POST Configuration' &&
        [...form.keys()].join() ===
          {
            user: 'DefaultChatServiceRoleSid',
            participant: 'DefaultConversationRoleSid',
            creator: 'DefaultConversationCreatorRoleSid',
          }[change.key] &&
        [...form.values()].every((sid) => isGiven(sid, change.after.sid, changes))
      );
    case 'create-user':
      return (
        place === 'POST Users' &&
        form.get('Identity') === change.user.identity &&
        isGiven(form.get('RoleSid'), change.role?.sid, changes)
      );
    case 'update-user':
      return (
        place === `POST Users ${change.user.sid}` &&
        only({
          FriendlyName: change.friendlyName?.after,
          Attributes: change.attributes?.after,
          RoleSid:
            change.role && isGiven(form.get('RoleSid'), change.role.after.sid, changes)
              ? (form.get('RoleSid') ?? undefined)
              : undefined,
        })
      );
    case 'move-users':
      return (
        method === 'POST' &&
        list === 'Users' &&
        [...form.keys()].join() === 'RoleSid' &&
        isGiven(form.get('RoleSid'), change.to.sid, changes)
      );
    case 'delete-user':
      return place === `DELETE Users ${change.user.sid}`;
  }
}

/** A SID is the planned one, or that of a role which the plan creates and has no SID for yet. */
function isGiven(sid: string | null, planned: string | undefined, changes: readonly Change[]): boolean {
  if (planned !== undefined) return sid === planned;
  return sid === null || (sid.startsWith('RL') && changes.some(({ verb }) => verb === 'create-role'));
}
