import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Message,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

it('the server runs in a web worker, with nothing of Node', async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../server/src/language/worker.ts')],
    bundle: true,
    // A module of Node anywhere in the server fails the build.
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  const worker = new Worker(outputFiles[0]?.text ?? '');
  const connection = createProtocolConnection(worker.reader, worker.writer);
  const published = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', resolve),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///roles.yaml', languageId: 'yaml', version: 1, text: 'service: IS1\n' },
  });
  expect((await published).diagnostics).toMatchObject([{ code: 'malformed-sid' }]);
});

/** A script in a global scope that has what a worker's has and a script can't do without. */
class Worker {
  #receive: DataCallback = () => undefined;
  readonly #scope: { onmessage?: (event: { readonly data: unknown }) => void };
  readonly reader: AbstractMessageReader & { listen(callback: DataCallback): { dispose(): void } };
  readonly writer: AbstractMessageWriter & { write(message: Message): Promise<void>; end(): void };

  constructor(script: string) {
    const receive = (message: Message) => this.#receive(message);
    this.#scope = createContext({
      addEventListener: () => undefined,
      postMessage: (message: Message) => receive(structuredClone(message)),
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      TextDecoder,
      TextEncoder,
      URL,
    });
    // A global scope that names itself, as a worker's does.
    runInContext('globalThis.self = globalThis', this.#scope);
    runInContext(script, this.#scope);
    const scope = this.#scope;
    const listen = (callback: DataCallback) => {
      this.#receive = callback;
      return { dispose: () => undefined };
    };
    this.reader = new (class extends AbstractMessageReader {
      listen = listen;
    })();
    this.writer = new (class extends AbstractMessageWriter {
      async write(message: Message): Promise<void> {
        scope.onmessage?.({ data: structuredClone(message) });
      }
      end(): void {}
    })();
  }
}
