/** Live things as entries of roles.yaml: lines without indentation, the first one after its dash. */
import { productOf, scopeOf, toConversationsPermission, typeFor } from '../catalog';
import type { DefaultKey } from '../document/model';
import type { Live, LiveRole, LiveUser } from '../plan/model';
import { attributesText, scalar } from './scalar';

/** A role; pinned where its name isn't its own alone: for one service where the file names several. */
export function roleLines(role: LiveRole, live: Live, service?: string): readonly string[] {
  const pin = service === undefined ? role.sid : `{ ${scalar(service)}: ${role.sid} }`;
  return [
    `friendlyName: ${scalar(role.friendlyName)}`,
    `type: ${role.type}`,
    ...(isAlone(role, live) ? [] : [`sid: ${pin}`]),
    'permissions:',
    ...[...new Set(role.permissions)].sort().map((permission) => `  - ${scalar(permission)}`),
  ];
}

/** Whether the file that is being written has a role, so that it can be given by name there. */
export type InFile = (role: LiveRole) => boolean;

/** A user, with the fields that are set. */
export function userLines(user: LiveUser, live: Live, inFile: InFile): readonly string[] {
  const { identity, roleSid, friendlyName, attributes } = user;
  const role = roleSid && roleText(roleSid, live, inFile);
  return [
    `identity: ${scalar(identity)}`,
    ...(role ? [`role: ${role}`] : []),
    ...(friendlyName ? [`friendlyName: ${scalar(friendlyName)}`] : []),
    ...(attributes && attributes !== '{}' ? [`attributes: ${attributesText(attributes)}`] : []),
  ];
}

/** How `users[].role` gives a role: by name, or by SID where the file doesn't have it or the name isn't its own alone. */
export function roleText(sid: string, live: Live, inFile: InFile): string | undefined {
  const role = live.roles.find((other) => other.sid === sid);
  return role && (inFile(role) && isAlone(role, live) ? scalar(role.friendlyName) : role.sid);
}

/** How a default gives a role. Names alone go there: `undefined` where two roles have it. */
export function defaultText(key: DefaultKey, live: Live): string | undefined {
  const role = live.roles.find(({ sid }) => sid === live.defaults[key]);
  return role && isAlone(role, live) && role.permissions.length > 0 ? scalar(role.friendlyName) : undefined;
}

function isAlone(role: LiveRole, live: Live): boolean {
  return live.roles.every(
    (other) => other.sid === role.sid || other.type !== role.type || other.friendlyName !== role.friendlyName,
  );
}

/** A Chat service's roles in the words of Conversations, which works on the same ones. What has no counterpart goes. */
export function asConversations(live: Live): Live {
  return {
    ...live,
    product: 'conversations',
    roles: live.roles.map((role) =>
      productOf(role.type) === 'conversations'
        ? role
        : {
            ...role,
            type: typeFor('conversations', scopeOf(role.type)),
            permissions: [
              ...new Set(role.permissions.flatMap((each) => toConversationsPermission(each) ?? [])),
            ],
          },
    ),
  };
}
