/** The messages between the client and the language server beyond LSP's own. Both sides import it; it does nothing. */
import type { Severity } from '../../../core/src/problem';

export type {
  LiveRoleSnapshot,
  LiveServiceSnapshot,
  LiveSnapshot,
  LiveUserSnapshot,
} from '../../../core/src/live-snapshot';

/** Client to server, a notification: replaces what was there. `params` is `LiveSnapshot[]`, empty when signed out. */
export const liveNotification = 'twilioRoles/live';

/** What a client says of itself when it starts the server. Everything may be left out. */
export interface InitializationOptions {
  /** Settings for clients that don't answer `workspace/configuration`. */
  readonly settings?: Partial<Settings>;
  /** The client has the commands behind code lenses; without this there are none. */
  readonly codeLens?: boolean;
  /** Another server speaks of YAML's own syntax: Red Hat's extension is active. */
  readonly yamlServer?: boolean;
  /** What the server says in the reader's language, by the English message; it speaks English where one is missing. */
  readonly words?: Readonly<Record<string, string>>;
  /** Where the rules are explained, a URI; a rule's id is its fragment. */
  readonly rulesPage?: string;
}

/** The section `twilioRoles` of the settings, as far as the server reads it. */
export interface Settings {
  /** A severity for each rule by id, or `off`. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  /** Whether the server speaks of YAML's own syntax; `auto` leaves it to another YAML server where one is active. */
  readonly syntaxErrors: 'auto' | 'always' | 'never';
  /** Whether live names stand beside SIDs. */
  readonly inlayHints: boolean;
}

/** Client to server, a notification with `{ active: boolean }`: Red Hat's YAML extension came or went. */
export const yamlServerNotification = 'twilioRoles/yamlServer';

/**
 * Client to server, a notification with `{ uris: string[] }`: files of the workspace that match `twilioRoles.files`.
 * Replaces what was announced before. Changes to them arrive as LSP's `workspace/didChangeWatchedFiles`.
 */
export const filesNotification = 'twilioRoles/files';

/** Server to client, a request with `{ uri: string }`: the text of an announced file, or `null`. The server reads no disk. */
export const textRequest = 'twilioRoles/text';

/** Commands that code lenses name. Arguments: the file's URI, and the service's name where the file gives one. */
export const lensCommands = { plan: 'twilioRoles.plan', deploy: 'twilioRoles.deploy' } as const;
