import { join } from 'node:path';
import { type Running, start } from './child';
import { project } from './paths';

/** A sandbox in a process of its own. */
export interface ServedSandbox extends Pick<Running, 'ended' | 'output' | 'stop'> {
  readonly url: string;
  readonly account: string;
  readonly token: string;
  /** An API key that it knows as well. */
  readonly key: { readonly sid: string; readonly secret: string };
  /** How the extension host learns of it: a sandbox is an account that only a started VS Code is told about. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts `dist/sandbox.js` with these arguments, and reads from its first lines where it is. */
export async function serveSandbox(args: readonly string[] = []): Promise<ServedSandbox> {
  const child = start(process.execPath, [join(project, 'dist/sandbox.js'), '--port', '0', ...args]);
  const [, url = ''] = await child.line(/(http:\/\/127\.0\.0\.1:\d+)/);
  const [, account = '', token = ''] = await child.line(/^account (AC\w+) token (\S+)/);
  const [, sid = '', secret = ''] = await child.line(/^key (SK\w+) secret (\S+)/);
  return {
    url,
    account,
    token,
    key: { sid, secret },
    env: {
      TWILIO_ROLES_SANDBOX_URL: url,
      TWILIO_ROLES_SANDBOX_ACCOUNT: account,
      TWILIO_ROLES_SANDBOX_TOKEN: token,
    },
    ended: child.ended,
    output: child.output,
    stop: child.stop,
  };
}
