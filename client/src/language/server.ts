import { commands, type ExtensionContext, type LogOutputChannel, l10n, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../../server/src/language/protocol';
import { commands as ids } from '../ids';
import { complain } from '../notify';
import { codeLens } from '../settings';
import { redHatSpeaks } from './red-hat';
import { restartGuard } from './restarts';
import { documentSelector } from './selector';

/** Answers a request of the server. */
export type Answer = (params: unknown) => Promise<unknown>;

/** Makes a client of a server that runs in a process or in a worker. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server, as long as the extension is active. Started again when it dies or its files change. */
export class LanguageServer {
  readonly #makeClient: MakeClient;
  readonly #log: LogOutputChannel;
  #client: BaseLanguageClient | undefined;
  /** Starts and stops one after the other. */
  #turn: Promise<void> = Promise.resolve();
  readonly #listeners: (() => void)[] = [];
  readonly #answers = new Map<string, Answer>();

  constructor(context: ExtensionContext, log: LogOutputChannel, makeClient: MakeClient) {
    this.#makeClient = makeClient;
    this.#log = log;
    context.subscriptions.push(
      workspace.onDidChangeConfiguration((event) => {
        const restarts = ['twilioRoles.files', 'twilioRoles.codeLens'];
        if (restarts.some((setting) => event.affectsConfiguration(setting))) void this.restart();
      }),
      workspace.onDidChangeWorkspaceFolders(() => void this.restart()),
      workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
    );
  }

  /** Runs now and whenever the server is up again: what it was told before is gone with the old process. */
  onStarted(listener: () => void): void {
    this.#listeners.push(listener);
    if (this.#client?.isRunning()) listener();
  }

  /** Sends where the server is up; `onStarted` brings it up to date later. */
  notify(method: string, params: unknown): void {
    if (this.#client?.isRunning()) void this.#client.sendNotification(method, params);
  }

  /** How a request of the server is answered; said before `start`. */
  onRequest(method: string, answer: Answer): void {
    this.#answers.set(method, answer);
  }

  start(): Promise<void> {
    return this.#queue(async () => {
      const client = this.#make();
      this.#client = client;
      await client.start();
    });
  }

  restart(): Promise<void> {
    void this.stop();
    return this.start();
  }

  stop(): Promise<void> {
    return this.#queue(async () => {
      const client = this.#client;
      this.#client = undefined;
      await client?.dispose();
    });
  }

  #queue(step: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(step).catch((error: unknown) => {
      this.#log.error(`Language server: ${error instanceof Error ? error.message : String(error)}`);
    });
    return this.#turn;
  }

  #make(): BaseLanguageClient {
    const client = this.#makeClient(clientOptions(this.#log));
    for (const [method, answer] of this.#answers) client.onRequest(method, answer);
    client.onDidChangeState(() => {
      if (client.isRunning()) for (const listener of this.#listeners) listener();
    });
    return client;
  }
}

/** What is said the same way to a process and to a worker. */
function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    // What a lens runs isn't allowed before the workspace is trusted.
    codeLens: codeLens() && workspace.isTrusted,
    yamlServer: redHatSpeaks(),
    ...(l10n.bundle && { words: l10n.bundle }),
  };
  return {
    documentSelector: documentSelector(),
    initializationOptions,
    outputChannel: log,
    errorHandler: errorHandler(log),
    // Names of roles and users come in hovers: nothing in them may run a command or be HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
}

function errorHandler(log: LogOutputChannel): ErrorHandler {
  const mayRestart = restartGuard();
  return {
    error: (error) => {
      log.error(`Language server: ${error.message}`);
      // A server that died is started again: a person needs to know no more than the log does.
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      if (mayRestart()) return { action: CloseAction.Restart };
      void askToRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function askToRestart(): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const answer = await complain(
    l10n.t(
      'The language server of Twilio Roles keeps stopping. roles.yaml isn’t checked until it runs again.',
    ),
    restart,
    showLog,
  );
  if (answer === restart) await commands.executeCommand(ids.restartServer);
  if (answer === showLog) await commands.executeCommand(ids.showLog);
}
