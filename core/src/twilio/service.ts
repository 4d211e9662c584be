import type { LiveRole, LiveService, LiveUser } from '../plan/model';
import { type AccountSid, type RoleSid, shortSid } from '../sid';
import type { TwilioService, WriteOptions } from './api';
import { decodeDefaults, decodeRole, decodeUser } from './decode';
import { dialects } from './dialect';
import { TwilioError } from './error';
import { defaultsForm, permissionsForm, roleForm, userForm } from './form';
import { type List, type Reader, readAll, readPage } from './list';
import type { Call } from './request';

/** `short` asks by Conversations' short URLs, which mean the account's default service. */
export function createService(
  reader: Reader,
  account: AccountSid,
  service: LiveService,
  short: boolean,
): TwilioService {
  const { product, sharing, request } = reader;
  const dialect = dialects[product];
  const base = short ? '/v1' : `${dialect.services}/${service.sid}`;
  const defaultsPath = dialect.defaultsPath(service.sid);
  const place = service.friendlyName ?? shortSid(service.sid);
  const rolePath = (sid: RoleSid): string => `${base}/Roles/${sid}`;
  const userPath = (key: string): string => `${base}/Users/${segment(key)}`;
  const toRole = (body: unknown) => decodeRole(body, product, service.sid);
  const toUser = (body: unknown) => decodeUser(body, product, service.sid);
  const toDefaults = (body: unknown) => decodeDefaults(body, dialect);

  const roles: List<LiveRole> = {
    path: `${base}/Roles?PageSize=${dialect.pageSize.roles}`,
    key: 'roles',
    subject: `list the roles of ${place}`,
    decode: toRole,
  };
  const users: List<LiveUser> = {
    path: `${base}/Users?PageSize=${dialect.pageSize.users}`,
    key: 'users',
    subject: `list the users of ${place}`,
    decode: toUser,
  };
  const read = <T>(path: string, subject: string, decode: (body: unknown) => T, signal?: AbortSignal) =>
    request({ method: 'GET', product, path, subject, repeatability: 'read', decode }, signal);

  const write = async <T>(call: Omit<Call<T>, 'product'>, { signal, webhooks }: WriteOptions = {}) => {
    try {
      return await request({ ...call, product, ...(webhooks !== undefined && { webhooks }) }, signal);
    } finally {
      sharing.part();
    }
  };
  const create = { method: 'POST', repeatability: 'create', limitedBy: service.sid } as const;
  const update = { method: 'POST', repeatability: 'set', limitedBy: service.sid } as const;
  const remove = {
    method: 'DELETE',
    repeatability: 'delete',
    limitedBy: service.sid,
    decode: () => {},
  } as const;

  return {
    product,
    account,
    service,

    roles: ({ signal } = {}) => readAll(reader, roles, signal),
    role: (sid, { signal } = {}) =>
      orNothing(read(rolePath(sid), `read role ${shortSid(sid)} of ${place}`, toRole, signal)),
    createRole: (fields, options) => {
      const subject = `create role "${fields.friendlyName}" in ${place}`;
      return write(
        { ...create, path: `${base}/Roles`, form: roleForm(fields), subject, decode: toRole },
        options,
      );
    },
    updateRole: (sid, permissions, options) => {
      const subject = `update role ${shortSid(sid)} of ${place}`;
      const form = permissionsForm(permissions);
      return write({ ...update, path: rolePath(sid), form, subject, decode: toRole }, options);
    },
    deleteRole: (sid, options) =>
      write({ ...remove, path: rolePath(sid), subject: `delete role ${shortSid(sid)} of ${place}` }, options),

    usersPage: (cursor = users.path, { signal } = {}) => readPage(reader, users, cursor, signal),
    users: ({ signal } = {}) => readAll(reader, users, signal),
    user: async (key, { signal } = {}) =>
      orNothing(read(userPath(key), `read user "${key}" of ${place}`, toUser, signal)),
    createUser: (identity, fields, options) => {
      const subject = `create user "${identity}" in ${place}`;
      const form = userForm(fields);
      form.set('Identity', identity);
      return write({ ...create, path: `${base}/Users`, form, subject, decode: toUser }, options);
    },
    updateUser: (sid, fields, options) => {
      const subject = `update user ${shortSid(sid)} of ${place}`;
      return write(
        { ...update, path: userPath(sid), form: userForm(fields), subject, decode: toUser },
        options,
      );
    },
    deleteUser: (sid, options) =>
      write({ ...remove, path: userPath(sid), subject: `delete user ${shortSid(sid)} of ${place}` }, options),

    defaults: ({ signal } = {}) =>
      read(defaultsPath, `read the default roles of ${place}`, toDefaults, signal),
    updateDefaults: (defaults, options) => {
      const subject = `set the default roles of ${place}`;
      const form = defaultsForm(defaults, dialect);
      return write(
        // Twilio counts only role and user writes.
        { method: 'POST', repeatability: 'set', path: defaultsPath, form, subject, decode: toDefaults },
        options,
      );
    },
  };
}

/** A part of a path. Dots alone would climb in the path, however they are encoded; half of a character has no code. */
function segment(key: string): string {
  if (!/^\.{0,2}$/.test(key) && key.isWellFormed()) return encodeURIComponent(key);
  throw new TwilioError({
    kind: 'configuration',
    subject: `ask for user ${JSON.stringify(key)}`,
    what: "this identity can't be written in a URL",
    remedy: 'Choose another one, or name the user by SID.',
  });
}

/** A role or user that isn't there is an answer; a service that isn't there is still an error. */
async function orNothing<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof TwilioError && error.kind === 'not-found' && error.code !== 50050) return undefined;
    throw error;
  }
}
