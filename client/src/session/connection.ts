import { getCACertificates } from 'node:tls';
import { type LogOutputChannel, workspace } from 'vscode';
import { connect, type LogEntry, type ProxyOptions, type TwilioAccount } from '../../../core/src';
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
      proxy: proxyOptions(),
      log: (entry) => log.debug(logLine(entry)),
    });
}

function proxyOptions(): ProxyOptions {
  const http = workspace.getConfiguration('http');
  const url = http.get<string>('proxySupport') === 'off' ? undefined : http.get<string>('proxy');
  return {
    ...(url && { url }),
    noProxy: http.get<string[]>('noProxy', []),
    strictSSL: http.get<boolean>('proxyStrictSSL', true),
    certificates: http.get<boolean>('systemCertificates', true) ? getCACertificates('system') : [],
  };
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
