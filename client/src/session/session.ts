import type { Event } from 'vscode';
import type { TwilioAccount } from '../../../core/src';

/** The account that the window works with. Holds no secret: those stay where the requests are made. */
export interface SignedIn {
  /** Of this account in this editor; stable across windows and restarts. */
  readonly id: string;
  /** As the person named it, or a short SID. */
  readonly name: string;
  /** The name with the SID: `Acme (AC…9f2c)`. */
  readonly label: string;
  readonly twilio: TwilioAccount;
  /** A local sandbox, where nothing real is touched. */
  readonly sandbox: boolean;
}

/** `restricted`: the workspace isn't trusted, so nothing goes over the network. `starting`: secrets aren't read yet. */
export type SessionState = 'starting' | 'restricted' | 'signed-out' | 'signed-in';

export interface Session {
  readonly state: SessionState;
  readonly current: SignedIn | undefined;
  /** Fires when `state` or `current` changes. */
  readonly onDidChange: Event<void>;
  /** Whether the network may be used; says why not where the workspace isn't trusted. */
  mayConnect(): boolean;
  /** The current account; asks the person to sign in where there is none. `undefined` where they don't, or the workspace isn't trusted (which it says). */
  require(): Promise<SignedIn | undefined>;
}
