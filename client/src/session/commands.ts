import { l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { askWhich } from '../ask-which';
import type { Handler } from '../command';
import { commands } from '../ids';
import { accountLabel, type StoredAccount } from './account';
import type { AccountStore } from './account-store';
import { back, pick } from './quick-input';
import type { Sandbox } from './sandbox';
import type { SignInFlow } from './sign-in';
import type { WindowSession } from './window-session';

type Ids =
  | typeof commands.signIn
  | typeof commands.signOut
  | typeof commands.switchAccount
  | typeof commands.openSandbox;

/** Signing in and out, as commands and for the Accounts menu. */
export class SessionCommands {
  readonly #session: WindowSession;
  readonly #accounts: AccountStore;
  readonly #flow: SignInFlow;
  readonly #sandbox: Sandbox;

  constructor(session: WindowSession, accounts: AccountStore, flow: SignInFlow, sandbox: Sandbox) {
    this.#session = session;
    this.#accounts = accounts;
    this.#flow = flow;
    this.#sandbox = sandbox;
    session.onSignInNeeded(async () => {
      await this.signIn();
    });
  }

  handlers(): Readonly<Record<Ids, Handler>> {
    return {
      // Answers with nothing: commands are open to every extension, and an account holds a secret.
      [commands.signIn]: async () => {
        await this.signIn();
      },
      [commands.signOut]: () => this.#chooseAndSignOut(),
      [commands.switchAccount]: () => this.#switch(),
      [commands.openSandbox]: () => this.#openSandbox(),
    };
  }

  async signIn(): Promise<StoredAccount | undefined> {
    if (!this.#session.mayConnect()) return undefined;
    const account = await this.#flow.run();
    if (account) await this.#session.choose(account.id);
    return account;
  }

  /** The sandbox that this window used before it was reloaded is a process, and went with it: starts it again. */
  async resume(): Promise<void> {
    if (this.#session.wantsSandbox() && !this.#accounts.all.some(({ sandbox }) => sandbox)) {
      await this.#openSandbox();
    }
  }

  async signOut(id: string): Promise<void> {
    const account = this.#accounts.all.find((candidate) => candidate.id === id);
    await this.#accounts.remove(id);
    if (account?.sandbox) this.#sandbox.stop();
  }

  async #openSandbox(): Promise<void> {
    if (!this.#session.mayConnect()) return;
    const known = this.#accounts.all.find(({ sandbox }) => sandbox);
    const account = known ?? (await this.#flow.sandbox());
    await this.#session.choose(account.id);
  }

  async #chooseAndSignOut(): Promise<void> {
    const { all } = this.#accounts;
    const [only] = all;
    if (!only) return;
    if (all.length === 1) return this.signOut(only.id);
    const chosen = await pick({
      title: l10n.t('Sign out'),
      step: 1,
      of: 1,
      placeholder: l10n.t('Which account should be forgotten on this machine?'),
      items: all.map((account) => this.#row(account)),
    });
    if (chosen && chosen !== back) await this.signOut(chosen.id);
  }

  async #switch(): Promise<void> {
    const rows = this.#accounts.all.map((account) => this.#row(account));
    const other: QuickPickItem & { readonly id?: string } = {
      label: l10n.t('Sign in to another account…'),
      alwaysShow: true,
    };
    const items =
      rows.length > 0 ? [...rows, { label: '', kind: QuickPickItemKind.Separator }, other] : [other];
    const placeholder = l10n.t('Which account should this window work with?');
    const chosen = await askWhich(items, { placeHolder: placeholder });
    if (!chosen) return;
    if (chosen.id === undefined) await this.signIn();
    else await this.#session.choose(chosen.id);
  }

  #row(account: StoredAccount): QuickPickItem & { readonly id: string } {
    const current = account.id === this.#session.current?.id;
    return {
      id: account.id,
      label: accountLabel(account),
      description: [
        current && l10n.t('in use'),
        account.sandbox && l10n.t('on this machine'),
        'authToken' in account.credentials && !account.sandbox && l10n.t('auth token'),
      ]
        .filter(Boolean)
        .join(' · '),
    };
  }
}
