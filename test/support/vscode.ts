/**
 * What editor-free code of the client takes from `vscode`: words and events. A test that needs more of it belongs
 * into the real editor. Used as `vi.mock('vscode', () => import('…/support/vscode'))`.
 */
export const l10n = {
  t: (message: string, ...args: readonly unknown[]) =>
    message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)])),
};

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event = (listener: (value: T) => void) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}
