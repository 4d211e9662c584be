import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import { type LiveNames, liveNames, noLiveNames } from '../../../core/src/language/live-names';
import { ClosedFiles } from './closed-files';
import { OpenFiles } from './open-files';
import type { InitializationOptions, LiveSnapshot } from './protocol';
import { SettingsSource } from './settings';

/** One client: what it can, what it has open, what it wants, and what it knows of Twilio. */
export class Session {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly options: InitializationOptions;
  readonly files: OpenFiles;
  readonly closedFiles: ClosedFiles;
  readonly settings: SettingsSource;
  readonly #listeners: (() => void)[] = [];
  #live: readonly LiveSnapshot[] = [];
  #names = noLiveNames;
  #yamlServer: boolean;
  #generation = 0;

  constructor(connection: Connection, client: ClientCapabilities, options: InitializationOptions) {
    this.connection = connection;
    this.client = client;
    this.options = options;
    this.files = new OpenFiles(connection);
    this.closedFiles = new ClosedFiles(connection, this.files);
    this.settings = new SettingsSource(this);
    this.#yamlServer = options.yamlServer ?? false;
  }

  /** One snapshot for each account and product; empty when signed out. */
  get live(): readonly LiveSnapshot[] {
    return this.#live;
  }

  set live(live: readonly LiveSnapshot[]) {
    this.#live = live;
    this.#names = liveNames(live);
    this.#changed();
  }

  /** What is live, by SID. */
  get names(): LiveNames {
    return this.#names;
  }

  /** Whether another server speaks of YAML's own syntax. */
  get yamlServer(): boolean {
    return this.#yamlServer;
  }

  set yamlServer(active: boolean) {
    this.#yamlServer = active;
    this.#changed();
  }

  /** Unlike what it was whenever answers may differ though no file was edited. */
  get generation(): number {
    return this.#generation;
  }

  settingsChanged(pushed: unknown): void {
    this.settings.changed(pushed);
    this.#changed();
  }

  /** Called when answers may differ though no file was edited. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** For work that nobody waits for: where it fails, the client's log says so. */
  inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.connection.console.error(String(error)));
  }

  #changed(): void {
    this.#generation++;
    for (const listener of this.#listeners) listener();
  }
}

/** Answers requests of one kind, and says that the server can: the one shape of everything it does. */
export type Feature = (session: Session) => ServerCapabilities;
