import {
  catalogSource,
  type PermissionEntry,
  type PermissionStatus,
  type Product,
  permissionsOf,
  type RoleType,
  roleTypes,
  toChatPermission,
  toConversationsPermission,
} from '../catalog';
import { link, paragraphs } from './markdown';

const statusNotes: Readonly<Record<PermissionStatus, string | undefined>> = {
  documented: undefined,
  undocumented: "Not on Twilio's page; seen accepted.",
  doubtful: "On Twilio's page, but Twilio has refused it with error 50104.",
};

/**
 * What a permission is, as Markdown; `undefined` for one that neither product has. In a role whose `type` is known,
 * it is warned of what concerns roles of that type alone.
 */
export function describePermission(
  permission: string,
  product: Product,
  type?: RoleType,
): string | undefined {
  const own = typesThatHave(permission, product);
  const other = product === 'chat' ? 'conversations' : 'chat';
  if (own.length === 0 && typesThatHave(permission, other).length === 0) return undefined;
  if (own.length === 0) return describePermission(permission, other);
  const here = own.filter((each) => each.type === type);
  const said = here.length > 0 ? here : own;
  return paragraphs(
    `**${permission}**: may ${said[0]?.entry.meaning}.`,
    `Works in ${own.map(({ type }) => `\`${type}\``).join(' and ')} roles of ${productNames[product]}.`,
    ...notesOf(said),
    twin(permission, product),
    link("Twilio's page", catalogSource(product)),
  );
}

const productNames: Readonly<Record<Product, string>> = {
  conversations: 'Conversations',
  chat: 'Programmable Chat',
};

interface InType {
  readonly type: RoleType;
  readonly entry: PermissionEntry;
}

function typesThatHave(permission: string, product: Product): readonly InType[] {
  return roleTypes[product].flatMap((type) => {
    const entry = permissionsOf(type).get(permission);
    return entry ? [{ type, entry }] : [];
  });
}

function notesOf(types: readonly InType[]): readonly string[] {
  return types.flatMap(({ type, entry }) => {
    const note = statusNotes[entry.status];
    return note ? [`In \`${type}\` roles: ${note}`] : [];
  });
}

/** What the permission is called in the other product. */
function twin(permission: string, product: Product): string {
  const other = product === 'chat' ? 'conversations' : 'chat';
  const name = product === 'chat' ? toConversationsPermission(permission) : toChatPermission(permission);
  if (name === undefined || typesThatHave(name, other).length === 0) {
    return `${productNames[other]} has no counterpart.`;
  }
  const same = name === permission ? 'the same' : `\`${name}\``;
  return `In ${productNames[other]}: ${same}.`;
}
