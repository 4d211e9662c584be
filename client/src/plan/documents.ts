import { EventEmitter, type TextDocumentContentProvider, Uri } from 'vscode';

/** Read-only texts made here: before and after of a change, reports. Not files, so nothing lints them. */
export const scheme = 'twilio-roles';

export class VirtualDocuments implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  readonly onDidChange = this.#changed.event;

  /** Its address. The last part of `path` names the document to people and picks its language; an editor that shows it follows. */
  put(path: readonly string[], text: string): Uri {
    // A name with a slash in it must not become two parts.
    const parts = path.map((part) => part.replaceAll('/', '∕'));
    const uri = Uri.from({ scheme, path: `/${parts.join('/')}` });
    const before = this.#texts.get(uri.path);
    this.#texts.set(uri.path, text);
    if (before !== undefined && before !== text) this.#changed.fire(uri);
    return uri;
  }

  /** Drops what lies below this path. */
  clear(path: readonly string[]): void {
    const prefix = `/${path.join('/')}/`;
    for (const key of this.#texts.keys()) if (key.startsWith(prefix)) this.#texts.delete(key);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
