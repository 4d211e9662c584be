import { EventEmitter, type TextDocumentContentProvider, Uri } from 'vscode';

/** Read-only texts made here: before and after of a change, reports. Not files, so nothing lints them. */
export const scheme = 'twilio-roles';

export class VirtualDocuments implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  readonly onDidChange = this.#changed.event;

  /**
   * Its address. The last part of `path` names the document to people and picks its language; `id` tells apart what
   * has the same name. An editor that shows it follows when it is put again.
   */
  put(path: readonly string[], text: string, id = ''): Uri {
    // A name with a slash in it must not become two parts.
    const parts = path.map((part) => part.replaceAll('/', '∕'));
    const uri = Uri.from({ scheme, path: `/${parts.join('/')}`, query: id });
    const before = this.#texts.get(uri.toString());
    this.#texts.set(uri.toString(), text);
    if (before !== undefined && before !== text) this.#changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
