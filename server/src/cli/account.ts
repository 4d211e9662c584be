import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  type AccountSid,
  connect,
  isSid,
  parseTwilioCliConfig,
  proxyFromEnvironment,
  type SignIn,
  signInFromEnvironment,
  type TwilioAccount,
} from '../../../core/src';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface AccountOptions {
  readonly profile?: string;
  readonly sandbox?: boolean;
}

/** An account to work on, and what has to be closed after. */
export interface OpenAccount extends AsyncDisposable {
  readonly twilio: TwilioAccount;
}

/**
 * Opens the account that the options and the environment name.
 *
 * @throws UsageError where credentials are missing.
 */
export async function openAccount(options: AccountOptions, terminal: Terminal): Promise<OpenAccount> {
  if (options.sandbox) return openSandbox(terminal);
  const signIn =
    options.profile === undefined ? fromEnvironment(terminal) : fromProfile(options.profile, terminal);
  return opened(connect({ ...signIn, proxy: proxyFromEnvironment(terminal.env), certificates: 'system' }));
}

/** The sandbox that runs already and is named by the environment, or one for this command alone. */
async function openSandbox({ env, say }: Terminal): Promise<OpenAccount> {
  const {
    TWILIO_ROLES_SANDBOX_URL: url,
    TWILIO_ROLES_SANDBOX_ACCOUNT: sid,
    TWILIO_ROLES_SANDBOX_TOKEN: token,
  } = env;
  // An empty name is one that a pipeline sets to nothing, and says no more than none.
  if (url) {
    if (!isSid(sid ?? '', 'AC') || !token) {
      throw new UsageError(
        'TWILIO_ROLES_SANDBOX_URL needs TWILIO_ROLES_SANDBOX_ACCOUNT and …_TOKEN beside it.',
      );
    }
    return opened(
      connect({ accountSid: sid as AccountSid, credentials: { authToken: token }, sandbox: url }),
    );
  }
  const { startSandbox } = await import('../sandbox/sandbox');
  const sandbox = await startSandbox();
  say(`Sandbox at ${sandbox.url}; nothing real is touched, and it ends with this command.`);
  const { account } = sandbox;
  const credentials = { authToken: account.token };
  try {
    const twilio = connect({ accountSid: account.sid as AccountSid, credentials, sandbox: sandbox.url });
    return opened(twilio, () => sandbox.close());
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

function fromEnvironment(terminal: Terminal): SignIn {
  const result = signInFromEnvironment(terminal.env);
  if ('signIn' in result) return result.signIn;
  throw new UsageError(`${result.missing} Or use --profile with a profile of twilio-cli, or --sandbox.`);
}

function fromProfile(name: string, { env }: Terminal): SignIn {
  const path = join(homedir(), '.twilio-cli/config.json');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(
      'There is no ~/.twilio-cli/config.json. Sign in with twilio-cli, or set TWILIO_ACCOUNT_SID and an API key.',
    );
  }
  const config = parseTwilioCliConfig(readFileSync(path, 'utf8'), env);
  if (!config) throw new UsageError("~/.twilio-cli/config.json isn't a config file of twilio-cli.");
  const profile = config.profiles.get(name);
  if (!profile) {
    const names = [...config.profiles.keys()].map((other) => `"${other}"`).join(', ') || 'none';
    throw new UsageError(`twilio-cli has no profile "${name}". It has: ${names}.`);
  }
  if ('missing' in profile) throw new UsageError(profile.missing);
  return profile.signIn;
}

function opened(twilio: TwilioAccount, close = async () => {}): OpenAccount {
  return {
    twilio,
    [Symbol.asyncDispose]: async () => {
      await twilio.close();
      await close();
    },
  };
}
