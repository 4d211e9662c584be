import { DidChangeConfigurationNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import { type LiveSnapshot, liveNotification, yamlServerNotification } from './protocol';
import type { Feature } from './session';

/** Keeps the session in step with the client: text, settings, live names. */
export const synchronization: Feature = (session) => {
  const { connection, client } = session;
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    const section = 'twilioRoles';
    connection.onInitialized(() =>
      session.inBackground(connection.client.register(DidChangeConfigurationNotification.type, { section })),
    );
  }
  connection.onDidChangeConfiguration(() => session.settingsChanged());
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
