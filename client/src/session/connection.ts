import { type LogOutputChannel, workspace } from 'vscode';
import { connect, type LogEntry, type TwilioAccount } from '../../../core/src';
import type { StoredAccount } from './account';
import { networkOptions } from './network';

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
      ...networkOptions(workspace.getConfiguration('http'), process.env),
      log: (entry) => log.debug(logLine(entry)),
    });
}

/** Method, path, status, duration, request id, Twilio's code: never a header or a body. */
function logLine(entry: LogEntry): string {
  const { method, host, path, attempt, milliseconds, status, code, requestId, failure } = entry;
  return [
    `${method} ${host}${path}`,
    status ?? failure,
    code && `code ${code}`,
    `${Math.round(milliseconds)} ms`,
    attempt > 1 && `attempt ${attempt}`,
    requestId,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Asks Twilio for one thing that every account has. Rejects with what is wrong with the credentials. */
export async function checkCredentials(account: TwilioAccount, signal: AbortSignal): Promise<void> {
  for await (const _service of account.services('conversations', { signal })) return;
}
