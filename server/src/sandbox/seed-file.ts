import { permissionsOf } from '../../../core/src/catalog';
import { isSid } from '../../../core/src/sid';
import type { Seed, SeedRole, SeedService, SeedUser } from './seed';

/** Reads a `--seed` file. Throws with the place and what to write instead. */
export function parseSeed(text: string, name: string): Seed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} isn't JSON: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return { services: list(record(value, 'the seed'), 'services', 'the seed').map(service) };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

function service(value: unknown, index: number): SeedService {
  const where = `services[${index}]`;
  const fields = record(value, where);
  const defaults = fields.defaults === undefined ? {} : record(fields.defaults, `${where}.defaults`);
  return {
    friendlyName: string(fields, 'friendlyName', where),
    default: fields.default === true,
    roles: optional(fields, 'roles', where).map((entry, at) => role(entry, `${where}.roles[${at}]`)),
    users: optional(fields, 'users', where).map((entry, at) => user(entry, `${where}.users[${at}]`)),
    defaults: Object.fromEntries(
      ['user', 'participant', 'creator']
        .filter((key) => defaults[key] !== undefined)
        .map((key) => [key, string(defaults, key, `${where}.defaults`)]),
    ),
  };
}

function role(value: unknown, where: string): SeedRole {
  const fields = record(value, where);
  const type = string(fields, 'type', where);
  if (type !== 'conversation' && type !== 'service') {
    throw new Error(`${where}.type is "${type}"; write conversation or service.`);
  }
  const permissions = list(fields, 'permissions', where).map(String);
  const unknown = permissions.find((permission) => !permissionsOf(type).has(permission));
  if (unknown !== undefined) throw new Error(`${where}: a ${type} role has no permission "${unknown}".`);
  return { friendlyName: string(fields, 'friendlyName', where), type, permissions };
}

function user(value: unknown, where: string): SeedUser {
  const fields = record(value, where);
  const identity = string(fields, 'identity', where);
  if (isSid(identity, 'US')) throw new Error(`${where}.identity looks like a user's SID.`);
  return {
    identity,
    ...(fields.friendlyName === undefined ? {} : { friendlyName: string(fields, 'friendlyName', where) }),
    ...(fields.role === undefined ? {} : { role: string(fields, 'role', where) }),
    attributes: fields.attributes === undefined ? {} : record(fields.attributes, `${where}.attributes`),
    online: fields.online === true,
  };
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new Error(`${where} isn't an object.`);
}

function list(fields: Readonly<Record<string, unknown>>, key: string, where: string): readonly unknown[] {
  const value = fields[key];
  if (Array.isArray(value)) return value;
  throw new Error(`${where}.${key} isn't a list.`);
}

function optional(fields: Readonly<Record<string, unknown>>, key: string, where: string): readonly unknown[] {
  return fields[key] === undefined ? [] : list(fields, key, where);
}

function string(fields: Readonly<Record<string, unknown>>, key: string, where: string): string {
  const value = fields[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${where}.${key} isn't a text.`);
}
