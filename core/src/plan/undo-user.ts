import { sameAttributes } from './canonical';
import { deletedUser } from './delete-changes';
import type { LiveUser } from './model';
import { userId } from './refs';
import { type Of, roleNow, type Step, said, sentFor, type World } from './undo-world';
import { differing, fieldsOf } from './user-fields';
import { printable } from './words';

/** A user whom the deploy created goes only when asked for, and only while they are as they were created. */
export function userUncreated(change: Of<'create-user'>, world: World): readonly Step[] {
  const { live, journal, prune } = world;
  const { sid } = sentFor(change, journal.written);
  const user =
    live.users.find((each) => each.sid === sid) ??
    live.users.find(({ identity }) => identity === change.user.identity);
  if (!user) return [];
  const label = `User "${printable(user.identity)}"`;
  if (sid && user.sid !== sid) return [said('moved-on', `${label} was made anew since, and stays.`)];
  const fields = fieldsOf(undefined, change.friendlyName, change.attributes);
  const hasRole = !change.role || user.roleSid === roleNow(change.role, world)?.sid;
  if (!hasRole || differing(user, fields)) {
    return [said('moved-on', `${label} isn't as planned, and stays.`)];
  }
  if (prune) return [{ change: deletedUser(user, 'undo') }];
  return [said('user-kept', `${label} was created, and stays unless deletions are asked for.`)];
}

/** The fields of a user that are as the deploy left them, back to what they were. */
export function userBack(
  user: LiveUser | undefined,
  { role, friendlyName, attributes }: Pick<Of<'update-user'>, 'role' | 'friendlyName' | 'attributes'>,
  world: World,
): readonly Step[] {
  if (!user) return [said('moved-on', 'A user was deleted since.')];
  const reports: Step[] = [];
  const stays = (field: string, why: string) => {
    reports.push(said('moved-on', `User "${printable(user.identity)}": ${field} ${why}, and stays.`));
  };
  const fields: { -readonly [K in 'role' | 'friendlyName' | 'attributes']?: Of<'update-user'>[K] } = {};
  if (role && user.roleSid !== role.before?.sid) {
    const given = roleNow(role.after, world);
    const had = role.before && roleNow(role.before, world);
    if (!given || user.roleSid !== given.sid) stays('the role', 'was changed since');
    else if (had) fields.role = { before: given, after: had };
    else stays('the role', 'of before is no longer there');
  }
  if (friendlyName && (user.friendlyName ?? '') !== (friendlyName.before ?? '')) {
    if (user.friendlyName !== friendlyName.after) stays('friendlyName', 'was changed since');
    else fields.friendlyName = { before: friendlyName.after, after: friendlyName.before ?? '' };
  }
  if (attributes && !sameAttributes(user.attributes, attributes.before)) {
    if (!sameAttributes(user.attributes, attributes.after)) stays('attributes', 'were changed since');
    else fields.attributes = { before: user.attributes, after: attributes.before ?? '{}' };
  }
  if (Object.keys(fields).length === 0) return reports;
  const { identity, sid, roleSid } = user;
  const id = userId('update-user', { identity });
  return [
    ...reports,
    {
      change: {
        verb: 'update-user',
        id,
        origin: 'undo',
        users: 1,
        destructive: false,
        user: { identity, sid },
        holds: roleSid,
        ...fields,
      },
    },
  ];
}
