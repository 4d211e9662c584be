import { DidChangeConfigurationNotification, TextDocumentSyncKind } from './lsp';
import { type LiveSnapshot, liveNotification, yamlServerNotification } from './protocol';
import type { Feature } from './session';

/** Keeps the session in step with the client: text, settings, live names. */
export const synchronization: Feature = (session) => {
  const { connection, client } = session;
  connection.onInitialized(() => {
    // Asked for while the first file is still on its way, so that its diagnostics needn't wait for the answer.
    session.inBackground(session.settings.get());
    if (!client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    const section = 'twilioRoles';
    session.inBackground(connection.client.register(DidChangeConfigurationNotification.type, { section }));
  });
  connection.onDidChangeConfiguration(({ settings }) => session.settingsChanged(settings));
  connection.onNotification(liveNotification, (live: readonly LiveSnapshot[]) => {
    session.live = live;
  });
  connection.onNotification(yamlServerNotification, ({ active }: { readonly active: boolean }) => {
    session.yamlServer = active;
  });
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    positionEncoding: 'utf-16',
  };
};
