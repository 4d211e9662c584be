declare const brand: unique symbol;
type Branded<K extends string> = string & { readonly [brand]: K };

/** `AC…` */
export type AccountSid = Branded<'AC'>;
/** `IS…`, a conversation (chat) service. */
export type ServiceSid = Branded<'IS'>;
/** `RL…` */
export type RoleSid = Branded<'RL'>;
/** `US…` */
export type UserSid = Branded<'US'>;

/** What a SID's two letters name. Source: Twilio's SID glossary. */
export const sidKinds = {
  AC: 'account',
  IS: 'service',
  RL: 'role',
  US: 'user',
  CH: 'conversation',
  MB: 'participant',
  IM: 'message',
  IN: 'invite',
  BS: 'binding',
  CR: 'push credential',
  MG: 'messaging service',
  SK: 'API key',
  RQ: 'request',
} as const;

export type SidPrefix = keyof typeof sidKinds;

const pattern = /^[A-Z]{2}[0-9a-fA-F]{32}$/;

/** Whether `text` is a whole SID with this prefix. */
export function isSid(text: string, prefix: 'AC'): text is AccountSid;
export function isSid(text: string, prefix: 'IS'): text is ServiceSid;
export function isSid(text: string, prefix: 'RL'): text is RoleSid;
export function isSid(text: string, prefix: 'US'): text is UserSid;
export function isSid(text: string, prefix: SidPrefix): boolean;
export function isSid(text: string, prefix: SidPrefix): boolean {
  return text.startsWith(prefix) && pattern.test(text);
}

/** The prefix of a whole, well-formed SID of any known kind. */
export function sidPrefix(text: string): SidPrefix | undefined {
  const prefix = text.slice(0, 2);
  return prefix in sidKinds && pattern.test(text) ? (prefix as SidPrefix) : undefined;
}

/** A SID short enough for a label: `IS…11aa`. */
export function shortSid(sid: string): string {
  return `${sid.slice(0, 2)}…${sid.slice(-4)}`;
}
