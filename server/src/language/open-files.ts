import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { editDocument, parseDocument, type RolesDocument } from '../../../core/src/document/document';
import { isRolesFile, mostRead } from '../../../core/src/document/is-roles-file';
import { type Lines, toSpan } from './convert';
import { LineIndex } from './line-index';

/** A file as the client has it, and what core makes of it. The document holds the text; there is no second copy. */
export interface RolesFile extends Lines {
  readonly document: RolesDocument;
  /** The client's number for this text; absent for a file that nobody has open. */
  readonly version?: number;
}

/** A file that nobody edits; `undefined` where it isn't ours. */
export function readFile(uri: string, text: string, revision: number): RolesFile | undefined {
  if (!isRolesFile(text)) return undefined;
  const document = parseDocument(text);
  return { uri, text: document, lines: new LineIndex(text), document, revision };
}

class OpenFile implements RolesFile {
  readonly uri: string;
  readonly lines: LineIndex;
  document: RolesDocument;
  version: number;
  revision: number;
  #isOurs: boolean | undefined;

  constructor(uri: string, text: string, version: number, revision: number) {
    this.uri = uri;
    this.lines = new LineIndex(text);
    this.document = parseDocument(text);
    this.version = version;
    this.revision = revision;
  }

  get text(): RolesDocument {
    return this.document;
  }

  /** Whether the content is a roles.yaml; told by how it begins. */
  get isOurs(): boolean {
    this.#isOurs ??= isRolesFile(this.document.slice(0, mostRead));
    return this.#isOurs;
  }

  edit(change: TextDocumentContentChangeEvent): void {
    const span = 'range' in change ? toSpan(this, change.range) : { start: 0, end: this.document.length };
    this.document = editDocument(this.document, [{ ...span, newText: change.text }]);
    this.lines.replace(span.start, span.end, change.text.length, this.document);
    if (span.start < mostRead) this.#isOurs = undefined;
  }
}

/** The files that the client has open, ours or not, in step with its edits. */
export class OpenFiles {
  readonly #files = new Map<string, OpenFile>();
  readonly #listeners: ((uri: string) => void)[] = [];
  #revision = 0;

  constructor(connection: Connection) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
      this.#files.set(uri, new OpenFile(uri, text, version, this.nextRevision()));
      this.#changed(uri);
    });
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      const file = this.#files.get(uri);
      if (!file) return;
      for (const change of contentChanges) file.edit(change);
      file.version = version;
      file.revision = this.nextRevision();
      this.#changed(uri);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.#files.delete(uri);
      this.#changed(uri);
    });
  }

  /** The file, if the client has it open and it is ours. */
  get(uri: string): RolesFile | undefined {
    const file = this.#files.get(uri);
    return file?.isOurs ? file : undefined;
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Those that are ours. */
  *[Symbol.iterator](): Generator<RolesFile> {
    for (const uri of this.#files.keys()) {
      const file = this.get(uri);
      if (file) yield file;
    }
  }

  /** Called after each open, change and close with the file's URI. */
  onChange(listener: (uri: string) => void): void {
    this.#listeners.push(listener);
  }

  nextRevision(): number {
    return ++this.#revision;
  }

  #changed(uri: string): void {
    for (const listener of this.#listeners) listener(uri);
  }
}
