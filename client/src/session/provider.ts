import {
  type AuthenticationProvider,
  type AuthenticationSession,
  EventEmitter,
  l10n,
  type AuthenticationProviderAuthenticationSessionsChangeEvent as SessionsChange,
} from 'vscode';
import { accountLabel, type StoredAccount } from './account';
import type { AccountStore } from './account-store';

/**
 * The accounts in the editor's Accounts menu. A session's `accessToken` is the account's id and no secret: other
 * extensions may ask for sessions, and none of them gets to speak to Twilio in a person's name.
 */
export class TwilioAuthentication implements AuthenticationProvider {
  readonly #accounts: AccountStore;
  readonly #signIn: () => Promise<StoredAccount | undefined>;
  readonly #signOut: (id: string) => Promise<void>;
  readonly #changed = new EventEmitter<SessionsChange>();
  readonly #subscription;
  #known: readonly AuthenticationSession[] = [];

  readonly onDidChangeSessions = this.#changed.event;

  constructor(
    accounts: AccountStore,
    signIn: () => Promise<StoredAccount | undefined>,
    signOut: (id: string) => Promise<void>,
  ) {
    this.#accounts = accounts;
    this.#signIn = signIn;
    this.#signOut = signOut;
    this.#subscription = accounts.onDidChange(() => this.#tell());
  }

  async getSessions(): Promise<AuthenticationSession[]> {
    await this.#accounts.loaded;
    return this.#accounts.all.map(toSession);
  }

  async createSession(): Promise<AuthenticationSession> {
    const account = await this.#signIn();
    if (!account) throw new Error(l10n.t('Nobody signed in.'));
    return toSession(account);
  }

  async removeSession(id: string): Promise<void> {
    await this.#signOut(id);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #tell(): void {
    const sessions = this.#accounts.all.map(toSession);
    const ids = (list: readonly AuthenticationSession[]) => new Set(list.map(({ id }) => id));
    const [before, after] = [ids(this.#known), ids(sessions)];
    const added = sessions.filter(({ id }) => !before.has(id));
    const removed = this.#known.filter(({ id }) => !after.has(id));
    this.#known = sessions;
    if (added.length + removed.length > 0) this.#changed.fire({ added, removed, changed: [] });
  }
}

function toSession(account: StoredAccount): AuthenticationSession {
  const { id } = account;
  return { id, accessToken: id, account: { id, label: accountLabel(account) }, scopes: [] };
}
