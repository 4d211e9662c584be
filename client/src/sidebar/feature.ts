import { window } from 'vscode';
import type { App } from '../app';
import type { VirtualDocuments } from '../plan/documents';
import { roleDecorations } from './decorations';
import { rowCommands } from './row-commands';
import { ServicesView } from './services-view';
import { viewCommands } from './view-commands';

/** The Services view, its decorations and its commands. */
export function servicesFeature(app: App, documents: VirtualDocuments) {
  const services = new ServicesView(app);
  app.context.subscriptions.push(services, window.registerFileDecorationProvider(roleDecorations));
  return { services, commands: { ...viewCommands(app, services), ...rowCommands(app, services, documents) } };
}
