import { isSid } from '../../../core/src/sid';
import { ApiError, invalidParameter } from './api-error';
import { page } from './paging';
import { type ApiRequest, type Handler, serviceOf, serviceUrl } from './request';
import type { UserRecord } from './state';
import type { Service } from './store';

/** Documented for conversations; taken to hold for users too. */
const maximumAttributes = 16 * 1024;

export const listUsers: Handler = (request) => {
  const service = serviceOf(request);
  const maximum = request.product === 'chat' ? 100 : 50;
  return page(request, service.users, 'users', maximum, (user) => represent(request, service, user));
};

export const fetchUser: Handler = (request) => {
  const service = serviceOf(request);
  return { status: 200, body: represent(request, service, userOf(request, service)) };
};

export const createUser: Handler = (request) => {
  const service = serviceOf(request);
  const identity = request.form.get('Identity');
  if (!identity) throw new ApiError(400, 50204, 'Identity not provided');
  if (identity.length > 256) throw new ApiError(400, 50207, 'Identity too long');
  if (isSid(identity, 'US')) throw new ApiError(400, 50206, 'Identity should not match user SID pattern');
  const fields = fieldsOf(request, service);
  if (service.sidByIdentity.has(identity)) throw new ApiError(409, 50201, 'User already exists');
  const user = {
    friendlyName: null,
    attributes: '{}',
    roleSid: service.defaults.user,
    online: false,
    ...fields,
    ...request.store.stamp('US'),
    identity,
  };
  request.store.putUser(service, user);
  return { status: 201, body: represent(request, service, user) };
};

export const updateUser: Handler = (request) => {
  const service = serviceOf(request);
  const user = userOf(request, service);
  const fields = fieldsOf(request, service);
  const changed = { ...user, ...fields, updated: request.store.stamp('US').updated };
  request.store.putUser(service, changed);
  return { status: 200, body: represent(request, service, changed) };
};

export const deleteUser: Handler = (request) => {
  const service = serviceOf(request);
  request.store.deleteUser(service, userOf(request, service));
  return { status: 204 };
};

/** By SID or identity; identities are case-sensitive. */
function userOf({ key }: ApiRequest, service: Service): UserRecord {
  const user = service.users.get(service.sidByIdentity.get(key) ?? key);
  if (!user) throw new ApiError(404, 50200, 'User not found');
  return user;
}

function fieldsOf({ form }: ApiRequest, service: Service): Partial<UserRecord> {
  const friendlyName = form.get('FriendlyName');
  const attributes = form.get('Attributes');
  const roleSid = form.get('RoleSid');
  if (attributes !== null) checkAttributes(attributes);
  if (roleSid !== null) {
    if (!isSid(roleSid, 'RL')) throw invalidParameter('RoleSid');
    if (service.roles.get(roleSid)?.scope !== 'service') {
      throw new ApiError(400, 50102, 'Deployment role not found');
    }
  }
  return {
    ...(friendlyName === null ? {} : { friendlyName }),
    ...(attributes === null ? {} : { attributes }),
    ...(roleSid === null ? {} : { roleSid }),
  };
}

function checkAttributes(attributes: string): void {
  if (Buffer.byteLength(attributes) > maximumAttributes)
    throw new ApiError(400, 50303, 'Attributes too long');
  try {
    const value: unknown = JSON.parse(attributes);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  } catch {
    // Refused below, as any other value that isn't an object.
  }
  throw new ApiError(400, 50304, 'Attributes not valid JSON');
}

function represent(request: ApiRequest, service: Service, user: UserRecord): unknown {
  const chat = request.product === 'chat';
  const url = `${serviceUrl(request, service)}/Users/${user.sid}`;
  const shared = {
    sid: user.sid,
    account_sid: request.store.account.sid,
    [chat ? 'service_sid' : 'chat_service_sid']: service.sid,
    role_sid: user.roleSid,
    identity: user.identity,
    friendly_name: user.friendlyName,
    attributes: user.attributes,
    is_online: user.online,
    is_notifiable: null,
    date_created: user.created,
    date_updated: user.updated,
    url,
  };
  return chat
    ? {
        ...shared,
        joined_channels_count: 0,
        links: { user_channels: `${url}/Channels`, user_bindings: `${url}/Bindings` },
      }
    : { ...shared, links: { user_conversations: `${url}/Conversations` } };
}
