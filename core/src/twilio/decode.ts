import { isRoleType, type Product, productOf } from '../catalog';
import type { DefaultKey } from '../document/model';
import type { LiveDefaults, LiveRole, LiveService, LiveUser } from '../plan/model';
import { isSid, type RoleSid } from '../sid';
import { type Dialect, defaultKeys } from './dialect';
import { Unreadable } from './request';

/** Fields of an answer. Twilio says that any may be null; what nothing can be done without is refused. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(body: unknown): Fields {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Fields;
  throw new Unreadable("it isn't an object");
}

/** Checks that the answer is about the service that was asked, whichever the product calls it. */
function checkService(fields: Fields, product: Product, service: string): void {
  const sid = fields[product === 'chat' ? 'service_sid' : 'chat_service_sid'];
  // Any field may be null; one that says nothing contradicts nothing.
  if (sid === service || sid === null || sid === undefined) return;
  throw new Unreadable(`it is about service ${String(sid)}, not ${service}`);
}

export function decodeRole(body: unknown, product: Product, service: string): LiveRole {
  const fields = fieldsOf(body);
  checkService(fields, product, service);
  const { sid, friendly_name: friendlyName, type, permissions } = fields;
  if (typeof sid !== 'string' || !isSid(sid, 'RL')) throw new Unreadable('a role has no SID');
  if (typeof type !== 'string' || !isRoleType(type) || productOf(type) !== product) {
    throw new Unreadable(`role ${sid} has an unknown type`);
  }
  if (!Array.isArray(permissions) || !permissions.every((name) => typeof name === 'string')) {
    throw new Unreadable(`role ${sid} has no list of permissions`);
  }
  return { sid, friendlyName: typeof friendlyName === 'string' ? friendlyName : '', type, permissions };
}

export function decodeUser(body: unknown, product: Product, service: string): LiveUser {
  const fields = fieldsOf(body);
  checkService(fields, product, service);
  const { sid, identity, friendly_name, attributes, role_sid, is_online } = fields;
  if (typeof sid !== 'string' || !isSid(sid, 'US')) throw new Unreadable('a user has no SID');
  if (typeof identity !== 'string') throw new Unreadable(`user ${sid} has no identity`);
  return {
    sid,
    identity,
    friendlyName: typeof friendly_name === 'string' ? friendly_name : undefined,
    attributes: typeof attributes === 'string' ? attributes : undefined,
    roleSid: typeof role_sid === 'string' && isSid(role_sid, 'RL') ? role_sid : undefined,
    isOnline: typeof is_online === 'boolean' ? is_online : undefined,
  };
}

export function decodeService(body: unknown, defaultSid: string | undefined): LiveService {
  const { sid, friendly_name } = fieldsOf(body);
  if (typeof sid !== 'string' || !isSid(sid, 'IS')) throw new Unreadable('a service has no SID');
  return {
    sid,
    friendlyName: typeof friendly_name === 'string' ? friendly_name : undefined,
    isDefault: sid === defaultSid,
  };
}

export function decodeDefaults(body: unknown, dialect: Dialect): LiveDefaults {
  const fields = fieldsOf(body);
  const defaults: Partial<Record<DefaultKey, RoleSid>> = {};
  for (const key of defaultKeys) {
    const sid = fields[dialect.defaults[key].answer];
    if (typeof sid === 'string' && isSid(sid, 'RL')) defaults[key] = sid;
  }
  return defaults;
}
