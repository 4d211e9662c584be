/** The messages between the client and the language server beyond LSP's own. Types only, so both sides may import it. */
import type { DefaultKey } from '../../../core/src/document/model';

/** What the client knows of a live service. Names and SIDs only: the server never sees a credential. */
export interface LiveServiceSnapshot {
  readonly sid: string;
  readonly friendlyName?: string;
  readonly isDefault: boolean;
  /** `undefined` where roles weren't read whole: a rule that needs them is silent then. */
  readonly roles?: readonly LiveRoleSnapshot[];
  /** `undefined` where users weren't read whole. */
  readonly users?: readonly LiveUserSnapshot[];
  readonly defaults?: Readonly<Partial<Record<DefaultKey, string>>>;
}

export interface LiveRoleSnapshot {
  readonly sid: string;
  readonly friendlyName: string;
  readonly type: string;
  readonly permissions: readonly string[];
  readonly userCount?: number;
}

export interface LiveUserSnapshot {
  readonly sid: string;
  readonly identity: string;
  readonly roleSid?: string;
}

/** Client to server, a notification: replaces the snapshot that was there. */
export interface LiveSnapshot {
  readonly account: string;
  readonly product: 'conversations' | 'chat';
  /** Whether `services` is all of them. */
  readonly complete: boolean;
  readonly services: readonly LiveServiceSnapshot[];
}

/** `params` is `LiveSnapshot[]`, empty when signed out. */
export const liveNotification = 'twilioRoles/live';
