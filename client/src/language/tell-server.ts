import type { Disposable } from 'vscode';
import { filesNotification, liveNotification, textRequest } from '../../../server/src/language/protocol';
import type { App } from '../app';
import { type RolesFiles, readText } from '../files/roles-files';
import { watchRedHat } from './red-hat';
import type { LanguageServer } from './server';
import { liveSnapshots } from './snapshot';

/** Keeps the language server told of live names, which it can't know itself. */
export function tellLive(
  server: LanguageServer,
  { session, live }: Pick<App, 'session' | 'live'>,
): Disposable[] {
  const send = onceATurn(() => {
    server.notify(liveNotification, liveSnapshots(session.current?.twilio.sid, live));
  });
  server.onStarted(send);
  return [session.onDidChange(send), live.onDidChange(send)];
}

/** Keeps it told of the workspace's files and of the other YAML server, and reads files for it. */
export function tellFiles(server: LanguageServer, files: RolesFiles): Disposable[] {
  const send = onceATurn(async () => {
    server.notify(filesNotification, { uris: (await files.uris()).map(String) });
  });
  server.onStarted(send);
  server.onRequest(textRequest, async (params) => {
    const { uri } = (params ?? {}) as { readonly uri?: unknown };
    // Only files that were announced: the server has no business with others.
    const wanted = (await files.uris()).find((file) => file.toString() === uri);
    return (wanted && (await readText(wanted))) ?? null;
  });
  return [files.onDidChange(send), ...watchRedHat(server)];
}

/** Changes come in bursts, as pages do: one message says them all. */
function onceATurn(send: () => void | Promise<void>): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void send();
    }, 0);
  };
}
