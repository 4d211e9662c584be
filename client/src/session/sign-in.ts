import {
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import { complain, inform } from '../notify';
import { withCancel } from '../plan/progress';
import { failureKind } from '../sidebar/failure';
import type { StoredAccount } from './account';
import type { AccountStore } from './account-store';
import { type Connect, checkCredentials } from './connection';
import { describeFound, type Found, inEnvironment, inTwilioCli } from './found-accounts';
import { back, form, pick } from './quick-input';
import type { Sandbox } from './sandbox';
import {
  apiKeySteps,
  authTokenSteps,
  type Draft,
  draftAccountSid,
  emptyDraft,
  secretStep,
} from './sign-in-steps';

type Way = 'sandbox' | 'apiKey' | 'authToken' | 'environment' | 'twilioCli';
type WayItem = QuickPickItem & { readonly way?: Way };

/** What signing in works with. */
export interface SignInParts {
  readonly accounts: AccountStore;
  readonly sandbox: Sandbox;
  readonly connect: Connect;
  readonly log: LogOutputChannel;
}

/** Signing in, from the first question to the account in the store. */
export class SignInFlow {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** Asks how and then for the rest. `undefined` where the person gives up. */
  async run(): Promise<StoredAccount | undefined> {
    for (;;) {
      const chosen = await pick({
        title: l10n.t('Sign in to Twilio'),
        step: 1,
        of: 0,
        placeholder: l10n.t('How would you like to sign in?'),
        items: ways(),
      });
      if (chosen === undefined || chosen === back || !chosen.way) return undefined;
      const signedIn = await this.#by(chosen.way);
      if (signedIn !== back) return signedIn;
    }
  }

  /** Starts the sandbox and signs in to it. */
  async sandbox(): Promise<StoredAccount> {
    const account = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Starting the sandbox') },
      () => this.#parts.sandbox.start(),
    );
    this.#parts.accounts.keepForThisWindow(account);
    return account;
  }

  async #by(way: Way): Promise<StoredAccount | typeof back | undefined> {
    switch (way) {
      case 'sandbox':
        return this.sandbox();
      case 'environment':
        return this.#import(inEnvironment());
      case 'twilioCli':
        return this.#import(await inTwilioCli());
      default:
        return this.#ask(way);
    }
  }

  async #ask(kind: 'apiKey' | 'authToken'): Promise<StoredAccount | typeof back | undefined> {
    const steps = kind === 'apiKey' ? apiKeySteps : authTokenSteps;
    const title =
      kind === 'apiKey' ? l10n.t('Sign in with an API key') : l10n.t('Sign in with the auth token');
    let draft: Draft = emptyDraft;
    let from = 0;
    for (;;) {
      const answered = await form(title, draft, steps, { from, before: 1 });
      if (answered === undefined || answered === back) return answered;
      draft = answered;
      const account = toAccount(kind, draft);
      const verdict = await this.#check(account);
      if (verdict === 'ok') return this.#keep(account);
      if (verdict === 'given up') return undefined;
      from = secretStep[kind];
    }
  }

  async #import(found: Found): Promise<StoredAccount | typeof back | undefined> {
    if (found.accounts.length === 0) {
      void inform(found.missing.join(' '));
      return back;
    }
    const chosen = await pick({
      title: l10n.t('Import an account'),
      step: 2,
      of: 2,
      placeholder: l10n.t('Its credentials are copied into the editor’s secret storage'),
      items: found.accounts.map((account) => ({
        label: account.name || account.source,
        description: describeFound(account),
        account,
      })),
    });
    if (chosen === undefined || chosen === back) return chosen;
    const { source: _source, ...signIn } = chosen.account;
    const account: StoredAccount = { id: idOf(signIn), ...signIn };
    return (await this.#check(account)) === 'ok' ? this.#keep(account) : back;
  }

  /** Tries the credentials. Says what is wrong, and asks whether to mend it. */
  async #check(account: StoredAccount): Promise<'ok' | 'again' | 'given up'> {
    for (;;) {
      const answer = await this.#tryOut(account);
      if (answer === 'ok' || answer === 'given up') return answer;
      const { message } = answer;
      this.#parts.log.warn(`Sign-in: ${message}`);
      const [correct, retry] = [l10n.t('Correct Them'), l10n.t('Try Again')];
      // Where nobody answered, nothing is known to be wrong with what was typed.
      const choices = failureKind(answer) === 'offline' ? [retry, correct] : [correct];
      const choice = await complain(l10n.t('Not signed in. {0}', message), ...choices);
      if (choice !== retry) return choice === correct ? 'again' : 'given up';
    }
  }

  async #tryOut(account: StoredAccount): Promise<'ok' | 'given up' | Error> {
    const title = l10n.t('Asking Twilio whether the credentials are right');
    const twilio = this.#parts.connect(account);
    try {
      const done = await withCancel(title, async ({ signal }) => {
        await checkCredentials(twilio, signal);
        return 'ok' as const;
      });
      return done ?? 'given up';
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      await twilio.close();
    }
  }

  /** Keeps the account in SecretStorage, or for this window where that can't be. */
  async #keep(account: StoredAccount): Promise<StoredAccount | undefined> {
    try {
      await this.#parts.accounts.keep(account);
      return account;
    } catch (reason) {
      const message = reason instanceof Error ? reason.message : String(reason);
      this.#parts.log.warn(`Secret storage: ${message}`);
      const once = l10n.t('Until This Window Closes');
      const answer = await window.showWarningMessage(
        l10n.t('The editor can’t keep secrets on this machine, so it can’t stay signed in.'),
        { modal: true, detail: message },
        once,
      );
      if (answer !== once) return undefined;
      this.#parts.accounts.keepForThisWindow(account);
      return account;
    }
  }
}

