import { type ExtensionContext, l10n, commands as vscode, window } from 'vscode';
import { registerCommands } from './command';
import { WorkspaceFiles } from './files/roles-files';
import { type CommandId, commands, contexts } from './ids';
import { LanguageServer } from './language/server';
import { tellFiles } from './language/tell-server';
import { workerClient } from './language/worker-client';
import { inform } from './notify';

/**
 * VS Code in a browser, with no machine behind it: the language features, in a worker. What speaks to Twilio stays
 * out, as a page can't: Twilio's API answers no other origin, and a secret has no business in a page.
 */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Twilio Roles', { log: true });
  const files = new WorkspaceFiles();
  const server = new LanguageServer(context, log, workerClient(context));
  void vscode.executeCommand('setContext', contexts.session, 'browser');
  context.subscriptions.push(
    log,
    files,
    { dispose: () => server.stop() },
    ...tellFiles(server, files),
    ...registerCommands(
      {
        ...onlyOnAMachine(),
        [commands.showLog]: () => log.show(),
        [commands.restartServer]: () => server.restart(),
      },
      (error) => log.error(error instanceof Error ? error : String(error)),
    ),
  );
  void server.start();
}

function onlyOnAMachine(): Readonly<Record<CommandId, () => unknown>> {
  const say = () =>
    inform(
      l10n.t(
        'This needs VS Code on a machine: in a browser, roles.yaml is checked and completed, and no more.',
      ),
    );
  return Object.fromEntries(Object.values(commands).map((id) => [id, say])) as Record<
    CommandId,
    () => unknown
  >;
}
