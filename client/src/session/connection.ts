import { type LogOutputChannel, workspace } from 'vscode';
import { connect, type TwilioAccount } from '../../../core/src';
import type { StoredAccount } from './account';

/** Makes the connection of an account; nothing is sent before it is asked for something. */
export type Connect = (account: StoredAccount) => TwilioAccount;

/** Connects as VS Code's own settings say: its proxy, what goes around it, and whose certificates count. */
export function connectWith(log: LogOutputChannel): Connect {
  return ({ accountSid, credentials, region, edge, sandbox }) =>
    connect({
      accountSid,
      credentials,
      ...(region && edge && { region, edge }),
      ...(sandbox && { sandbox }),
      ...proxyOptions(),
      log: (line) => log.debug(line),
    });
}

function proxyOptions() {
  const http = workspace.getConfiguration('http');
  if (http.get('proxySupport') === 'off') return {};
  const proxy = http.get<string>('proxy');
  return {
    ...(proxy && { proxy }),
    noProxy: http.get<string[]>('noProxy', []),
    proxyStrictSsl: http.get<boolean>('proxyStrictSSL', true),
  };
}

/** Asks Twilio for one thing that every account has. Rejects with what is wrong with the credentials. */
export async function checkCredentials(account: TwilioAccount, signal: AbortSignal): Promise<void> {
  for await (const _service of account.services('conversations', { signal })) return;
}
