import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { MakeClient } from './server';

/** A client of the language server in a process of its own, over Node's own channel. */
export function processClient(context: ExtensionContext): MakeClient {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=0'] } };
  return (options) => new LanguageClient('twilioRoles', 'Twilio Roles', { run, debug }, options);
}