function toAccount(kind: 'apiKey' | 'authToken', draft: Draft): StoredAccount {
  const { name, apiKey, secret, region, edge } = draft;
  const accountSid = draftAccountSid(draft);
  const credentials = kind === 'apiKey' ? { apiKey, apiSecret: secret } : { authToken: secret };
  const place = region && edge ? { region, edge } : {};
  return { id: idOf({ accountSid, ...place }), name, accountSid, credentials, ...place };
}

/** One account in one region: signing in to it again replaces what was kept. */
function idOf({ accountSid, region }: Pick<StoredAccount, 'accountSid' | 'region'>): string {
  return region ? `${accountSid} ${region}` : accountSid;
}

function ways(): readonly WayItem[] {
  return [
    {
      way: 'sandbox',
      label: l10n.t('Sandbox'),
      iconPath: new ThemeIcon('beaker'),
      detail: l10n.t('Made-up services, roles and users on this machine: no account, no network.'),
    },
    {
      way: 'apiKey',
      label: l10n.t('API key'),
      iconPath: new ThemeIcon('key'),
      detail: l10n.t('What Twilio advises: it can be revoked without touching anything else.'),
    },
    {
      way: 'authToken',
      label: l10n.t('Auth token'),
      iconPath: new ThemeIcon('lock'),
      detail: l10n.t('Can do everything that the account can.'),
    },
    { label: l10n.t('Import'), kind: QuickPickItemKind.Separator },
    {
      way: 'twilioCli',
      label: l10n.t('A profile of twilio-cli…'),
      iconPath: new ThemeIcon('terminal'),
      detail: l10n.t('Reads ~/.twilio-cli/config.json, this once.'),
    },
    {
      way: 'environment',
      label: l10n.t('Environment variables…'),
      iconPath: new ThemeIcon('symbol-variable'),
      detail: l10n.t('Reads TWILIO_ACCOUNT_SID and the like as VS Code was started with them, this once.'),
    },
  ];
}
