import { isSid } from '../../../core/src';
import type { StoredAccount } from './account';

/** There is one sandbox a window. */
export const sandboxId = 'sandbox';

type Environment = Readonly<Record<string, string | undefined>>;

/** Hosts that never leave this machine. A sandbox is nowhere else, whatever the environment says. */
export function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** The sandbox that `npm start` and the tests hand over in the environment of the extension host. */
export function sandboxFrom(environment: Environment): StoredAccount | undefined {
  const url = environment.TWILIO_ROLES_SANDBOX_URL;
  const account = environment.TWILIO_ROLES_SANDBOX_ACCOUNT;
  const token = environment.TWILIO_ROLES_SANDBOX_TOKEN;
  if (!url || !account || !token || !isLoopback(url) || !isSid(account, 'AC')) return undefined;
  return sandboxAccount(url, account, token);
}

/** The sandbox as an account of its own. */
export function sandboxAccount(
  url: string,
  accountSid: StoredAccount['accountSid'],
  authToken: string,
): StoredAccount {
  return {
    id: sandboxId,
    name: 'Sandbox',
    accountSid,
    credentials: { authToken },
    sandbox: new URL(url).origin,
  };
}
