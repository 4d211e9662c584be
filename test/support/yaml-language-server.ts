/** Red Hat's YAML language server from npm, as a child over stdio, spoken to as their VS Code extension does. */
import { spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const program = new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url);

export class YamlLanguageServer implements AsyncDisposable {
  readonly #connection: ProtocolConnection;
  readonly #stop: () => Promise<void>;
  readonly #waiting: ((diagnostics: Diagnostic[]) => void)[] = [];

  private constructor(connection: ProtocolConnection, stop: () => Promise<void>) {
    this.#connection = connection;
    this.#stop = stop;
  }

  /** `schemaFor` is what a contributor registered with Red Hat's extension answers for a file. */
  static async start(
    schemaFor: (uri: string) => { readonly uri: string; readonly content: string } | undefined,
  ) {
    const child = spawn(process.execPath, [program.pathname, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const server = new YamlLanguageServer(connection, async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      connection.dispose();
      child.kill();
      await exited;
    });
    const contents = new Map<string, string>();
    connection.onRequest('custom/schema/request', (uri: string) => {
      const schema = schemaFor(uri);
      if (schema) contents.set(schema.uri, schema.content);
      return schema ? [schema.uri] : [];
    });
    connection.onRequest('custom/schema/content', (uri: string) => contents.get(uri) ?? '');
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) =>
        section === 'yaml'
          ? { validate: true, completion: true, hover: true, schemaStore: { enable: false } }
          : {},
      ),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
        server.#waiting.shift()?.(diagnostics);
      },
    );
    connection.onUnhandledNotification(() => undefined);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
        workspace: { configuration: true },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('yaml/registerCustomSchemaRequest');
    await connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false } } },
    });
    return server;
  }

  /** Opens a file and gives what the server says of it. */
  async open(uri: string, text: string): Promise<Diagnostic[]> {
    const published = new Promise<Diagnostic[]>((resolve) => this.#waiting.push(resolve));
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return published;
  }

  ask<R>(method: string, params: object): Promise<R> {
    return this.#connection.sendRequest(method, params);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
  }
}
