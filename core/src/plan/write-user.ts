import type { UserSid } from '../sid';
import type { UserFields } from '../twilio/api';
import { sameAttributes } from './canonical';
import type { LiveUser } from './model';
import { settle } from './settle';
import { differing, fieldsOf } from './user-fields';
import { printable } from './words';
import { calledOtherwise, notAsMeant, type Of, sidOf, stale, type WriteContext } from './write';

/** Creates a user, unless one of that identity has come up. */
export async function createUser(change: Of<'create-user'>, context: WriteContext): Promise<LiveUser> {
  const { service, reading, writing, record, wait } = context;
  const { identity } = change.user;
  const fields = fieldsOf(change.role && sidOf(change.role, context), change.friendlyName, change.attributes);
  const label = `"${printable(identity)}"`;
  if (await service.user(identity, reading)) throw stale(`User ${label} was created`);
  const user = await record(() =>
    settle(
      () => service.createUser(identity, fields, writing),
      () => service.user(identity),
      wait,
    ),
  );
  if (user.identity !== identity) throw calledOtherwise(`user ${label}`, user.identity, user.sid);
  return asMeant(user, fields);
}

/** Updates the fields that the plan names, if they are what it saw. */
export async function updateUser(change: Of<'update-user'>, context: WriteContext): Promise<LiveUser> {
  const { role, friendlyName, attributes } = change;
  const now = await context.service.user(change.user.sid, context.reading);
  const label = `User "${printable(change.user.identity)}"`;
  if (!now) throw stale(`${label} was deleted`);
  const fields = fieldsOf(role && sidOf(role.after, context), friendlyName?.after, attributes?.after);
  if (!differing(now, fields)) return now;
  const moved = [
    ...(role && now.roleSid !== role.before?.sid ? ['role'] : []),
    ...(friendlyName && (now.friendlyName ?? '') !== (friendlyName.before ?? '') ? ['friendlyName'] : []),
    ...(attributes && !sameAttributes(now.attributes, attributes.before) ? ['attributes'] : []),
  ];
  if (moved.length > 0) throw stale(`${label} changed (${moved.join(', ')})`);
  return writeUser(now, fields, context);
}

/** Twilio takes 30 writes a second; one after the other, a slow connection wouldn't come near that. */
const movesAtOnce = 8;

/** Gives every user of one role the other, page by page: memory stays flat, and running it again carries on. */
export async function moveUsers(change: Of<'move-users'>, context: WriteContext): Promise<void> {
  const { service, reading, onProgress } = context;
  const from = change.from.sid;
  const roleSid = sidOf(change.to, context);
  const running = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  let done = 0;
  const move = async (sid: UserSid): Promise<void> => {
    // A page is old by the time that its last user is reached.
    const user = await service.user(sid, reading);
    if (user?.roleSid !== from) return;
    await writeUser(user, { roleSid }, context);
    done += 1;
    onProgress(done);
  };
  try {
    for await (const { sid, roleSid: has } of service.users(reading)) {
      if (has !== from) continue;
      reading.signal?.throwIfAborted();
      const moving = move(sid)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(moving));
      running.add(moving);
      if (running.size >= movesAtOnce) await Promise.race(running);
      if (failure) break;
    }
  } finally {
    // Writes in flight finish, whatever ended the loop.
    await Promise.all(running);
  }
  if (failure) throw failure.error;
}

/** Deletes a user who is as the plan saw it. */
export async function deleteUser(change: Of<'delete-user'>, context: WriteContext): Promise<void> {
  const { service, reading, writing, record, wait } = context;
  const { sid, identity } = change.user;
  const now = await service.user(sid, reading);
  if (!now) return;
  const { before } = change;
  if (
    now.identity !== identity ||
    now.roleSid !== before.roleSid ||
    (now.friendlyName ?? '') !== (before.friendlyName ?? '') ||
    !sameAttributes(now.attributes, before.attributes)
  ) {
    throw stale(`User "${printable(identity)}" changed`);
  }
  await record(() =>
    settle<true>(
      async () => {
        await service.deleteUser(sid, writing);
        return true;
      },
      async () => ((await service.user(sid)) ? undefined : true),
      wait,
    ),
  );
}

async function writeUser(
  user: LiveUser,
  fields: UserFields,
  { service, writing, record, wait }: WriteContext,
): Promise<LiveUser> {
  const written = await record(
    () =>
      settle(
        () => service.updateUser(user.sid, fields, writing),
        async () => {
          const after = await service.user(user.sid);
          return after && !differing(after, fields) ? after : undefined;
        },
        wait,
      ),
    user.sid,
  );
  return asMeant(written, fields);
}

function asMeant(user: LiveUser, fields: UserFields): LiveUser {
  const field = differing(user, fields);
  if (field) throw notAsMeant(`user "${printable(user.identity)}"`, `${field} differs`);
  return user;
}
