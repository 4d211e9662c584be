import type { Connection } from 'vscode-languageserver';
import { type OpenFiles, type RolesFile, readFile } from './open-files';
import { filesNotification, textRequest } from './protocol';

/** Files that the client announced and nobody has open. Their text is asked for when it is needed, and kept. */
export class ClosedFiles {
  readonly #connection: Connection;
  readonly #open: OpenFiles;
  readonly #kept = new Map<string, Promise<RolesFile | undefined>>();
  #uris: readonly string[] = [];

  constructor(connection: Connection, open: OpenFiles) {
    this.#connection = connection;
    this.#open = open;
    connection.onNotification(filesNotification, ({ uris }: { readonly uris: readonly string[] }) => {
      this.#uris = uris;
      this.#kept.clear();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) this.#kept.delete(uri);
    });
    // What an editor had open may have been saved otherwise than it was before.
    open.onChange((uri) => this.#kept.delete(uri));
  }

  /** Those that are ours. */
  async all(): Promise<readonly RolesFile[]> {
    const closed = this.#uris.filter((uri) => !this.#open.has(uri));
    const files = await Promise.all(closed.map((uri) => this.#get(uri)));
    return files.filter((file) => file !== undefined);
  }

  #get(uri: string): Promise<RolesFile | undefined> {
    const file = this.#kept.get(uri) ?? this.#read(uri);
    this.#kept.set(uri, file);
    return file;
  }

  async #read(uri: string): Promise<RolesFile | undefined> {
    // The file may be gone by now; then there is nothing to say of it.
    const text = await this.#connection.sendRequest<string | null>(textRequest, { uri }).catch(() => null);
    return text === null ? undefined : readFile(uri, text, this.#open.nextRevision());
  }
}
