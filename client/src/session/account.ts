import { isSid, type SignIn, shortSid } from '../../../core/src';

/** An account with its secret, as SecretStorage keeps it. Never leaves the rooms `session/` and `core/src/twilio`. */
export interface StoredAccount extends SignIn {
  readonly id: string;
  /** What the person calls it; may be empty. */
  readonly name: string;
  /** The loopback origin of a local sandbox. */
  readonly sandbox?: string;
}

/** The name alone, for where there is little room. */
export function accountName({ name, accountSid }: Pick<StoredAccount, 'name' | 'accountSid'>): string {
  return name || shortSid(accountSid);
}

/** `Acme (AC…9f2c)`, or the SID alone where the account has no name of its own. */
export function accountLabel({
  name,
  accountSid,
  region,
}: Pick<StoredAccount, 'name' | 'accountSid' | 'region'>): string {
  const sid = region ? `${shortSid(accountSid)}, ${region}` : shortSid(accountSid);
  return name ? `${name} (${sid})` : sid;
}

/** What SecretStorage held, as far as it can be read; anything else is left out. */
export function parseAccounts(text: string | undefined): readonly StoredAccount[] {
  if (!text) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isStoredAccount) : [];
  } catch {
    return [];
  }
}

function isStoredAccount(value: unknown): value is StoredAccount {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, accountSid, credentials } = value as Partial<Record<keyof StoredAccount, unknown>>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof accountSid === 'string' &&
    isSid(accountSid, 'AC') &&
    typeof credentials === 'object' &&
    credentials !== null
  );
}
