import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type ExtensionContext, type LogOutputChannel, l10n, Uri, workspace } from 'vscode';
import { isSid } from '../../../core/src';
import type { StoredAccount } from './account';
import { isLoopback, sandboxAccount } from './environment';

/** A local Twilio in a process of its own, as long as the window is open. What was changed in it is kept on disk. */
export class Sandbox {
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  #running: { readonly child: ChildProcess; readonly account: Promise<StoredAccount> } | undefined;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#context = context;
    this.#log = log;
  }

  /** The account of the running sandbox; starts it where it isn't running. */
  start(): Promise<StoredAccount> {
    this.#running ??= this.#spawn();
    return this.#running.account;
  }

  stop(): void {
    this.#running?.child.kill();
    this.#running = undefined;
  }

  #spawn(): { child: ChildProcess; account: Promise<StoredAccount> } {
    const child = fork(this.#context.asAbsolutePath('dist/sandbox.js'), ['--port', '0', ...this.#state()], {
      silent: true,
      // Nothing of this environment is its business, a person's Twilio credentials least of all.
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    child.on('exit', (code) => {
      this.#log.info(`Sandbox ended (${code ?? 'stopped'})`);
      if (this.#running?.child === child) this.#running = undefined;
    });
    return { child, account: this.#greeting(child) };
  }

  /** Reads the two lines that it greets with. */
  async #greeting(child: ChildProcess): Promise<StoredAccount> {
    const errors: string[] = [];
    child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
    if (!child.stdout) throw new Error(l10n.t('The sandbox didn’t start.'));
    let url: string | undefined;
    for await (const line of createInterface(child.stdout)) {
      url ??= /http:\/\/[^\s]+/.exec(line)?.[0];
      const [, account, token] = /^account (\S+) token (\S+)$/.exec(line) ?? [];
      if (url && account && token && isLoopback(url) && isSid(account, 'AC')) {
        this.#log.info(`Sandbox at ${url}`);
        // Whatever it says later isn't read, and must not fill the pipe.
        child.stdout.resume();
        return sandboxAccount(url, account, token);
      }
    }
    throw new Error(l10n.t('The sandbox didn’t start. {0}', errors.join('').trim()));
  }

  #state(): readonly string[] {
    const { storageUri, globalStorageUri } = this.#context;
    const folder = storageUri ?? globalStorageUri;
    if (folder.scheme !== 'file') return [];
    void workspace.fs.createDirectory(folder);
    return ['--state', Uri.joinPath(folder, 'sandbox.json').fsPath];
  }

  dispose(): void {
    this.stop();
  }
}
