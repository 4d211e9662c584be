import { type Desired, type Product, permissionIn, type RoleScope, scopeOf } from '../../core/src';
import type { ServiceRecord } from '../../server/src/sandbox/state';

/** What of a file a service isn't like, told without what plans are made with. */
export function unlikeFile({ product, roles, defaults, users }: Desired, service: ServiceRecord): string[] {
  const sidOf = (name: string, scope: RoleScope): string | undefined => {
    const asked = roles.find((role) => role.friendlyName === name && scopeOf(role.type) === scope);
    const named = service.roles.find((role) => role.friendlyName === name && role.scope === scope);
    return asked?.sid ?? named?.sid;
  };
  const wrong: string[] = [];
  const hold = (what: string, is: string | null | undefined, wanted: string | undefined) => {
    if (is !== wanted) wrong.push(`${what} is ${is}, not ${wanted}`);
  };
  for (const { friendlyName, type, permissions } of roles) {
    const sid = sidOf(friendlyName, scopeOf(type));
    const role = service.roles.find((each) => each.sid === sid);
    hold(`${type} ${friendlyName}`, role && words(role.permissions, product), permissions.join());
  }
  for (const [key, name] of Object.entries(defaults)) {
    const is = service.defaults[key as keyof typeof defaults];
    hold(`default ${key}`, is, sidOf(name, key === 'user' ? 'service' : 'conversation'));
  }
  for (const { identity, sid, role, friendlyName, attributes } of users) {
    const user = service.users.find((each) => (sid ? each.sid === sid : each.identity === identity));
    const name = `user ${identity ?? sid}`;
    if (role !== undefined) hold(`${name}: role`, user?.roleSid, sidOf(role, 'service'));
    if (friendlyName !== undefined) hold(`${name}: friendlyName`, user?.friendlyName, friendlyName);
    if (attributes !== undefined)
      hold(`${name}: attributes`, user && value(user.attributes), value(attributes));
  }
  return wrong;
}

/** Permissions of the sandbox, which keeps those of Conversations, in the words of the product. */
function words(permissions: readonly string[], product: Product): string {
  return permissions
    .flatMap((name) => permissionIn(product, name) ?? [])
    .toSorted()
    .join();
}

/** The attributes of cases say the same in other words by spaces and `.0` alone. */
function value(attributes: string): string {
  return attributes.replace(/\s|\.0/g, '');
}
