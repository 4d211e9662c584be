import type { LiveDefaults } from '../plan/model';
import type { RoleFields, UserFields } from './api';
import type { Dialect } from './dialect';
import { defaultKeys } from './dialect';

/** One `Permission` field a value, as Twilio reads lists. */
export function permissionsForm(permissions: readonly string[]): URLSearchParams {
  return new URLSearchParams(permissions.map((permission) => ['Permission', permission]));
}

export function roleForm({ friendlyName, type, permissions }: RoleFields): URLSearchParams {
  return new URLSearchParams([
    ['FriendlyName', friendlyName],
    ['Type', type],
    ...permissionsForm(permissions),
  ]);
}

export function userForm({ friendlyName, attributes, roleSid }: UserFields): URLSearchParams {
  const form = new URLSearchParams();
  if (friendlyName !== undefined) form.set('FriendlyName', friendlyName);
  if (attributes !== undefined) form.set('Attributes', attributes);
  if (roleSid !== undefined) form.set('RoleSid', roleSid);
  return form;
}

export function defaultsForm(defaults: LiveDefaults, dialect: Dialect): URLSearchParams {
  const form = new URLSearchParams();
  for (const key of defaultKeys) {
    const sid = defaults[key];
    if (sid !== undefined) form.set(dialect.defaults[key].form, sid);
  }
  return form;
}
