import type { UserFields } from '../twilio/api';
import { sameAttributes } from './canonical';
import type { LiveUser } from './model';

/** What a change says of a user, with the role under its SID. */
export function fieldsOf(
  roleSid: UserFields['roleSid'],
  friendlyName: string | undefined,
  attributes: string | undefined,
): UserFields {
  return {
    ...(roleSid && { roleSid }),
    ...(friendlyName !== undefined && { friendlyName }),
    ...(attributes !== undefined && { attributes }),
  };
}

/** The first of these fields that the user hasn't. */
export function differing(
  user: LiveUser,
  { roleSid, friendlyName, attributes }: UserFields,
): string | undefined {
  if (roleSid !== undefined && user.roleSid !== roleSid) return 'role';
  if (friendlyName !== undefined && (user.friendlyName ?? '') !== friendlyName) return 'friendlyName';
  if (attributes !== undefined && !sameAttributes(user.attributes, attributes)) return 'attributes';
  return undefined;
}
