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

/** A file that adds one role to the sandbox's default service. */
export const auditor = `service: default
roles:
  - friendlyName: Auditor
    type: service
    permissions: [joinConversation]
`;

/** The permissions of each live role with this name. */
export function livePermissions(sandbox: Sandbox, friendlyName: string) {
  return sandbox
    .state()
    .services.flatMap(({ roles }) => roles)
    .filter((role) => role.friendlyName === friendlyName)
    .map(({ permissions }) => [...permissions].sort());
}

/** A plan or a report without what is different in every sandbox. */
export function withoutSids(text: string): string {
  return text
    .replaceAll(/[A-Z]{2}…[0-9a-f]{4}/g, (sid) => `${sid.slice(0, 2)}…`)
    .replace(/\n {2}Not in the file.*/s, '');
}
