/** The language server and a client of it, in this process, over a pair of streams and the real protocol. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { toOffset, toPosition } from '../../server/src/language/convert';
import { LineIndex } from '../../server/src/language/line-index';
import type { InitializationOptions } from '../../server/src/language/protocol';
import { serve } from '../../server/src/language/server';

export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  /** What the client answers for the section `twilioRoles`; a function is asked each time. */
  readonly settings?: () => unknown;
  /** Called before the server is told to initialize. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

export const defaultUri = 'file:///project/roles.yaml';

/** A client that speaks to a server of its own. Every wait ends with a message; none has a timer. */
export class LanguageSession implements AsyncDisposable {
  readonly connection: ProtocolConnection;
  readonly #published = new Map<string, PublishDiagnosticsParams[]>();
  readonly #waiting = new Map<string, ((params: PublishDiagnosticsParams) => void)[]>();
  #version = 0;
  initialized!: InitializeResult;

  private constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const waiting = this.#waiting.get(params.uri)?.shift();
      if (waiting) waiting(params);
      else this.#published.set(params.uri, [...(this.#published.get(params.uri) ?? []), params]);
    });
  }

  static async start({
    capabilities = {},
    options,
    settings,
    prepare,
  }: SessionOptions = {}): Promise<LanguageSession> {
    const up = new PassThrough();
    const down = new PassThrough();
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const session = new LanguageSession(connection);
    connection.onRequest('workspace/configuration', () => [settings?.() ?? null]);
    connection.onRequest('client/registerCapability', () => null);
    prepare?.(connection);
    connection.listen();
    session.initialized = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {
        ...capabilities,
        ...(settings && { workspace: { ...capabilities.workspace, configuration: true } }),
      },
      initializationOptions: options,
    });
    await connection.sendNotification('initialized', {});
    return session;
  }

  async open(text: string, uri = defaultUri, version = ++this.#version): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version, text },
    });
  }

  async close(uri = defaultUri): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async change(
    changes: readonly ({ readonly range: Range; readonly text: string } | { readonly text: string })[],
    uri = defaultUri,
  ): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: changes,
    });
  }

  /** The next diagnostics that the server pushes for a file, or the oldest that nobody has asked for yet. */
  pushed(uri = defaultUri): Promise<PublishDiagnosticsParams> {
    const params = this.#published.get(uri)?.shift();
    if (params) return Promise.resolve(params);
    return new Promise((resolve) => {
      this.#waiting.set(uri, [...(this.#waiting.get(uri) ?? []), resolve]);
    });
  }

  /** How many pushes nobody has asked for. */
  unread(uri = defaultUri): number {
    return this.#published.get(uri)?.length ?? 0;
  }

  async pull(uri = defaultUri): Promise<Diagnostic[]> {
    const report: { readonly items: Diagnostic[] } = await this.ask('textDocument/diagnostic', {}, uri);
    return report.items;
  }

  ask<R>(method: string, params: object = {}, uri = defaultUri): Promise<R> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...params });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}

/** Client capabilities of an editor that fetches diagnostics and takes snippets. */
export const modernClient: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** A text without its `$0`, and where that was. */
export function atCursor(marked: string): {
  readonly text: string;
  readonly position: Position;
  readonly offset: number;
} {
  const offset = marked.indexOf('$0');
  if (offset < 0) throw new Error('There is no $0 in the text');
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  return { text, offset, position: toPosition({ lines: new LineIndex(text) }, offset) };
}

/** The text with LSP edits applied, as an editor does it. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const file = { text, lines: new LineIndex(text) };
  return edits
    .map(({ range, newText }) => ({
      start: toOffset(file, range.start),
      end: toOffset(file, range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** The part of a text that a range is. */
export function textAt(text: string, range: Range): string {
  const file = { text, lines: new LineIndex(text) };
  return text.slice(toOffset(file, range.start), toOffset(file, range.end));
}
