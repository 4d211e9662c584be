import { commands, EventEmitter, l10n, type Memento, workspace } from 'vscode';
import { contexts } from '../ids';
import { inform } from '../notify';
import { accountLabel, accountName, type StoredAccount } from './account';
import type { AccountStore } from './account-store';
import { sandboxId } from './environment';
import type { Session, SessionState, SignedIn } from './session';

const chosen = 'twilioRoles.account';

/** The session of this window: one account of the store, or none while the workspace isn't trusted. */
export class WindowSession implements Session {
  readonly #accounts: AccountStore;
  readonly #memory: Memento;
  readonly #connect: (account: StoredAccount) => SignedIn['twilio'];
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions;
  #signIn: () => Promise<void> = async () => undefined;
  #loaded = false;
  #current: { readonly account: StoredAccount; readonly signedIn: SignedIn } | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(
    accounts: AccountStore,
    memory: Memento,
    connect: (account: StoredAccount) => SignedIn['twilio'],
  ) {
    this.#accounts = accounts;
    this.#memory = memory;
    this.#connect = connect;
    this.#subscriptions = [
      accounts.onDidChange(() => this.#settle()),
      workspace.onDidGrantWorkspaceTrust(() => this.#settle()),
    ];
    this.#tell();
  }

  get state(): SessionState {
    if (!workspace.isTrusted) return 'restricted';
    if (!this.#loaded) return 'starting';
    return this.#current ? 'signed-in' : 'signed-out';
  }

  get current(): SignedIn | undefined {
    return this.#current?.signedIn;
  }

  /** What `require` runs where no account is signed in. */
  onSignInNeeded(signIn: () => Promise<void>): void {
    this.#signIn = signIn;
  }

  mayConnect(): boolean {
    if (!workspace.isTrusted) void askForTrust();
    return workspace.isTrusted;
  }

  async require(): Promise<SignedIn | undefined> {
    if (!this.mayConnect()) return undefined;
    // A command may be quicker than the secret storage.
    await this.#accounts.loaded.catch(() => undefined);
    if (!this.current) await this.#signIn();
    return this.current;
  }

  /** Reads the kept accounts; until then the state is `starting`. */
  async start(): Promise<void> {
    try {
      await this.#accounts.loaded;
    } finally {
      this.#loaded = true;
      this.#settle();
    }
  }

  /** Makes an account of the store the current one, here and when the workspace is opened again. */
  async choose(id: string): Promise<void> {
    await this.#memory.update(chosen, id);
    this.#settle();
  }

  /** Whether the sandbox was chosen when the workspace was last open. */
  wantsSandbox(): boolean {
    return workspace.isTrusted && this.#memory.get(chosen) === sandboxId;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    void this.#current?.signedIn.twilio.close();
  }

  #settle(): void {
    if (!this.#loaded) return;
    const all = workspace.isTrusted ? this.#accounts.all : [];
    const account = all.find(({ id }) => id === this.#memory.get(chosen)) ?? all[0];
    if (JSON.stringify(account) !== JSON.stringify(this.#current?.account)) {
      void this.#current?.signedIn.twilio.close();
      this.#current = account && { account, signedIn: this.#signedIn(account) };
    }
    this.#tell();
  }

  #signedIn(account: StoredAccount): SignedIn {
    return {
      id: account.id,
      name: accountName(account),
      label: accountLabel(account),
      twilio: this.#connect(account),
      sandbox: account.sandbox !== undefined,
    };
  }

  #tell(): void {
    void commands.executeCommand('setContext', contexts.session, this.state);
    this.#changed.fire();
  }
}

/** A file of a stranger's workspace may name an account's service: nothing of it is sent until a person trusts it. */
async function askForTrust(): Promise<void> {
  const manage = l10n.t('Manage Trust');
  const answer = await inform(
    l10n.t('Twilio is reached from trusted workspaces only. roles.yaml is checked all the same.'),
    manage,
  );
  if (answer === manage) await commands.executeCommand('workbench.trust.manage');
}
