/** One language server as a child process, spoken to over stdio as an editor would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** How a server is started, and what it is told. */
export interface ServerSpec {
  readonly name: string;
  /** Arguments of `node`. */
  readonly args: readonly string[];
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration` by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

const languageId = 'yaml';

/** A started server. Every wait ends with the server's own answer; none has a timer. */
export class LanguageClient {
  readonly uri = 'file:///bench/bench.roles.yaml';
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #spawned = performance.now();
  #version = 1;
  #diagnostics: readonly Diagnostic[] = [];
  #waiting: (() => void)[] = [];

  constructor(spec: ServerSpec) {
    this.#child = spawn(process.execPath, [...spec.args], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.#child;
    if (!stdin || !stdout) throw new Error(`${spec.name} has no pipes`);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => {
      this.#diagnostics = diagnostics;
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }: { section?: string }) => spec.settings?.[section ?? ''] ?? null),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onUnhandledNotification(() => undefined);
    this.#connection.listen();
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Milliseconds since the process was spawned. */
  get age(): number {
    return performance.now() - this.#spawned;
  }

  async open(spec: ServerSpec, text: string): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: spec.initializationOptions,
      capabilities: {
        workspace: { configuration: true },
        textDocument: {
          synchronization: {},
          publishDiagnostics: { versionSupport: true },
          completion: { completionItem: { snippetSupport: true } },
          hover: { contentFormat: ['markdown'] },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
      },
    });
    await this.#connection.sendNotification('initialized', {});
    if (spec.settings) {
      await this.#connection.sendNotification('workspace/didChangeConfiguration', {
        settings: spec.settings,
      });
    }
    const published = this.#published();
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId, version: this.#version, text },
    });
    await published;
  }

  /** Sends one edit and waits for the diagnostics that follow; gives milliseconds. */
  async edit(range: Range, text: string): Promise<number> {
    const published = this.#published();
    const start = performance.now();
    await this.change(range, text);
    await published;
    return performance.now() - start;
  }

  async change(range: Range, text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  /** Sends one request about the document; gives milliseconds, not a number where the server fails at it. */
  async ask(method: string, params: object): Promise<number> {
    const start = performance.now();
    const asked = this.#connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
    return asked.then(
      () => performance.now() - start,
      () => Number.NaN,
    );
  }

  /** Resident and peak memory in MB, as Linux counts them; `undefined` elsewhere. */
  memory(): { readonly rss: number; readonly peak: number } | undefined {
    if (process.platform !== 'linux' || this.#child.pid === undefined) return undefined;
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    const read = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return { rss: read('VmRSS'), peak: read('VmHWM') };
  }

  async close(): Promise<void> {
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#connection.dispose();
    this.#child.kill();
    await exited;
  }

  #published(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
