import { type ExtensionContext, window } from 'vscode';
import { aiTools } from './ai/tools';
import type { App, Foundation } from './app';
import { registerCommands } from './command';
import { WorkspaceFiles } from './files/roles-files';
import { tellContext } from './files/tell-context';
import { commands } from './ids';
import { processClient } from './language/process-client';
import { LanguageServer } from './language/server';
import { tellFiles, tellLive } from './language/tell-server';
import { SessionLiveStore } from './live/store';
import { matrixFeature } from './matrix/feature';
import { planFeature } from './plan/feature';
import { fileCommands } from './pull/feature';
import { sessionFeature } from './session/feature';
import { pendingChanges, statusBar } from './session/status-bar';
import { servicesFeature } from './sidebar/feature';
import { stagingCommands } from './staging/feature';

/** Registers everything and returns; what needs the network, a secret or a process comes afterwards. */
export function activate(context: ExtensionContext): void {
  const started = performance.now();
  const log = window.createOutputChannel('Twilio Roles', { log: true });
  const account = sessionFeature(context, log);
  const { session } = account;
  const live = new SessionLiveStore(session);
  const files = new WorkspaceFiles();
  const server = new LanguageServer(context, log, processClient(context));
  context.subscriptions.push(log, live, files, { dispose: () => server.stop() });

  const foundation: Foundation = { context, log, session, live, files };
  const plan = planFeature(foundation);
  const app: App = { ...foundation, plans: plan.plans, staging: plan.staging };
  const services = servicesFeature(app, plan.planning.documents);
  context.subscriptions.push(
    ...aiTools(plan.planning),
    ...statusBar(session, pendingChanges(app)),
    ...tellLive(server, app),
    ...tellFiles(server, files),
    ...registerCommands(
      {
        ...account.commands,
        ...plan.commands,
        ...stagingCommands(plan.planning),
        ...fileCommands(plan.planning),
        ...matrixFeature(plan.planning),
        ...services.commands,
        [commands.showLog]: () => log.show(),
        [commands.restartServer]: () => server.restart(),
      },
      (error) => log.error(error instanceof Error ? error : String(error)),
    ),
  );
  context.subscriptions.push(tellContext(files));
  void server.start();
  void account.start();
  const { duration } = performance.measure('twilioRoles.activate', { start: started });
  log.info(`Activated in ${duration.toFixed(1)} ms`);
}
