import { EventEmitter, type ExtensionContext, window } from 'vscode';
import type { App } from './app';
import { registerCommands } from './command';
import type { RolesFiles } from './files/roles-files';
import { commands, views } from './ids';
import { LanguageServer } from './language/server';
import { SessionLiveStore } from './live/store';
import { planFeature } from './plan/feature';
import { AccountStore } from './session/account-store';
import { WindowSession } from './session/window-session';
import { NodeTree } from './sidebar/tree';

/** Registers everything and returns; what needs the network, a secret or a process comes afterwards. */
export function activate(context: ExtensionContext): void {
  const started = performance.now();
  const { subscriptions } = context;
  const log = window.createOutputChannel('Twilio Roles', { log: true });
  const accounts = new AccountStore(context.secrets);
  const session = new WindowSession(accounts, context.workspaceState, () => {
    throw new Error('No account can be connected.');
  });
  const live = new SessionLiveStore(session);
  const files = noFiles();
  const server = new LanguageServer(context, log);
  subscriptions.push(log, accounts, session, live, { dispose: () => server.stop() });

  const foundation = { context, log, session, live, files };
  const planning = planFeature(foundation);
  const app: App = { ...foundation, plans: planning.plans, staging: planning.staging };
  const services = new NodeTree(() => []);
  subscriptions.push(
    services,
    window.createTreeView(views.services, { treeDataProvider: services, showCollapseAll: true }),
    ...registerCommands(
      {
        [commands.signIn]: () => app.session.require(),
        [commands.signOut]: () => undefined,
        [commands.switchAccount]: () => undefined,
        [commands.showLog]: () => log.show(),
        [commands.restartServer]: () => server.restart(),
        [commands.refresh]: () => live.refresh(),
        ...planning.commands,
      },
      (error) => log.error(error instanceof Error ? error : String(error)),
    ),
  );
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms`);

  void server.start();
  void session.start();
}

function noFiles(): RolesFiles {
  return {
    onDidChange: new EventEmitter<void>().event,
    uris: async () => [],
    list: async () => [],
    read: async () => undefined,
  };
}
