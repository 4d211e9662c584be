import data from '../../schemas/permissions.json';

export type Product = 'conversations' | 'chat';
export type RoleType = 'conversation' | 'service' | 'channel' | 'deployment';
/** Chat's types are named for what they became in Conversations: `deployment` is a service, `channel` a conversation. */
export type RoleScope = 'service' | 'conversation';
export const roleScopes: readonly RoleScope[] = ['service', 'conversation'];

/** documented: on Twilio's role page. undocumented: seen accepted. doubtful: on the page, but refused with 50104. */
export type PermissionStatus = 'documented' | 'undocumented' | 'doubtful';

export interface PermissionEntry {
  readonly permission: string;
  /** A phrase that completes "may …". */
  readonly meaning: string;
  readonly status: PermissionStatus;
  /** Whether it acts on what other people wrote or own, or on other people. */
  readonly overOthers?: boolean;
}

export const products: readonly Product[] = ['conversations', 'chat'];

/** The role types of each product, the narrower one first. */
export const roleTypes: Readonly<Record<Product, readonly RoleType[]>> = {
  conversations: ['conversation', 'service'],
  chat: ['channel', 'deployment'],
};

/** When the catalogs were last held against their sources, an ISO date. */
export const catalogDate: string = data.date;

/** Twilio's role page for the product. */
export function catalogSource(product: Product): string {
  return data.sources[product];
}

const byType = new Map<RoleType, ReadonlyMap<string, PermissionEntry>>(
  Object.values(data.products).flatMap((types) =>
    Object.entries(types).map(([type, entries]) => [
      type as RoleType,
      new Map(entries.map((entry) => [entry.permission, entry as PermissionEntry])),
    ]),
  ),
);

/** What a role of this type may be given, by permission, in the catalog's order. */
export function permissionsOf(type: RoleType): ReadonlyMap<string, PermissionEntry> {
  return byType.get(type) ?? new Map();
}

/** The product that a role type belongs to. */
export function productOf(type: RoleType): Product {
  return roleTypes.chat.includes(type) ? 'chat' : 'conversations';
}

/** The level that a role type works on, whichever the product. */
export function scopeOf(type: RoleType): RoleScope {
  return type === 'deployment' || type === 'service' ? 'service' : 'conversation';
}

/** The role type of a product that works on this level. */
export function typeFor(product: Product, scope: RoleScope): RoleType {
  if (product === 'conversations') return scope;
  return scope === 'service' ? 'deployment' : 'channel';
}

/** What a product is called in a sentence. */
export const productNames: Readonly<Record<Product, string>> = {
  conversations: 'Conversations',
  chat: 'Chat',
};

/** Whether `text` is a role type of either product. */
export function isRoleType(text: string): text is RoleType {
  return byType.has(text as RoleType);
}

const toConversations = new Map<string, string | null>(Object.entries(data.chatToConversations.permissions));
const toChat = new Map(
  [...toConversations].flatMap(([chat, conversations]) => (conversations ? [[conversations, chat]] : [])),
);

/** The types of a product that a permission is in the catalog of. */
export function typesOf(product: Product, permission: string): readonly RoleType[] {
  return roleTypes[product].filter((type) => permissionsOf(type).has(permission));
}

/** The other product, for what is written in its words. */
export function otherProduct(product: Product): Product {
  return product === 'chat' ? 'conversations' : 'chat';
}

/** What a permission is called in Conversations; `undefined` where it has no counterpart. Unmapped names stay. */
export function toConversationsPermission(chat: string): string | undefined {
  const mapped = toConversations.get(chat);
  return mapped === undefined ? chat : (mapped ?? undefined);
}

const chatFields = new Set(Object.keys(data.chatToConversations.fields).map((name) => name.toLowerCase()));

/** Whether a word is the name of one of Chat's API fields that Conversations calls otherwise. */
export function isChatField(name: string): boolean {
  return chatFields.has(name.toLowerCase());
}

/** What a permission is called in `product`; `undefined` where it has no counterpart. Unmapped names stay. */
export function permissionIn(product: Product, permission: string): string | undefined {
  return product === 'chat' ? toChatPermission(permission) : toConversationsPermission(permission);
}

/** What a permission is called in Chat. Unmapped names stay. */
export function toChatPermission(conversations: string): string {
  return toChat.get(conversations) ?? conversations;
}
