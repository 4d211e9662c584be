import { type Disposable, Uri } from 'vscode';
import { filesNotification, liveNotification, textRequest } from '../../../server/src/language/protocol';
import type { App } from '../app';
import { readText } from '../files/roles-files';
import { watchRedHat } from './red-hat';
import type { LanguageServer } from './server';
import { liveSnapshots } from './snapshot';

/** Keeps the language server told of what it can't know itself: files, live names, the other YAML server. */
export function tellServer(server: LanguageServer, { session, live, files }: App): Disposable[] {
  const sendLive = onceATurn(() => {
    server.notify(liveNotification, liveSnapshots(session.current?.twilio.sid, live));
  });
  const sendFiles = onceATurn(async () => {
    server.notify(filesNotification, { uris: (await files.uris()).map(String) });
  });
  server.onStarted(() => {
    sendLive();
    sendFiles();
  });
  server.onRequest(textRequest, async (params) => {
    const { uri } = (params ?? {}) as { readonly uri?: unknown };
    const wanted = (await files.uris()).find((file) => file.toString() === uri);
    // Only files that were announced: the server has no business with others.
    return (wanted && (await readText(Uri.parse(wanted.toString())))) ?? null;
  });
  return [
    session.onDidChange(sendLive),
    live.onDidChange(sendLive),
    files.onDidChange(sendFiles),
    ...watchRedHat(server),
  ];
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
