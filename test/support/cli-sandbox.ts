/** A sandbox for the command line, which finds it by its environment. */
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../server/src/sandbox/sandbox';

/** What `--sandbox` reads to find a sandbox that runs already. */
export function environmentOf({ url, account }: Sandbox) {
  return {
    TWILIO_ROLES_SANDBOX_URL: url,
    TWILIO_ROLES_SANDBOX_ACCOUNT: account.sid,
    TWILIO_ROLES_SANDBOX_TOKEN: account.token,
  };
}

/** A sandbox that is gone when the test is over. */
export async function sandboxWith(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  /** The names of all live roles. */
  const names = () =>
    sandbox.state().services.flatMap(({ roles }) => roles.map(({ friendlyName }) => friendlyName));
  return { sandbox, env: environmentOf(sandbox), names };
}
