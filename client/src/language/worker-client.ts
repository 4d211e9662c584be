import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../../../server/src/language/protocol';
import type { MakeClient } from './server';

/** A client of the language server in a web worker, for VS Code in a browser without a machine behind it. */
export function workerClient({ extensionUri }: ExtensionContext): MakeClient {
  const script = Uri.joinPath(extensionUri, 'dist', 'server.js');
  return (options) =>
    new LanguageClient(
      'twilioRoles',
      'Twilio Roles',
      async () => {
        // Reader and writer rather than the worker: VS Code wraps the class, so the library wouldn't know it.
        const worker = await startWorker(script);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      },
      { ...options, initializationOptions: withoutLenses(options.initializationOptions) },
    );
}

/** What the lenses would run isn't there. */
function withoutLenses(options: InitializationOptions): InitializationOptions {
  return { ...options, codeLens: false };
}

/** By its text: an extension's address need not be one that the browser may load a worker from. */
async function startWorker(script: Uri): Promise<Worker> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(script));
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(url);
  // VS Code loads the text a while later, so the address has to last until the worker speaks.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
