import { authentication, type ExtensionContext, type LogOutputChannel, l10n } from 'vscode';
import { authenticationProvider } from '../ids';
import { AccountStore } from './account-store';
import { SessionCommands } from './commands';
import { connectWith } from './connection';
import { sandboxFrom } from './environment';
import { TwilioAuthentication } from './provider';
import { Sandbox } from './sandbox';
import { SignInFlow } from './sign-in';
import { WindowSession } from './window-session';

/** Accounts: signing in, the one that the window works with, and the editor's Accounts menu. */
export function sessionFeature(context: ExtensionContext, log: LogOutputChannel) {
  const accounts = new AccountStore(context.secrets);
  const connect = connectWith(log);
  const session = new WindowSession(accounts, context.workspaceState, connect);
  const sandbox = new Sandbox(context, log);
  const commands = new SessionCommands(
    session,
    accounts,
    new SignInFlow({ accounts, sandbox, connect, log }),
    sandbox,
  );
  const provider = new TwilioAuthentication(
    accounts,
    () => commands.signIn(),
    (id) => commands.signOut(id),
  );
  context.subscriptions.push(
    accounts,
    session,
    sandbox,
    provider,
    authentication.registerAuthenticationProvider(authenticationProvider, l10n.t('Twilio Roles'), provider, {
      supportsMultipleAccounts: true,
    }),
  );
  return {
    session,
    commands: commands.handlers(),
    async start(): Promise<void> {
      const given = sandboxFrom(process.env);
      if (given) accounts.keepForThisWindow(given);
      try {
        await session.start();
      } catch (error) {
        // Signing in for this window still works.
        log.error(`Secret storage: ${error instanceof Error ? error.message : String(error)}`);
      }
      await commands.resume();
    },
  };
}
