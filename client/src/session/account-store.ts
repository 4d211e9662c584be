import { type Disposable, EventEmitter, type SecretStorage } from 'vscode';
import { parseAccounts, type StoredAccount } from './account';

const key = 'twilioRoles.accounts';

/** The accounts that the person signed in to: kept in SecretStorage, or for this window alone. */
export class AccountStore {
  readonly #secrets: SecretStorage;
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #loading: Promise<void> | undefined;
  #kept: readonly StoredAccount[] = [];
  #forThisWindow: readonly StoredAccount[] = [];

  readonly onDidChange = this.#changed.event;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
    // Another window signing in or out is seen here.
    this.#subscription = secrets.onDidChange((event) => {
      if (event.key === key) void this.load();
    });
  }

  get all(): readonly StoredAccount[] {
    return [...this.#forThisWindow, ...this.#kept];
  }

  /** Settles once SecretStorage was read. */
  get loaded(): Promise<void> {
    this.#loading ??= this.load();
    return this.#loading;
  }

  /** Reads what SecretStorage holds; rejects where that can't be read. */
  async load(): Promise<void> {
    const text = await this.#secrets.get(key);
    this.#kept = parseAccounts(text);
    this.#changed.fire();
  }

  /** Rejects where the system can't keep secrets. */
  async keep(account: StoredAccount): Promise<void> {
    await this.#write([...this.#kept.filter(({ id }) => id !== account.id), account]);
  }

  /** Until the window is closed or reloaded. */
  keepForThisWindow(account: StoredAccount): void {
    this.#forThisWindow = [...this.#forThisWindow.filter(({ id }) => id !== account.id), account];
    this.#changed.fire();
  }

  async remove(id: string): Promise<void> {
    if (this.#forThisWindow.some((account) => account.id === id)) {
      this.#forThisWindow = this.#forThisWindow.filter((account) => account.id !== id);
      this.#changed.fire();
    } else {
      await this.#write(this.#kept.filter((account) => account.id !== id));
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #write(accounts: readonly StoredAccount[]): Promise<void> {
    if (accounts.length > 0) await this.#secrets.store(key, JSON.stringify(accounts));
    else await this.#secrets.delete(key);
    this.#kept = accounts;
    this.#changed.fire();
  }
}
