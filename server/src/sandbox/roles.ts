import {
  isRoleType,
  permissionsOf,
  productOf,
  type RoleType,
  scopeOf,
  toChatPermission,
  toConversationsPermission,
  typeFor,
} from '../../../core/src/catalog';
import { ApiError, missingParameter } from './api-error';
import { page } from './paging';
import { type ApiRequest, type Handler, serviceOf, serviceUrl } from './request';
import type { RoleRecord } from './state';
import type { Service } from './store';

export const listRoles: Handler = (request) => {
  const service = serviceOf(request);
  const maximum = request.product === 'chat' ? 100 : 50;
  return page(request, service.roles, 'roles', maximum, (role) => represent(request, service, role));
};

export const fetchRole: Handler = (request) => {
  const service = serviceOf(request);
  return { status: 200, body: represent(request, service, roleOf(request, service)) };
};

export const createRole: Handler = (request) => {
  const service = serviceOf(request);
  const { form, product, store } = request;
  const friendlyName = form.get('FriendlyName');
  const type = form.get('Type');
  if (!friendlyName) throw missingParameter('FriendlyName');
  if (friendlyName.length > 64) throw new ApiError(400, 50003, 'Friendly name too long');
  if (!type) throw missingParameter('Type');
  if (!isRoleType(type) || productOf(type) !== product) throw new ApiError(400, 50105, 'Invalid role type');
  const permissions = permissionsIn(form, type);
  const role = { ...store.stamp('RL'), friendlyName, scope: scopeOf(type), permissions };
  store.putRole(service, role);
  return { status: 201, body: represent(request, service, role) };
};

/** Replaces the whole set. Name and type stay: other fields are ignored, as Twilio does. */
export const updateRole: Handler = (request) => {
  const service = serviceOf(request);
  const role = roleOf(request, service);
  const permissions = permissionsIn(request.form, typeFor(request.product, role.scope));
  const changed = { ...role, permissions, updated: request.store.stamp('RL').updated };
  request.store.putRole(service, changed);
  return { status: 200, body: represent(request, service, changed) };
};

/** What Twilio does with a default role, or one that users have, is documented nowhere: the sandbox refuses. */
export const deleteRole: Handler = (request) => {
  const service = serviceOf(request);
  const role = roleOf(request, service);
  if (Object.values(service.defaults).includes(role.sid)) {
    throw new ApiError(403, 20403, 'Role is a default role of the service');
  }
  for (const user of service.users) {
    if (user.roleSid === role.sid) throw new ApiError(403, 20403, 'Role is assigned to users');
  }
  request.store.deleteRole(service, role);
  return { status: 204 };
};

function roleOf({ key }: ApiRequest, service: Service): RoleRecord {
  const role = service.roles.get(key);
  if (!role) throw new ApiError(404, 50100, 'Role not found');
  return role;
}

/** The form's permissions in Conversations' words, without duplicates. */
function permissionsIn(form: URLSearchParams, type: RoleType): readonly string[] {
  const permissions = form.getAll('Permission');
  if (permissions.length === 0) throw missingParameter('Permission');
  const known = permissionsOf(type);
  for (const permission of permissions) {
    const entry = known.get(permission);
    if (!entry || entry.status === 'doubtful') throw new ApiError(400, 50104, 'Permission not found');
  }
  const chat = productOf(type) === 'chat';
  return [...new Set(permissions.map((name) => (chat ? (toConversationsPermission(name) ?? name) : name)))];
}

function represent(request: ApiRequest, service: Service, role: RoleRecord): unknown {
  const { product, store } = request;
  const chat = product === 'chat';
  const type = typeFor(product, role.scope);
  return {
    sid: role.sid,
    account_sid: store.account.sid,
    [chat ? 'service_sid' : 'chat_service_sid']: service.sid,
    friendly_name: role.friendlyName,
    type,
    // What the other product alone knows isn't shown.
    permissions: role.permissions
      .map((name) => (chat ? toChatPermission(name) : name))
      .filter((name) => permissionsOf(type).has(name)),
    date_created: role.created,
    date_updated: role.updated,
    url: `${serviceUrl(request, service)}/Roles/${role.sid}`,
  };
}
