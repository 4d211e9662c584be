import type { RoleSid } from '../sid';
import type { TwilioService } from '../twilio/api';
import type { Desired, Live, LiveRole, LiveUser } from './model';
import type { StagedEdit } from './staged';

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Called as pages come in. */
  readonly onProgress?: (read: { readonly roles: number; readonly users: number }) => void;
  /** Whose users are kept beside the file's. */
  readonly staged?: readonly StagedEdit[];
  /** Reads every user to count them by role. Without it, roles in use can't be deleted or emptied. */
  readonly countUsers?: boolean;
}

/** The service as it is now. Of the users, those that are named are kept and the others counted: memory stays flat. */
export async function fetchLive(
  service: TwilioService,
  { users: named }: Pick<Desired, 'users'>,
  { signal, onProgress, staged = [], countUsers = true }: FetchOptions = {},
): Promise<Live> {
  const call = signal ? { signal } : {};
  const keys = new Set<string>(
    [...named, ...staged.flatMap(usersOfEdit)].flatMap((user) => user.sid ?? user.identity ?? []),
  );
  // By SID: a page that comes twice is still one set of roles.
  const roles = new Map<RoleSid, LiveRole>();
  for await (const role of service.roles(call)) {
    roles.set(role.sid, role);
    onProgress?.({ roles: roles.size, users: 0 });
  }
  const defaults = await service.defaults(call);
  const users = new Map<string, LiveUser>();
  const usersByRole = new Map<RoleSid, number>();
  if (countUsers) {
    let read = 0;
    for await (const user of service.users(call)) {
      read += 1;
      if (user.roleSid) usersByRole.set(user.roleSid, (usersByRole.get(user.roleSid) ?? 0) + 1);
      if (keys.has(user.sid) || keys.has(user.identity)) users.set(user.sid, user);
      onProgress?.({ roles: roles.size, users: read });
    }
  } else {
    for (const key of keys) {
      const user = await service.user(key, call);
      if (user) users.set(user.sid, user);
    }
  }
  return {
    product: service.product,
    account: service.account,
    service: service.service,
    roles: [...roles.values()],
    defaults,
    users: [...users.values()],
    ...(countUsers && { usersByRole }),
  };
}

function usersOfEdit(edit: StagedEdit): Desired['users'] {
  if (edit.kind === 'assign-role') return edit.users;
  return edit.kind === 'edit-user' || edit.kind === 'delete-user' ? [edit.user] : [];
}
